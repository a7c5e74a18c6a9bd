// What does a level that falls due do in a case, and what is kept of it?
import { expect, test } from 'vitest'
import { applyDue } from '../../domain/engine/apply-due.ts'
import type { EscalationLevelDefinition, ProcessDefinition } from '../../domain/model/process.ts'
import type { CaseRecord } from '../../domain/model/record.ts'
import { later } from '../../domain/time/instant.ts'
import { periodOf } from '../support/periods-made-up.ts'
import { counter } from '../support/processes/counter.ts'
import { decisionContextAt } from '../support/walks/walk.ts'
import { due, hour, level, period, record, withPeriods } from './levels.ts'

const apply = (of: CaseRecord, escalationLevel: string | null, now = due, process = counter) =>
  applyDue(process, of, { at: due, obligation: 'count:9', escalationLevel }, decisionContextAt(now))

test('a level that falls due fires, its event happens as of its own instant, and nothing can be taken back any more', () => {
  const done = apply(
    {
      ...withPeriods(
        periodOf('count', { id: 'count:8' }),
        period(level('later', later(due, 1)), level('late', due)),
      ),
      undo: { by: 'lin' } as never,
    },
    'late',
    later(due, 5),
  )
  expect(done.record).toMatchObject({
    revision: record.revision + 1,
    undo: null,
    snapshot: { context: { late: 1 } },
  })
  expect(done.facts).toMatchObject([
    {
      type: 'escalation',
      occurredAt: due,
      recordedAt: later(due, 5),
      actor: { kind: 'clock' },
      audience: 'internal',
      data: {
        clock: 'count',
        obligation: 'count:9',
        escalationLevel: 'late',
        due: '2026-03-10',
        status: 'fired',
      },
    },
    { type: 'fall-late', actor: { kind: 'clock' } },
  ])
  expect(done.effects).toMatchObject([
    { about: 'fall-late', escalationLevel: 'late', obligation: 'count:9' },
  ])
})

test('a held level is told to the owner of its clock alone, a skipped one to nobody, a collapsed one moves the case and is told to nobody', () => {
  const policies = (more: Partial<EscalationLevelDefinition>): ProcessDefinition => ({
    ...counter,
    clocks: counter.clocks.map((clock) => ({
      ...clock,
      escalationPolicy: clock.escalationPolicy.map((one) => ({ ...one, ...more })),
    })),
  })
  const held = apply(
    withPeriods(period(level('late', due, { provisional: true }))),
    'late',
    due,
    policies({ force: 'legal' }),
  )
  expect([
    held.facts.map(({ data }) => data.status),
    held.effects.map(({ about }) => about),
  ]).toEqual([['held'], ['held']])
  const long = later(due, 9 * hour)
  const skipped = apply(
    withPeriods(period(level('late', due))),
    'late',
    long,
    policies({ late: 'skip' }),
  )
  expect([skipped.facts.map(({ data }) => data.status), skipped.effects]).toEqual([['skipped'], []])
  const collapsed = apply(
    withPeriods(period(level('late', due), level('later', later(due, hour)))),
    'late',
    long,
    policies({ late: 'collapse' }),
  )
  expect([collapsed.facts.map(({ type }) => type), collapsed.effects]).toEqual([
    ['escalation', 'fall-late'],
    [],
  ])
  expect(collapsed.facts[0]?.data.status).toBe('collapsed')
})

test('a level without an event leaves the case where it is', () => {
  const done = apply(withPeriods(period(level('later', due))), 'later')
  expect(done.facts.map(({ type }) => type)).toEqual(['escalation'])
  expect(done.effects).toMatchObject([{ about: 'later' }])
})

test('the end of a period makes it overdue, and says so to whom the clock is shown', () => {
  const other = periodOf('count', { id: 'count:8' })
  const done = apply(withPeriods(other, period()), null, later(due, 5))
  expect(done.record.obligations).toMatchObject([{ status: 'running' }, { status: 'overdue' }])
  expect(done.facts).toEqual([
    expect.objectContaining({
      type: 'expired',
      occurredAt: due,
      recordedAt: later(due, 5),
      actor: { kind: 'clock' },
      audience: 'internal',
      data: { clock: 'count', obligation: 'count:9', due: '2026-03-10' },
    }),
  ])
})

test('the end is told to whom its own clock is shown, whatever other clocks there are', () => {
  const [like] = counter.clocks
  const process = {
    ...counter,
    clocks: [
      { ...like!, clock: 'inner' },
      { ...like!, audience: 'party' as const },
    ],
  }
  const done = apply(
    withPeriods(periodOf('inner', { id: 'inner:1', due: '2026-04-01' }), period()),
    null,
    due,
    process,
  )
  expect(done.facts).toMatchObject([
    { audience: 'party', data: { clock: 'count', due: '2026-03-10' } },
  ])
})

test('what is not in the case cannot fall due', () => {
  expect(() => apply(withPeriods(), 'late')).toThrow('no obligation count:9')
  expect(() => apply(withPeriods(period(level('later', due))), 'late')).toThrow('no level late')
})
