// What does the workflow of a case need to know of it after an act?
import type { Outlook } from '../db/wakes.ts'
import type { Instant } from '../domain/case/instant.ts'
import type { ProcessDefinition } from '../domain/case/process.ts'
import type { CaseRecord } from '../domain/case/record.ts'
import { isUrgent } from '../domain/urgent.ts'
import type { AdvanceResult } from './contract.ts'
import { describeCase } from './describe.ts'
import { nextWake } from './next-wake.ts'

/** `pending`: when the effects of the case that nobody has carried out may be. */
export const outlookOf = (
  process: ProcessDefinition,
  record: CaseRecord,
  { pending, now, windowMs }: { pending: Instant[]; now: Instant; windowMs: number },
): Outlook => ({
  caseId: record.id,
  process: record.process,
  life: record.life,
  revision: record.revision,
  chart: record.chart,
  closed: record.status === 'closed',
  ...describeCase(process, record),
  timerAt: nextWake(pending, record, now, windowMs),
  effectsAt: pending[0] ?? null,
  urgent: isUrgent(record.process),
})

/** The same in times from now on, as a workflow counts. */
export const resultOf = ({ revision, chart, closed, state, details, timerAt, effectsAt }: Outlook, now: Instant): AdvanceResult => ({
  revision,
  answer: null,
  wakeInMs: timerAt === null ? null : Math.max(0, Date.parse(timerAt) - Date.parse(now)),
  effects: effectsAt !== null && effectsAt <= now,
  closed,
  chart,
  state,
  details,
})
