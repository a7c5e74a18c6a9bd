// How are the supervisors of the feeds that we dial reached?
import { type Client, WithStartWorkflowOperation } from '@temporalio/client'
import { DomainError } from '../domain/language/errors.ts'
import { patiently } from './client.ts'
import { configureUpdate, pauseUpdate, resumeUpdate } from './messages.ts'
import { devicesQueue, feedIdFor, urgentQueue } from './queues.ts'

export type FeedClient = ReturnType<typeof createFeedClient>

/** `lane` replaces the product's task queues and ids, for suites that run side by side. */
export const createFeedClient = (temporal: Client, lane?: string) => {
  const idOf = (feed: string): string =>
    lane === undefined ? feedIdFor(feed) : `${feedIdFor(feed)}/${lane}`
  const handle = (feed: string) => temporal.workflow.getHandle(idOf(feed))
  return {
    /** Makes its supervisor hold it by this configuration, whether it has one already or not. */
    hold: (feed: string, configuration: string): Promise<void> =>
      patiently(temporal, async () => {
        const startWorkflowOperation = new WithStartWorkflowOperation('feed', {
          workflowId: idOf(feed),
          taskQueue: lane ?? urgentQueue,
          args: [
            { feed, queue: lane === undefined ? devicesQueue : `${lane}-devices`, configuration },
          ],
          workflowIdConflictPolicy: 'USE_EXISTING',
          workflowTaskTimeout: '4s',
        })
        await temporal.workflow.executeUpdateWithStart(configureUpdate, {
          startWorkflowOperation,
          args: [{ configuration }],
        })
      }),
    /** One that has no supervisor is held by nobody. */
    pause: (feed: string): Promise<void> =>
      patiently(temporal, () => handle(feed).executeUpdate(pauseUpdate)).catch(unlessGone),
    resume: (feed: string): Promise<void> =>
      patiently(temporal, () => handle(feed).executeUpdate(resumeUpdate)),
  }
}

const unlessGone = (error: unknown): void => {
  if (!(error instanceof DomainError && error.code === 'case-closed')) throw error
}
