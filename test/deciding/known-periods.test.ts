// Which periods may be reckoned once for many cases, and which differ with every moment?
import { expect, test } from 'vitest'
import { begin } from '../../domain/engine/clocks/obligations.ts'
import { planEscalationLevels } from '../../domain/engine/clocks/reckoning.ts'
import type { DecisionContext, Known } from '../../domain/model/decision-context.ts'
import type { ClockDefinition } from '../../domain/model/process.ts'
import { decreeCalendars } from '../../domain/time/decrees.ts'
import { counter } from '../support/processes/counter.ts'

const [like] = counter.clocks as [ClockDefinition]
const context = (known?: Known): DecisionContext => ({
  at: '2026-03-02T01:00:00.000Z',
  calendars: decreeCalendars,
  noticeWindowMs: 0,
  ...(known ? { known } : {}),
})
const endOf = (rule: string, at: string, known?: Known) =>
  begin(
    { ...like, warn: null, escalationPolicy: [], due: { rule } },
    { at, seq: 1, from: null, data: {} },
    context(known),
  ).dueAt
const [morning, noon] = ['2026-03-02T01:00:00.000Z', '2026-03-02T04:30:00.000Z']
const hours = 'emergency-response.unit-report'

test('periods of days that begin on one day end together, and are reckoned once', () => {
  const known: Known = new Map()
  const ends = [morning, noon].map((at) => endOf('hazchem-licence.review', at, known))
  expect(ends[0]).toBe(ends[1])
  expect(known.size).toBe(1)
  expect(endOf('hazchem-licence.review', '2026-03-03T01:00:00.000Z', known)).not.toBe(ends[0])
  expect(known.size).toBe(2)
})

test('periods of hours end with their own moments, however many are reckoned beside each other', () => {
  const known: Known = new Map()
  const ends = [morning, noon].map((at) => Date.parse(endOf(hours, at, known)) - Date.parse(at))
  expect(ends[0]).toBe(ends[1])
  expect(ends[0]).toBeLessThan(86_400_000)
  expect(known.size).toBe(0)
})

test('a period reckoned before is not reckoned again, and without such a memory it ends the same', () => {
  const known: Known = new Map()
  const first = endOf('hazchem-licence.review', morning, known)
  const [[key, limit]] = [...known] as [[string, never]]
  known.set(key, { ...(limit as object), dueAt: '2030-01-01T00:00:00.000Z' } as never)
  expect(endOf('hazchem-licence.review', morning, known)).toBe('2030-01-01T00:00:00.000Z')
  expect(endOf('hazchem-licence.review', morning)).toBe(first)
})

test('a level of minutes counts from the very end, one of no days falls on it, and all are as firm as the end', () => {
  const level = like.escalationPolicy[0]!
  const clock = {
    ...like,
    warn: null,
    escalationPolicy: [
      { ...level, after: { unit: 'MIN' as const, n: 30 } },
      { ...level, escalationLevel: 'b', after: { unit: 'ND' as const, n: 0 } },
      { ...level, escalationLevel: 'c', after: { unit: 'ND' as const, n: 1 } },
    ],
  }
  const end = { due: '2026-03-10', dueAt: '2026-03-10T02:00:00.000Z', provisional: false }
  expect(
    planEscalationLevels(clock, end, context()).map(({ plannedAt, provisional }) => [
      plannedAt,
      provisional,
    ]),
  ).toEqual([
    ['2026-03-10T02:30:00.000Z', false],
    ['2026-03-10T02:00:00.000Z', false],
    ['2026-03-11T16:00:00.000Z', false],
  ])
  expect(
    planEscalationLevels(clock, { ...end, provisional: true }, context()).every(
      ({ provisional }) => provisional,
    ),
  ).toBe(true)
})
