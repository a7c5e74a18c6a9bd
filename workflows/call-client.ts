// How does a notice set its calls going?
import { type Client, WorkflowExecutionAlreadyStartedError } from '@temporalio/client'
import { callIdFor, queueFor } from './queues.ts'

export type CallClient = { begin: (call: { effect: string; process: string }) => Promise<void> }

const patienceMs = 2_000

/** Once for each notice, also after its calls have ended; urgent processes call on their own lane. `lane` replaces the product's task queues. */
export const createCallClient = (temporal: Client, lane?: string): CallClient => ({
  begin: async ({ effect, process }) => {
    try {
      await temporal.withDeadline(Date.now() + patienceMs, () =>
        temporal.workflow.start('callPeople', {
          workflowId: callIdFor(effect),
          taskQueue: lane ?? queueFor(process),
          args: [{ effect }],
          workflowIdReusePolicy: 'REJECT_DUPLICATE',
          workflowTaskTimeout: '4s',
        }),
      )
    } catch (error) {
      if (!(error instanceof WorkflowExecutionAlreadyStartedError)) throw error
    }
  },
})
