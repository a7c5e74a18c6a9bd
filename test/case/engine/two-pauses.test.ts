// When a person has stopped a period and a fact stops it too, does each end on its own?
import { expect, test } from 'vitest'
import { followFact } from '../../../domain/engine/clocks/obligations.ts'
import { pause, resumeByHand } from '../../../domain/engine/clocks/rearming.ts'
import { reckonAgain } from '../../../domain/engine/reproject.ts'
import type { ClockDefinition } from '../../../domain/model/process.ts'
import type { CaseRecord } from '../../../domain/model/record.ts'
import { dueView } from '../../../domain/views/clock-view.ts'
import { actor } from '../../support/people/cast.ts'
import { counter } from '../../support/processes/counter.ts'
import { decisionContextAt, opened } from '../../support/walks/walk.ts'

const [plain] = counter.clocks
if (!plain) throw new Error('the counter has a clock')
const review: ClockDefinition = {
  ...plain,
  clock: 'review',
  due: { rule: 'licensing.decision' },
  startsOn: ['accept'],
  endsOn: ['decide'],
  pausesOn: {
    visit: { kind: 'expert-review', article: '第一条' },
    ask: { kind: 'hearing', article: '第二条' },
  },
  resumesOn: ['visited', 'heard'],
  warn: null,
  escalationPolicy: [],
}
const process = { ...counter, clocks: [review] }
const start = opened(
  counter,
  actor('lin'),
  { region: '330802', date: '2026-04-10' },
  '2026-03-02T01:00:00.000Z',
).record
const on = (day: string) => decisionContextAt(`${day}T01:00:00.000Z`)

/** A fact of the case, or what a person does to the clock. */
type Step = [what: string, day: string]
const gone = (...steps: Step[]) => {
  let record: CaseRecord = { ...start, obligations: [] }
  for (const [seq, [type, day]] of steps.entries()) {
    const at = `${day}T01:00:00.000Z`
    const [one] = record.obligations
    const obligations =
      one && type === 'by-hand'
        ? [pause(process, one, { kind: 'testing', reason: '检测', article: null }, on(day))]
        : one && type === 'resumed'
          ? [resumeByHand(process, one, on(day))]
          : followFact(process, record, { type, at, seq, data: {} }, on(day))
    record = { ...record, obligations }
  }
  const [one] = record.obligations
  if (!one) throw new Error('no period')
  return { record, one }
}
const said = (...steps: Step[]) => {
  const { status, due, pauses } = gone(...steps).one
  return [status, due, ...pauses.map(({ kind, from, to }) => `${kind} ${from}…${to ?? ''}`)]
}

// Twenty working days from 2026-03-02: 03-30. The test takes 03-05…03-18, the experts 03-10…03-12.
const tested: Step[] = [
  ['accept', '2026-03-02'],
  ['by-hand', '2026-03-05'],
]

test('the end of the experts is not the end of the test', () => {
  const stopped: Step[] = [...tested, ['visit', '2026-03-10'], ['visited', '2026-03-12']]
  expect(said(...stopped).slice(2)).toEqual([
    'testing 2026-03-05…',
    'expert-review 2026-03-10…2026-03-12',
  ])
  expect(said(...stopped)[0]).toBe('paused')
  // Ten working days in all, counted once: 04-14.
  expect(said(...stopped, ['resumed', '2026-03-18'])).toEqual([
    'running',
    '2026-04-14',
    'testing 2026-03-05…2026-03-18',
    'expert-review 2026-03-10…2026-03-12',
  ])
})

test('nor is the end of the test that of the hearing', () => {
  const asked: Step[] = [...tested, ['ask', '2026-03-10'], ['resumed', '2026-03-12']]
  expect(said(...asked)[0]).toBe('paused')
  expect(said(...asked).slice(2)).toEqual(['testing 2026-03-05…2026-03-12', 'hearing 2026-03-10…'])
  expect(said(...asked, ['heard', '2026-03-18']).slice(0, 2)).toEqual(['running', '2026-04-14'])
})

test('what was stopped by a fact alone a person may set going, and the fact that follows ends nothing', () => {
  const steps: Step[] = [
    ['accept', '2026-03-02'],
    ['ask', '2026-03-10'],
    ['resumed', '2026-03-12'],
  ]
  expect(said(...steps)).toEqual(['running', '2026-04-02', 'hearing 2026-03-10…2026-03-12'])
  expect(said(...steps, ['heard', '2026-03-18'])).toEqual(said(...steps))
  expect(said(...tested, ['heard', '2026-03-18'])).toEqual(said(...tested))
})

test('other calendars move nothing of what stands still by one of them', () => {
  const { record, one } = gone(...tested, ['visit', '2026-03-10'], ['visited', '2026-03-12'])
  const calendars = { ...on('2026-03-20').calendars, version: 'v2' }
  const { movedPeriods } = reckonAgain(process, record, { ...on('2026-03-20'), calendars })
  expect(movedPeriods).toEqual([])
  expect(one.due).toBe('2026-04-02')
})

test('a day that stands still twice is left out of the used time once', () => {
  const both: Step[] = [
    ...tested,
    ['visit', '2026-03-05'],
    ['visited', '2026-03-18'],
    ['resumed', '2026-03-18'],
  ]
  const { share } = dueView(gone(...both).one, on('2026-03-30'))
  // Of 03-02…04-14 fourteen days stood still: from the morning of the 5th to the evening of the 18th.
  const whole = Date.parse('2026-04-14T16:00:00.000Z') - Date.parse('2026-03-02T01:00:00.000Z')
  expect(share?.paused).toBeCloseTo((14 * 86_400_000) / whole, 5)
})
