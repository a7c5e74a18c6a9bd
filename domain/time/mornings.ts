// On which mornings does the daily round run, and when is the next?

import { type CalendarSet, isWorkday } from './calendar.ts'
import { addDays, type Day } from './days.ts'
import { civilDate, type Instant, instant, later } from './instant.ts'

/** A round that is due: its day and its instant. */
export type Morning = { day: Day; at: Instant }

const dayMs = 86_400_000
const instantOf = (day: Day, time: string): Instant => instant(`${day}T${time}:00+08:00`)
/** A calendar without a working day in so long a time is no calendar. */
const farthest = 60

/** 08:30 in Shanghai on working days: make-up days of 调休 are some, holidays are none. */
export const nextMorning = (after: Instant, calendars: CalendarSet): Morning => {
  for (let day = civilDate(after), n = 0; n < farthest; day = addDays(day, 1), n += 1) {
    const at = instantOf(day, '08:30')
    if (at > after && isWorkday(calendars, day)) return { day, at }
  }
  throw new Error('the calendar has no working day')
}

/** The working mornings after `after` up to and including `until`, oldest first; at most a year of them. */
export const morningsDue = (after: Instant, until: Instant, calendars: CalendarSet): Morning[] => {
  const earliest = later(until, -366 * dayMs)
  const from = after > earliest ? after : earliest
  const due: Morning[] = []
  for (
    let next = nextMorning(from, calendars);
    next.at <= until;
    next = nextMorning(next.at, calendars)
  )
    due.push(next)
  return due
}

/** 01:00 in Shanghai of every day, when nobody waits for an answer. */
export const nextNight = (after: Instant): Morning => {
  const day = civilDate(after)
  const at = instantOf(day, '01:00')
  if (at > after) return { day, at }
  return { day: addDays(day, 1), at: instantOf(addDays(day, 1), '01:00') }
}

/** The latest night that has begun by then. */
export const latestNight = (until: Instant): Morning => {
  const day = civilDate(until)
  const at = instantOf(day, '01:00')
  if (at <= until) return { day, at }
  return { day: addDays(day, -1), at: instantOf(addDays(day, -1), '01:00') }
}

/** 08:30 in Shanghai of every day, holidays too: duty knows none. */
export const nextDutyMorning = (after: Instant): Morning => {
  const day = civilDate(after)
  const at = instantOf(day, '08:30')
  return at > after
    ? { day, at }
    : { day: addDays(day, 1), at: instantOf(addDays(day, 1), '08:30') }
}

/** The latest one that has begun by then. */
export const latestDutyMorning = (until: Instant): Morning => {
  const day = civilDate(until)
  const at = instantOf(day, '08:30')
  return at <= until
    ? { day, at }
    : { day: addDays(day, -1), at: instantOf(addDays(day, -1), '08:30') }
}

/** 24:00 in Shanghai of the `n`th working day after `day`. */
export const endOfWorkday = (day: Day, n: number, calendars: CalendarSet): Instant => {
  let end = day
  for (let left = n, tries = 0; left > 0 && tries < farthest; tries += 1) {
    end = addDays(end, 1)
    if (isWorkday(calendars, end)) left -= 1
  }
  return instantOf(addDays(end, 1), '00:00')
}
