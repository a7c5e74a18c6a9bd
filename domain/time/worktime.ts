// How much working time lies between two moments, and which day has come after so much of it?
import { type CalendarSet, isWorkday } from './calendar.ts'
import { type Day, fromNumber, toNumber, yearOf } from './days.ts'

/** Working days, a part of a day included, since a fixed day: only differences mean anything. */
export type Worktime = number

export type WorkClock = {
  /** Nights, rest days and holidays stand still. */
  at(instant: string): Worktime
  /** The first day on which so much time can have passed: what came to hand in the evening is of that evening. */
  earliest(time: Worktime): Day
  /** The day on which so much time has passed. */
  day(time: Worktime): Day
}

const first = toNumber('2010-01-01')
const shanghai = 8 * 3_600_000
const msPerDay = 86_400_000
/** Office hours 8:30 – 17:30; what happens before or after belongs to their edge. */
const [opens, closes] = [8.5 / 24, 17.5 / 24]

const clocks = new WeakMap<CalendarSet, Map<string, WorkClock>>()

/** The working time of a region under these calendars; where no decree exists the estimate stands in. Nothing is known before 2010. */
export const workClock = (calendars: CalendarSet, region = ''): WorkClock => {
  const known = clocks.get(calendars) ?? new Map<string, WorkClock>()
  clocks.set(calendars, known)
  const found = known.get(region) ?? made(calendars, region || undefined)
  known.set(region, found)
  return found
}

const made = (calendars: CalendarSet, region: string | undefined): WorkClock => {
  /** Working days before the n-th day, and the days that are worked; both grow as they are asked for. */
  const before = [0]
  const worked: number[] = []
  const grow = () => {
    const number = first + before.length - 1
    if (isWorkday(calendars, fromNumber(number), region)) worked.push(number)
    before.push(worked.length)
  }
  const nth = (n: number): Day => {
    const at = Math.max(0, n)
    while (worked.length <= at) grow()
    return fromNumber(worked[at] ?? first)
  }
  return {
    at: (instant) => {
      const local = (Date.parse(instant) + shanghai) / msPerDay
      const index = Math.max(0, Math.floor(local) - first)
      while (before.length <= index + 1) grow()
      const [start, end] = [before[index] ?? 0, before[index + 1] ?? 0]
      return (
        start + (end - start) * Math.min(1, Math.max(0, ((local % 1) - opens) / (closes - opens)))
      )
    },
    earliest: (time) => nth(Math.ceil(time) - 1),
    day: (time) => nth(Math.floor(time)),
  }
}

/** Whether the holiday notices of all years from one day to another are published; otherwise a date between them is an estimate (暂估). */
export const isDecreed = ({ years }: CalendarSet, from: Day, to: Day): boolean => {
  for (let year = yearOf(from); year <= yearOf(to); year += 1) if (!years[year]) return false
  return true
}
