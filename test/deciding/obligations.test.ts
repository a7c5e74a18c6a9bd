// How does a period begin, end, stand still, go on, grow longer and start again, and what becomes of its levels?
import { expect, test } from 'vitest'
import {
  begin,
  clockOf,
  end,
  endAll,
  extend,
  followFact,
  fromOf,
  isExtendable,
  isRunning,
  pause,
  rearm,
  resume,
  revive,
} from '../../domain/engine/clocks/obligations.ts'
import { courseOf, endOfDay } from '../../domain/engine/clocks/reckoning.ts'
import type { ClockDefinition, ProcessDefinition } from '../../domain/model/process.ts'
import type { CaseRecord, Obligation } from '../../domain/model/record.ts'
import { refusal } from '../case/acting.ts'
import { actor } from '../support/people/cast.ts'
import { levelOf, periodOf, threeClocks } from '../support/periods-made-up.ts'
import { counter } from '../support/processes/counter.ts'
import { at } from '../support/tasks-made-up.ts'
import { decisionContextAt, opened } from '../support/walks/walk.ts'

const { record } = opened(counter, actor('lin'), { region: '330802', date: '2026-03-10' }, at)
const [like] = counter.clocks as [ClockDefinition]
const later = '2026-03-05T01:00:00.000Z'
const context = decisionContextAt(later)
const of = (clock: Partial<ClockDefinition>): ProcessDefinition => ({
  ...counter,
  clocks: [{ ...like, startsOn: [], endsOn: [], ...clock }],
})
const ruled = { due: { rule: 'hazchem-licence.review' } } as const
const follow = (
  process: ProcessDefinition,
  type: string,
  data: Record<string, unknown>,
  obligations: Obligation[],
  more: Partial<CaseRecord> = {},
) =>
  followFact(
    process,
    { ...record, ...more, obligations },
    { type, at: later, seq: 7, data },
    context,
  )
const running = periodOf('count')
const states = (obligations: Obligation[]) =>
  obligations.map(({ id, status, due }) => `${id} ${status} ${due}`)

test('what runs is running, stopped or past its date without an answer', () => {
  const all = ['running', 'paused', 'overdue', 'met', 'met-late', 'cancelled', 'replaced'] as const
  expect(all.filter((status) => isRunning(periodOf('count', { status })))).toEqual([
    'running',
    'paused',
    'overdue',
  ])
  expect(() => clockOf(counter, { clock: 'none' })).toThrow('counter has no clock none')
})

test('a fact starts a period under its own number, and replaces one that still runs', () => {
  const process = of({ startsOn: ['order'] })
  const [old, fresh] = follow(
    process,
    'order',
    { date: '2026-03-20' },
    [running, periodOf('other')].slice(0, 1),
  )
  expect([old?.status, old?.endedAt]).toEqual(['replaced', later])
  expect(fresh).toMatchObject({
    id: 'count:7',
    clock: 'count',
    status: 'running',
    due: '2026-03-20',
    dueAt: '2026-03-20T16:00:00.000Z',
    startedAt: later,
    start: '2026-03-05',
    epoch: 1,
    rule: null,
    dateData: { date: '2026-03-20' },
  })
  expect(follow(process, 'else', {}, [running])).toEqual([running])
  const ended = periodOf('count', { status: 'met' })
  expect(follow(process, 'order', { date: '2026-03-20' }, [ended])[0]).toEqual(ended)
})

test('a fact starts a period only where the case remembers what it wants', () => {
  const process = of({ startsOn: ['order'], startsIf: ({ count }) => count === 1 })
  expect(follow(process, 'order', { date: '2026-03-20' }, [])).toEqual([])
  expect(
    follow(process, 'order', { date: '2026-03-20' }, [], {
      snapshot: { ...record.snapshot, context: { count: 1 } },
    }),
  ).toHaveLength(1)
})

test('a fact ends its own period as met, in time or late; a fact after which it yields replaces it', () => {
  const process = of({ endsOn: ['finish'], yieldsOn: ['give-way'] })
  expect(states(follow(process, 'finish', {}, [running]))).toEqual(['count:1 met 2026-03-10'])
  expect(follow(process, 'finish', {}, [{ ...running, status: 'overdue' }])[0]?.status).toBe(
    'met-late',
  )
  expect(follow(process, 'give-way', {}, [{ ...running, status: 'overdue' }])[0]?.status).toBe(
    'replaced',
  )
})

test('a period that ends at its very end is late, just before it is in time, and its levels that wait are off', () => {
  const levels = (['planned', 'held', 'fired', 'skipped'] as const).map((status) =>
    levelOf(status, status),
  )
  const one = { ...running, escalationLevels: levels }
  expect(end(one, 'met', one.dueAt).status).toBe('met-late')
  expect(end(one, 'met', '2026-03-10T15:59:59.999Z').status).toBe('met')
  expect(end(one, 'replaced', one.dueAt)).toMatchObject({ status: 'replaced', endedAt: one.dueAt })
  expect(end(one, 'met', later).escalationLevels.map(({ status }) => status)).toEqual([
    'cancelled',
    'cancelled',
    'fired',
    'skipped',
  ])
  const met = periodOf('count', { status: 'met' })
  expect(endAll([one, met], later)).toMatchObject([
    {
      status: 'cancelled',
      endedAt: later,
      escalationLevels: [{ status: 'cancelled' }, {}, {}, {}],
    },
    met,
  ])
})

test('a fact that moves a date gives the period a new one, and says why; an ended one keeps its own', () => {
  const process = of({ movesOn: ['extend'] })
  const dated = { ...running, dateData: { date: '2026-03-10' } }
  const [after] = follow(process, 'extend', { date: '2026-03-17', reason: '备件' }, [dated])
  expect(after).toMatchObject({
    due: '2026-03-17',
    epoch: 2,
    extensions: [{ by: 7, reason: '备件', at: '2026-03-05' }],
    explanation: { zh: expect.stringContaining('经批准延长7日') },
  })
  expect(follow(process, 'extend', { date: '2026-03-17' }, [dated])[0]?.extensions[0]?.reason).toBe(
    '',
  )
  const met = periodOf('count', { status: 'met' })
  expect(follow(process, 'extend', { date: '2026-03-17' }, [met])).toEqual([met])
})

test('a fact that moves a period of the rule book lengthens it by its units', () => {
  const process = of({ ...ruled, movesOn: ['extend'] })
  const [first] = follow(of({ ...ruled, startsOn: ['order'] }), 'order', {}, [])
  const [after] = follow(process, 'extend', { by: 5, reason: '疑难' }, [first as Obligation])
  expect(after?.extensions).toEqual([{ by: 5, reason: '疑难', at: '2026-03-05' }])
  expect(after && first && after.dueAt > first.dueAt).toBe(true)
  expect(
    follow(process, 'extend', { by: 5 }, [first as Obligation])[0]?.extensions[0]?.reason,
  ).toBe('')
})

test('a fact that starts and moves starts', () => {
  const process = of({ startsOn: ['order'], movesOn: ['order'] })
  expect(states(follow(process, 'order', { date: '2026-03-20' }, [running]))).toEqual([
    'count:1 replaced 2026-03-10',
    'count:7 running 2026-03-20',
  ])
})

test('a fact after which nobody need be reminded takes the warning off, and leaves the levels', () => {
  const process = of({ quietOn: ['finish'] })
  const levels = [levelOf('warning', 'planned'), levelOf('late', 'planned')]
  const one = { ...running, escalationLevels: levels }
  expect(
    follow(process, 'finish', {}, [one])[0]?.escalationLevels.map(({ status }) => status),
  ).toEqual(['cancelled', 'planned'])
  const met = { ...one, status: 'met' as const }
  expect(follow(process, 'finish', {}, [met])).toEqual([met])
  const other = periodOf('other', { escalationLevels: levels })
  expect(follow(process, 'finish', {}, [other])).toEqual([other])
})

test('a fact stops a period on its ground, another sets it going again; only a running one is stopped', () => {
  const process = of({
    ...ruled,
    pausesOn: { halt: { kind: 'inspection', article: '第五条' } },
    resumesOn: ['resume'],
  })
  const [first] = follow(of({ ...ruled, startsOn: ['order'] }), 'order', {}, []) as [Obligation]
  const [stopped] = follow(process, 'halt', { reason: '勘验' }, [first]) as [Obligation]
  expect(stopped).toMatchObject({
    status: 'paused',
    pauses: [
      { kind: 'inspection', article: '第五条', reason: '勘验', from: '2026-03-05', to: null },
    ],
  })
  expect(follow(process, 'halt', {}, [first])[0]?.pauses[0]?.reason).toBe('')
  expect(follow(process, 'halt', {}, [stopped])).toEqual([stopped])
  expect(follow(process, 'resume', {}, [stopped])[0]).toMatchObject({
    status: 'running',
    pauses: [{ to: '2026-03-05' }],
  })
  expect(follow(process, 'resume', {}, [first])).toEqual([first])
  const other = periodOf('another')
  expect(follow({ ...process, clocks: [...process.clocks] }, 'halt', {}, [other])).toEqual([other])
})

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

const dated = periodOf('count', { dateData: { date: '2026-03-20' } })

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
    resume(threeClocks, first, decisionContextAt('2026-03-09T01:00:00.000Z')).pauses.map(
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
