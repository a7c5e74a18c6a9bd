// How long does a case stay in its states: parallel regions, stops, returns, a second generation?
import { describe, expect, test } from 'vitest'
import { processes } from '../../domain/processes.ts'
import {
  type FlowFact,
  type FlowState,
  figuresOf,
  flowStates,
  mondayOf,
  percentile,
  staysOf,
  weekOf,
} from '../../domain/views/flow.ts'

const states: FlowState[] = [
  ...['work.first', 'work.second', 'work.third'].map((state, rank) => ({
    state,
    rank,
    lane: 'work',
  })),
  ...['watch.none', 'watch.red'].map((state, rank) => ({ state, rank: rank + 3, lane: 'watch' })),
]
const at = (day: number, hour = 9) => new Date(Date.UTC(2026, 2, day, hour - 8)).toISOString()
let seq = 0
const fact = (day: number, before: string | null, after: string | null): FlowFact => ({
  seq: ++seq,
  occurredAt: at(day),
  before,
  after,
})
const textsOf = (facts: FlowFact[], pauses: Parameters<typeof staysOf>[1] = []) =>
  staysOf(facts, pauses, states).map(({ state, enteredAt, leftAt, pausedMs, returned }) => [
    state,
    (Date.parse(leftAt) - Date.parse(enteredAt)) / 86_400_000,
    pausedMs / 86_400_000,
    returned,
  ])
const stop = (from: number, to: number | null) => ({
  kind: 'expert-review',
  from: at(from).slice(0, 10),
  to: to === null ? null : at(to).slice(0, 10),
  reason: '',
  article: null,
})

describe('stays', () => {
  test('a stay per leaf of each region; a region that does not move goes on staying', () => {
    const facts = [
      fact(2, null, 'watch.none|work.first'),
      fact(4, 'watch.none|work.first', 'watch.none|work.second'),
      fact(5, 'watch.none|work.second', 'watch.none|work.second'),
      fact(9, 'watch.none|work.second', 'watch.red|work.third'),
    ]
    expect(textsOf(facts)).toEqual([
      ['work.first', 2, 0, false],
      ['watch.none', 7, 0, false],
      ['work.second', 5, 0, false],
    ])
  })
  test('a return is a step to an earlier state of the same region, and the new stay counts anew', () => {
    const facts = [
      fact(2, null, 'watch.none|work.first'),
      fact(3, 'watch.none|work.first', 'watch.none|work.second'),
      fact(4, 'watch.none|work.second', 'watch.red|work.first'),
      fact(10, 'watch.red|work.first', 'watch.red|work.second'),
      fact(12, 'watch.red|work.second', 'watch.none|work.third'),
    ]
    expect(textsOf(facts)).toEqual([
      ['work.first', 1, 0, false],
      ['watch.none', 2, 0, false],
      ['work.second', 1, 0, true],
      ['work.first', 6, 0, false],
      ['watch.red', 8, 0, true],
      ['work.second', 2, 0, false],
    ])
  })
  test('days of a stop count whole, overlapping stops once, an open one to the end of the stay', () => {
    const facts = [
      fact(2, null, 'work.first'),
      fact(12, 'work.first', 'work.second'),
      fact(14, 'work.second', 'work.third'),
    ]
    expect(textsOf(facts, [stop(4, 5), stop(5, 6), stop(13, null)])).toEqual([
      ['work.first', 10, 3, false],
      ['work.second', 2, (24 + 9) / 24, false],
    ])
  })
  test('an end is no stay: a case that is reopened begins again and has not been returned', () => {
    const facts = [
      fact(2, null, 'work.first'),
      fact(3, 'work.first', 'work.ended'),
      fact(20, 'work.ended', 'work.first'),
      fact(22, 'work.first', 'work.second'),
    ]
    expect(textsOf(facts)).toEqual([
      ['work.first', 1, 0, false],
      ['work.first', 2, 0, false],
    ])
  })
  test('what has not been left yet, and what nothing is known of, is not counted', () => {
    expect(textsOf([fact(2, null, 'work.first'), fact(3, 'work.unknown', 'work.second')])).toEqual(
      [],
    )
  })
})

describe('figures', () => {
  test('median and p90 lie in proportion between two neighbours; the paused share is a share of time, not of cases', () => {
    const long = staysOf(
      [fact(2, null, 'work.first'), fact(12, 'work.first', 'work.second')],
      [stop(4, 5)],
      states,
    )
    const short = staysOf(
      [fact(2, null, 'work.first'), fact(4, 'work.first', 'work.second')],
      [],
      states,
    )
    expect(figuresOf([...long, ...short])).toEqual({
      n: 2,
      median: 6,
      p90: 9.2,
      pausedShare: 2 / 12,
      returns: 0,
    })
    expect(figuresOf([])).toMatchObject({ n: 0, pausedShare: 0 })
    expect(percentile([4, 1, 3, 2], 0.5)).toBe(2.5)
  })
  test('a week begins on Monday in Shanghai, also at the turn of a year', () => {
    expect(weekOf('2026-03-08T15:59:00.000Z')).toBe('2026-03-02')
    expect(weekOf('2026-03-08T16:00:00.000Z')).toBe('2026-03-09')
    expect(mondayOf('2027-01-01')).toBe('2026-12-28')
  })
})

test.each(Object.values(processes))(
  '$id: every state but the ends, each in its region',
  (process) => {
    const found = flowStates(process)
    expect(found.length).toBeGreaterThan(0)
    expect(found.filter(({ state }) => process.words.states[state] === undefined)).toEqual([])
    if (process.machine.root.type === 'parallel')
      for (const { state, lane } of found) expect(state.startsWith(`${lane}.`)).toBe(true)
  },
)
