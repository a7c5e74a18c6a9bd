// How would cases of a process go if people had delays, absences and second thoughts, and time passed between?

import { applyDue, nextDue } from '../../../domain/engine/apply-due.ts'
import { decide } from '../../../domain/engine/decide.ts'
import { begin } from '../../../domain/engine/step.ts'
import { stateKey } from '../../../domain/model/chart.ts'
import type { DecisionContext, Known } from '../../../domain/model/decision-context.ts'
import type { Draft } from '../../../domain/model/draft.ts'
import type { ProcessDefinition } from '../../../domain/model/process.ts'
import type { CaseRecord, NewFact } from '../../../domain/model/record.ts'
import { isWorkday } from '../../../domain/time/calendar.ts'
import { addDays } from '../../../domain/time/days.ts'
import { decreeCalendars } from '../../../domain/time/decrees.ts'
import { civilDate, instant, later } from '../../../domain/time/instant.ts'
import type { Move } from '../../../domain/views/forecast/parts.ts'
import { actor } from '../people/cast.ts'

// ── chance ──────────────────────────────────────────────────────────────────────────────────────────────────────────

export type Chance = ReturnType<typeof chanceOf>

/** Everything that happens by chance, drawn from one seed. */
export const chanceOf = (seed: number) => {
  let state = (seed * 2_654_435_761) >>> 0
  const next = (): number => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }
  const normal = () => Math.sqrt(-2 * Math.log(next() || 1e-9)) * Math.cos(2 * Math.PI * next())
  return {
    next,
    happens: (part: number) => next() < part,
    between: (low: number, high: number) => low + (high - low) * next(),
    /** Around a middle, rarely much more: the usual look of human delays. */
    about: (middle: number, jitter: number) => middle * Math.exp(jitter * normal()),
  }
}

// ── time as people spend it ─────────────────────────────────────────────────────────────────────────────────────────

const reckoned: Known = new Map()
/** The world of simulations: where many cases are reckoned, equal periods are reckoned once. */
export const decisionContextOf = (at: string): DecisionContext => ({
  at,
  calendars: decreeCalendars,
  noticeWindowMs: 0,
  known: reckoned,
})
const minutesOf = (at: string) => (((Date.parse(at) / 60_000 + 480) % 1440) + 1440) % 1440
const dayAt = (day: string, minutes: number) =>
  instant(Date.parse(`${day}T00:00:00+08:00`) + minutes * 60_000)
const shifts = [
  [540, 720],
  [810, 1020],
] as const

/** So many hours at a desk later: mornings and afternoons of working days only. */
export const officeHours = (from: string, hours: number): string => {
  let left = hours * 60
  for (let day = civilDate(from), at = minutesOf(from); ; day = addDays(day, 1), at = 0) {
    if (!isWorkday(decreeCalendars, day)) continue
    for (const [opens, closes] of shifts) {
      const start = Math.max(at, opens)
      if (start >= closes) continue
      if (left <= closes - start) return dayAt(day, start + left)
      left -= closes - start
    }
  }
}

/** So many days later, at a waking hour, rest days or not: the way an enterprise answers. */
export const days = (from: string, many: number, chance: Chance): string => {
  const then = later(from, Math.round(many * 86_400_000))
  const day = civilDate(then)
  const waking = dayAt(day, chance.between(500, 1300))
  return waking > from ? waking : later(from, 60_000 * chance.between(20, 120))
}

// ── a case on its way ───────────────────────────────────────────────────────────────────────────────────────────────

/** What somebody will do, and when unless something comes first. */
export type Plan = {
  at: string
  who: string
  type: string
  data: Record<string, unknown>
  taskId?: string
}
export type Played = { at: string; record: CaseRecord }
export type Simulated = {
  record: CaseRecord
  moves: Move[]
  played: Played[]
  returns: string[]
  facts: NewFact[]
}
type Turn = { record: CaseRecord; now: string; chance: Chance; pace: number }
export type Office = {
  process: ProcessDefinition
  /** Who opens the case, and with which form. */
  opens: (now: string, chance: Chance) => { who: string; data: Record<string, unknown> }
  /** The next acts in the present situation; null when the matter is settled. */
  next: (turn: Turn) => Plan | null
}

const moveOf = ({ type, occurredAt, before, after, actor: by }: NewFact): Move => ({
  type,
  at: occurredAt,
  before: before as string | null,
  after: String(after),
  by: by.kind === 'person' ? { id: by.id ?? '', name: by.name ?? '' } : null,
})

/** The first fact, and those after which the chart stands elsewhere. */
const moves = (process: ProcessDefinition) => (fact: NewFact) =>
  fact.type === process.start.type || (fact.before !== null && fact.before !== fact.after)

/** What is kept of a case as it goes on. */
export const notebook = (process: ProcessDefinition) => {
  const kept: Omit<Simulated, 'record'> = { moves: [], played: [], returns: [], facts: [] }
  return {
    kept,
    keep: ({ record, facts }: Draft, at: string): CaseRecord => {
      kept.facts.push(...facts)
      kept.moves.push(...facts.filter(moves(process)).map(moveOf))
      kept.returns.push(
        ...facts.filter(({ type }) => type === 'return').map(({ occurredAt }) => occurredAt),
      )
      kept.played.push({ at, record })
      return record
    },
  }
}

/** Plays one case from its first event to the settlement of its matter. */
export const simulate = (office: Office, seed: number, openedOn: string): Simulated => {
  const { process } = office
  const chance = chanceOf(seed)
  let now = officeHours(`${openedOn}T01:00:00.000Z`, chance.between(0, 7))
  const { who, data } = office.opens(now, chance)
  const event = { type: process.start.type, data, by: actor(who), at: now, signatures: [] }
  const { keep, kept } = notebook(process)
  let record = keep(
    begin(process, { id: `s-${seed}`, number: `试${seed}号` }, event, decisionContextOf(now)),
    now,
  )
  const pace = chance.about(1, 0.15)
  for (let acts = 0; acts < 200; acts += 1) {
    const plan = office.next({ record, now, chance, pace })
    if (!plan) return { record, ...kept }
    const before = stateKey(record.snapshot.value)
    for (
      let due = nextDue(record, decisionContextOf(plan.at));
      due;
      due = nextDue(record, decisionContextOf(plan.at))
    ) {
      now = [due.at, now].sort()[1] ?? now
      record = keep(applyDue(process, record, due, decisionContextOf(now)), now)
      if (stateKey(record.snapshot.value) !== before) break
    }
    if (stateKey(record.snapshot.value) !== before) continue
    now = plan.at
    const command = {
      type: plan.type,
      data: plan.data,
      taskId: plan.taskId ?? null,
      by: actor(plan.who),
      ifMatch: null,
      occurredAt: now,
    }
    record = keep(decide(process, record, command, decisionContextOf(now)), now)
  }
  throw new Error(`case ${seed} never ends`)
}
