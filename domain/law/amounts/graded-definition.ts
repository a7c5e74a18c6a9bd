// What of a case counts by amounts of the rule book, so that another amount grades it anew?
import type { Text } from '../../language/words.ts'
import type { Day } from '../../time/days.ts'
import type { Instant } from '../../time/instant.ts'
import type { AmountRow } from './amount.ts'

type Context = Record<string, unknown>

/** One grade that readers are shown: what it is called, what each of its values is called, and which one holds. Total. */
export type GradeDefinition = {
  words: Text
  values: Readonly<Record<string, Text>>
  of: (context: Context) => string
}

/**
 * A case keeps in its chart the entered versions that it is counted by (`countedBy` of its context; none: the committed ones), so that
 * every later reckoning in it goes by the same. `day`: the one whose law counts. `again`: what the chart remembers when other versions
 * count from a moment on, by the same reckoning as that of its events. Pure and total.
 */
export type GradedDefinition = {
  amounts: readonly string[]
  grades: Readonly<Record<string, GradeDefinition>>
  day: (context: Context) => Day
  again: (context: Context, countedBy: readonly AmountRow[], at: Instant) => Context
}

/** The entered versions that a case is counted by. */
export const countedByOf = ({ countedBy }: Context): readonly AmountRow[] =>
  Array.isArray(countedBy) ? (countedBy as AmountRow[]) : []

/** What clocks are told that start when a case has another grade. */
export const regradedFact = 'regraded'
