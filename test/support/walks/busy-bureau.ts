// How would many cases go at once through an office in which work waits for work: everybody has a pile, days of the week, and holidays?

import { applyDue, nextDue } from '../../../domain/engine/apply-due.ts'
import { agenda } from '../../../domain/engine/clocks/escalation-policy.ts'
import { decide } from '../../../domain/engine/decide.ts'
import { begin } from '../../../domain/engine/step.ts'
import { stateKey } from '../../../domain/model/chart.ts'
import type { ProcessDefinition } from '../../../domain/model/process.ts'
import type { CaseRecord } from '../../../domain/model/record.ts'
import { isWorkday } from '../../../domain/time/calendar.ts'
import { addDays, type Day, daysBetween, weekday, yearOf } from '../../../domain/time/days.ts'
import { decreeCalendars } from '../../../domain/time/decrees.ts'
import { civilDate, instant, later } from '../../../domain/time/instant.ts'
import { actor } from '../people/cast.ts'
import { type Chance, chanceOf, decisionContextOf, notebook, type Simulated } from './simulating.ts'

type Form = Record<string, unknown>
/** What is to be done next, by whoever of `who` gets to it first, in so many hours of work; `on`: only on these days of the week. */
type OpenTasks = { who: readonly string[]; hours: number; on?: readonly number[] }
/** Or by somebody outside, so many days later. */
type Outside = { party: string; days: number }
export type Errand = { type: string; data?: (on: Day) => Form; taskId?: string } & (
  | OpenTasks
  | Outside
)
export type Turn = { record: CaseRecord; now: string; chance: Chance }

export type Bureau = {
  process: ProcessDefinition
  opens: (today: Day, chance: Chance) => { who: string; data: Form }
  /** Null: nothing more is followed. */
  next: (turn: Turn) => Errand | null
  /** New cases on a working day of an ordinary month. */
  perDay: number
  /** Hours a day that each of them spends on these cases, by day of the week; none on the others. */
  staff: Record<string, { hours: number; on?: readonly number[] }>
}

// ── days ────────────────────────────────────────────────────────────────────────────────────────────────────────────

/** From January on: quiet around the new year, a rush in spring and before the end of the year. */
const season = [0.7, 0.5, 1.2, 1.4, 1.2, 1, 0.8, 0.7, 1, 1.1, 1.3, 1.2]
const seasonOf = (day: Day) => season[Number(day.slice(5, 7)) - 1] ?? 1
const [opens, closes] = [9, 17]
const momentOn = (day: Day, hour: number) =>
  instant(Date.parse(`${day}T00:00:00+08:00`) + Math.round(hour * 60) * 60_000)
const hourOf = (at: string) => (Date.parse(at) / 3_600_000 + 8) % 24

/** Some days off in summer, some around the spring festival, and a few when nobody had thought of it. */
const leavesOf = (chance: Chance, from: Day, until: Day): [Day, Day][] => {
  const years = Array.from(
    { length: yearOf(until) - yearOf(from) + 1 },
    (_, at) => yearOf(from) + at,
  )
  const off = (day: Day, shortest: number, longest: number): [Day, Day] => [
    day,
    addDays(day, Math.round(chance.between(shortest, longest))),
  ]
  return years.flatMap((year) => [
    off(addDays(`${year}-07-08`, Math.floor(chance.between(0, 45))), 6, 12),
    off(addDays(`${year}-01-20`, Math.floor(chance.between(0, 30))), 3, 7),
    ...[0, 1, 2].map(() => off(addDays(`${year}-01-01`, Math.floor(chance.between(0, 364))), 0, 3)),
  ])
}

// ── piles ───────────────────────────────────────────────────────────────────────────────────────────────────────────

type Span = { from: Day; until: Day }

/** How far somebody has got: on that day so many of his hours are gone. */
type Pile = { day: Day; used: number }

/** Everybody's pile: what comes later is done later, and only in the hours that he has for it. */
const tasksOf = ({ staff }: Bureau, chance: Chance, { from, until }: Span) => {
  const leaves = new Map(
    Object.keys(staff).map((who) => [who, leavesOf(chance, from, addDays(until, 800))]),
  )
  const free = new Map<string, Pile>()
  const hoursOf = (who: string): number => staff[who]?.hours ?? 0
  const hoursOn = (who: string, day: Day, on?: readonly number[]): number => {
    const there =
      isWorkday(decreeCalendars, day) &&
      !leaves.get(who)?.some(([first, last]) => first <= day && day <= last)
    return there &&
      [staff[who]?.on, on].every((days) => days === undefined || days.includes(weekday(day)))
      ? hoursOf(who)
      : 0
  }
  /** Of a part of the day that has gone, his hours have gone too. */
  const pileAt = (who: string, now: string): Pile => {
    const day = civilDate(now)
    const known = free.get(who)
    if (known && known.day > day) return known
    const gone = Math.min(1, Math.max(0, (hourOf(now) - opens) / (closes - opens))) * hoursOf(who)
    return { day, used: Math.max(gone, known?.day === day ? known.used : 0) }
  }
  const done = (who: string, { hours, on }: OpenTasks, now: string): { at: string; pile: Pile } => {
    let { day, used } = pileAt(who, now)
    for (let left = hours; ; day = addDays(day, 1), used = 0) {
      const rest = Math.max(0, hoursOn(who, day, on) - used)
      if (left <= rest) {
        const at = momentOn(day, opens + ((closes - opens) * (used + left)) / hoursOf(who))
        return { at: at > now ? at : later(now, 600_000), pile: { day, used: used + left } }
      }
      left -= rest
    }
  }
  return (errand: OpenTasks, now: string): { who: string; at: string } => {
    const all = errand.who.map((who) => ({ who, ...done(who, errand, now) }))
    const first = all.sort((a, b) => (a.at < b.at ? -1 : 1))[0]
    if (!first) throw new Error('nobody is there to do it')
    free.set(first.who, first.pile)
    return { who: first.who, at: first.at }
  }
}

/** People outside write on working days, now and then on a Sunday evening. */
const outside = ({ days }: Outside, now: string, chance: Chance): string => {
  let day = addDays(civilDate(now), Math.floor(days))
  while (!isWorkday(decreeCalendars, day) && chance.happens(0.85)) day = addDays(day, 1)
  const at = momentOn(day, chance.between(8, 22))
  return at > now ? at : later(now, 60_000 * Math.round(chance.between(30, 200)))
}

// ── all of it together ──────────────────────────────────────────────────────────────────────────────────────────────

type Going = ReturnType<typeof notebook> & { record: CaseRecord; chance: Chance; plan: number }

const timetable = () => {
  const entries: { at: string; run: () => void }[] = []
  return {
    add: (at: string, run: () => void) => {
      const behind = entries.findLastIndex((one) => one.at <= at)
      entries.splice(behind + 1, 0, { at, run })
    },
    run: () => {
      for (let first = entries.shift(); first; first = entries.shift()) first.run()
    },
  }
}

/** How one case goes on: somebody's next errand, unless a clock comes first. */
const goingOn = (
  { process, next }: Bureau,
  openTasks: ReturnType<typeof tasksOf>,
  times: ReturnType<typeof timetable>,
) => {
  const plan = (one: Going, now: string): void => {
    one.plan += 1
    const errand = next({ record: one.record, now, chance: one.chance })
    if (errand === null) return
    const mine = one.plan
    const { who, at } =
      'who' in errand
        ? openTasks(errand, now)
        : { who: errand.party, at: outside(errand, now, one.chance) }
    watch(one, now)
    times.add(at, () => {
      if (one.plan === mine) act(one, errand, who, at)
    })
  }
  const watch = (one: Going, now: string): void => {
    const [mine, due] = [one.plan, agenda(one.record)[0]?.at]
    if (due === undefined) return
    const at = due > now ? due : now
    times.add(at, () => {
      if (one.plan === mine) fallDue(one, at)
    })
  }
  const fallDue = (one: Going, at: string): void => {
    const before = stateKey(one.record.snapshot.value)
    const item = nextDue(one.record, decisionContextOf(at))
    if (!item) return
    one.record = one.keep(applyDue(process, one.record, item, decisionContextOf(at)), at)
    if (stateKey(one.record.snapshot.value) !== before) plan(one, at)
    else watch(one, at)
  }
  const act = (one: Going, { type, data, taskId }: Errand, who: string, at: string): void => {
    const command = {
      type,
      data: data?.(civilDate(at)) ?? {},
      taskId: taskId ?? null,
      by: actor(who),
      ifMatch: null,
      occurredAt: at,
    }
    one.record = one.keep(decide(process, one.record, command, decisionContextOf(at)), at)
    plan(one, at)
  }
  return plan
}

/** Every case that came in between, worked through to the end; the same seed is the same office. */
export const workThrough = (bureau: Bureau, seed: number, span: Span): Simulated[] => {
  const { process } = bureau
  const chance = chanceOf(seed)
  const times = timetable()
  const plan = goingOn(bureau, tasksOf(bureau, chance, span), times)
  const all: Going[] = []
  for (const [n, at] of arrivals(bureau, chance, span).entries())
    times.add(at, () => {
      const own = chanceOf(seed * 100_003 + n)
      const { who, data } = bureau.opens(civilDate(at), own)
      const event = { type: process.start.type, data, by: actor(who), at, signatures: [] }
      const book = notebook(process)
      const record = book.keep(
        begin(process, { id: `b-${n}`, number: `忙${n}号` }, event, decisionContextOf(at)),
        at,
      )
      const one: Going = { ...book, record, chance: own, plan: 0 }
      all.push(one)
      plan(one, at)
    })
  times.run()
  return all.map(({ record, kept }) => ({ record, ...kept }))
}

const arrivals = ({ perDay }: Bureau, chance: Chance, { from, until }: Span): string[] =>
  Array.from({ length: daysBetween(from, until) }, (_, at) => addDays(from, at)).flatMap((day) => {
    if (!isWorkday(decreeCalendars, day)) return []
    const expected = perDay * seasonOf(day)
    const many = Math.floor(expected) + (chance.happens(expected % 1) ? 1 : 0)
    return Array.from({ length: many }, () => momentOn(day, chance.between(opens, closes))).sort()
  })
