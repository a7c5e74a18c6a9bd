// How does the core write a moment?

/** A moment as ISO 8601 in UTC with milliseconds, so that order of strings is order of time. */
export type Instant = string

export const instant = (value: string | number | Date): Instant => new Date(value).toISOString()

/** The instant `ms` milliseconds after `from`. Only for technical waits: legal periods are counted in `domain/time`. */
export const later = (from: Instant, ms: number): Instant => instant(Date.parse(from) + ms)

/** The civil date 'YYYY-MM-DD' in Asia/Shanghai (UTC+8 without daylight saving since 1992). */
export const civilDate = (at: Instant): string =>
  new Date(Date.parse(at) + 8 * 3_600_000).toISOString().slice(0, 10)

/** The first moment of a civil date in Asia/Shanghai. */
export const dayBegins = (day: string): Instant => instant(`${day}T00:00:00+08:00`)

/** The moment to the minute in Asia/Shanghai: '2026-04-08 10:32'. */
export const civilMoment = (at: Instant): string =>
  new Date(Date.parse(at) + 8 * 3_600_000).toISOString().slice(0, 16).replace('T', ' ')

/** What a clock on a wall in Asia/Shanghai shows: '2026-04-08T10:32:05'. */
export const wallTime = (at: Instant): string =>
  new Date(Date.parse(at) + 8 * 3_600_000).toISOString().slice(0, 19)

/** Whether a day in Asia/Shanghai begins at this very moment. */
export const isMidnight = (at: Instant): boolean => civilDate(at) !== civilDate(later(at, -1))

/** The same moment so many years before; 29 February becomes 1 March. */
export const yearsEarlier = (at: Instant, years: number): Instant => {
  const then = new Date(at)
  then.setUTCFullYear(then.getUTCFullYear() - years)
  return instant(then)
}
