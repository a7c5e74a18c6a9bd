// With which time-outs and retries does a case call the world outside?
import {
  isCancellation,
  log,
  proxyActivities,
  proxyLocalActivities,
  TemporalFailure,
} from '@temporalio/workflow'
import type {
  AdvanceInput,
  AdvanceResult,
  CallActivities,
  CaseActivities,
  CaseRef,
  DailyActivities,
  EffectsResult,
  ReprojectionActivities,
} from '../activities/contract.ts'

/** The quick way: one attempt inside the workflow task. A slow or absent database falls through to the durable way. */
const quick = proxyLocalActivities<Pick<CaseActivities, 'advance' | 'look'>>({
  startToCloseTimeout: '5s',
  scheduleToCloseTimeout: '6s',
  localRetryThreshold: '1s',
  retry: { maximumAttempts: 1 },
})

/** The durable way: tried until it succeeds. Idempotent by the command row, so a lost answer costs nothing. */
const durable = proxyActivities<Pick<CaseActivities, 'advance' | 'look'>>({
  startToCloseTimeout: '10s',
  retry: { initialInterval: '500ms', backoffCoefficient: 2, maximumInterval: '10s' },
  summary: 'advance the case',
})

/** No longer than a mail may take: given up before, it would be sent once more while it is still being sent. */
const atOnce = proxyLocalActivities<Pick<CaseActivities, 'runEffects'>>({
  startToCloseTimeout: '10s',
  scheduleToCloseTimeout: '11s',
  localRetryThreshold: '1s',
  retry: { maximumAttempts: 1 },
})

/** Effects never wait for one another's mail server: a delivery that fails comes back as a later retry of its own row. */
const outside = proxyActivities<Pick<CaseActivities, 'runEffects'>>({
  startToCloseTimeout: '10s',
  retry: { initialInterval: '1s', backoffCoefficient: 2, maximumInterval: '30s' },
  summary: 'deliver notices',
})

/** What a case asks of its row, of the judge and of the world: quickly, and the durable way where that fails. */
export const caseWork = {
  advance: (input: AdvanceInput): Promise<AdvanceResult> =>
    quickFirst(
      'advance',
      () => quick.advance(input),
      () => durable.advance(input),
    ),
  look: (input: CaseRef): Promise<AdvanceResult | null> =>
    quickFirst(
      'look',
      () => quick.look(input),
      () => durable.look(input),
    ),
  /** What takes longer than a moment never happens inside a workflow task. */
  runEffectsAtOnce: (input: CaseRef): Promise<EffectsResult> =>
    quickFirst(
      'runEffects',
      () => atOnce.runEffects({ ...input, atOnce: true }),
      async () => ({ done: 0, retryInMs: null, left: true }),
    ),
  runEffects: (input: CaseRef): Promise<EffectsResult> => outside.runEffects(input),
}

/** Tries the quick way once; when the database is slow or away, goes the durable way. */
const quickFirst = async <Result>(
  what: string,
  quickly: () => Promise<Result>,
  durably: () => Promise<Result>,
): Promise<Result> => {
  try {
    return await quickly()
  } catch (error) {
    // A local activity that failed arrives unwrapped, one that timed out as an ActivityFailure; neither may ever fail the case.
    if (!(error instanceof TemporalFailure) || isCancellation(error)) throw error
    log.warn('the quick way failed, going the durable way', { what })
    return durably()
  }
}

/** Each step of the daily round is short, or says that it lives, and may be repeated: what is done stands in its row. */
export const daily = proxyActivities<DailyActivities>({
  startToCloseTimeout: '5m',
  heartbeatTimeout: '20s',
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

/** Each asks the database and at the most one gateway, which it gives five seconds. A call is dialled once by its row, however often this is tried. */
export const calling = proxyActivities<Pick<CallActivities, 'planCalls' | 'dial'>>({
  startToCloseTimeout: '10s',
  retry: { initialInterval: '500ms', backoffCoefficient: 2, maximumInterval: '5s' },
})

/** Asked again every two seconds until somebody has answered or the time given is over: it says itself when that is. */
export const hearing = proxyActivities<Pick<CallActivities, 'hear'>>({
  startToCloseTimeout: '10s',
  retry: { initialInterval: '2s', backoffCoefficient: 1 },
})
