// How good is a forecaster: how often does the real end lie in the range that it stated, and how wide is that range?

import type { ProcessDefinition } from '../../../domain/model/process.ts'
import { addDays, type Day, daysBetween } from '../../../domain/time/days.ts'
import { decreeCalendars } from '../../../domain/time/decrees.ts'
import { civilDate, later } from '../../../domain/time/instant.ts'
import { type Forecast, forecast, type Subject } from '../../../domain/views/forecast/forecast.ts'
import { type Course, coursesAlong } from '../../../domain/views/forecast/parts.ts'
import { type History, historyOf, type PastCase } from '../../../domain/views/forecast/past-ways.ts'
import { type Bureau, workThrough } from '../../support/walks/busy-bureau.ts'
import {
  chanceOf,
  decisionContextOf,
  type Office,
  type Simulated,
  simulate,
} from '../../support/walks/simulating.ts'

/** Finished cases under seeds of their own, opened over three years. */
export const taughtBy = (office: Office, seeds: number): History =>
  historyOf(
    office.process,
    Array.from({ length: seeds }, (_, seed) =>
      pastOf(office.process, simulate(office, seed + 1, openedOn('2022-06-01', 1000, seed + 1))),
    ),
    { calendars: decreeCalendars },
  )

const pastOf = (
  process: ProcessDefinition,
  { record, moves }: Pick<Simulated, 'record' | 'moves'>,
): PastCase => ({
  region: record.region,
  answers: record.data[process.start.type] ?? {},
  moves,
  clocks: record.obligations,
})

const openedOn = (since: Day, over: number, seed: number): Day =>
  addDays(since, Math.floor(chanceOf(seed * 7919).next() * over))

/** Days that the law gives for a part of the way; null where it gives none. */
export type Lawful = (one: Simulated, course: Course) => number | null

/** A forecast made at one moment of a case, beside what really became of it. */
export type Tried = {
  when: 'opened' | 'under way' | 'returned'
  made: Forecast | null
  at: string
  settledOn: Day
  period: number
}

const firstTested = 100_001

/** How long after its opening a case is looked at: the same for all, since moments that knew how long it will last would favour the short ones. */
const lookedAt = [4, 10, 18, 28, 40]

/** Other seeds, later cases: at the beginning, as they go on and right after each return. */
export const tried = (office: Office, history: History, cases: number, lawful: Lawful): Tried[] =>
  Array.from({ length: cases }, (_, n) => {
    const seed = firstTested + n
    const one = simulate(office, seed, openedOn('2025-07-01', 240, seed))
    return coursesAlong(office.process, one.moves).flatMap((course) =>
      along(office.process, () => history, one, course, lawful),
    )
  }).flat()

const along = (
  process: ProcessDefinition,
  historyAt: (at: string) => History,
  one: Simulated,
  course: Course,
  lawful: Lawful,
): Tried[] => {
  const [opened, settled, period] = [
    course.stays[0]?.enteredAt ?? '',
    course.end?.enteredAt,
    lawful(one, course),
  ]
  if (settled === undefined || period === null) return []
  const moments = lookedAt
    .map((after) => later(opened, after * 86_400_000))
    .filter((at) => at < settled)
  const returns = one.returns.filter((at) => opened < at && at < settled)
  const request: [Tried['when'], string][] = [
    ['opened', opened],
    ...moments.map((moment): [Tried['when'], string] => ['under way', moment]),
    ...returns.map((at): [Tried['when'], string] => ['returned', at]),
  ]
  return request.map(([when, at]) => ({
    when,
    at,
    made: forecast(subjectAt(process, historyAt(at), one, at)),
    settledOn: civilDate(settled),
    period,
  }))
}

/** What anybody could know of the case at a moment. */
const subjectAt = (
  process: ProcessDefinition,
  history: History,
  { moves, played }: Simulated,
  at: string,
): Subject => {
  const record = played.findLast((one) => one.at <= at)?.record
  if (!record) throw new Error(`nothing was there at ${at}`)
  return {
    process,
    record,
    moves: moves.filter((move) => move.at <= at),
    history,
    decisionContext: decisionContextOf(at),
    reader: 'internal',
  }
}

// ── an office in which cases wait for each other ────────────────────────────────────────────────────────────────────

/** Cases come for more than a year before any is forecast, and after the last of these there come more. */
const [begins, tests, ends] = ['2023-01-02', '2024-07-01', '2026-02-10'] as const

/** The same of an office that works through all its cases at once; each forecast knows what had ended by the first of its month. */
export const triedIn = (bureau: Bureau, seed: number, cases: number, lawful: Lawful): Tried[] => {
  const { process } = bureau
  const all = workThrough(bureau, seed, { from: begins, until: ends })
  const histories = new Map<string, History>()
  const historyAt = (at: string): History => {
    const month = `${at.slice(0, 7)}-01`
    const known = histories.get(month)
    if (known) return known
    const past = all.map(({ record, moves }) =>
      pastOf(process, { record, moves: moves.filter(({ at }) => at < month) }),
    )
    const history = historyOf(process, past, { calendars: decreeCalendars })
    histories.set(month, history)
    return history
  }
  const tested = all.filter(({ moves }) => (moves[0]?.at ?? '') >= tests).slice(0, cases)
  if (tested.length < cases) throw new Error(`only ${tested.length} cases came`)
  return tested.flatMap((one) =>
    coursesAlong(process, one.moves).flatMap((course) =>
      along(process, historyAt, one, course, lawful),
    ),
  )
}

export type Quality = { stated: number; covered: number; width: number }

/** Of forecasts: the part that states a range, the part of these that hold the real end, and the median width as a part of the legal period. */
export const qualityOf = (all: Tried[]): Quality => {
  const stated = all.flatMap(({ made, settledOn, period }) =>
    made?.end ? [{ ...made.end, settledOn, period }] : [],
  )
  const widths = stated
    .map(({ earliest, latest, period }) => daysBetween(earliest, latest) / period)
    .sort((a, b) => a - b)
  return {
    stated: stated.length / all.length,
    covered:
      stated.filter(
        ({ earliest, latest, settledOn }) => earliest <= settledOn && settledOn <= latest,
      ).length / stated.length,
    width: widths[Math.floor(widths.length / 2)] ?? Number.POSITIVE_INFINITY,
  }
}
