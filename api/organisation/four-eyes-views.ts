// How does what one person proposes and another decides look to its reader?
import type { DecisionRow } from '../../db/schema/four-eyes.ts'
import { type Decision, decisionOutcomes } from '../../domain/change/four-eyes.ts'
import type { Instant } from '../../domain/time/instant.ts'
import { reasonsOf } from './reasons.ts'

type Kept = {
  order: string
  reason: string
  proposedBy: string
  proposedByName: string
  proposedAt: Instant
  decision: DecisionRow | null
}

/** On which paper it rests, who proposed it and what became of it. */
export const standingView = (one: Kept) => {
  const { order, reason, decision } = one
  return {
    order,
    reason,
    status: decision?.decision ?? ('proposed' as const),
    proposedBy: { id: one.proposedBy, name: one.proposedByName, at: one.proposedAt },
    decidedBy: decision && {
      id: decision.by,
      name: decision.byName,
      at: decision.at,
      reason: decision.reason,
    },
  }
}

/** Every decision with what stands against it, by the same judgement that is made when it is taken. */
export const decisionViews = (judge: (type: Decision) => void) =>
  (Object.keys(decisionOutcomes) as Decision[]).map((type) => {
    const reasons = reasonsOf(() => judge(type))
    return { type, allowed: reasons.length === 0, reasons }
  })
