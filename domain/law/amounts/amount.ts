// What does the rule book say about one amount of law: a limit, the thresholds of a scale, a rate?

import type { Text } from '../../language/words.ts'
import { addDays, type Day } from '../../time/days.ts'
import { type Cite, citeText, norms } from '../rules/norms.ts'
import type { Confidence } from '../rules/rule.ts'
import type { Versioned } from '../versions.ts'
import { type Fraction, fraction, fractionOf } from './fraction.ts'

export type AmountUnit =
  | 'person'
  | 'yuan'
  | 'percent'
  | 'hour'
  | 'day'
  | 'month'
  | 'time'
  | 'tonne'
  | 'factor'

/** One number of a row: which, and in which unit. `optional`: the scale may have none at this step. */
export type AmountStep = { key: string; words: Text; unit: AmountUnit; optional?: true }

/** How the numbers of a row stand to each other: each above the one before, none below it, or each for itself. */
export type AmountOrder = 'rising' | 'not-falling' | 'free'

/** One version of one row: the family is its `id`. The numbers are decimals as they are written, so that nothing is rounded. */
export type AmountRow = Versioned & {
  id: string
  title: Text
  /** The name of the calculation that counts by it. */
  calculation: string
  order: AmountOrder
  steps: readonly AmountStep[]
  /** In the order of the steps; null: the scale has none here. */
  values: (string | null)[]
  norm: Text
  article: Text
  confidence: Confidence
  source: string
  /** Why whatever rests on it has to be confirmed by a person; null: it binds. */
  doubt: Text | null
}

type Shape = {
  calculation: string
  order: AmountOrder
  steps: readonly AmountStep[]
}
type Version = {
  from: Day
  cites: readonly Cite[]
  confidence: Confidence
  values: readonly (number | null)[]
  doubt?: Text
}

/** The versions of one row in order of time; a version ends the day before the next one begins. */
export const amountFamily = (
  name: string,
  title: Text,
  { calculation, order, steps }: Shape,
  ...versions: readonly Version[]
): AmountRow[] =>
  versions.map(({ from, cites, confidence, values, doubt = null }, index) => {
    const next = versions[index + 1]
    return {
      id: `${calculation}.${name}`,
      version: from,
      title,
      calculation,
      order,
      steps,
      values: values.map((value) => (value === null ? null : String(value))),
      norm: norms[cites[0]?.[0] ?? 'design'],
      article: citeText(cites),
      from,
      to: next ? addDays(next.from, -1) : null,
      confidence,
      source: sources[confidence],
      doubt,
    }
  })

const sources: Record<Confidence, string> = {
  V: 'full text, state of 2025-04-19',
  'V*': 'excerpt on a secondary page',
  M: 'not found in a text: confirm before use',
  D: 'design convention',
}

const writtenAt = ({ id, steps, values }: AmountRow, key: string): string | null => {
  const index = steps.findIndex((step) => step.key === key)
  if (index < 0) throw new Error(`${id} has no ${key}`)
  return values[index] ?? null
}

/** The exact number at a step; a row without one there is a defect of the row. */
export const exactAt = (row: AmountRow, key: string): Fraction => fractionOf(needed(row, key))

/** The same as a number, for words and where at most fifteen digits are counted. */
export const numberAt = (row: AmountRow, key: string): number => Number(needed(row, key))

const needed = (row: AmountRow, key: string): string => {
  const found = writtenAt(row, key)
  if (found === null) throw new Error(`${row.id} has no number at ${key}`)
  return found
}

/** The highest step that a number reaches, counting from one; 0: none. Bounds are reached by the number itself (以上). */
export const stepReached = ({ values }: Pick<AmountRow, 'values'>, value: number): number =>
  values.reduce<number>(
    (reached, bound, index) => (bound !== null && isReached(bound, value) ? index + 1 : reached),
    0,
  )

const isReached = (bound: string, value: number): boolean => {
  const [a, b] = [fraction(value), fractionOf(bound)]
  return a.num * b.den >= b.num * a.den
}

/** Which version of which row something was counted by, for whoever reads the result. */
export type CitedAmount = Pick<
  AmountRow,
  'id' | 'version' | 'title' | 'norm' | 'article' | 'confidence' | 'source'
> & { values: { words: Text; value: string | null; unit: AmountUnit }[]; entered: string | null }

export const citedAmount = (row: AmountRow): CitedAmount => {
  const { id, version, title, norm, article, confidence, source, steps, values, entered } = row
  return {
    id,
    version,
    title,
    norm,
    article,
    confidence,
    source,
    values: steps.map(({ words, unit }, index) => ({ words, unit, value: values[index] ?? null })),
    entered: entered?.change ?? null,
  }
}
