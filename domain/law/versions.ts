// Which of several versions counts on a day and in a place, where administrators have entered some on top of the committed ones?

import { addDays, type Day } from '../time/days.ts'
import type { Entered } from './rules/rule.ts'

/** One version of anything in the rule book: the dates say when it is in force, both days included. */
export type Versioned = { version: string; from: Day; to: Day | null; entered?: Entered }

const prefixOf = (region: string): string => region.replace(/(00)+$/, '')

/** `running`: what has begun is asked about, so a version that says so reaches back to it. */
export const isInForce = ({ from, to, entered }: Versioned, on: Day, running: boolean): boolean =>
  (from <= on || (running && (entered?.running ?? null) !== null)) && (to === null || on <= to)

/** '330800' holds in all counties of the city. */
export const holdsIn = ({ entered }: Versioned, region: string | undefined): boolean =>
  !entered?.region || (region?.startsWith(prefixOf(entered.region)) ?? false)

const nearness = ({ entered }: Versioned): number =>
  entered?.region ? prefixOf(entered.region).length : 0

/** The most local of them; of two of one place the later one. */
export const mostLocal = <One extends Versioned>(rows: readonly One[]): One | undefined =>
  rows.reduce<One | undefined>(
    (best, row) => (best === undefined || nearness(row) >= nearness(best) ? row : best),
    undefined,
  )

/** In order of their days, each place for itself: a version ends the day before the next one of its place begins. */
export const withSpans = <One extends Versioned>(rows: readonly One[]): One[] => {
  const sorted = rows
    .map((row, index) => ({ row, index }))
    .sort((a, b) =>
      a.row.from < b.row.from ? -1 : a.row.from > b.row.from ? 1 : a.index - b.index,
    )
  return sorted.map(({ row }, place) => {
    const next = sorted.slice(place + 1).find((later) => placeOf(later.row) === placeOf(row))
    if (!next || (!row.entered && !next.row.entered)) return row
    return { ...row, to: earlier(row.to, addDays(next.row.from, -1)) }
  })
}

const placeOf = ({ entered }: Versioned): string | null => entered?.region ?? null
const earlier = (a: Day | null, b: Day): Day => (a !== null && a < b ? a : b)
