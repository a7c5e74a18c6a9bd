// Is this day a working day, and does a decree say so?
import { type Day, weekday, yearOf } from './days.ts'
import { estimatedHoliday } from './estimate.ts'

/** One year as the State Council's notice arranges it: weekdays off, weekend days worked (调休). */
export type CalendarYear = {
  decree: string
  source: string
  off: Day[]
  work: Day[]
  /** Which festival a day off belongs to; only for explanations. */
  names?: Record<Day, string>
}

/** Days that differ from the national notice: everywhere (`region` null) or inside one region (code of 6 digits). */
export type CalendarOverride = { region: string | null; decree: string; source: string; off: Day[]; work: Day[]; name?: string }

/** Calendars as versioned data. A later override beats an earlier one, and any override beats the year. */
export type CalendarSet = { version: string; years: Record<number, CalendarYear>; overrides?: CalendarOverride[] }

/** What a day is. `decreed` is false where no notice exists and the regulation on holidays had to stand in. */
export type DayKind = { work: boolean; why: string; decreed: boolean }

/**
 * Tells whether a day is a working day and why ('weekday', 'rest-day', 'holiday:春节', 'make-up-workday').
 * `region` brings in the local days of that region and of those above it.
 */
export const dayKind = (calendars: CalendarSet, day: Day, region?: string): DayKind => {
  const local = overriding(calendars, day, region)
  if (local) return local
  const [year, next] = [calendars.years[yearOf(day)], calendars.years[yearOf(day) + 1]]
  const ahead = next && byName(next, day)
  if (ahead) return { ...ahead, decreed: true }
  return year ? { ...(byName(year, day) ?? plain(day)), decreed: true } : estimated(day)
}

export const isWorkday = (calendars: CalendarSet, day: Day, region?: string): boolean => dayKind(calendars, day, region).work

const isWeekend = (day: Day): boolean => weekday(day) === 0 || weekday(day) === 6
const plain = (day: Day) => (isWeekend(day) ? { work: false, why: 'rest-day' } : { work: true, why: 'weekday' })

/** What a notice says of a day that it names: of its own year, or of the December before, whose last days may belong to its New Year. */
const byName = (year: CalendarYear, day: Day): Omit<DayKind, 'decreed'> | null => {
  const found = indexOf(year).get(day)
  if (found === undefined) return null
  return found === null ? { work: true, why: 'make-up-workday' } : { work: false, why: `holiday:${found}` }
}

const estimated = (day: Day): DayKind => {
  const holiday = estimatedHoliday(day)
  return holiday ? { work: false, why: `holiday:${holiday}`, decreed: false } : { ...plain(day), decreed: false }
}

const overriding = ({ overrides }: CalendarSet, day: Day, region?: string): DayKind | null => {
  for (const one of [...(overrides ?? [])].reverse()) {
    if (!covers(one.region, region)) continue
    if (one.work.includes(day)) return { work: true, why: 'make-up-workday', decreed: true }
    if (one.off.includes(day)) return { work: false, why: `holiday:${one.name ?? one.decree}`, decreed: true }
  }
  return null
}

/** '330000' covers '330803': trailing pairs of zeros stand for everything below. */
const covers = (outer: string | null, inner: string | undefined): boolean =>
  outer === null || inner?.startsWith(outer.replace(/(00)+$/, '')) === true

/** Festival name, or null for a day worked instead; read once per year. */
const indexes = new WeakMap<CalendarYear, Map<Day, string | null>>()
const indexOf = (year: CalendarYear): Map<Day, string | null> => {
  const known = indexes.get(year)
  if (known) return known
  const off = year.off.map((day) => [day, year.names?.[day] ?? '放假'] as const)
  const index = new Map<Day, string | null>([...off, ...year.work.map((day) => [day, null] as const)])
  indexes.set(year, index)
  return index
}
