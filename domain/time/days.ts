// Which civil day is it, and which day lies n days or months from it?

/** A civil date 'YYYY-MM-DD' in Asia/Shanghai. Strings compare in order of time. */
export type Day = string

const msPerDay = 86_400_000
/** Asia/Shanghai is UTC+8 by constant: no daylight saving since 1992. */
const shanghai = 8 * 3_600_000

/** The day as a count of days since 1970-01-01. */
export const toNumber = (day: Day): number =>
  Date.UTC(Number(day.slice(0, 4)), Number(day.slice(5, 7)) - 1, Number(day.slice(8, 10))) /
  msPerDay
export const fromNumber = (number: number): Day => {
  const known = written.get(number)
  if (known !== undefined) return known
  const day = new Date(number * msPerDay).toISOString().slice(0, 10)
  if (written.size >= mostWritten) written.clear()
  written.set(number, day)
  return day
}

/** The calendar walks over the same few years again and again, and writing a day takes longer than counting it. */
const written = new Map<number, Day>()
const mostWritten = 60_000

/** The day `n` calendar days later (earlier, if negative). */
export const addDays = (day: Day, n: number): Day => fromNumber(toNumber(day) + n)

/** Calendar days from `from` to `to`: 0 on the same day. */
export const daysBetween = (from: Day, to: Day): number => toNumber(to) - toNumber(from)

/** 0 = Sunday … 6 = Saturday. */
export const weekday = (day: Day): number => (((toNumber(day) + 4) % 7) + 7) % 7

export const yearOf = (day: Day): number => Number(day.slice(0, 4))

/** The same day of the month `n` months later; if that month has no such day, its last day (民法典 202). */
export const addMonths = (day: Day, n: number): Day => {
  const months = yearOf(day) * 12 + Number(day.slice(5, 7)) - 1 + n
  const [year, month] = [Math.floor(months / 12), ((months % 12) + 12) % 12]
  const last = new Date(Date.UTC(year, month + 1, 0)).getUTCDate()
  return fromNumber(Date.UTC(year, month, Math.min(Number(day.slice(8, 10)), last)) / msPerDay)
}

/** Whether the text is a date that the calendar has: not 31 February. */
export const isDay = (value: string): boolean =>
  /^\d{4}-\d{2}-\d{2}$/.test(value) && Number(value.slice(0, 4)) >= 1000 && safeRoundTrip(value)

const safeRoundTrip = (value: string): boolean => {
  const number = toNumber(value)
  return Number.isFinite(number) && fromNumber(number) === value
}

const moment =
  /^(\d{4}-\d{2}-\d{2})T(\d{2}):(\d{2})(?::(\d{2})(?:\.\d{1,9})?)?(Z|[+-]\d{2}:\d{2})?$/

/** Milliseconds since 1970 of an ISO moment; without an offset it is Asia/Shanghai time. Null if it is no moment the calendar has. */
export const toMillis = (value: string): number | null => {
  const found = moment.exec(value)
  if (!found) return null
  const [, day = '', hour, minute, second = '0', offset = '+08:00'] = found
  if (!isDay(day) || Number(hour) > 23 || Number(minute) > 59 || Number(second) > 59) return null
  const at = Date.parse(`${day}T${hour}:${minute}:${second.padStart(2, '0')}${offset}`)
  return Number.isFinite(at) ? at : null
}

/** The civil date of a date or a moment; null if it is neither. */
export const civilDay = (value: string): Day | null => {
  if (isDay(value)) return value
  const at = toMillis(value)
  return at === null ? null : new Date(at + shanghai).toISOString().slice(0, 10)
}

/** A moment written with the offset of Asia/Shanghai: '2026-10-11T00:00:00+08:00'. */
export const shanghaiMoment = (at: number): string =>
  `${new Date(at + shanghai).toISOString().slice(0, 19)}+08:00`

/** 24:00 of a day, written as 00:00 of the next one (民法典 203): the first moment that is too late. */
export const endOfDay = (day: Day): string => `${addDays(day, 1)}T00:00:00+08:00`
