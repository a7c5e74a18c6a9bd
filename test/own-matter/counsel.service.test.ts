// Does a counsel read exactly what his principal reads, act within his power, and come in no more after its last day?
import { and, desc, eq } from 'drizzle-orm'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { caseFacts } from '../../db/schema/cases/cases.ts'
import { files } from '../../db/schema/cases/files.ts'
import type { House } from '../api/house.ts'
import { told } from '../enforcement-case/parties/party-samples.ts'
import { sample } from '../enforcement-case/samples.ts'
import { doorsOf, wordsOf } from '../secrecy/doors.ts'
import { uploadedBy } from '../support/people/papers.ts'
import { enterpriseCounsel, partyCounsel } from './counsels.ts'
import { openPersonsHouse, type PersonsCase, personsCase } from './persons-case.ts'
import { codeOn, visitorOf } from './visiting.ts'

let house: House
let matter: PersonsCase
beforeAll(async () => {
  house = await openPersonsHouse()
  matter = await personsCase(house)
  for (const tag of ['PA', 'PB'] as const) {
    await matter.does('zhou', tag, 'notify-party', { ...told, fine: 60_000 })
    await matter.does('lin', tag, 'serve-party-notice')
  }
  await matter.done('lin', 'notify-penalty')
  const served = { ...(sample('serve-notice') as object), servedOn: '2026-03-02' }
  await matter.done('lin', 'serve-notice', served)
}, 120_000)
afterAll(() => house?.close())

const facts = () => house.db.select().from(caseFacts).where(eq(caseFacts.caseId, matter.id))
const acts = (who: string, type: string, data: object, taskId?: string) =>
  house.as(who, `/api/cases/${matter.id}/acts`, {
    json: { type, data, ...(taskId ? { taskId } : {}) },
  })
type Kind = 'party-counsel' | 'enterprise-counsel'
const names = async (who: string, kind: Kind, form: object) => {
  const power = await uploadedBy(house.send, await house.signIn(who))(
    '委托书.txt',
    Buffer.from('委托'),
  )
  const name = kind === 'party-counsel' ? 'counselPower' : 'power'
  return acts(who, `name-${kind}`, { ...form, [name]: [power] })
}
const itemOf = async (kind: Kind) =>
  (await matter.items('chen')).findLast((one) => one.kind === kind)
const works = async (who: string, kind: Kind, verb: string, data: object = {}) => {
  const type = `${verb}-${kind}`
  const no = (await itemOf(kind))?.no
  const item = (await matter.items(who)).find((one) => one.no === no)
  const taskId = item?.acts.find((one) => one.type === type)?.taskId ?? undefined
  const answer = await acts(who, type, data, taskId)
  expect([type, answer.status, answer.body]).toEqual([type, 200, expect.anything()])
  await matter.issued()
}
const codeOfCounsel = async (kind: Kind): Promise<string> => {
  const item = await itemOf(kind)
  const field = kind === 'party-counsel' ? 'counselMobile' : 'agentMobile'
  const look = await acts('chen', 'unmask', { field, item: item?.no, reason: '制作文书' })
  expect(look.status).toBe(200)
  const papers = (await house.as('chen', `/api/cases/${matter.id}/documents`)).body.items
  const paper = papers.findLast((one: { kind: string }) => one.kind === `accept-${kind}`)
  const answer = await house.send(paper.url, { headers: { cookie: await house.signIn('chen') } })
  return codeOn(new Uint8Array(await answer.arrayBuffer()))
}
const enters = async (code: string) => {
  await house.db.execute('DELETE FROM rate_limit')
  const visitor = visitorOf(house)
  await visitor.enter(matter.number, code)
  return visitor
}
/** What was marked and is read through every reading route by who brings these headers. */
const readThrough = async (headers: Record<string, string>) => {
  const papers = (await house.as('chen', `/api/cases/${matter.id}/documents`)).body.items
  const marks = new Set<string>()
  const doors = doorsOf({
    cases: [matter.id],
    documents: papers.map(({ id }: { id: string }) => id),
    codes: papers.map(({ code }: { code: string }) => code),
    follow: { number: matter.number, code: 'AAAAAAAA' },
    registers: [],
    words: ['PA'],
  })
  for (const [at, { address }] of doors.entries()) {
    const from = `10.6.${Math.floor(at / 250)}.${at % 250}`
    const answer = await house.send(address, { headers: { 'x-forwarded-for': from, ...headers } })
    for (const mark of (await wordsOf(answer)).match(/(?:PA|PB|PC|EN|CO|CE)·[\w-]+(?:·\w+)?/g) ??
      [])
      marks.add(mark)
  }
  return [...marks]
}
const tagsIn = (marks: string[]): string[] =>
  [...new Set(marks.map((mark) => mark.slice(0, 2)))].sort()

test('a wrong form, a party that is none and an ended power are refused, and nothing is stored', async () => {
  const before = (await facts()).length
  for (const [form, status] of [
    [{ counselIdentity: '330802198001010011' }, 422],
    [{ counselMobile: '123' }, 422],
    [{ scope: 'all' }, 422],
    [{ represents: 9 }, 403],
    [{ until: '2026-03-01', from: '2026-02-01' }, 403],
    [{ until: '2026-03-01' }, 403],
  ] as const) {
    const answer = await names('lin', 'party-counsel', { ...partyCounsel, ...form })
    expect([form, answer.status]).toEqual([form, status])
    expect(answer.headers.get('content-type')).toContain('application/problem+json')
  }
  expect((await acts('lin', 'name-party-counsel', partyCounsel)).status).toBe(422)
  expect((await names('mao', 'party-counsel', partyCounsel)).status).toBe(409)
  expect((await names('jiang', 'enterprise-counsel', enterpriseCounsel)).status).toBe(404)
  expect((await facts()).length).toBe(before)
})

test('who was not accepted is not let in; who was gets a paper with a code', async () => {
  expect((await names('lin', 'party-counsel', partyCounsel)).status).toBe(200)
  await works('lin', 'party-counsel', 'refuse', { reason: '委托书无签名' })
  expect((await names('lin', 'party-counsel', partyCounsel)).status).toBe(200)
  const item = await itemOf('party-counsel')
  expect(item?.stateWords.zh).toBe('待核对')
  const shown = JSON.stringify(item)
  for (const secret of [
    partyCounsel.counselIdentity,
    partyCounsel.counselMobile,
    partyCounsel.counselName,
  ])
    expect(shown).not.toContain(secret)
  const no = item?.no
  const offered = (await matter.items('wu')).find((one) => one.no === no)?.acts
  const accept = offered?.find(({ type }) => type === 'accept-party-counsel')
  const alone = await acts('lin', 'accept-party-counsel', {}, accept?.taskId ?? undefined)
  expect([alone.status, alone.body.reasons[0].zh]).toEqual([
    403,
    expect.stringContaining('登记人以外'),
  ])
  await works('wu', 'party-counsel', 'accept')
  const [row] = await house.db
    .select()
    .from(files)
    .where(and(eq(files.caseId, matter.id), eq(files.uploadedBy, 'lin')))
    .orderBy(desc(files.at))
    .limit(1)
  const opens = async (who: string) =>
    (await house.send(`/api/files/${row?.id}`, { headers: { cookie: await house.signIn(who) } }))
      .status
  expect([await opens('gao'), await opens('chen')]).toEqual([403, 403])
  const sees = { field: 'counselPower', item: no, reason: '核对委托' }
  expect((await acts('gao', 'unmask', sees)).status).toBe(403)
  const look = await acts('chen', 'unmask', sees)
  expect(look.body.unmasked[0].files).toMatchObject([{ id: row?.id }])
  expect([await opens('gao'), await opens('chen')]).toEqual([403, 200])
  expect(await codeOfCounsel('party-counsel')).toMatch(/^[2-9A-Z]{10}$/)
})

test('promise (secrecy): a counsel reads exactly what his principal reads, and acts within his power, in its name', async () => {
  const counsel = await enters(await codeOfCounsel('party-counsel'))
  expect(house.messages.at(-1)?.phone).toBe(partyCounsel.counselMobile)
  const person = await enters(await matter.codeOf('PA'))
  const [read, own] = [await counsel.ask(''), await person.ask('')]
  expect(own.body.matter.lines).toContainEqual({
    words: expect.objectContaining({ zh: '已同意的代理人' }),
    value: expect.objectContaining({ zh: 'CO·name（一般授权，至2026-03-31）' }),
  })
  expect(read.body.matter).toEqual({
    ...own.body.matter,
    counsel: { name: 'CO·name', scope: 'general', words: expect.anything() },
    acts: own.body.matter.acts.filter(
      (one: { type: string }) => one.type === 'state-party-defence',
    ),
    beyond: [
      expect.objectContaining({ zh: '要求听证' }),
      expect.objectContaining({ zh: '放弃陈述、申辩和听证' }),
    ],
  })
  const bears = ({ title }: { title: { zh: string } }) => !title.zh.includes('回执')
  const unread = own.body.papers.map((one: { title: { zh: string } }) => ({
    ...one,
    ...(bears(one)
      ? {
          url: null,
          closed: expect.objectContaining({ zh: expect.stringContaining('不向代理人提供') }),
        }
      : {}),
  }))
  expect(read.body.papers).toEqual(unread)
  const closed = own.body.papers.filter(bears)
  expect(closed).toHaveLength(2)
  for (const { url } of closed) {
    const answer = await house.send(url, { headers: { cookie: counsel.cookie() } })
    expect([answer.status, codeOn(new Uint8Array(await answer.arrayBuffer()))]).toEqual([403, ''])
    expect((await house.send(url, { headers: { cookie: person.cookie() } })).status).toBe(200)
  }
  const before = (await facts()).length
  for (const type of ['waive-party-rights', 'request-party-hearing'])
    expect((await counsel.act(type, { statement: '放弃' })).status).toBe(403)
  expect((await facts()).length).toBe(before)
  const said = { statement: 'PA·state-party-defence·statement' }
  expect((await counsel.act('state-party-defence', said)).status).toBe(200)
  expect((await facts()).at(-1)?.actor).toMatchObject({
    kind: 'holder',
    name: 'CO·name',
    counselOf: '当事人（个人）第1号',
  })
  const timeline = (await house.as('lin', `/api/cases/${matter.id}/timeline`)).body.items
  expect(timeline.at(-1).who.zh).toBe('代理人CO·name，代当事人（个人）第1号（凭授权委托书）')
})

test('the enterprise names its own, who reads what it reads and may waive by a special power', async () => {
  expect((await names('mao', 'enterprise-counsel', enterpriseCounsel)).status).toBe(200)
  await works('lin', 'enterprise-counsel', 'accept')
  const counsel = await enters(await codeOfCounsel('enterprise-counsel'))
  const { body } = await counsel.ask('')
  expect(body.matter.lines[0].value.zh).toBe('CE·name（特别授权，至2026-03-31）')
  const timeline = (await house.as('mao', `/api/cases/${matter.id}/timeline`)).body.items
  expect(body.matter.forms.map((one: { words: object }) => one.words)).toEqual(
    timeline.map((one: { title: object }) => one.title),
  )
  const papers = (await house.as('mao', `/api/cases/${matter.id}/documents`)).body.items
  expect(body.papers.map(({ id }: { id: string }) => id)).toEqual(
    papers.map(({ id }: { id: string }) => id),
  )
  expect(body.matter.acts.map(({ type }: { type: string }) => type)).toContain('waive-rights')
  const paper = body.papers.find(
    (one: { url: string | null; seenAt: string | null }) => one.url && one.seenAt === null,
  )
  const opened = await house.send(paper.url, { headers: { cookie: counsel.cookie() } })
  expect(opened.status).toBe(200)
  const looks = async () =>
    (await facts()).filter(({ type }) => type === 'open-document').map(({ actor }) => actor.kind)
  const before = (await looks()).length
  for (let nth = 0; nth < 2; nth += 1)
    await house.send(`/api/documents/${paper.id}`, {
      headers: { cookie: await house.signIn('mao') },
    })
  expect((await looks()).slice(before)).toEqual(['person'])
  const said = await counsel.act('state-defence', { statement: 'EN·state-defence·statement' })
  expect(said.status).toBe(200)
  expect((await facts()).at(-1)?.actor).toMatchObject({ name: 'CE·name', counselOf: '本单位' })
  for (const type of ['decide-penalty', 'state-party-defence', 'name-party', 'record-payment'])
    expect([type, (await counsel.act(type, {})).status >= 400]).toEqual([type, true])
  const lawful = (await house.as('mao', `/api/cases/${matter.id}/timeline`)).body.items.at(-1)
  expect(lawful.who.zh).toBe('代理人CE·name，代本单位（凭授权委托书）')
})

test('promise (secrecy): canaries of two persons, the enterprise and both counsels are read by each his own', async () => {
  const ofPerson = await enters(await codeOfCounsel('party-counsel'))
  const ofEnterprise = await enters(await codeOfCounsel('enterprise-counsel'))
  const person = await enters(await matter.codeOf('PA'))
  expect(tagsIn(await readThrough({ cookie: ofPerson.cookie() }))).toEqual(['CO', 'PA'])
  expect(tagsIn(await readThrough({ cookie: ofEnterprise.cookie() }))).toEqual(['CE', 'EN'])
  const enterprise = await readThrough({ cookie: await house.signIn('mao') })
  expect(tagsIn(enterprise)).toEqual(['CE', 'EN'])
  expect(tagsIn(await readThrough({ cookie: person.cookie() }))).toEqual(['CO', 'PA'])
  expect(tagsIn(await readThrough({})).filter((tag) => tag !== 'EN')).toEqual([])
})

test('a power that was withdrawn opens nothing from that moment on, also to who is in', async () => {
  const code = await codeOfCounsel('enterprise-counsel')
  const counsel = await enters(code)
  const view = await matter.view('mao')
  const act = view.acts.find((one: { type: string }) => one.type === 'withdraw-enterprise-counsel')
  const done = await acts('mao', act.type, { reason: '解除委托' }, act.taskId)
  expect([done.status, done.body]).toEqual([200, expect.anything()])
  expect((await counsel.ask('')).status).toBe(401)
  expect((await counsel.act('waive-rights', { statement: '放弃' })).status).toBe(401)
  expect((await visitorOf(house).codeFor(matter.number, code)).status).toBe(404)
  expect(tagsIn(await readThrough({ cookie: counsel.cookie() }))).not.toContain('CE')
})

test('after the last day of his power a counsel reads nothing, and a code that was sent lets nobody in', async () => {
  const code = await codeOfCounsel('party-counsel')
  const counsel = await enters(code)
  await house.clock.setNow('2026-03-31T15:59:00.000Z')
  expect((await counsel.ask('')).status).toBe(200)
  const { challenge } = (await counsel.codeFor(matter.number, code)).body
  const oneTime = /验证码(\d{6})/.exec(house.messages.at(-1)?.matter ?? '')?.[1] ?? ''
  await house.clock.setNow('2026-03-31T16:00:00.000Z')
  expect((await counsel.ask('')).status).toBe(401)
  expect((await visitorOf(house).codeFor(matter.number, code)).status).toBe(404)
  const late = visitorOf(house)
  await late.redeem(challenge, oneTime)
  expect((await late.ask('')).status).toBe(401)
  await matter.issued()
  expect((await itemOf('party-counsel'))?.stateWords.zh).toBe('已届满')
})
