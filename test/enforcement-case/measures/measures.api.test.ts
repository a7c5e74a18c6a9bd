// Are measures on things approved, taken, extended and ended over HTTP with their papers, and is what the law forbids refused with nothing stored?
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { ItemView } from '../../../contract/case/items.ts'
import { caseFacts } from '../../../db/schema/cases/cases.ts'
import type { House } from '../../api/house.ts'
import { pdfText } from '../../support/people/pdf-text.ts'
import { casesOf, openPenaltyHouse } from '../penalty-house.ts'
import { day, matter, sample } from '../samples.ts'
import { carriedOut, onTheSpotSeizure, registration, seizure } from './measure-samples.ts'

let house: House
let id = ''
beforeAll(async () => {
  house = await openPenaltyHouse()
  id = (await openedBy('lin', matter)).body.id
})
afterAll(() => house?.close())

const { openedBy, viewOf, sentTo, issuedOf, doneIn } = casesOf(() => house)
const issued = () => issuedOf(id)
const view = (who: string) => viewOf(who, id)
const sent = (who: string, type: string, data?: object) => sentTo(id, who, type, data)
const done = (who: string, type: string, data?: object) => doneIn(id, who, type, data)
const measure = async (who: string, nth = 1): Promise<ItemView> => {
  const { items } = (await house.as(who, `/api/cases/${id}/items`)).body
  return items.filter(({ kind }: ItemView) => kind === 'measure')[nth - 1]
}
/** What somebody does with one of the measures, by its task. */
const does = async (who: string, nth: number, type: string, data: object = sample(type)) => {
  const rows = await Promise.all(['gao', 'lin'].map((one) => measure(one, nth)))
  const taskId = rows.flatMap(({ acts }) => acts).find((one) => one.taskId)?.taskId ?? null
  return house.as(who, `/api/cases/${id}/acts`, { json: { type, data, taskId } })
}
const moved = async (who: string, nth: number, type: string, data?: object) => {
  const { status, body } = await does(who, nth, type, data)
  expect([type, status, body]).toEqual([type, 200, expect.anything()])
  await issued()
}
const facts = async () => (await house.db.select({ seq: caseFacts.seq }).from(caseFacts)).length
const papers = async (): Promise<{ kind: string; url: string; title: { zh: string } }[]> =>
  (await house.as('lin', `/api/cases/${id}/documents`)).body.items
const printed = async (kind: string): Promise<string> => {
  const paper = (await papers()).findLast((one) => one.kind === kind)
  const answer = await house.send(paper?.url ?? '', {
    headers: { cookie: await house.signIn('lin') },
  })
  expect([kind, answer.status]).toEqual([kind, 200])
  return pdfText(Buffer.from(await answer.arrayBuffer()))
}
/** Refused with a problem that says why, and nothing is stored. */
const refused = async (
  answer: () => ReturnType<typeof house.as>,
  status: number,
  words: string,
): Promise<void> => {
  const before = await facts()
  const { status: found, body, headers } = await answer()
  expect([found, JSON.stringify(body)]).toEqual([status, expect.stringContaining(words)])
  expect(headers.get('content-type')).toContain('application/problem+json')
  expect(await facts()).toBe(before)
}

test('a bad form, an unknown certificate, or a case that is not filed: refused, and nothing is stored', async () => {
  const proposes = (data: object, who = 'lin') => sent(who, 'propose-measure', data)
  await refused(() => proposes(registration), 403, '尚未立案')
  await refused(() => proposes({ ...registration, kind: 'arrest' }), 422, '/kind')
  await refused(() => proposes({ ...onTheSpotSeizure, things: [] }), 422, '/things')
  await refused(
    () => proposes({ ...onTheSpotSeizure, takenAt: `${day}T09:00:00.000Z` }),
    403,
    '不得晚于现在',
  )
  await refused(
    () => proposes({ ...onTheSpotSeizure, certificates: ['浙执001', '浙执999'] }),
    403,
    '浙执999未登记',
  )
  await refused(() => proposes(onTheSpotSeizure, 'jiang'), 404, '')
  await refused(() => proposes(onTheSpotSeizure, 'mao'), 409, '')
})

test('what is urgent is taken at once, with its decision and list, and the leader approves it', async () => {
  await done('lin', 'propose-measure', onTheSpotSeizure)
  const { stateWords, brief, dueAt } = await measure('lin')
  expect(stateWords.zh).toBe('已当场采取，待补办批准')
  expect(brief.map(({ value }) => value.zh)).toContain('气瓶 3只')
  expect(dueAt).toBe('2026-03-03T01:00:00.000Z')
  const decision = await printed('seizure-decision')
  for (const words of ['第十九条', '一号车间', '2026年4月1日']) expect(decision).toContain(words)
  expect(await printed('measure-list')).toContain('气瓶')
  await refused(() => sent('gao', 'refuse-filing'), 403, '第1号尚未处理或者解除')
  await refused(() => does('lin', 1, 'confirm-measure'), 403, '局领导')
  const usual = (await measure('gao')).acts.filter((act) => act.usual).map(({ type }) => type)
  expect(usual).toEqual(['confirm-measure'])
  await moved('gao', 1, 'confirm-measure')
  expect((await measure('gao')).stateWords.zh).toBe('保存（查封、扣押）中')
  const next = (await measure('gao')).acts.filter((act) => act.usual).map(({ type }) => type)
  expect(next).toEqual(['dispose-measure'])
})

test('the leader extends it once by thirty days, and is refused a second time with the article', async () => {
  const extended = (by: number) => does('gao', 1, 'extend-measure', { by, reason: '情况复杂' })
  const offers = async () => (await measure('gao')).acts.map(({ type }) => type)
  expect(await offers()).toContain('extend-measure')
  await refused(() => extended(31), 422, '超过上限30')
  await moved('gao', 1, 'extend-measure')
  expect((await measure('lin')).dueAt).toBe('2026-05-01T16:00:00.000Z')
  expect(await printed('seizure-extended')).toContain('2026年5月1日')
  expect(await offers()).not.toContain('extend-measure')
  await refused(() => extended(1), 403, '第二十五条')
})

test('a disposal that the law does not know of a seizure is refused; lifted, the things go back', async () => {
  await refused(
    () => does('gao', 1, 'dispose-measure', { disposal: 'returned', reason: '退还' }),
    403,
    '第二十八条',
  )
  await moved('gao', 1, 'lift-measure')
  const lifted = await printed('measure-lifted')
  for (const words of ['解除查封（扣押）决定书', '查扣', '与违法行为无关'])
    expect(lifted).toContain(words)
  await moved('lin', 1, 'return-things')
  expect((await measure('lin')).stateWords.zh).toBe('已解除')
})

test('registered evidence is approved, listed, and free by itself after seven working days', async () => {
  await done('gao', 'approve-filing')
  await done('lin', 'propose-measure', registration)
  await refused(() => does('lin', 2, 'carry-out-measure'), 409, '')
  await moved('gao', 2, 'approve-measure')
  const forged = { ...carriedOut, certificates: ['浙执001', '浙执999'] }
  await refused(() => does('lin', 2, 'carry-out-measure', forged), 403, '浙执999未登记')
  await moved('lin', 2, 'carry-out-measure')
  expect(await printed('evidence-notice')).toContain('2026年3月11日')
  await done('lin', 'propose-measure', seizure)
  await moved('gao', 3, 'refuse-measure')
  await house.clock.setNow('2026-03-12T01:00:00.000Z')
  await issued()
  expect((await measure('lin', 2)).stateWords.zh).toBe('待退还')
  await refused(() => does('gao', 2, 'dispose-measure'), 409, '')
  await moved('lin', 2, 'return-things')
  expect(await printed('measure-lifted')).toContain('因期限届满自行解除')
})

test('the enterprise reads none of the office’s business with the things', async () => {
  expect((await house.as('mao', `/api/cases/${id}/items`)).status).toBe(403)
  const all = JSON.stringify([
    await view('mao'),
    (await house.as('mao', `/api/cases/${id}/timeline`)).body,
    (await house.as('mao', `/api/cases/${id}/documents`)).body,
  ])
  for (const words of ['propose-measure', '没有现实危险', 'evidence-notice'])
    expect([words, all.includes(words)]).toEqual([words, false])
})
