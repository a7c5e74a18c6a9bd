// How good is a forecaster: how often does the real end lie in the range that it stated, and how wide is that range?

import { addDays, type Day, daysBetween } from '../../domain/calendar/days.ts'
import { decreeCalendars } from '../../domain/calendar/decrees.ts'
import { type Forecast, forecast, type Subject } from '../../domain/case/forecast.ts'
import { civilDate, later } from '../../domain/case/instant.ts'
import { type History, historyOf, type PastCase } from '../../domain/case/past-ways.ts'
import type { Known } from '../../domain/case/world.ts'
import { chanceOf, type Office, type Simulated, simulate } from '../support/simulating.ts'

/** Finished cases under seeds of their own, opened over three years. */
export const taughtBy = (office: Office, seeds: number): History =>
  historyOf(
    office.process,
    Array.from({ length: seeds }, (_, seed) => pastOf(simulate(office, seed + 1, openedOn('2022-06-01', 1000, seed + 1)))),
    { calendars: decreeCalendars },
  )

const pastOf = ({ record, moves }: Simulated): PastCase => ({ region: record.region, moves, clocks: record.obligations })

const openedOn = (since: Day, over: number, seed: number): Day => addDays(since, Math.floor(chanceOf(seed * 7919).next() * over))

/** A forecast made at one moment of a case, beside what really became of it. */
export type Tried = {
  when: 'opened' | 'under way' | 'returned'
  seed: number
  made: Forecast | null
  at: string
  settledOn: Day
  period: number
}

const firstTested = 100_001

/** How long after its opening a case is looked at: the same for all, since moments that knew how long it will last would favour the short ones. */
const lookedAt = [4, 10, 18, 28, 40]

/** Other seeds, later cases: at the beginning, as they go on and right after each return. `lawful`: days the law gives. */
export const tried = (office: Office, history: History, cases: number, lawful: (one: Simulated) => number): Tried[] =>
  casesOf(office, cases).flatMap(({ seed, one }) => {
    const [opened, settled] = [one.moves[0]?.at ?? '', one.moves.at(-1)?.at ?? '']
    const moments = lookedAt.map((after) => later(opened, after * 86_400_000)).filter((at) => at < settled)
    const asked: [Tried['when'], string][] = [
      ['opened', opened],
      ...moments.map((moment): [Tried['when'], string] => ['under way', moment]),
      ...one.returns.map((at): [Tried['when'], string] => ['returned', at]),
    ]
    return asked.map(([when, at]) => ({
      when,
      seed,
      at,
      made: forecast(subjectAt(office, history, one, at)),
      settledOn: civilDate(settled),
      period: lawful(one),
    }))
  })

const casesOf = (office: Office, cases: number) =>
  Array.from({ length: cases }, (_, n) => {
    const seed = firstTested + n
    return { seed, one: simulate(office, seed, openedOn('2025-07-01', 240, seed)) }
  })

const reckoned: Known = new Map()

/** What anybody could know of the case at a moment. */
const subjectAt = ({ process }: Office, history: History, { moves, played }: Simulated, at: string): Subject => {
  const record = played.findLast((one) => one.at <= at)?.record
  if (!record) throw new Error(`nothing was there at ${at}`)
  const world = { at, calendars: decreeCalendars, noticeWindowMs: 0, known: reckoned }
  return { process, record, moves: moves.filter((move) => move.at <= at), history, world, reader: 'internal' }
}

export type Quality = { stated: number; covered: number; width: number }

/** Of forecasts: the part that states a range, the part of these that hold the real end, and the median width as a part of the legal period. */
export const qualityOf = (all: Tried[]): Quality => {
  const stated = all.flatMap(({ made, settledOn, period }) => (made?.end ? [{ ...made.end, settledOn, period }] : []))
  const widths = stated.map(({ earliest, latest, period }) => daysBetween(earliest, latest) / period).sort((a, b) => a - b)
  return {
    stated: stated.length / all.length,
    covered: stated.filter(({ earliest, latest, settledOn }) => earliest <= settledOn && settledOn <= latest).length / stated.length,
    width: widths[Math.floor(widths.length / 2)] ?? Number.POSITIVE_INFINITY,
  }
}
