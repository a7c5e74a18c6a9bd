// Does a case go to the police on the real engine, wait for them, and come back to be decided without a second fine?
import { afterAll, beforeAll, expect, test } from 'vitest'
import { inLaw, settleThem } from '../../support/people/people.ts'
import { type Line, stagedBy } from '../../support/processes/lines.ts'
import { openStage, type Stage } from '../../support/servers/stage.ts'
import { settleCertificates } from '../certificates.ts'
import { day, investigated, matter, sample } from '../samples.ts'

let stage: Stage
beforeAll(async () => {
  stage = await openStage()
  await settleThem(stage.db, inLaw)
  await settleCertificates(stage.db)
})
afterAll(() => stage?.close())

const { begun, does, where, recipientsOf, statusOf } = stagedBy(
  () => stage,
  'enforcement-case',
  'lin',
  sample,
)
const periodOf = async (id: string, clock: string) =>
  (await stage.record(id)).obligations.filter((one) => one.clock === clock).at(-1)
const papersOf = async (id: string) => Object.keys((await stage.record(id)).data)

const handed: Line[] = [
  ...investigated(6),
  ['chen', 'approve-report'],
  ['gao', 'decide-transfer'],
  ['lin', 'hand-over-police'],
]
/** Reported anew by two, told, heard and decided on one day. */
const punished = (on: string, report: object, penalty: object): Line[] => [
  ['lin', 'conclude-investigation', { ...sample('conclude-investigation'), ...report }],
  ['wu', 'sign'],
  ['chen', 'approve-report'],
  ['lin', 'notify-penalty'],
  ['lin', 'serve-notice', { ...sample('serve-notice'), servedOn: on }],
  ['mao', 'waive-rights'],
  ['lin', 'weigh-defence'],
  ['gao', 'decide-penalty', { ...sample('decide-penalty'), ...penalty }],
]
const received = (type: string, receivedOn: string, at = 0): Line => [
  'lin',
  type,
  { ...sample(type, at), receivedOn },
]

test('the police are silent and then refuse, refuse again when asked; the case goes on and the penalty is decided', async () => {
  const id = await begun(matter, day, ...handed)
  expect((await periodOf(id, 'decision'))?.status).toBe('paused')
  await does(id, ['until', '2026-03-06'])
  await expect.poll(() => recipientsOf(id, 'missed')).toContain('lin')
  await does(id, received('record-police-refusal', '2026-03-06'), ['gao', 'ask-reconsideration'])
  await does(id, received('record-request-received', '2026-03-06'))
  expect((await periodOf(id, 'filing-reconsidered'))?.due).toBe('2026-03-09')
  await does(id, ['until', '2026-03-09'], received('record-police-refusal', '2026-03-09'))
  await does(id, ['gao', 'accept-police-refusal'])
  expect(await where(id)).toContain('handling.investigating|')
  // Filed on 2026-03-02; from the day of the transfer to that of the return nothing was counted.
  expect(await periodOf(id, 'decision')).toMatchObject({ status: 'running' })
  await does(id, ...punished('2026-03-09', {}, {}))
  expect(await where(id)).toContain('handling.serving|')
  expect((await stage.record(id)).snapshot.context).toMatchObject({ owed: 20_000 })
})

test('the police file it; not prosecuted, it comes back and is fined; sentenced to a fine, its licence is taken and no fine follows', async () => {
  const spared = await begun(matter, day, ...handed, ['lin', 'record-police-filed'])
  await does(spared, ['lin', 'hand-over-materials'], ['until', '2026-03-20'])
  await does(spared, received('record-criminal-return', '2026-03-20'))
  await does(spared, ...punished('2026-03-20', {}, {}))
  expect((await stage.record(spared)).snapshot.context).toMatchObject({ fined: true })

  const fined = await begun(matter, '2026-03-20', ...begunOn('2026-03-20'))
  await does(fined, received('record-police-filed', '2026-03-20'))
  await does(fined, received('record-criminal-return', '2026-03-20', 1))
  const again: Line = ['lin', 'conclude-investigation', sample('conclude-investigation')]
  await expect(does(fined, again)).rejects.toThrow()
  const licence = { penalties: ['revoke-licence'], fine: undefined }
  await does(
    fined,
    ['lin', 'conclude-investigation', { ...sample('conclude-investigation'), ...licence }],
    ['wu', 'sign'],
    ['chen', 'approve-report'],
  )
  expect(await where(fined)).toContain('handling.notifying|')
})

/** The same steps on another day. */
const begunOn = (on: string): Line[] =>
  handed.map(([who, type, data]) =>
    type === 'hand-over-police'
      ? [who, type, { ...sample(type), handedOn: `${on}T00:30:00.000Z` }]
      : [who, type, ...(data ? [data] : [])],
  ) as Line[]

test('what never comes back is closed as transferred, with its papers', async () => {
  const id = await begun(matter, '2026-03-20', ...begunOn('2026-03-20'))
  await does(id, received('record-police-filed', '2026-03-20'))
  const materials = { ...sample('hand-over-materials'), handedOverOn: '2026-03-20' }
  await does(id, ['lin', 'hand-over-materials', materials])
  await does(id, ['lin', 'propose-transfer-closing'], ['gao', 'approve-transfer-closing'])
  expect((await stage.record(id)).status).toBe('closed')
  expect(await papersOf(id)).toEqual(
    expect.arrayContaining(['decide-transfer', 'hand-over-materials', 'approve-transfer-closing']),
  )
  await expect.poll(() => statusOf(id)).toBe('COMPLETED')
})
