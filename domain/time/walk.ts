// Which days of a period are counted, which are not, and why?
import { type CalendarSet, type Kinds, kindsOf } from './calendar.ts'
import { type Day, fromNumber, toNumber, yearOf } from './days.ts'
import { beyond, type Effort, lastYear, spend } from './effort.ts'

/** Days from `from` to `to`, both included, that are not counted. */
export type Paused = { from: Day; to: Day; kind: string }

/**
 * One day of the reckoning. `index` numbers the counted days from 1. `why`: 'start-day', 'counted', 'make-up-workday', 'rest-day',
 * 'holiday:<name>', 'pause:<kind>', 'rolled', 'continuous-hours'.
 */
export type CountedDay = { date: Day; counted: boolean; index: number | null; why: string }

/** Days in a row that belong to one festival. */
export type Festival = { name: string; from: Day; to: Day }

/** How many rows are written out; longer periods are counted to their end all the same. */
export const mostRows = 1200

export type Walk = {
  last: Day
  /** The first `mostRows` rows of `length`. */
  days: CountedDay[]
  length: number
  /** The counted days by their number since 1970, in the order they were counted. */
  counted: number[]
  pausedDays: number
  /** 'pause:<kind>' of every pause that a day fell into. */
  paused: Set<string>
  festivals: Festival[]
  /** Weekend days that were worked, and so counted. */
  madeUp: Day[]
  /** Years on whose days it rests though no notice has been published for them. */
  undecreed: number[]
}
type Calendar = { calendars: CalendarSet; pauses?: Paused[]; region?: string | undefined }
type Judged = { counted: boolean; why: string; decreed: boolean }
type Direction = 'forward' | 'backward'

/** Counts `n` working days away from the start day; paused working days are passed over and counted as paused once. */
export const walkWorkdays = (
  { calendars, pauses = [], region }: Calendar,
  start: Day,
  n: number,
  direction: Direction,
  effort: Effort = { spent: 0 },
): Walk =>
  walk(start, n, direction, workdayOr(kindsOf(calendars, region), pauseFinder(pauses)), effort)

const judged = (counted: boolean, why: string, decreed: boolean): Judged => ({
  counted,
  why,
  decreed,
})
const countedDay = judged(true, 'counted', true)
const estimatedDay = judged(true, 'counted', false)

const workdayOr =
  (kinds: Kinds, pauseOn: PauseFinder) =>
  (day: number): Judged => {
    const { work, why, decreed } = kinds(day)
    if (!work) return judged(false, why, decreed)
    const pause = pauseOn(day)
    if (pause !== null) return decreed ? pause : judged(false, pause.why, false)
    if (why !== 'weekday') return judged(true, why, decreed)
    return decreed ? countedDay : estimatedDay
  }

/** Counts `n` natural days away from the start day; every paused day lengthens the period by one. */
export const walkDays = (
  start: Day,
  n: number,
  pauses: Paused[],
  direction: Direction,
  effort: Effort = { spent: 0 },
): Walk => {
  const pauseOn = pauseFinder(pauses)
  const judge = (day: number): Judged => pauseOn(day) ?? countedDay
  return walk(start, n, direction, judge, effort)
}

/** What the first pause that a day lies in makes of it ('pause:<kind>', not counted), or null. */
type PauseFinder = (day: number) => Judged | null

/** The pauses cut into stretches that do not overlap, so that a day is looked up and not compared with each pause. */
const pauseFinder = (pauses: readonly Paused[]): PauseFinder => {
  const spans = pauses.map(({ from, to, kind }) => ({
    from: toNumber(from),
    end: toNumber(to) + 1,
    made: judged(false, `pause:${kind}`, true),
  }))
  const edges = [...new Set(spans.flatMap(({ from, end }) => [from, end]))].sort((a, b) => a - b)
  const made = edges.map(
    (edge) => spans.find(({ from, end }) => from <= edge && edge < end)?.made ?? null,
  )
  let place = -1
  return (day) => {
    while (place >= 0 && day < (edges[place] ?? 0)) place -= 1
    while (place + 1 < edges.length && (edges[place + 1] ?? 0) <= day) place += 1
    return made[place] ?? null
  }
}

const lastNumber = toNumber(`${lastYear}-12-31`)

const walk = (
  start: Day,
  n: number,
  direction: Direction,
  judge: (day: number) => Judged,
  effort: Effort,
): Walk => {
  const step = direction === 'forward' ? 1 : -1
  const found: Walk = {
    last: start,
    days: [{ date: start, counted: false, index: null, why: 'start-day' }],
    length: 1,
    counted: [],
    pausedDays: 0,
    paused: new Set(),
    festivals: [],
    madeUp: [],
    undecreed: [],
  }
  const undecreed = yearsSeen()
  let day = toNumber(start)
  while (found.counted.length < n) {
    spend(effort, 1)
    day += step
    if (day > lastNumber) throw beyond()
    const one = judge(day)
    if (!one.decreed) undecreed.see(day)
    note(found, day, one)
  }
  found.last = fromNumber(day)
  found.undecreed = undecreed.years()
  return found
}

/** Collects the years of days; a day of the year seen last costs nothing. */
export const yearsSeen = () => {
  const years = new Set<number>()
  let [first, end] = [0, 0]
  return {
    see: (day: number): void => {
      if (first <= day && day < end) return
      const year = yearOf(fromNumber(day))
      years.add(year)
      first = toNumber(`${year}-01-01`)
      end = toNumber(`${year + 1}-01-01`)
    },
    years: (): number[] => [...years].sort(),
  }
}

const note = (found: Walk, day: number, { counted, why }: Judged): void => {
  if (counted) found.counted.push(day)
  if (why !== 'counted' && why !== 'rest-day') noteNamed(found, day, why)
  found.length += 1
  if (found.days.length < mostRows)
    found.days.push({
      date: fromNumber(day),
      counted,
      index: counted ? found.counted.length : null,
      why,
    })
}

const noteNamed = (found: Walk, day: number, why: string): void => {
  if (why.startsWith('pause:')) {
    found.pausedDays += 1
    found.paused.add(why)
  } else if (why === 'make-up-workday') found.madeUp.push(fromNumber(day))
  else noteFestival(found.festivals, why.slice(8), day)
}

/** A weekend inside a festival of a year that no notice speaks of belongs to it. */
const widestGap = 3

const noteFestival = (festivals: Festival[], name: string, day: number): void => {
  const date = fromNumber(day)
  const near = (one: Festival) =>
    day - toNumber(one.to) <= widestGap && toNumber(one.from) - day <= widestGap
  // Mid-autumn may lie in the middle of the National Day holidays.
  const known = festivals.slice(-2).find((one) => one.name === name && near(one))
  if (!known) festivals.push({ name, from: date, to: date })
  else if (date < known.from) known.from = date
  else known.to = date
}
