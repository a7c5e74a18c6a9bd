// Of which item does a paper speak, and where does its number stand then?
import { readItem } from '../../db/cases/items.ts'
import type { Executor } from '../../db/client.ts'
import type { Case } from '../../domain/documents/compose.ts'
import type { Draft, ItemChange } from '../../domain/model/draft.ts'
import type { ProcessDefinition } from '../../domain/model/process.ts'
import type { NewFact } from '../../domain/model/record.ts'

type Making = { tx: Executor; process: ProcessDefinition }
type OfItem = Pick<NewFact, 'data'>

const numberIn = ({ data: { item } }: OfItem): number | null =>
  typeof item === 'number' ? item : null

const changeOf = ({ items = [] }: Draft, no: number): ItemChange | undefined =>
  items.findLast(({ item }) => item.no === no)

/** The case as a paper of this fact sees it; of an item by what was said with that and by where it stands, as if it were a case of its own. */
export const aboutItem = async (
  { tx, process }: Making,
  draft: Draft,
  fact: OfItem,
): Promise<Pick<Case, 'record' | 'opening'>> => {
  const { record } = draft
  const no = numberIn(fact)
  const kind = process.items?.find((one) => one.kind === fact.data.itemKind)
  if (no === null || !kind) return { record }
  const [row, now] = [await readItem(tx, record.id, no), changeOf(draft, no)]
  const snapshot = now?.item.snapshot ?? record.items?.[no]?.snapshot ?? record.snapshot
  const forms = { ...row?.forms, ...now?.forms }
  const answers = { ...forms[kind.opens], ...record.itemSecrets?.[no]?.answers }
  return {
    record: {
      ...record,
      snapshot,
      data: forms,
      around: record.snapshot.context,
      aroundData: record.data,
      obligations: record.obligations.filter(({ item }) => item === no),
    },
    opening: { type: kind.opens, answers },
  }
}

/** The form of the item keeps the number of what it has made. */
export const withNumber = (
  draft: Draft,
  fact: NewFact | undefined,
  number: Record<string, unknown>,
): Draft => {
  const no = fact ? numberIn(fact) : null
  if (!fact || no === null) return draft
  const items = draft.items?.map((one) => {
    const form = one.item.no === no ? one.forms[fact.type] : undefined
    return form ? { ...one, forms: { ...one.forms, [fact.type]: { ...number, ...form } } } : one
  })
  return items ? { ...draft, items } : draft
}
