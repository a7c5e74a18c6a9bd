// How long did a case stay in each of its states, and what do many stays of a week say together?

import type { StoredFact } from '../model/chain.ts'
import { statesOf } from '../model/chart.ts'
import type { ProcessDefinition } from '../model/process.ts'
import type { Obligation } from '../model/record.ts'
import { addDays, type Day, weekday } from '../time/days.ts'
import { civilDate, type Instant } from '../time/instant.ts'

export type FlowFact = Pick<StoredFact, 'seq' | 'occurredAt' | 'before' | 'after'>
/** A stay in one leaf state that has ended; `returned`: the case went back to a state that stands earlier in the same region. */
export type Stay = {
  state: string
  enteredAt: Instant
  leftAt: Instant
  seq: number
  pausedMs: number
  returned: boolean
}
/** A state in which a case can stay: its place in the written order of the chart, and the parallel region it belongs to. */
export type FlowState = { state: string; rank: number; lane: string }
type Span = [from: number, to: number]

const dayMs = 86_400_000

/** Leaf states that are no end. In a parallel chart a region is one of the root's own states; otherwise all is one region. */
export const flowStates = ({ machine }: Pick<ProcessDefinition, 'machine'>): FlowState[] => {
  const parallel = machine.root.type === 'parallel'
  return statesOf(machine)
    .filter(({ kind, final }) => kind === 'atomic' && !final)
    .map(({ name }, rank) => ({
      state: name,
      rank,
      lane: parallel ? (name.split('.')[0] ?? '') : '',
    }))
}

/** The ended stays of one case, in order of their ends; whatever is not left yet is not counted, nor is an end. */
export const staysOf = (
  facts: FlowFact[],
  pauses: Obligation['pauses'],
  states: FlowState[],
): Stay[] => {
  const known = new Map(states.map((one) => [one.state, one]))
  const since = new Map<string, Instant>()
  const spans = joinedSpans(pauses)
  return facts
    .filter(({ before, after }) => after !== null && before !== after)
    .toSorted((a, b) => a.seq - b.seq)
    .flatMap((fact) => {
      const [from, to] = [leavesOf(fact.before), leavesOf(fact.after)]
      const entered = to.filter((state) => !from.includes(state))
      const left = from.filter(
        (state) => !to.includes(state) && known.has(state) && since.has(state),
      )
      const stays = left.map((state) =>
        stayOf(state, since.get(state) ?? fact.occurredAt, fact, entered, known, spans),
      )
      for (const state of from) if (!to.includes(state)) since.delete(state)
      for (const state of entered) since.set(state, fact.occurredAt)
      return stays
    })
}

const leavesOf = (key: string | null): string[] => (key ? key.split('|') : [])

const stayOf = (
  state: string,
  since: Instant,
  fact: FlowFact,
  entered: string[],
  known: Map<string, FlowState>,
  spans: Span[],
): Stay => {
  const leftAt = fact.occurredAt < since ? since : fact.occurredAt
  const here = known.get(state)
  const earlier = (next: string) => {
    const there = known.get(next)
    return (
      here !== undefined &&
      there !== undefined &&
      there.lane === here.lane &&
      there.rank < here.rank
    )
  }
  return {
    state,
    enteredAt: since,
    leftAt,
    seq: fact.seq,
    pausedMs: shared([Date.parse(since), Date.parse(leftAt)], spans),
    returned: entered.some(earlier),
  }
}

/** Stops of several periods that overlap count once; both days of a stop are stopped. */
export const joinedSpans = (pauses: Obligation['pauses']): Span[] => {
  const start = (day: string) => Date.parse(`${day}T00:00:00+08:00`)
  const all = pauses.map(
    ({ from, to }): Span => [
      start(from),
      to === null ? Number.POSITIVE_INFINITY : start(to) + dayMs,
    ],
  )
  const joined: Span[] = []
  for (const [from, to] of all.sort((a, b) => a[0] - b[0])) {
    const last = joined.at(-1)
    if (last && from <= last[1]) last[1] = Math.max(last[1], to)
    else joined.push([from, to])
  }
  return joined
}

const shared = ([from, to]: Span, spans: Span[]): number =>
  spans.reduce(
    (sum, [start, end]) => sum + Math.max(0, Math.min(to, end) - Math.max(from, start)),
    0,
  )

export const daysOf = ({ enteredAt, leftAt }: Pick<Stay, 'enteredAt' | 'leftAt'>): number =>
  (Date.parse(leftAt) - Date.parse(enteredAt)) / dayMs

/** The Monday of the week of a moment, in Asia/Shanghai. */
export const weekOf = (at: Instant): Day => mondayOf(civilDate(at))
export const mondayOf = (day: Day): Day => addDays(day, -((weekday(day) + 6) % 7))

/** A value between two neighbours is taken in proportion, as PostgreSQL's percentile_cont does. */
export const percentile = (values: number[], part: number): number => {
  const sorted = values.toSorted((a, b) => a - b)
  const place = (sorted.length - 1) * part
  const [low, high] = [sorted[Math.floor(place)] ?? 0, sorted[Math.ceil(place)] ?? 0]
  return low + (high - low) * (place - Math.floor(place))
}

export type FlowFigures = {
  n: number
  median: number
  p90: number
  pausedShare: number
  returns: number
}

/** What stays say together: days in the state, the share of them that the clock stood still, and how many went back. */
export const figuresOf = (stays: Stay[]): FlowFigures => {
  const days = stays.map(daysOf)
  const whole = days.reduce((sum, one) => sum + one, 0)
  const paused = stays.reduce((sum, { pausedMs }) => sum + pausedMs / dayMs, 0)
  return {
    n: stays.length,
    median: percentile(days, 0.5),
    p90: percentile(days, 0.9),
    pausedShare: whole === 0 ? 0 : paused / whole,
    returns: stays.filter(({ returned }) => returned).length,
  }
}
