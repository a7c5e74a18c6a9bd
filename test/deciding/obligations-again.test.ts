// How does a period begin from a kept date, go on, grow longer and start again?
import { expect, test } from 'vitest'
import { begin, fromOf, isExtendable } from '../../domain/engine/clocks/obligations.ts'
import {
  clockOf,
  extend,
  pause,
  rearm,
  resumeByHand,
  revive,
} from '../../domain/engine/clocks/rearming.ts'
import { courseOf, endOfDay } from '../../domain/engine/clocks/reckoning.ts'
import type { ClockDefinition } from '../../domain/model/process.ts'
import type { CaseRecord } from '../../domain/model/record.ts'
import { refusal } from '../case/acting.ts'
import { levelOf, periodOf, threeClocks } from '../support/periods-made-up.ts'
import { counter } from '../support/processes/counter.ts'
import { at } from '../support/tasks-made-up.ts'
import { decisionContextAt } from '../support/walks/walk.ts'
import { context, dated, follow, later, like, of, record, ruled } from './periods.ts'

test('a period may count from the date that the case keeps, or to a date that it keeps', () => {
  const from = {
    ...like,
    due: { rule: 'hazchem-licence.review', from: 'acceptedOn' },
  } as ClockDefinition
  const kept = (acceptedOn: unknown): CaseRecord => ({
    ...record,
    snapshot: { ...record.snapshot, context: { acceptedOn } },
  })
  expect(fromOf(from, kept('2026-03-03'))).toBe('2026-03-02T16:00:00.000Z')
  expect(fromOf(from, kept(undefined))).toBe(null)
  expect(fromOf(like, kept('2026-03-03'))).toBe(null)
  const [begun] = follow(
    of({ due: from.due, startsOn: ['order'] }),
    'order',
    {},
    [],
    kept('2026-03-03'),
  )
  expect(begun).toMatchObject({ start: '2026-03-03', startedAt: '2026-03-02T16:00:00.000Z' })
  const [ahead] = follow(
    of({ due: from.due, startsOn: ['order'] }),
    'order',
    {},
    [],
    kept('2026-03-09'),
  )
  expect(ahead).toMatchObject({ start: '2026-03-09', startedAt: later })
  const toKept = of({
    due: { dateField: 'expiresOn', article: '§', kept: true },
    startsOn: ['order'],
  })
  expect(
    follow(toKept, 'order', { expiresOn: '2026-09-09' }, [], {
      snapshot: { ...record.snapshot, context: { expiresOn: '2026-04-01' } },
    })[0],
  ).toMatchObject({
    due: '2026-04-01',
    dateData: { expiresOn: '2026-04-01' },
  })
})

test('a promised limit says so; a period of the rule book keeps its rule and no date, one to a moment keeps that moment', () => {
  const start = { at: later, seq: 7, from: null }
  expect(
    begin({ ...like, promised: true }, { ...start, data: { date: '2026-03-20' } }, context)
      .promised,
  ).toBe(true)
  expect('promised' in begin(like, { ...start, data: { date: '2026-03-20' } }, context)).toBe(false)
  expect(begin({ ...like, ...ruled }, { ...start, data: { date: 'x' } }, context)).toMatchObject({
    rule: 'hazchem-licence.review',
    dateData: {},
  })
  const moment = begin(
    { ...like, due: { momentField: 'until', article: '§' } },
    { ...start, data: { until: '2026-03-06T02:30:00.000Z' } },
    context,
  )
  expect(moment).toMatchObject({
    due: '2026-03-06',
    dueAt: '2026-03-06T02:30:00.000Z',
    dateData: { until: '2026-03-06T02:30:00.000Z' },
    explanation: { zh: expect.stringContaining('10:30') },
  })
})

test('a reminder before the period has begun is skipped, a level of that time is not', () => {
  const warned = { ...like, warn: { unit: 'ND', n: 5 } } as ClockDefinition
  const short = begin(
    warned,
    { at: later, seq: 7, from: null, data: { date: '2026-03-06' } },
    context,
  )
  expect(
    short.escalationLevels.map(({ escalationLevel, status }) => `${escalationLevel} ${status}`),
  ).toEqual(['warning skipped', 'late planned', 'later planned'])
  const long = begin(
    warned,
    { at: later, seq: 7, from: null, data: { date: '2026-03-20' } },
    context,
  )
  expect(long.escalationLevels[0]).toMatchObject({
    escalationLevel: 'warning',
    status: 'planned',
    plannedAt: '2026-03-15T01:00:00.000Z',
  })
  const exact = begin(
    warned,
    { at: '2026-03-15T01:00:00.000Z', seq: 7, from: null, data: { date: '2026-03-20' } },
    context,
  )
  expect(exact.escalationLevels[0]?.status).toBe('skipped')
})

test('only what the rule book or its owner decides can be lengthened', () => {
  expect(isExtendable({ ...like, ...ruled })).toBe(true)
  expect(isExtendable(like)).toBe(false)
  expect(isExtendable({ ...like, due: { dateField: 'd', article: '', extendable: true } })).toBe(
    true,
  )
  expect(isExtendable({ ...like, due: { momentField: 'd', article: '' } })).toBe(false)
})

test('reckoned again, a period keeps what has been notified, plans the rest anew, and is running again if its end lies ahead', () => {
  const levels = [levelOf('late', 'fired'), levelOf('later', 'held')]
  const again = rearm(counter, { ...dated, status: 'overdue', escalationLevels: levels }, context)
  expect(again).toMatchObject({ status: 'running', due: '2026-03-20', epoch: 2 })
  expect(again.escalationLevels).toEqual([
    levels[0],
    { ...levelOf('later', 'planned'), plannedAt: '2026-03-24T16:00:00.000Z' },
  ])
  expect(
    rearm(counter, { ...dated, status: 'overdue' }, decisionContextAt('2026-03-20T16:00:00.000Z'))
      .status,
  ).toBe('overdue')
  expect(rearm(counter, { ...dated, status: 'paused' }, context).status).toBe('paused')
})

test('a period that was met by an act which no longer stands goes on, stopped if it was stopped then', () => {
  const met = {
    ...dated,
    status: 'met' as const,
    endedAt: later,
    escalationLevels: [levelOf('late', 'cancelled')],
  }
  const again = revive(counter, met, context)
  expect(again).toMatchObject({ status: 'running', endedAt: null })
  expect(again.escalationLevels.map(({ status }) => status)).toEqual(['planned', 'planned'])
  const fired = {
    ...met,
    escalationLevels: [levelOf('late', 'fired'), levelOf('later', 'cancelled')],
  }
  expect(revive(counter, fired, context).escalationLevels.map(({ status }) => status)).toEqual([
    'fired',
    'planned',
  ])
  const halt = { kind: 'inspection', reason: '', article: null, from: '2026-03-04' }
  expect(revive(counter, { ...met, pauses: [{ ...halt, to: null }] }, context).status).toBe(
    'paused',
  )
  expect(revive(counter, { ...met, pauses: [{ ...halt, to: '2026-03-05' }] }, context).status).toBe(
    'running',
  )
})

test('a stop that has ended stays as it ended when the period goes on', () => {
  const review = begin(
    clockOf(threeClocks, { clock: 'review' }),
    { at, seq: 1, from: null, data: {} },
    context,
  )
  const halted = pause(
    threeClocks,
    pause(
      threeClocks,
      review,
      { kind: 'inspection', reason: '一', article: null },
      decisionContextAt('2026-03-03T01:00:00.000Z'),
    ),
    { kind: 'inspection', reason: '二', article: null },
    context,
  )
  const first = {
    ...halted,
    pauses: [{ ...halted.pauses[0]!, to: '2026-03-04' }, halted.pauses[1]!],
  }
  expect(
    resumeByHand(threeClocks, first, decisionContextAt('2026-03-09T01:00:00.000Z')).pauses.map(
      ({ to }) => to,
    ),
  ).toEqual(['2026-03-04', '2026-03-09'])
  expect(
    refusal(() =>
      pause(threeClocks, review, { kind: 'weather', reason: '', article: null }, context),
    ).code,
  ).toBe('invalid-input')
})

test('each lengthening is kept with its day, and an end set to a moment is never lengthened', () => {
  const once = extend(counter, dated, { by: 3, reason: '一' }, context)
  const twice = extend(counter, once, { by: 2, reason: '二' }, context)
  expect(twice).toMatchObject({
    due: '2026-03-25',
    extensions: [
      { by: 3, reason: '一', at: '2026-03-05' },
      { by: 2, reason: '二' },
    ],
  })
  const moment = of({ due: { momentField: 'until', article: '§' } })
  const one = periodOf('count', { dateData: { until: later } })
  expect(refusal(() => extend(moment, one, { by: 1, reason: '' }, context)).code).toBe(
    'not-possible-now',
  )
})

test('how far a period has run is said of the rule book alone, from its moment or from its day, without what stood still', () => {
  expect(courseOf(dated, context)).toBe(null)
  const review = begin(
    clockOf(threeClocks, { clock: 'review' }),
    { at, seq: 1, from: null, data: {} },
    context,
  )
  const summary = courseOf(review, context)
  expect(summary?.zh).toMatch(/第3\//)
  expect(courseOf({ ...review, start: '2026-03-03' }, context)?.zh).toMatch(/第2\//)
  const halted = {
    ...review,
    pauses: [
      { kind: 'inspection', from: '2026-03-03', to: '2026-03-03', reason: '', article: null },
    ],
  }
  expect(courseOf(halted, context)?.zh).not.toBe(summary?.zh)
  expect(
    courseOf({ ...review, extensions: [{ at: '2026-03-04', by: 5, reason: '' }] }, context)?.zh,
  ).not.toBe(summary?.zh)
  expect(endOfDay('2026-03-10').at).toBe('2026-03-10T16:00:00.000Z')
})
