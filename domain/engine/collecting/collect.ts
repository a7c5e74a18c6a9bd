// What does a case do when the treasury's platform says that money has come, or has gone back?
import { DomainError } from '../../language/errors.ts'
import type { Collection, Money } from '../../model/collection/collection.ts'
import { type DecisionContext, lawOf } from '../../model/decision-context.ts'
import { type Draft, draftOf } from '../../model/draft.ts'
import type { CaseEvent, ProcessDefinition } from '../../model/process.ts'
import type { CaseRecord } from '../../model/record.ts'
import type { Machine } from '../../organisation/actor.ts'
import { treasuryPlatform } from '../../payments/platform.ts'
import type { Instant } from '../../time/instant.ts'
import { wholeAfter } from '../item-deciding.ts'
import { itemNumberOf } from '../items/other-items.ts'
import { type Part, partOf } from '../items/parts.ts'
import { judgeRules } from '../judging/judgement.ts'
import { happen } from '../step.ts'

/** `item`: whose money it is; null: that of the case itself. */
export type Collected = Money & { item: number | null }

/** The act that writes the money down, by the platform itself and under the rules that bind officers. Throws `DomainError` where a person has to look at it. */
export const collect = (
  process: ProcessDefinition,
  record: CaseRecord,
  { item, ...money }: Collected,
  at: Instant,
  decisionContext: DecisionContext,
): Draft => {
  if (record.status === 'closed') throw new DomainError('case-closed')
  const wanted = bookedIn(process, record, money, item)
  const part = partOf(process, record, wanted ?? undefined)
  const booked = collectionOf(process, part, wanted)(part.record.snapshot.context, money, {
    ...lawOf(decisionContext, part.record),
  })
  if (!('type' in booked)) throw new DomainError('not-possible-now', [booked])
  const by: Machine = { ...treasuryPlatform, region: record.region }
  const event: CaseEvent = {
    ...booked,
    by,
    at,
    signatures: [],
    ...lawOf(decisionContext, part.record),
  }
  const verdict = judgeRules(part.process, part.record, event)
  if (!verdict.allowed) throw new DomainError(verdict.code, verdict.reasons)
  const draft = draftOf({ ...part.record, revision: record.revision + 1, undo: null })
  const happened = happen(part.process, draft, event, decisionContext)
  return wholeAfter(process, record, part, happened, decisionContext)
}

/** What goes back to an item may be written down in another one, that which has asked for it. */
const bookedIn = (
  { collections }: ProcessDefinition,
  record: CaseRecord,
  { kind, amountFen }: Pick<Money, 'kind' | 'amountFen'>,
  item: number | null,
): number | null => {
  const paidBy = kind === 'refund' && item !== null ? itemNumberOf(record, item) : null
  if (!paidBy) return item
  const open = Object.values(record.items ?? {}).map(({ no, kind, snapshot: { context } }) => ({
    no,
    kind,
    context,
  }))
  return collections?.refundedIn?.(open, paidBy, amountFen) ?? item
}

/** An item that has ended owes nothing any more, and its money is not that of the case. */
const collectionOf = (
  { collections }: ProcessDefinition,
  { item: found }: Part,
  wanted: number | null,
): Collection => {
  const collection = found ? collections?.items[found.kind] : collections?.case
  if (!collection || (wanted !== null && !found)) throw new DomainError('not-possible-now')
  return collection
}
