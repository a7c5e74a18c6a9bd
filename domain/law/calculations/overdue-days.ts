// Which days of a debt count as overdue, where reconsideration or litigation stands between?
import { addDays, type Day, daysBetween } from '../../time/days.ts'

type Interval = { from: Day; to: Day }

const later = (a: Day, b: Day): Day => [a, b].sort()[1] ?? a

/** The intervals in order, those that touch or overlap made one. */
const merged = (intervals: readonly Interval[]): Interval[] => {
  const joined: Interval[] = []
  for (const { from, to } of [...intervals].sort((a, b) => (a.from < b.from ? -1 : 1))) {
    const last = joined.at(-1)
    if (last && from <= addDays(last.to, 1)) last.to = later(to, last.to)
    else joined.push({ from, to })
  }
  return joined
}

/** Counting of overdue days after `payBy`, by intervals and not day by day: `until` a day, and which day is the n-th. */
export const overdueDays = (payBy: Day, intervals: readonly Interval[]) => {
  const first = addDays(payBy, 1)
  const gaps = merged(intervals).flatMap(({ from, to }) =>
    to < first ? [] : [{ from: later(from, first), to }],
  )
  return {
    until: (day: Day): number => {
      const left = gaps.reduce(
        (sum, { from, to }) =>
          from > day ? sum : sum + daysBetween(from, to < day ? to : day) + 1,
        0,
      )
      return Math.max(0, daysBetween(payBy, day) - left)
    },
    nth: (n: number): Day => {
      let day = addDays(payBy, n)
      for (const { from, to } of gaps)
        if (from <= day) day = addDays(day, daysBetween(from, to) + 1)
      return day
    },
  }
}
