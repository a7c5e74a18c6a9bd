// Which calendars follow from what has been approved, one after the other?
import { canonical, sha256 } from '../identity/commands.ts'
import { DomainError } from '../language/errors.ts'
import { text } from '../language/words.ts'
import { isRegion } from '../organisation/regions.ts'
import type { CalendarSet } from '../time/calendar.ts'
import type { Day } from '../time/days.ts'
import { decreeCalendars } from '../time/decrees.ts'
import { withOverride, withYear } from '../time/imports.ts'

type Days = { decree: string; source: string; off: Day[]; work: Day[] }
/** The State Council's notice of one year. */
export type YearNotice = Days & { kind: 'year'; year: number }
/** Days that differ inside one region, or everywhere (`region` null). */
export type LocalDays = Days & { kind: 'override'; region: string | null; name: string | null }
export type Publication = YearNotice | LocalDays

/** The committed decrees and every approved notice in its order; other days make another version, the same days the same one. */
export const calendarsOf = (publications: Publication[]): CalendarSet => {
  if (publications.length === 0) return decreeCalendars
  const set = publications.reduce(withPublication, decreeCalendars)
  return {
    ...set,
    version: `${set.version}#${sha256(canonical(publications.map(daysOf))).slice(0, 8)}`,
  }
}

const withPublication = (set: CalendarSet, one: Publication): CalendarSet => {
  const { decree, source, off, work } = one
  if (one.kind === 'year') return withYear(set, one.year, { decree, source, off, work })
  if (one.region !== null && !isRegion(one.region))
    throw new DomainError('invalid-input', [
      text(`没有这个区划：${one.region}`, `There is no such region: ${one.region}`),
    ])
  return withOverride(set, {
    region: one.region,
    decree,
    source,
    off,
    work,
    ...(one.name === null ? {} : { name: one.name }),
  })
}

const daysOf = (one: Publication): unknown =>
  one.kind === 'year' ? [one.year, one.off, one.work] : [one.region, one.off, one.work, one.name]
