// What falls due next in a case, and which level does fire?
import { expect, test } from 'vitest'
import { nextDue } from '../../domain/engine/apply-due.ts'
import {
  acknowledgeEscalationLevels,
  agenda,
  escalationLevelOf,
  firing,
  markEscalationLevel,
} from '../../domain/engine/clocks/escalation-policy.ts'
import type { EscalationLevelDefinition, ProcessDefinition } from '../../domain/model/process.ts'
import type { EscalationLevelState, Obligation } from '../../domain/model/record.ts'
import { later } from '../../domain/time/instant.ts'
import { levelOf, periodOf } from '../support/periods-made-up.ts'
import { counter } from '../support/processes/counter.ts'
import { at } from '../support/tasks-made-up.ts'
import { decisionContextAt } from '../support/walks/walk.ts'
import { due, hour, level, period, withPeriods } from './levels.ts'

const items = (...obligations: Obligation[]) =>
  agenda(withPeriods(...obligations)).map(({ at, obligation, escalationLevel }) => [
    at,
    obligation,
    escalationLevel,
  ])

test('what falls due stands in order of time, the end of a period before a level of the same instant', () => {
  const one = period(level('later', later(due, hour)), level('late', due), level('warning', at))
  expect(items(one)).toEqual([
    [at, 'count:9', 'warning'],
    [due, 'count:9', null],
    [due, 'count:9', 'late'],
    [later(due, hour), 'count:9', 'later'],
  ])
  const sooner = periodOf('count', { id: 'count:8', dueAt: at, escalationLevels: [] })
  expect(items(one, sooner).slice(0, 2)).toEqual(
    [
      [at, 'count:9', 'warning'],
      [at, 'count:8', null],
    ].sort((a, b) => Number(a[2] !== null) - Number(b[2] !== null)),
  )
})

test('a period that is stopped or has ended has nothing to fall due; one that is overdue has its levels', () => {
  for (const status of ['paused', 'met', 'met-late', 'cancelled', 'replaced'] as const)
    expect(items({ ...period(level('late', due)), status })).toEqual([])
  expect(items({ ...period(level('late', due)), status: 'overdue' })).toEqual([
    [due, 'count:9', 'late'],
  ])
  expect(
    items({ ...period(levelOf('late', 'held'), levelOf('later', 'fired')), status: 'overdue' }),
  ).toEqual([])
})

test('the next thing due is the first by now, in an open case', () => {
  const of = withPeriods(period())
  expect(nextDue(of, decisionContextAt(due))?.at).toBe(due)
  expect(nextDue(of, decisionContextAt(later(due, -1)))).toBe(null)
  expect(nextDue({ ...of, status: 'closed' }, decisionContextAt(due))).toBe(null)
})

const warned: ProcessDefinition = {
  ...counter,
  clocks: counter.clocks.map((clock) => ({ ...clock, warn: { unit: 'WD', n: 2 } })),
}

test('a level is what its clock says; the warning is told to the clock’s own list and is never made up for', () => {
  expect(escalationLevelOf(counter, period(), 'later')).toMatchObject({
    escalationLevel: 'later',
    after: { unit: 'WD', n: 2 },
  })
  expect(escalationLevelOf(warned, period(), 'warning')).toEqual({
    escalationLevel: 'warning',
    words: { zh: '即将到期：计数期限', en: 'Due soon: Counting' },
    after: { unit: 'WD', n: -2 },
    event: null,
    notify: [],
    force: 'supervision',
    late: 'skip',
  })
  expect(() => escalationLevelOf(counter, period(), 'warning')).toThrow(
    'counter/count has no level warning',
  )
  expect(() => escalationLevelOf(warned, period(), 'never')).toThrow(
    'counter/count has no level never',
  )
})

const late = counter.clocks[0]?.escalationPolicy[0] as EscalationLevelDefinition
const fires = (
  more: Partial<EscalationLevelDefinition>,
  now: string,
  one = level('late', due),
  beside: EscalationLevelState[] = [],
) => firing({ ...late, ...more }, one, period(one, ...beside), now)

test('a legal effect never fires on an estimated date, but waits for a person; a mere supervision fires', () => {
  const estimated = level('late', due, { provisional: true })
  expect(fires({ force: 'legal' }, due, estimated)).toBe('held')
  expect(fires({ force: 'supervision' }, due, estimated)).toBe('fired')
  expect(fires({ force: 'legal' }, due)).toBe('fired')
})

test('within the hour a level is on time; after it its policy for late ones counts', () => {
  for (const policy of ['fire', 'collapse', 'skip'] as const)
    expect(
      fires({ late: policy }, later(due, hour - 1), level('late', due), [
        level('later', later(due, 5)),
      ]),
    ).toBe('fired')
  expect(fires({ late: 'skip' }, later(due, hour))).toBe('skipped')
  expect(fires({ late: 'fire' }, later(due, 9 * hour))).toBe('fired')
})

test('a late level collapses into a higher one that is due as well, and fires where none is', () => {
  const now = later(due, 9 * hour)
  const collapse = (...beside: EscalationLevelState[]) =>
    fires({ late: 'collapse' }, now, level('late', due), beside)
  expect(collapse()).toBe('fired')
  expect(collapse(level('later', now))).toBe('collapsed')
  expect(collapse(level('later', later(now, 1)))).toBe('fired')
  expect(collapse(level('later', due))).toBe('fired')
  expect(collapse(level('later', later(due, 1), { status: 'fired' }))).toBe('fired')
})

test('a level is marked with its own instant and that of its record; a held one has not fired', () => {
  const two = withPeriods(
    periodOf('count', { id: 'count:8', escalationLevels: [level('late', due)] }),
    period(level('late', due), level('later', due)),
  )
  const item = { at: due, obligation: 'count:9', escalationLevel: 'late' }
  const [other, marked] = markEscalationLevel(two, item, 'fired', later(due, 5))
  expect(other).toEqual(two.obligations[0])
  expect(marked).toMatchObject({
    status: 'overdue',
    escalationLevels: [
      { status: 'fired', firedAt: due, recordedAt: later(due, 5) },
      { status: 'planned', firedAt: null },
    ],
  })
  expect(markEscalationLevel(two, item, 'held', due)[1]?.escalationLevels[0]).toMatchObject({
    status: 'held',
    firedAt: null,
    recordedAt: due,
  })
})

test('a level before the end leaves the period running, and a period that is not running keeps how it stands', () => {
  const early = { at: later(due, -1), obligation: 'count:9', escalationLevel: 'late' }
  expect(
    markEscalationLevel(withPeriods(period(level('late', due))), early, 'fired', due)[0]?.status,
  ).toBe('running')
  const paused = withPeriods({ ...period(level('late', due)), status: 'paused' })
  expect(markEscalationLevel(paused, { ...early, at: due }, 'fired', due)[0]?.status).toBe('paused')
})

test('an acknowledgement stands on every level that has fired, but neither on the warning nor over an earlier one', () => {
  const input = { acknowledgedAt: at, acknowledgedBy: '吴检查' }
  const levels = [
    level('warning', at, { status: 'fired' }),
    level('a', at, { status: 'fired' }),
    level('b', at),
    level('c', at, { status: 'fired', ...input }),
  ]
  expect(
    acknowledgeEscalationLevels([period(...levels)], due, '林检查')[0]?.escalationLevels,
  ).toEqual([
    levels[0],
    { ...levels[1], acknowledgedAt: due, acknowledgedBy: '林检查' },
    levels[2],
    levels[3],
  ])
})
