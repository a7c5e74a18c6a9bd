// Do several bureaus make one visit over HTTP, each with officers of its own, in one case that counts once against the number of the year?
import { afterAll, beforeAll, expect, test } from 'vitest'
import { registerEntries } from '../../db/schema/registers/registers.ts'
import { administrativeInspection } from '../../domain/administrative-inspection/process.ts'
import { officeId } from '../../domain/organisation/offices.ts'
import { approve, house, openHouseOfLaw, propose } from '../api/change/calendar-house.ts'
import { settleCertificates } from '../enforcement-case/certificates.ts'
import { pdfText } from '../support/people/pdf-text.ts'
import { matter, sample } from './samples.ts'

const certificates = ['消执001', '消执002']

beforeAll(async () => {
  await openHouseOfLaw(
    { 'administrative-inspection': administrativeInspection },
    {
      huo: ['霍消防', 'inspector', officeId('fire', '330800'), '330800', null],
      lu: ['陆运输', 'inspector', officeId('transport', '330800'), '330800', null],
    },
  )
  await settleCertificates(house.db)
  const rows = await house.db.select().from(registerEntries)
  await house.db.insert(registerEntries).values(
    rows.map(({ lon: _, lat: __, ...row }, at) => ({
      ...row,
      id: `fire-${at}`,
      number: certificates[at] ?? '',
      region: '330800' as const,
      data: { ...row.data, holder: `消防员${at}`, office: '衢州市消防救援支队' },
    })),
  )
})
afterAll(() => house?.close())

const process = 'administrative-inspection'
const { enterpriseName: _, region: __, ...form } = matter
const opens = () =>
  house.as('lin', `/api/cases/${process}`, { json: { data: { ...form, plannedOn: '2026-12-15' } } })

type Act = { type: string; taskId: string | null }
const taskIn = async (id: string, who: string, type: string): Promise<string | null> => {
  const { body } = await house.as(who, `/api/cases/${id}`)
  const own = body.acts.find((one: Act) => one.type === type)?.taskId
  if (own) return own
  const items = (await house.as(who, `/api/cases/${id}/items`)).body.items ?? []
  return (
    items.flatMap((one: { acts: Act[] }) => one.acts).find((one: Act) => one.type === type)
      ?.taskId ?? null
  )
}
const does = async (id: string, who: string, type: string, data: object = sample(type)) => {
  const task = await taskIn(id, who, type)
  return house.as(who, `/api/cases/${id}/acts`, {
    json: { type, data, ...(task ? { taskId: task } : {}) },
  })
}

/** Every page of the case opens for both bureaus. */
const readable = async (id: string): Promise<void> => {
  const pages = ['', '/items', '/timeline', '/materials', '/forecast', '/documents', '/messages']
  for (const who of ['lin', 'huo'])
    for (const page of [...pages, '/chain', '/field-notes', '/next?type=record-part']) {
      const { status } = await house.as(who, `/api/cases/${id}${page}`)
      expect([who, page, status < 500]).toEqual([who, page, true])
    }
}

test('the fire brigade joins with two of its officers, its part stands in the one record, and the visit counts once', async () => {
  const proposed = {
    kind: 'amount',
    amount: 'inspection-frequency.visits',
    region: null,
    from: '2026-01-01',
    values: ['2'],
    norm: { zh: '年度检查频次公告', en: 'Notice of the yearly number' },
    article: { zh: '衢应急〔2026〕1号', en: 'Quzhou [2026] No. 1' },
    confidence: 'V',
    source: '衢应急〔2026〕1号',
    running: null,
  }
  await approve('yu', (await propose('shi', proposed)).id)
  const { id } = (await opens()).body
  const line = async (who: string, type: string, data?: object) => {
    const answer = await does(id, who, type, data)
    expect([type, answer.status, answer.body.detail]).toEqual([type, 200, undefined])
    await house.deps.cases.tick({ caseId: id, process, generation: 1 })
  }
  await line('gao', 'approve-inspection')
  await line('lin', 'invite-bureau', { bureau: 'city-fire/inspector', matters: '消防设施' })
  const twice = { bureau: 'city-fire/inspector', matters: '再次' }
  expect((await does(id, 'lin', 'invite-bureau', twice)).status).toBe(403)
  const nobody = { bureau: 'city-housing', matters: '房屋' }
  expect((await does(id, 'lin', 'invite-bureau', nobody)).status).toBe(422)
  const inbox = (await house.as('huo', '/api/inbox?box=pool&limit=50')).body
  expect(JSON.stringify(inbox.items)).toContain(id)
  const task = await taskIn(id, 'huo', 'accept-visit')
  const sent = (who: string, data: object) =>
    house.as(who, `/api/cases/${id}/acts`, { json: { type: 'accept-visit', data, taskId: task } })
  for (const who of ['lu', 'lin']) expect((await sent(who, { certificates })).status).toBe(403)
  expect((await sent('jiang', { certificates })).status).toBe(404)
  expect((await sent('huo', { certificates: ['消执001', '消执999'] })).status).toBe(403)
  await line('huo', 'accept-visit', { certificates })
  await line('lin', 'issue-notice', { plannedOn: '2026-12-10', content: '责任制和消防' })
  await line('lin', 'begin-inspection')
  await readable(id)
  expect((await does(id, 'lin', 'record-inspection', sample('record-inspection', 2))).status).toBe(
    403,
  )
  await line('huo', 'record-part', { partFindings: '消火栓无水', certificates })
  await readable(id)
  await line('lin', 'record-inspection', sample('record-inspection', 2))
  await line('wu', 'sign', {})
  const { items } = (await house.as('qi', `/api/cases/${id}/documents`)).body
  const cookie = await house.signIn('qi')
  const wordsOf = async (kind: string): Promise<string> => {
    const paper = items.find((one: { kind: string }) => one.kind === kind)
    const answer = await house.send(paper.url, { headers: { cookie } })
    return pdfText(Buffer.from(await answer.arrayBuffer()))
  }
  const words = await wordsOf('record-inspection')
  for (const said of [
    '市消防救援支队（执法证件消执001、消执002）',
    '消火栓无水',
    '市消防救援支队检查人员（签名）',
  ])
    expect(words).toContain(said)
  expect(await wordsOf('issue-notice')).toContain('本次为联合检查，参加机关：市消防救援支队')
  // Of two visits a year the joint one was one.
  expect((await opens()).status).toBe(201)
  const third = await opens()
  expect([third.status, JSON.stringify(third.body)]).toEqual([
    403,
    expect.stringContaining('本年度已安排2次'),
  ])
})
