// What of a case has another grade when the amounts of the rule book have changed?

import { type AmountRow, type CitedAmount, citedAmount } from '../law/amounts/amount.ts'
import { type AmountBook, enteredAmountsOn } from '../law/amounts/book.ts'
import { countedByOf } from '../law/amounts/graded-definition.ts'
import type { ProcessDefinition } from '../model/process.ts'
import type { CaseRecord } from '../model/record.ts'
import type { Instant } from '../time/instant.ts'

type Context = Record<string, unknown>
export type Graded = Pick<CaseRecord, 'region'> & { snapshot: { context: Context } }

/** One grade before and after, by the versions of the amounts that make the difference. */
export type MovedGrade = { grade: string; from: string; to: string; versions: string }

/** `context`: what the chart remembers from now on; `countedBy`: what it is counted by, and was before. */
export type Regraded = {
  context: Context
  moved: MovedGrade[]
  countedBy: CitedAmount[]
}

/** Null: it counts by what it is to count by, or the process counts by no amounts. */
export const gradeAgain = (
  { graded }: Pick<ProcessDefinition, 'graded'>,
  { region, snapshot }: Graded,
  amounts: AmountBook | undefined,
  at: Instant,
): Regraded | null => {
  if (!graded) return null
  const before = snapshot.context
  const rows = enteredAmountsOn(
    graded.amounts,
    graded.day(before),
    { region, running: true },
    amounts,
  )
  const known = countedByOf(before)
  if (printOf(rows) === printOf(known)) return null
  const after = { ...before, ...graded.again(before, rows, at) }
  return {
    context: after,
    moved: Object.entries(graded.grades).flatMap(([grade, { of }]) => {
      const [from, to] = [of(before), of(after)]
      return from === to ? [] : [{ grade, from, to, versions: versionsOf(rows, known) }]
    }),
    countedBy: rows.map(citedAmount),
  }
}

const printOf = (rows: readonly AmountRow[]): string =>
  rows.map(({ id, version }) => `${id}@${version}`).join(' ')

/** Those that are new; where none is, a version was taken back. */
const versionsOf = (rows: readonly AmountRow[], known: readonly AmountRow[]): string => {
  const before = new Set(known.map(({ id, version }) => `${id}@${version}`))
  const fresh = rows.filter(({ id, version }) => !before.has(`${id}@${version}`))
  return fresh.map(({ version }) => version).join(' ')
}

/** The grades of a case as its readers see them. */
export const gradesOf = (
  { graded }: Pick<ProcessDefinition, 'graded'>,
  { snapshot: { context } }: Pick<CaseRecord, 'snapshot'>,
) =>
  Object.entries(graded?.grades ?? {}).map(([grade, { words, values, of }]) => {
    const value = of(context)
    return { grade, words, value: values[value] ?? { zh: value, en: value } }
  })
