// How does a period count that begins with a moment told later, and that was met before anybody wrote it down?
import { expect, test } from 'vitest'
import { correctedPeriods } from '../../domain/engine/clocks/corrected.ts'
import { begin } from '../../domain/engine/step.ts'
import type { ProcessDefinition } from '../../domain/model/process.ts'
import type { Obligation } from '../../domain/model/record.ts'
import { refusal } from '../case/acting.ts'
import { actor } from '../support/people/cast.ts'
import { periodOf } from '../support/periods-made-up.ts'
import { counter } from '../support/processes/counter.ts'
import { at } from '../support/tasks-made-up.ts'
import { decisionContextAt } from '../support/walks/walk.ts'
import { follow, later, of, record } from './periods.ts'

const hours = 'emergency-response.level-report'
const remembering = (context: Record<string, unknown>) => ({
  snapshot: { ...record.snapshot, context },
})
const calledAt = '2026-03-05T00:20:00.000Z'
const shown = ({ status, dueAt, endedAt }: Partial<Obligation> = {}) => [status, dueAt, endedAt]

test('a period of hours counts from the moment that the chart keeps, or from the midnight of a kept day', () => {
  const from = of({ due: { rule: hours, from: 'called' }, startsOn: ['call'] })
  const due = (called?: string) =>
    follow(from, 'call', {}, [], remembering(called ? { called } : {}))[0]?.dueAt
  expect(due(calledAt)).toBe('2026-03-05T02:20:00.000Z')
  expect(due('2026-03-05')).toBe('2026-03-04T18:00:00.000Z')
  expect(due()).toBe('2026-03-05T03:00:00.000Z')
})

test('where the moment is corrected the period moves with it, and only a period that counts from it', () => {
  const process = of({ due: { rule: hours, from: 'called' }, startsOn: ['call'] })
  const [running] = follow(process, 'call', {}, [], remembering({ called: calledAt }))
  const corrected = (before: string, is: string) =>
    correctedPeriods(
      process,
      { ...record, ...remembering({ called: is }), obligations: [running as Obligation] },
      { called: before },
      { type: 'other', seq: '9', stated: {}, is: {} },
      decisionContextAt(later),
    )[0]?.dueAt
  expect(corrected(calledAt, '2026-03-05T00:50:00.000Z')).toBe('2026-03-05T02:50:00.000Z')
  expect(corrected('2026-03-01T00:00:00.000Z', '2026-03-05T00:50:00.000Z')).toBe(running?.dueAt)
})

test('what was done before its fact was written down is met by that moment, though the end had passed meanwhile', () => {
  const process = of({ endsOn: ['note'], doneAt: ({ done }) => (done as string) ?? null })
  const running = periodOf('count', { status: 'overdue', dueAt: '2026-03-05T00:30:00.000Z' })
  const ended = (done: string | null) =>
    shown(follow(process, 'note', {}, [running], remembering({ done }))[0])
  expect(ended('2026-03-05T00:29:00.000Z')).toEqual([
    'met',
    running.dueAt,
    '2026-03-05T00:29:00.000Z',
  ])
  expect(ended('2026-03-05T00:30:00.000Z')[0]).toBe('met-late')
  expect(ended(null)).toEqual(['met-late', running.dueAt, later])
})

test('what was done before the period begins ends as it begins', () => {
  const process = of({
    due: { rule: hours, from: 'called' },
    startsOn: ['call'],
    doneAt: ({ done }) => (done as string) ?? null,
  })
  const begun = (done: string | null) =>
    shown(follow(process, 'call', {}, [], remembering({ called: calledAt, done }))[0])
  expect(begun('2026-03-05T00:40:00.000Z')).toEqual([
    'met',
    '2026-03-05T02:20:00.000Z',
    '2026-03-05T00:40:00.000Z',
  ])
  expect(begun(null)[0]).toBe('running')
})

test('a fact that answers a period and asks for the next one has met it; one that only asks replaces it', () => {
  const dated = { date: '2026-03-20' }
  const both = of({ startsOn: ['report'], endsOn: ['report'] })
  expect(follow(both, 'report', dated, [periodOf('count')]).map(({ status }) => status)).toEqual([
    'met',
    'running',
  ])
  const yielding = of({ startsOn: ['report'], endsOn: ['report'], yieldsOn: ['report'] })
  expect(
    follow(yielding, 'report', dated, [periodOf('count')]).map(({ status }) => status),
  ).toEqual(['replaced', 'running'])
})

test('a case does not begin with what its start refuses at that moment, and the refusal names the field', () => {
  const refusing: ProcessDefinition = {
    ...counter,
    start: {
      ...counter.start,
      refuses: ({ date }, now) =>
        String(date) < now.slice(0, 10)
          ? { field: 'date', words: { zh: '已过', en: 'It is over' } }
          : null,
    },
  }
  const begins = (date: string) =>
    begin(
      refusing,
      { id: 'c-1', number: '1' },
      {
        type: counter.start.type,
        data: { region: '330802', date },
        by: actor('lin'),
        at,
        signatures: [],
      },
      decisionContextAt(at),
    )
  expect(begins('2026-03-10').record.status).toBe('open')
  expect(refusal(() => begins('2026-03-01'))).toEqual({ code: 'invalid-input', words: '已过' })
  expect(() => begins('2026-03-01')).toThrow(
    expect.objectContaining({ details: expect.objectContaining({ field: 'date' }) }),
  )
})
