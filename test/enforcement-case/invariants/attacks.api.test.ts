// Is each thing that must hold in a penalty case attacked over HTTP, refused with the article and in words, and nothing of it stored?
import { afterAll, beforeAll, expect, test } from 'vitest'
import { caseFacts } from '../../../db/schema/cases/cases.ts'
import { appointments } from '../../../db/schema/organisation/organisation.ts'
import { officeId } from '../../../domain/organisation/offices.ts'
import { carriedOut, registration } from '../measures/measure-samples.ts'
import { openProsecution, type Prosecution } from '../prosecution.ts'
import { day, sample, samples } from '../samples.ts'

let cases: Prosecution
beforeAll(async () => {
  cases = await openProsecution()
  // Officer Wu holds the posts of a reviewer and of the leader besides.
  const since = '2004-01-01T00:00:00.000Z'
  const held = { person: 'wu', region: '330802' as const, since, until: null }
  await cases.house.db.insert(appointments).values([
    { ...held, office: officeId('legal', '330802'), role: 'legal-reviewer' },
    { ...held, office: officeId('bureau', '330802'), role: 'leader' },
  ])
})
afterAll(() => cases?.house.close())

const facts = async () =>
  (await cases.house.db.select({ seq: caseFacts.seq }).from(caseFacts)).length

/** Refused with a problem whose words hold all of these, and nothing is stored. */
const refuses = async (
  who: string,
  id: string,
  type: string,
  data: object | undefined,
  ...words: string[]
): Promise<void> => {
  const before = await facts()
  const { status, body, headers } = await cases.sent(who, id, type, data)
  expect(headers.get('content-type')).toContain('application/problem+json')
  expect([type, [403, 409, 422].includes(status), status]).toEqual([type, true, status])
  for (const one of words) expect(JSON.stringify(body)).toContain(one)
  expect(await facts()).toBe(before)
}

const weighed = async (id: string): Promise<void> => {
  await cases.does('mao', id, 'waive-rights', { statement: '放弃' })
  await cases.does('lin', id, 'weigh-defence')
}
const decision = { ...sample('decide-penalty'), fine: 20_000 }

test('1: no decision before the party was told and heard', async () => {
  const id = await cases.investigated(day, { fine: 20_000 })
  await refuses('gao', id, 'decide-penalty', decision, '当前环节')
  await cases.does('lin', id, 'notify-penalty')
  await cases.does('lin', id, 'serve-notice')
  await refuses('gao', id, 'decide-penalty', decision, '当前环节')
  await refuses('lin', id, 'weigh-defence', undefined, '当前环节')
})

test('2, 3, 11: whoever has investigated neither presides nor reviews nor decides; after a hearing the law is reviewed first', async () => {
  const id = await cases.told(day, { fine: 50_000 })
  await cases.does('mao', id, 'request-hearing', { statement: '要求听证' })
  const told = (chair: string) => ({ ...sample('notify-hearing'), chair })
  await refuses('fa', id, 'notify-hearing', told('法审核'), '请从可以担任的人员中选择')
  await refuses('fa', id, 'notify-hearing', told('wu'), '第六十四条第四项')
  await cases.does('fa', id, 'notify-hearing', told('fa'))
  await cases.passes(id, '2026-03-20')
  await refuses('wu', id, 'close-hearing', undefined, '第六十四条', '不得主持听证')
  await cases.does('fa', id, 'close-hearing')
  await cases.does('lin', id, 'weigh-defence', samples['weigh-defence']?.[1])
  await refuses('gao', id, 'decide-penalty', decision, '当前环节')
  await refuses('wu', id, 'give-legal-opinion', undefined, '第五十八条', '法制审核')
  await cases.does('fa', id, 'give-legal-opinion')
  await cases.does('gao', id, 'record-discussion')
  await refuses('wu', id, 'decide-penalty', { ...decision, fine: 50_000 }, '不得作出决定')
})

test('4, 6: no heavier than what was notified, and once', async () => {
  const id = await cases.told(day, { fine: 20_000 })
  await weighed(id)
  await refuses(
    'gao',
    id,
    'decide-penalty',
    { ...decision, fine: 20_001 },
    '第四十四条',
    '第四十五条',
  )
  await cases.does('gao', id, 'decide-penalty', decision)
  await refuses('gao', id, 'decide-penalty', decision, '当前环节')
})

test('5: two officers with valid certificates on each record', async () => {
  const id = await cases.opened(day)
  await cases.does('gao', id, 'approve-filing')
  const evidence = { ...sample('record-evidence'), takenOn: day }
  const shown = (...certificates: string[]) => ({ ...evidence, certificates })
  await refuses('lin', id, 'record-evidence', shown('浙执001'), '两人', '第五十五条')
  await refuses('lin', id, 'record-evidence', shown('浙执001', '浙执001'), '第四十二条')
  await refuses('lin', id, 'record-evidence', shown('浙执001', '浙执999'), '浙执999')
  await cases.does('lin', id, 'record-evidence', evidence)
  await refuses('lin', id, 'sign', {}, '')
})

test('7, 8: too old, or minor and corrected without harm, it is not punished', async () => {
  const id = await cases.opened(day)
  await cases.does('gao', id, 'approve-filing')
  await cases.does('lin', id, 'record-evidence')
  await cases.does('wu', id, 'sign')
  const report = { ...sample('conclude-investigation'), circumstances: [] as string[] }
  const old = { ...report, actEnded: '2024-03-01' }
  await refuses('lin', id, 'conclude-investigation', old, '第三十六条')
  const minor = { ...report, circumstances: ['minor', 'corrected', 'no-harm'] }
  await refuses('lin', id, 'conclude-investigation', minor, '第三十三条', '不予行政处罚')
})

test('9, 13: a remedy stops nothing, and of the surcharge nothing above what the law lets grow is taken', async () => {
  const id = await cases.told(day, { fine: 20_000 })
  await weighed(id)
  await cases.does('gao', id, 'decide-penalty', decision)
  await cases.does('lin', id, 'serve-decision')
  await cases.does('fa', id, 'receive-remedy')
  const { clocks } = await cases.view('gao', id)
  const payment = clocks.find(({ clock }) => clock === 'payment')
  expect(payment?.status).toBe('running')
  const stops = { obligation: payment?.id, kind: 'remedy', reason: '当事人已申请复议' }
  await refuses('gao', id, 'pause-clock', stops, '')
  const paid = { amount: 20_000, paidOn: day, receipt: '票2', surcharge: 20_001 }
  await refuses('lin', id, 'record-payment', paid, '第七十二条', '加处罚款0元')
})

test('12: what was registered is free when its days are over, and cannot be kept by a late disposal', async () => {
  const id = await cases.opened(day)
  await cases.does('gao', id, 'approve-filing')
  await cases.does('lin', id, 'propose-measure', registration)
  await cases.does('gao', id, 'approve-measure')
  await cases.does('lin', id, 'carry-out-measure', carriedOut)
  await cases.passes(id, '2026-03-12')
  expect((await cases.itemOf('lin', id)).state).not.toBe('in-force')
  await refuses('gao', id, 'dispose-measure', undefined, '')
})
