// How many working days lie between two days?
import { type CalendarSet, isWorkday } from './calendar.ts'
import { addDays, type Day } from './days.ts'

/** Working days after `from` up to and including `to`; 0 when `to` is not later. */
export const workdaysBetween = (
  from: Day,
  to: Day,
  calendars: CalendarSet,
  region?: string,
): number => {
  let count = 0
  for (let day = addDays(from, 1); day <= to; day = addDays(day, 1))
    if (isWorkday(calendars, day, region)) count += 1
  return count
}
