// When must a case look at itself again, and where is that kept for those who watch it?
import type { PendingEffect } from '../db/cases/case-store.ts'
import { agenda } from '../domain/engine/clocks/escalation-policy.ts'
import { lookAt } from '../domain/engine/clocks/jitter.ts'
import type { CaseRecord } from '../domain/model/record.ts'
import type { Instant } from '../domain/time/instant.ts'

/**
 * When the case must look at itself again: the next due item, or the next notice that waits for its place in the window.
 * With a window it is when its timer is set to; without, when it falls due.
 */
export const nextWake = (
  pending: readonly PendingEffect[],
  record: CaseRecord,
  now: Instant,
  windowMs = 0,
): Instant | null => {
  const next = record.status === 'open' ? agenda(record)[0]?.at : undefined
  const due = next && lookAt(next, record.id, windowMs)
  return (
    [due, pending.find(({ notBefore }) => notBefore > now)?.notBefore]
      .filter((at) => at !== undefined)
      .sort()[0] ?? null
  )
}
