// Does an inspection go its way over HTTP, with its papers, and does everybody read only what he may?
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { CaseView } from '../../contract/case/cases.ts'
import { administrativeInspection } from '../../domain/administrative-inspection/process.ts'
import { type House, openHouse } from '../api/house.ts'
import { settleCertificates } from '../enforcement-case/certificates.ts'
import { day, matter, sample, tip } from './samples.ts'

let house: House
beforeAll(async () => {
  house = await openHouse({}, null, { 'administrative-inspection': administrativeInspection })
  await settleCertificates(house.db)
  await house.clock.setNow(`${day}T01:00:00.000Z`)
})
afterAll(() => house?.close())

const { enterpriseName: _, region: __, ...form } = matter
const { photos: ___, ...unphotographed } = sample('record-inspection')
const record = { ...sample('record-inspection', 2) }
const opens = (who: string, data: object = form) =>
  house.as(who, '/api/cases/administrative-inspection', { json: { data } })
const view = async (who: string, id: string): Promise<CaseView> =>
  (await house.as(who, `/api/cases/${id}`)).body
const does = async (id: string, who: string, type: string, data: object = sample(type)) => {
  const task = (await view(who, id)).acts?.find((one) => one.type === type)?.taskId
  return house.as(who, `/api/cases/${id}/acts`, {
    json: { type, data, ...(task ? { taskId: task } : {}) },
  })
}
/** How its notice has reached the enterprise, as this reader is told. */
const noticeTo = async (who: string, id: string): Promise<unknown> => {
  const { items } = (await house.as(who, `/api/cases/${id}/documents`)).body
  return items.find(({ kind }: { kind: string }) => kind === 'issue-notice')?.services
}
const issued = (id: string) =>
  house.deps.cases.tick({ caseId: id, process: 'administrative-inspection', generation: 1 })

test('it is planned, approved, announced, made by two and recorded; the enterprise hears of it with its notice', async () => {
  const { status, body } = await opens('lin')
  expect(status).toBe(201)
  const { id } = body
  const line = async (who: string, type: string, data?: object) => {
    const answer = await does(id, who, type, data)
    expect([type, answer.status, answer.body.detail]).toEqual([type, 200, undefined])
    await issued(id)
  }
  await line('gao', 'approve-inspection')
  expect((await house.as('qi', `/api/cases/${id}`)).status).toBe(404)
  expect((await house.as('jiang', `/api/cases/${id}`)).status).toBe(404)
  await line('lin', 'issue-notice')
  expect((await view('qi', id)).state.zh).toBe('已通知检查')
  const one = { ...sample('begin-inspection'), certificates: ['浙执001'] }
  expect((await does(id, 'lin', 'begin-inspection', one)).status).toBe(403)
  const unknown = { ...sample('begin-inspection'), certificates: ['浙执001', '浙执999'] }
  expect(JSON.stringify((await does(id, 'lin', 'begin-inspection', unknown)).body)).toContain(
    '浙执999未登记',
  )
  expect(await noticeTo('lin', id)).toEqual([])
  await line('lin', 'begin-inspection')
  for (const who of ['lin', 'qi'])
    expect(await noticeTo(who, id)).toMatchObject([
      { method: { zh: '当场送达' }, receiver: '毛总' },
    ])
  expect(
    JSON.stringify((await does(id, 'lin', 'record-inspection', unphotographed)).body),
  ).toContain('须附现场照片')
  await line('lin', 'record-inspection', record)
  await line('wu', 'sign', {})
  await line('lin', 'conclude-inspection')
  for (const who of ['lin', 'qi']) {
    expect((await view(who, id)).status).toBe('closed')
    const { items } = (await house.as(who, `/api/cases/${id}/documents`)).body
    expect(items.map(({ kind }: { kind: string }) => kind).sort()).toEqual([
      'issue-notice',
      'record-inspection',
    ])
  }
  expect((await house.as('jiang', `/api/cases/${id}`)).status).toBe(404)
})

test('of a visit after a report the party learns neither why nor from whom', async () => {
  const { enterpriseName: _, region: __, ...report } = { ...tip, reason: '李某举报焊工无证作业' }
  const { id } = (await opens('lin', report)).body
  expect((await does(id, 'gao', 'approve-inspection')).status).toBe(200)
  expect((await does(id, 'lin', 'begin-inspection', sample('begin-inspection', 1))).status).toBe(
    200,
  )
  const told = [await view('qi', id), (await house.as('qi', `/api/cases/${id}/timeline`)).body]
  expect(JSON.stringify(told)).toContain('检查开始')
  for (const word of ['李某', '举报']) expect(JSON.stringify(told)).not.toContain(word)
})

test('the enterprise plans none itself, and nobody says that a lot has drawn it', async () => {
  expect((await opens('qi')).status).toBe(403)
  expect((await opens('lin', { ...form, ground: 'drawn' })).status).toBe(422)
  expect((await opens('lin', { ...form, ground: 'drawn', draw: '抽1' })).status).toBe(422)
})
