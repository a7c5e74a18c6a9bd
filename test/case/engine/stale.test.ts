// Whose page is out of date: of an act on something that somebody else has changed since, and of no other.
import { describe, expect, test } from 'vitest'
import { decide } from '../../../domain/engine/decide.ts'
import { isStale, materialOf } from '../../../domain/engine/judging/judge.ts'
import { hazardRectification } from '../../../domain/hazard-rectification/process.ts'
import type { Person } from '../../../domain/organisation/actor.ts'
import { reported } from '../../hazard-rectification/samples.ts'
import { actor } from '../../support/people/cast.ts'
import { counter } from '../../support/processes/counter.ts'
import { decisionContextAt, done, opened, type Situation } from '../../support/walks/walk.ts'
import { refusal } from '../acting.ts'

const at = '2026-03-02T01:00:00.000Z'
const [lin, wu, chen, qi, yu] = [actor('lin'), actor('wu'), actor('chen'), actor('qi'), actor('yu')]
const begun = opened(counter, lin, { region: '330802', date: '2026-03-10' }, at)
const seen = materialOf(begun.record)

/** Whether an act of `by`, whose page showed the case as of `ifMatch`, comes too late. */
const stale = (
  { record }: Situation,
  type: string,
  ifMatch: number | null,
  { by = wu, taskId = null }: { by?: Person; taskId?: string | null } = {},
) => isStale(counter, record, { type, data: {}, taskId }, ifMatch, by)

/** What the case answers to that act, by the function that commits. */
const answer = (
  { record }: Situation,
  type: string,
  data: Record<string, unknown>,
  ifMatch: number | null,
  by = wu,
) =>
  refusal(() =>
    decide(
      counter,
      record,
      { type, data, taskId: null, by, ifMatch, occurredAt: at },
      decisionContextAt(at),
    ),
  ).code

describe('a page of before somebody else’s act', () => {
  const added = done(counter, begun, lin, 'add', { n: 1 })

  test('is out of date for the next act on the same step, and the act is refused as such', () => {
    expect(stale(added, 'add', seen)).toBe(true)
    expect(answer(added, 'add', { n: 2 }, seen)).toBe('stale-revision')
  })
  test('is refused as out of date before anything else is said of the act', () => {
    expect(answer(added, 'add', { n: 'many' }, seen)).toBe('stale-revision')
    expect(answer(done(counter, begun, lin, 'finish'), 'add', { n: 2 }, seen)).toBe(
      'stale-revision',
    )
  })
  test('is out of date for an act on a named task of that step', () => {
    const [taskId = ''] = Object.keys(added.record.openTasks)
    expect(stale(added, 'add', seen, { taskId })).toBe(true)
    expect(stale(added, 'add', materialOf(added.record), { taskId })).toBe(false)
  })
  test('is up to date again once it shows that act', () => {
    const now = materialOf(added.record)
    expect([stale(added, 'add', now), stale(added, 'add', now - 1)]).toEqual([false, true])
    expect(answer(added, 'add', { n: 2 }, now)).toBe('none')
  })
  test('says nothing where no revision is sent', () => {
    expect(stale(added, 'add', null)).toBe(false)
    expect(answer(added, 'add', { n: 2 }, null)).toBe('none')
  })
  test('is no hindrance to looking at a hidden answer', () => {
    expect(stale(added, 'unmask', seen)).toBe(false)
  })
})

test.each([
  ['an urge', chen, 'urge', { reason: '请尽快' }],
  ['a claim', lin, 'claim', {}],
] as const)('after %s of somebody else a page is up to date still', (_, by, type, data) => {
  const since = done(counter, begun, by, type, data)
  expect(since.record.revision).toBeGreaterThan(begun.record.revision)
  expect(stale(since, 'add', seen)).toBe(false)
  expect(answer(since, 'finish', {}, seen, lin)).toBe('none')
})

describe('where a case goes on in several regions', () => {
  const hazard = opened(hazardRectification, qi, reported, at)
  const before = materialOf(hazard.record)
  const supervised = ((): Situation => {
    const graded = done(hazardRectification, hazard, lin, 'verify', {
      grade: 'major',
      findings: '属实',
      criteria: [],
    })
    return done(hazardRectification, graded, wu, 'sign')
  })()
  const isLate = (
    situation: Situation,
    type: string,
    by: Person,
    ifMatch: number,
    taskId: string | null = null,
  ) => isStale(hazardRectification, situation.record, { type, data: {}, taskId }, ifMatch, by)

  test('an act in one of them makes no page out of date for an act in another', () => {
    const now = materialOf(supervised.record)
    const [changed] = Object.entries(supervised.record.material).filter(
      ([, revision]) => revision === now,
    )
    expect(Object.keys(supervised.record.material).length).toBeGreaterThan(1)
    expect(changed?.[0]).toBe('handling')
    expect(isLate(supervised, 'issue-order', lin, before)).toBe(true)
    expect(isLate(supervised, 'raise-supervision', yu, before)).toBe(false)
  })
  test('an act that belongs to no step is out of date after any of them', () => {
    expect(isLate(supervised, 'copy', lin, before)).toBe(true)
    expect(isLate(supervised, 'copy', lin, materialOf(supervised.record))).toBe(false)
  })
})
