// Which number does a document get?
import { type NewDocument, numberKept, takeOrdinal } from '../../db/cases/documents.ts'
import type { Executor } from '../../db/client.ts'
import { numberField, registerOf, type Wanted } from '../../domain/documents/compose.ts'
import type { Draft } from '../../domain/model/draft.ts'
import type { NewFact } from '../../domain/model/record.ts'
import type { Instant } from '../../domain/time/instant.ts'

export type Numbered = Pick<NewDocument, 'number' | 'office' | 'word' | 'year' | 'ordinal'>
type NumberedFact = {
  fact: NewFact
  record: Draft['record']
  numbers: Record<string, string | null>
}

/** A number that the form has brought is kept as it is, a licence made out again keeps its own; every other follows from the series. */
export const numberOf = async (
  tx: Executor,
  one: Wanted,
  { fact, record, numbers }: NumberedFact,
): Promise<Numbered> => {
  const { series, id } = one.declared
  if (series === null) return { number: null }
  if (series === 'case') return { number: record.number }
  if ('as' in series) return { number: numbers[series.as] ?? null }
  const brought = fact.data[numberField(one.declared)]
  if (typeof brought === 'string' && brought !== '') return { number: brought }
  const own = 'licence' in series ? await numberKept(tx, record.id, id) : null
  return own === null ? nextNumber(tx, one, fact.occurredAt) : { number: own }
}

/** The next of its register, taken under the lock of its row. */
export const nextNumber = async (tx: Executor, one: Wanted, at: Instant): Promise<Numbered> => {
  const register = registerOf(one, at)
  if (!register) return { number: null }
  const ordinal = await takeOrdinal(tx, register)
  const { office, word, year, text } = register
  return { number: text(ordinal), office, word, year, ordinal }
}
