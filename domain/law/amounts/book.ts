// Which version of which amount counts on a day, and which book follows from the versions that administrators have entered?

import { canonical, sha256 } from '../../identity/commands.ts'
import { DomainError } from '../../language/errors.ts'
import { type Text, text } from '../../language/words.ts'
import type { Day } from '../../time/days.ts'
import type { Confidence } from '../rules/rule.ts'
import { holdsIn, isInForce, mostLocal, withSpans } from '../versions.ts'
import type { AmountRow } from './amount.ts'
import { emergencyAmounts } from './emergency-rows.ts'
import { hazardSourceAmounts } from './hazard-source-rows.ts'
import { inspectionAmounts, workloadAmounts } from './inspection-rows.ts'
import { penaltyAmounts } from './penalty-rows.ts'
import { specialEquipmentAmounts } from './special-equipment-rows.ts'

/** Every amount in every committed version. */
export const amountRows: readonly AmountRow[] = [
  ...emergencyAmounts,
  ...specialEquipmentAmounts,
  ...hazardSourceAmounts,
  ...penaltyAmounts,
  ...inspectionAmounts,
  ...workloadAmounts,
]

/** The committed rows with whatever has been entered on top; equal `version`, equal rows. */
export type AmountBook = { version: string; families: ReadonlyMap<string, readonly AmountRow[]> }
export const committedAmounts: AmountBook = {
  version: '',
  families: Map.groupBy(amountRows, ({ id }) => id),
}

/** New numbers of a row, with the norm that gives them. `region` null = everywhere; `running`: why what has begun before `from` counts by them too (旧案适用). */
export type AmountVersion = {
  kind: 'amount'
  amount: string
  region: string | null
  from: Day
  /** In the order of the row's steps. */
  values: (string | null)[]
  norm: Text
  article: Text
  confidence: Confidence
  source: string
  running: string | null
}

/** The committed rows and every entered version in the order of approval; of two from the same day the later approved one counts. */
export const amountsWith = (entered: { id: string; entry: AmountVersion }[]): AmountBook => {
  if (entered.length === 0) return committedAmounts
  const families = new Map(committedAmounts.families)
  for (const [id, own] of Map.groupBy(entered, ({ entry }) => entry.amount)) {
    const rows = families.get(id) ?? []
    families.set(
      id,
      withSpans([...rows, ...own.map(({ id: change, entry }) => rowOf(change, entry))]),
    )
  }
  const print = canonical(entered.map(({ entry }) => printOf(entry)))
  return { version: sha256(print).slice(0, 8), families }
}

/** What it changes of the version before it: the numbers, their norm and how sure they are. */
const rowOf = (change: string, entry: AmountVersion): AmountRow => {
  const { amount, region, from, values, norm, article, confidence, source, running } = entry
  return {
    ...amountOn(amount, from),
    version: `${from}#${sha256(canonical(printOf(entry))).slice(0, 4)}`,
    from,
    to: null,
    values: [...values],
    norm,
    article,
    confidence,
    source,
    doubt: confidence === 'M' ? unconfirmed : null,
    entered: { change, region, running },
  }
}

const unconfirmed = text(
  '录入的数额尚未核对原文',
  'The amount entered has not been checked against its text yet',
)

const printOf = (entry: AmountVersion): unknown => [
  entry.amount,
  entry.region,
  entry.from,
  [...entry.values],
  entry.running,
  entry.norm,
  entry.article,
  entry.confidence,
]

/** `region`: local versions count there; `running`: what has begun is counted again. */
type AmountLookup = { region?: string | undefined; running?: boolean | undefined }

/**
 * The version of a row in force on a day, the most local one first; before the first committed one that one counts, for a calculation that
 * asks for no day asks about no other law. Throws `unknown-rule` for a row the book does not have.
 */
export const amountOn = (
  id: string,
  on: Day,
  { region, running = false }: AmountLookup = {},
  book: AmountBook = committedAmounts,
): AmountRow => {
  const rows = book.families.get(id)
  if (!rows?.[0])
    throw new DomainError('unknown-rule', [
      text(`规则库中没有数额“${id}”`, `The rule book has no amount “${id}”`),
    ])
  const here = rows.filter((row) => holdsIn(row, region) && isInForce(row, on, running))
  return mostLocal(here) ?? rows[0]
}

/** Those of some rows that count by what was entered: what a case keeps of the book that it is counted by. */
export const enteredAmountsOn = (
  ids: readonly string[],
  on: Day,
  lookup: AmountLookup,
  book: AmountBook = committedAmounts,
): AmountRow[] =>
  book === committedAmounts
    ? []
    : ids.map((id) => amountOn(id, on, lookup, book)).filter(({ entered }) => entered)

export type AmountBookRow = ReturnType<typeof amountBookRow>

/** A row as `GET /api/calculations/amounts` shows it. */
export const amountBookRow = ({ entered, ...row }: AmountRow) => ({
  ...row,
  entered: entered ?? null,
  provisional: row.doubt !== null,
})
