// Which open items of a case follow a step of the case itself, or of another item?
import { stateKey } from '../model/chart.ts'
import type { DecisionContext } from '../model/decision-context.ts'
import { type Draft, draftOf, joined } from '../model/draft.ts'
import type { ProcessDefinition } from '../model/process.ts'
import type { CaseItem } from '../model/record.ts'
import { afterItem } from './items/item-after.ts'
import { itemPart } from './items/parts.ts'
import { clockEvent } from './step.ts'

/** The whole case with every item moved that what the case has come to has moved; each at the moment of the step. */
export const itemsFollowing = (
  process: ProcessDefinition,
  decided: Draft,
  decisionContext: DecisionContext,
): Draft =>
  Object.values(decided.record.items ?? {}).reduce(
    (draft, item) => following(process, draft, item, decisionContext),
    decided,
  )

const following = (
  process: ProcessDefinition,
  draft: Draft,
  item: CaseItem,
  decisionContext: DecisionContext,
): Draft => {
  const { record } = draft
  const definition = process.items?.find(({ kind }) => kind === item.kind)
  const at = draft.facts.at(-1)?.occurredAt
  const { value, context } = item.snapshot
  const own = { state: stateKey(value), context }
  const event = definition?.follows?.(own, record.snapshot.context) ?? null
  if (!definition || at === undefined || event === null) return draft
  const part = itemPart(process, definition, record, item)
  const moved = clockEvent(part.process, draftOf(part.record), { event }, at, decisionContext)
  if (moved.facts.length === 0) return draft
  return joined(draft, afterItem(process, record, item, moved))
}
