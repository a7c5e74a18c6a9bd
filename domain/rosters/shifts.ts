// Which shifts has a day, and when does each of them begin and end?
import { addDays, type Day, fromNumber, isDay, toNumber } from '../time/days.ts'
import type { Instant } from '../time/instant.ts'

/** A civil month 'YYYY-MM'. Strings compare in order of time. */
export type Month = string
/** When a shift begins, 'HH:MM' in Asia/Shanghai; it lasts until the next one begins. */
export type Start = string
/** The shift that begins at this time of this day. */
export type ShiftKey = { day: Day; start: Start }
export type Shift = ShiftKey & { from: Instant; until: Instant }

/** From half past eight to half past five, and through the night. */
export const usualStarts: Start[] = ['08:30', '17:30']
export const mostShifts = 4

export const isMonth = (value: string): boolean =>
  /^\d{4}-\d{2}$/.test(value) && isDay(`${value}-01`) && value < '2200'

export const monthOf = (day: Day): Month => day.slice(0, 7)

export const addToMonth = (month: Month, n: number): Month => {
  const count = Number(month.slice(0, 4)) * 12 + Number(month.slice(5)) - 1 + n
  return `${String(Math.floor(count / 12)).padStart(4, '0')}-${String((count % 12) + 1).padStart(2, '0')}`
}

export const daysOfMonth = (month: Month): Day[] => {
  const first = toNumber(`${month}-01`)
  const end = toNumber(`${addToMonth(month, 1)}-01`)
  return Array.from({ length: end - first }, (_, at) => fromNumber(first + at))
}

export const isStart = (value: string): boolean => /^([01]\d|2[0-3]):[0-5]\d$/.test(value)

/** In order of the day, none twice, at least one: whatever they are, they cover the whole day. */
export const areStarts = (starts: readonly Start[]): boolean =>
  starts.length > 0 &&
  starts.length <= mostShifts &&
  starts.every((start, at) => isStart(start) && (at === 0 || (starts[at - 1] ?? '') < start))

export const beginningOf = ({ day, start }: ShiftKey): Instant =>
  new Date(`${day}T${start}:00+08:00`).toISOString()

export const sameShift = (one: ShiftKey, other: ShiftKey): boolean =>
  one.day === other.day && one.start === other.start

export const shiftName = ({ day, start }: ShiftKey): string => `${day} ${start}`

/**
 * The shifts of a month, in order of time; the last one runs into the next month, until the first of that month begins: by `next`, where its
 * shifts are known to be others.
 */
export const shiftsOfMonth = (
  month: Month,
  starts: readonly Start[],
  next: Start | undefined = starts[0],
): Shift[] => {
  const keys = daysOfMonth(month).flatMap((day) => starts.map((start) => ({ day, start })))
  const last = { day: `${addToMonth(month, 1)}-01`, start: next ?? '00:00' }
  return keys.map((key, at) => ({
    ...key,
    from: beginningOf(key),
    until: beginningOf(keys[at + 1] ?? last),
  }))
}

/** When a shift ends, as it stands beside its beginning: '08:30' on the next day is the end of a night. */
export const endOf = (starts: readonly Start[], start: Start): Start =>
  starts[(starts.indexOf(start) + 1) % starts.length] ?? start

export const dayAfter = (day: Day): Day => addDays(day, 1)
