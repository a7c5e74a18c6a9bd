// Which desk, clock and document verbs are closed to whoever has no hand in the case any more (回避)?
import type { ProcessDefinition } from '../../model/process.ts'
import type { CaseRecord } from '../../model/record.ts'
import type { Actor } from '../../organisation/actor.ts'
import type { ActView } from './act-view.ts'
import { asWhom } from './capacity.ts'
import { barredBy, type Judgement } from './judgement.ts'

/** By these he gives away what is on his desk, and takes back what he has done last. */
const givesAway = ['release', 'hand-back', 'transfer', 'take-back', 'open']

/** Why a verb is closed to him; null: nothing bars him. The acts of the chart are judged with its rules. */
export const barredVerb = (
  process: ProcessDefinition,
  record: CaseRecord,
  by: Actor,
  type: string,
): Judgement | null =>
  givesAway.includes(type)
    ? null
    : barredBy(process, record, { type, data: {}, by, at: record.openedAt })

/** What of a verb that is offered changes for him; events have asked with their rules. */
export const closedVerb = (
  process: ProcessDefinition,
  record: CaseRecord,
  by: Actor,
  { kind, type, taskId, allowed }: ActView,
): Partial<ActView> => {
  if (kind === 'event' || !allowed) return {}
  const own = asWhom(process, record, by, { type, data: {}, taskId })
  const barred = barredVerb(process, record, own, type)
  return barred && !barred.allowed
    ? { allowed: false, relevant: false, reasons: barred.reasons }
    : {}
}
