// Which calendars follow from what has been approved, one after the other?
import { canonical, sha256 } from '../case/commands.ts'
import { DomainError } from '../case/errors.ts'
import { text } from '../case/words.ts'
import { isRegion } from '../organisation/regions.ts'
import type { CalendarSet } from './calendar.ts'
import type { Day } from './days.ts'
import { decreeCalendars } from './decrees.ts'
import { withOverride, withYear } from './imports.ts'

type Days = { decree: string; source: string; off: Day[]; work: Day[] }
/** The State Council's notice of one year. */
export type YearNotice = Days & { kind: 'year'; year: number }
/** Days that differ inside one region, or everywhere (`region` null). */
export type LocalDays = Days & { kind: 'override'; region: string | null; name: string | null }
/** Takes an approved notice back. */
export type Revocation = { kind: 'revoke'; proposal: string }
export type Publication = YearNotice | LocalDays
export type Proposed = Publication | Revocation
/** An approved notice that nobody has taken back, by the id of its proposal. */
export type InForce = { id: string; publication: Publication }

/** The committed decrees and every approved notice in its order; other days make another version, the same days the same one. */
export const calendarsOf = (publications: Publication[]): CalendarSet => {
  if (publications.length === 0) return decreeCalendars
  const set = publications.reduce(withPublication, decreeCalendars)
  return { ...set, version: `${set.version}#${sha256(canonical(publications.map(daysOf))).slice(0, 8)}` }
}

/** What would be in force if the proposal were approved now. Refuses with `invalid-input` what the calendars cannot take. */
export const inForceWith = (inForce: InForce[], id: string, proposed: Proposed): InForce[] => {
  if (proposed.kind !== 'revoke') {
    const next = [...inForce, { id, publication: proposed }]
    calendarsOf(next.map(({ publication }) => publication))
    return next
  }
  if (inForce.some((one) => one.id === proposed.proposal)) return inForce.filter((one) => one.id !== proposed.proposal)
  throw new DomainError('invalid-input', [text('要撤销的安排不存在或已不再有效', 'What is to be withdrawn is not in force')])
}

const withPublication = (set: CalendarSet, one: Publication): CalendarSet => {
  const { decree, source, off, work } = one
  if (one.kind === 'year') return withYear(set, one.year, { decree, source, off, work })
  if (one.region !== null && !isRegion(one.region))
    throw new DomainError('invalid-input', [text(`没有这个区划：${one.region}`, `There is no such region: ${one.region}`)])
  return withOverride(set, { region: one.region, decree, source, off, work, ...(one.name === null ? {} : { name: one.name }) })
}

const daysOf = (one: Publication): unknown =>
  one.kind === 'year' ? [one.year, one.off, one.work] : [one.region, one.off, one.work, one.name]
