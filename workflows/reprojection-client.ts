// How does the API set the batch of an approved change going?
import type { Client } from '@temporalio/client'
import { caseQueue, reprojectionIdFor } from './queues.ts'

export type ReprojectionClient = { begin: (id: string) => Promise<void> }

/** Begins it once, or finds it running; a batch that was ended by an operator begins again where it stood. `lane` replaces the product's task queue. */
export const createReprojectionClient = (temporal: Client, lane?: string): ReprojectionClient => ({
  begin: async (id) =>
    void (await temporal.workflow.start('reprojection', {
      workflowId: reprojectionIdFor(id),
      taskQueue: lane ?? caseQueue,
      args: [{ id }],
      workflowIdConflictPolicy: 'USE_EXISTING',
      workflowTaskTimeout: '4s',
    })),
})
