// Which periods have moved under other calendars, and who reads of it?

import { expect, test } from 'vitest'
import { begin as beginPeriod } from '../../domain/engine/clocks/obligations.ts'
import { reckonAgain, reproject } from '../../domain/engine/reproject.ts'
import type { CaseEvent, ClockDefinition, ProcessDefinition } from '../../domain/model/process.ts'
import type { Obligation, Step } from '../../domain/model/record.ts'
import { decreeCalendars } from '../../domain/time/decrees.ts'
import { actor } from '../support/people/cast.ts'
import { levelOf, periodOf } from '../support/periods-made-up.ts'
import { counter } from '../support/processes/counter.ts'
import { at } from '../support/tasks-made-up.ts'
import { decisionContextAt, opened } from '../support/walks/walk.ts'

const [lin, _ji] = [actor('lin'), actor('ji')]
const later = '2026-03-03T01:00:00.000Z'
const context = decisionContextAt(later)
const { record } = opened(counter, lin, { region: '330802', date: '2026-03-10' }, at)
const _event = (type: string, more: Partial<CaseEvent> = {}): CaseEvent => ({
  type,
  data: {},
  by: lin,
  at: later,
  signatures: [],
  ...more,
})
const _step = (fact: number, from: string, more: Partial<Step> = {}): Step => ({
  from,
  type: 'finish',
  data: {},
  by: lin,
  signatures: [],
  at: later,
  fact,
  ...more,
})

const estimate = (more: Partial<Obligation> = {}) =>
  periodOf('count', {
    calendar: 'old',
    dateData: { date: '2026-03-10' },
    dueAt: '2026-03-10T16:00:00.000Z',
    ...more,
  })
const levels = () =>
  reckonAgain(counter, { ...record, obligations: [estimate()] }, context).obligations[0]
    ?.escalationLevels ?? []
const reckonedAfter = (before: Partial<Obligation>, now = later) =>
  reckonAgain(
    counter,
    { ...record, obligations: [estimate({ escalationLevels: levels(), ...before })] },
    { ...context, at: now },
  ).movedPeriods

test('a period whose end, certainty and levels are the same has not moved, though its calendars are new', () => {
  expect(reckonedAfter({})).toEqual([])
  expect(
    reproject(
      counter,
      { ...record, obligations: [estimate({ escalationLevels: levels() })] },
      context,
      null,
    ),
  ).toBe(null)
  expect(
    reckonAgain(
      counter,
      { ...record, obligations: [estimate({ calendar: decreeCalendars.version, due: 'x' })] },
      context,
    ).movedPeriods,
  ).toEqual([])
})

test('a period has moved by its end, by being certain now, or by a level more, less or elsewhere', () => {
  const base = {
    clock: 'count',
    obligation: 'count:1',
    to: '2026-03-10',
    firm: true,
    late: null,
    versions: null,
  }
  expect(reckonedAfter({ due: '2026-03-09', dueAt: '2026-03-09T16:00:00.000Z' })).toEqual([
    { ...base, from: '2026-03-09', firmed: false, escalationLevels: 0 },
  ])
  expect(reckonedAfter({ provisional: true })).toEqual([
    { ...base, from: '2026-03-10', firmed: true, escalationLevels: 0 },
  ])
  const [first, ...others] = levels()
  expect(reckonedAfter({ escalationLevels: others })).toEqual([
    { ...base, from: '2026-03-10', firmed: false, escalationLevels: 1 },
  ])
  expect(reckonedAfter({ escalationLevels: [...levels(), levelOf('more', 'planned')] })).toEqual([
    { ...base, from: '2026-03-10', firmed: false, escalationLevels: 0 },
  ])
  expect(
    reckonedAfter({ escalationLevels: [{ ...first!, plannedAt: at }, ...others] }),
  ).toMatchObject([{ escalationLevels: 1, firmed: false }])
  expect(
    reckonedAfter({ escalationLevels: [{ ...first!, provisional: true }, ...others] }),
  ).toMatchObject([{ escalationLevels: 1, firmed: true }])
})

test('an end that a change has moved into the past brings nothing about by itself; one that lies ahead again is said to', () => {
  const ahead = {
    due: '2026-03-20',
    dueAt: '2026-03-20T16:00:00.000Z',
    escalationLevels: [levelOf('late', 'fired')],
  }
  const pastNow = '2026-03-10T16:00:00.000Z'
  const gone = reckonAgain(
    counter,
    { ...record, obligations: [estimate(ahead)] },
    { ...context, at: pastNow },
  )
  expect(gone.movedPeriods).toMatchObject([{ late: 'newly' }])
  expect(
    gone.obligations[0]?.escalationLevels.map(({ status, provisional }) => [status, provisional]),
  ).toEqual([
    ['fired', false],
    ['planned', true],
  ])
  expect(reckonedAfter({ due: '2026-03-02', dueAt: at })).toMatchObject([{ late: 'no-longer' }])
  expect(reckonedAfter({ due: '2026-03-03', dueAt: later })).toMatchObject([{ late: 'no-longer' }])
  expect(reckonedAfter(ahead, '2026-03-10T15:59:59.999Z')).toMatchObject([{ late: null }])
  expect(
    reckonedAfter({ due: '2026-03-09', dueAt: '2026-03-09T16:00:00.000Z' }, pastNow),
  ).toMatchObject([{ late: null }])
})

test('a stopped period keeps its pause, and the party reads of what is shown to it alone', () => {
  const pauses = [{ kind: 'inspection', from: '2026-03-02', to: null, reason: '', article: null }]
  const stopped = reckonAgain(
    counter,
    { ...record, obligations: [estimate({ status: 'paused', pauses })] },
    context,
  )
  expect(stopped.obligations[0]).toMatchObject({ status: 'paused', pauses })
  const visible: ProcessDefinition = {
    ...counter,
    clocks: [
      ...counter.clocks,
      { ...(counter.clocks[0] as ClockDefinition), clock: 'shown', audience: 'party' },
    ],
  }
  const both = [
    estimate({ due: '2026-03-09' }),
    estimate({ id: 'shown:1', clock: 'shown', due: '2026-03-09' }),
  ]
  const draft = reproject(visible, { ...record, obligations: both }, context, null)
  expect(draft?.facts).toMatchObject([{ actor: { kind: 'system' }, audience: 'party' }])
  expect(
    reproject(visible, { ...record, obligations: both.slice(0, 1) }, context, null)?.facts[0]
      ?.audience,
  ).toBe('internal')
})

test('a stopped period keeps the end that was known last, however long it stands still', () => {
  const clock = {
    ...(counter.clocks[0] as ClockDefinition),
    due: { rule: 'hazchem-licence.review' },
  }
  const process: ProcessDefinition = { ...counter, clocks: [clock] }
  const running = beginPeriod(clock, { at, seq: 1, from: null, data: {} }, decisionContextAt(at))
  const stopped = {
    ...running,
    calendar: 'old',
    status: 'paused' as const,
    pauses: [{ kind: 'inspection', from: '2026-03-02', to: null, reason: '', article: null }],
  }
  const [again] = reckonAgain(
    process,
    { ...record, obligations: [stopped] },
    decisionContextAt('2026-03-20T01:00:00.000Z'),
  ).obligations
  expect(again).toMatchObject({ due: running.due, pauses: stopped.pauses, status: 'paused' })
})
