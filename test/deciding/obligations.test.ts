// How does a period begin, end and stand still, and what becomes of its levels?
import { expect, test } from 'vitest'
import { end, endAll, isRunning } from '../../domain/engine/clocks/obligations.ts'
import { clockOf } from '../../domain/engine/clocks/rearming.ts'
import type { Obligation } from '../../domain/model/record.ts'
import { levelOf, periodOf } from '../support/periods-made-up.ts'
import { counter } from '../support/processes/counter.ts'
import { follow, later, of, record, ruled } from './periods.ts'

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

test('a period that nobody owes any more gives way, whatever the fact is that leaves it so', () => {
  const process = of({ endsOn: ['finish'], yieldsIf: ({ count }) => count === 0 })
  const after = (type: string, count: number) =>
    follow(process, type, {}, [running], {
      snapshot: { ...record.snapshot, context: { count } },
    })[0]?.status
  expect([after('note', 1), after('note', 0), after('finish', 0)]).toEqual([
    'running',
    'replaced',
    'met',
  ])
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
  expect(endAll([one, met], { type: 'give-up', at: later })).toMatchObject([
    {
      status: 'cancelled',
      endedBy: 'give-up',
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
