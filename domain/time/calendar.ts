// Is this day a working day, and does a decree say so?
import { type Day, fromNumber, toNumber, yearOf } from './days.ts'
import { estimatedHolidays } from './estimate.ts'

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
export type CalendarOverride = {
  region: string | null
  decree: string
  source: string
  off: Day[]
  work: Day[]
  name?: string
}

/** Calendars as versioned data. A later override beats an earlier one, and any override beats the year. */
export type CalendarSet = {
  version: string
  years: Record<number, CalendarYear>
  overrides?: CalendarOverride[]
}

/** What a day is. `decreed` is false where no notice exists and the regulation on holidays had to stand in. */
export type DayKind = { work: boolean; why: string; decreed: boolean }

/** What each day is, by its number since 1970; asked for one day after the other, without writing any of them down. */
export type Kinds = (day: number) => DayKind

/**
 * Tells whether a day is a working day and why ('weekday', 'rest-day', 'holiday:春节', 'make-up-workday').
 * `region` brings in the local days of that region and of those above it.
 */
export const dayKind = (calendars: CalendarSet, day: Day, region?: string): DayKind =>
  kindsOf(calendars, region)(toNumber(day))

export const isWorkday = (calendars: CalendarSet, day: Day, region?: string): boolean =>
  dayKind(calendars, day, region).work

/** The same for many days: a year is laid out once, and then looked up. */
export const kindsOf = (calendars: CalendarSet, region?: string): Kinds => {
  const local = localDays(calendars.overrides, region)
  let [year, first, kinds]: [number, number, DayKind[]] = [Number.NaN, 0, []]
  return (day) => {
    const own = local?.get(day)
    if (own) return own
    const at = day - first
    if (at >= 0 && at < kinds.length) return kinds[at] ?? restDay
    year = yearOf(fromNumber(day))
    first = newYear(year)
    kinds = yearKinds(calendars, year)
    return kinds[day - first] ?? restDay
  }
}

const newYear = (year: number): number => toNumber(`${year}-01-01`)
const kind = (work: boolean, why: string, decreed: boolean): DayKind => ({ work, why, decreed })
const restDay = kind(false, 'rest-day', true)
const plain = {
  true: { work: kind(true, 'weekday', true), rest: restDay },
  false: { work: kind(true, 'weekday', false), rest: kind(false, 'rest-day', false) },
}

/** Years that no notice speaks of, and those laid out by a notice of their own or of the year after, whose New Year may begin in December. */
const estimatedYears = new Map<number, DayKind[]>()
const decreedYears = new WeakMap<
  CalendarYear,
  Map<number, { next: CalendarYear | undefined; kinds: DayKind[] }>
>()

const yearKinds = ({ years }: CalendarSet, year: number): DayKind[] => {
  const [own, next] = [years[year], years[year + 1]]
  const notice = own ?? next
  if (!notice) {
    const known = estimatedYears.get(year) ?? layOut(year, undefined, undefined)
    estimatedYears.set(year, known)
    return known
  }
  const laidOut = decreedYears.get(notice) ?? new Map()
  decreedYears.set(notice, laidOut)
  const known = laidOut.get(year)
  if (known && known.next === next) return known.kinds
  const kinds = layOut(year, own, next)
  laidOut.set(year, { next, kinds })
  return kinds
}

/** Weekdays and weekends, then what the notice (or for want of one the regulation) names, then what the next notice says of December. */
const layOut = (
  year: number,
  own: CalendarYear | undefined,
  next: CalendarYear | undefined,
): DayKind[] => {
  const [first, end] = [newYear(year), newYear(year + 1)]
  const { work, rest } = plain[own ? 'true' : 'false']
  const kinds = Array.from({ length: end - first }, (_, at) =>
    ((((first + at + 4) % 7) + 7) % 7) % 6 === 0 ? rest : work,
  )
  const put = (day: Day, one: DayKind) => {
    const at = toNumber(day) - first
    if (at >= 0 && at < kinds.length) kinds[at] = one
  }
  if (!own)
    for (const [day, name] of estimatedHolidays(year))
      put(day, kind(false, `holiday:${name}`, false))
  for (const notice of [own, next])
    for (const [day, one] of notice ? named(notice) : []) put(day, one)
  return kinds
}

/** The days that a notice or a local order names: off, and worked instead. */
const named = (
  { off, work, names }: Pick<CalendarYear, 'off' | 'work' | 'names'>,
  name = '放假',
): [Day, DayKind][] => [
  ...off.map((day): [Day, DayKind] => [day, kind(false, `holiday:${names?.[day] ?? name}`, true)]),
  ...work.map((day): [Day, DayKind] => [day, kind(true, 'make-up-workday', true)]),
]

const localByRegion = new WeakMap<CalendarOverride[], Map<string, Map<number, DayKind>>>()

const localDays = (
  overrides: CalendarOverride[] | undefined,
  region = '',
): Map<number, DayKind> | null => {
  if (!overrides?.length) return null
  const regions = localByRegion.get(overrides) ?? new Map<string, Map<number, DayKind>>()
  localByRegion.set(overrides, regions)
  const known = regions.get(region)
  if (known) return known
  const holding = overrides.filter((one) => covers(one.region, region || undefined))
  const days = new Map(
    holding.flatMap((one) =>
      named(one, one.name ?? one.decree).map(([day, what]) => [toNumber(day), what] as const),
    ),
  )
  regions.set(region, days)
  return days
}

/** '330000' covers '330803': trailing pairs of zeros stand for everything below. */
const covers = (outer: string | null, inner: string | undefined): boolean =>
  outer === null || inner?.startsWith(outer.replace(/(00)+$/, '')) === true
