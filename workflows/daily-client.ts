// How do the worker and the clock laboratory reach the daily round?
import { type Client, WithStartWorkflowOperation } from '@temporalio/client'
import { patiently } from './client.ts'
import { wakeUpdate } from './messages.ts'
import { caseQueue, dailyRoundId } from './queues.ts'

export type DailyClient = ReturnType<typeof createDailyClient>

/** `lane` replaces the product's task queue and id, for suites that run side by side. */
export const createDailyClient = (temporal: Client, lane?: string) => {
  const options = {
    workflowId: lane === undefined ? dailyRoundId : `${dailyRoundId}/${lane}`,
    taskQueue: lane ?? caseQueue,
    args: [] as [],
    workflowIdConflictPolicy: 'USE_EXISTING' as const,
    workflowTaskTimeout: '4s' as const,
  }
  return {
    /** Starts the round, or finds it running. */
    begin: async (): Promise<void> => void (await temporal.workflow.start('dailyRound', options)),

    /** Does what has fallen due by the legal clock, and waits until it is done. */
    wake: (): Promise<void> =>
      patiently(temporal, async () => {
        const startWorkflowOperation = new WithStartWorkflowOperation('dailyRound', options)
        await temporal.workflow.executeUpdateWithStart(wakeUpdate, {
          startWorkflowOperation,
          args: [],
        })
      }),
  }
}
