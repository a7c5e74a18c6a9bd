// What is asked of a case: which act, on which task, by whom, and what had he seen?
import type { Actor } from '../organisation/actor.ts'
import type { Instant } from '../time/instant.ts'

/** One act, as a person or a machine asks for it. */
export type Act = { type: string; data: Record<string, unknown>; taskId: string | null }

/** A request as it reaches the decision: the act, who wants it, when it was done, and what he had seen. */
export type Command = Act & { by: Actor; ifMatch: number | null; occurredAt: Instant }
