// What does the workflow of a case need to know of it after an act?
import type { PendingEffect } from '../db/cases/case-store.ts'
import type { Outlook } from '../db/cases/wakes.ts'
import type { ProcessDefinition } from '../domain/model/process.ts'
import type { CaseRecord } from '../domain/model/record.ts'
import type { Instant } from '../domain/time/instant.ts'
import { isUrgent } from '../domain/urgent.ts'
import type { AdvanceResult } from './contract.ts'
import { describeCase } from './describe.ts'
import { nextWake } from './next-wake.ts'

/** `pending`: the effects of the case that nobody has carried out, the first first. */
export const outlookOf = (
  process: ProcessDefinition,
  record: CaseRecord,
  { pending, now, windowMs }: { pending: readonly PendingEffect[]; now: Instant; windowMs: number },
): Outlook => ({
  caseId: record.id,
  process: record.process,
  generation: record.generation,
  revision: record.revision,
  chart: record.chart,
  closed: record.status === 'closed',
  ...describeCase(process, record),
  timerAt: nextWake(pending, record, now, windowMs),
  effectsAt: pending[0]?.notBefore ?? null,
  urgent: isUrgent(record.process),
})

/** When something is to be done next; an effect that was due when it was written may not be so for one whose clock is behind. */
const nextOf = ({ timerAt, effectsAt }: Outlook, now: Instant): Instant | null =>
  [timerAt, effectsAt !== null && effectsAt > now ? effectsAt : null]
    .filter((at) => at !== null)
    .sort()[0] ?? null

const untilOf = (at: Instant | null, now: Instant): number | null =>
  at === null ? null : Math.max(0, Date.parse(at) - Date.parse(now))

/** The same in times from now on, as a workflow counts. */
export const resultOf = (outlook: Outlook, now: Instant): AdvanceResult => ({
  caseId: outlook.caseId,
  revision: outlook.revision,
  answer: null,
  wakeInMs: untilOf(nextOf(outlook, now), now),
  effects: outlook.effectsAt !== null && outlook.effectsAt <= now,
  closed: outlook.closed,
  chart: outlook.chart,
  state: outlook.state,
  details: outlook.details,
})
