// Which messages does every case understand?
import { defineQuery, defineSignal, defineUpdate } from '@temporalio/workflow'

/** The future of the case has changed: it looks what it knows now. Who sends it may send it twice. */
export const wakeCaseSignal = defineSignal('wake')
/** A machine's observation, by the id of its row; accepted also while no worker is up. */
export const observeSignal = defineSignal<[{ commandId: string }]>('observe')
/** Apply what has fallen due now, and answer when that and the notices ready are done (clock laboratory, restore). */
export const tickUpdate = defineUpdate<{ revision: number }, []>('tick')
/** Continue as new at the next quiet moment (operators, tests). */
export const renewUpdate = defineUpdate<void, []>('renew')
/** To the daily round: do what has fallen due now, and answer when it is done (clock laboratory). */
export const wakeUpdate = defineUpdate<void, []>('wake')
/** To the supervisor of a feed: let go of its link until it is resumed; answered when that is under way. */
export const pauseUpdate = defineUpdate<void, []>('pause')
export const resumeUpdate = defineUpdate<void, []>('resume')
/** To the supervisor of a feed: its row has changed; a configuration that it has already is no change. */
export const configureUpdate = defineUpdate<void, [{ configuration: string }]>('configure')
/** For operators only; lists never ask a workflow. */
export const inspectQuery = defineQuery<{ waiting: number; revision: number; state: string }>(
  'inspect',
)
