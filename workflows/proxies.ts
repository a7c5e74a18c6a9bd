// With which time-outs and retries does a case call the world outside?
import { proxyActivities, proxyLocalActivities } from '@temporalio/workflow'
import type { CaseActivities, DailyActivities, ReprojectionActivities } from '../activities/contract.ts'

/** The quick way: one attempt inside the workflow task. A slow or absent database falls through to the durable way. */
export const quick = proxyLocalActivities<Pick<CaseActivities, 'advance' | 'look'>>({
  startToCloseTimeout: '5s',
  scheduleToCloseTimeout: '6s',
  localRetryThreshold: '1s',
  retry: { maximumAttempts: 1 },
})

/** The durable way: tried until it succeeds. Idempotent by the command row, so a lost answer costs nothing. */
export const durable = proxyActivities<Pick<CaseActivities, 'advance' | 'look'>>({
  startToCloseTimeout: '10s',
  retry: { initialInterval: '500ms', backoffCoefficient: 2, maximumInterval: '10s' },
  summary: 'advance the case',
})

/** Effects never wait for one another's mail server: a delivery that fails comes back as a later retry of its own row. */
export const outside = proxyActivities<Pick<CaseActivities, 'runEffects'>>({
  startToCloseTimeout: '10s',
  retry: { initialInterval: '1s', backoffCoefficient: 2, maximumInterval: '30s' },
  summary: 'deliver notices',
})

/** Each step of the daily round is short and may be repeated: what is done stands in its row. */
export const daily = proxyActivities<DailyActivities>({
  startToCloseTimeout: '20s',
  retry: { initialInterval: '1s', backoffCoefficient: 2, maximumInterval: '1m' },
  summary: 'daily round',
})

/** Pieces of a re-projection: long ones say that they live, and may be done again wherever they were cut off. */
export const batch = proxyActivities<ReprojectionActivities>({
  startToCloseTimeout: '1h',
  heartbeatTimeout: '8s',
  retry: { initialInterval: '1s', backoffCoefficient: 2, maximumInterval: '30s' },
  summary: 'reckon cases again',
})
