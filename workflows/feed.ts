// Who sees to it that a feed which we dial is held by some process: start again, pause, take over a new configuration?
import {
  ActivityCancellationType,
  allHandlersFinished,
  CancellationScope,
  condition,
  continueAsNew,
  isCancellation,
  proxyActivities,
  setCurrentDetails,
  setHandler,
  workflowInfo,
} from '@temporalio/workflow'
import type { FeedActivities } from '../activities/contract.ts'
import { configureUpdate, pauseUpdate, resumeUpdate } from './messages.ts'

/** `queue`: where the devices process takes its work; `configuration`: of the feed's row, as the link is to be. */
export type FeedInput = { feed: string; queue: string; configuration: string; paused?: boolean }

/** `notified`: an operator has sent something since the link was last asked for; then there is no rest, even if it is as it was. */
type FeedState = FeedInput & { paused: boolean; notified: boolean; scope: CancellationScope | null }

const mostHolds = 200
/** Looked at again after this long: a feed that was not wanted, of which nobody has told us, and one whose link could not be held. */
const restMs = 10_000

/** A process that dies or freezes is missed after its heartbeat's time, and another takes the link over: the line's lock lets only one in. */
export async function feed(input: FeedInput): Promise<void> {
  const feedState: FeedState = {
    ...input,
    paused: input.paused ?? false,
    notified: false,
    scope: null,
  }
  listen(feedState)
  const { holdLink } = proxyActivities<FeedActivities>({
    taskQueue: input.queue,
    startToCloseTimeout: '30d',
    heartbeatTimeout: '8s',
    retry: { initialInterval: '1s', backoffCoefficient: 2, maximumInterval: '10s' },
    // The next holder begins when this one has let go.
    cancellationType: ActivityCancellationType.WAIT_CANCELLATION_COMPLETED,
    summary: 'hold the link',
  })
  for (let holds = 1; ; holds += 1) {
    setCurrentDetails(feedState.paused ? 'paused' : 'held')
    await condition(() => !feedState.paused)
    feedState.notified = false
    await held(feedState, () => holdLink({ feed: feedState.feed }))
    if (!feedState.notified) await condition(() => feedState.notified, restMs)
    if (holds >= mostHolds || workflowInfo().continueAsNewSuggested) {
      await condition(allHandlersFinished)
      const { feed: id, queue, configuration: latest, paused } = feedState
      return continueAsNew<typeof feed>({ feed: id, queue, configuration: latest, paused })
    }
  }
}

const held = async (feedState: FeedState, hold: () => Promise<void>): Promise<void> => {
  const scope = new CancellationScope()
  feedState.scope = scope
  try {
    await scope.run(hold)
  } catch (error) {
    // Cancelled by an operator, and not by ourselves: then all of it ends.
    if (isCancellation(error) && CancellationScope.current().consideredCancelled) throw error
    // Whatever else it was, it is tried again after the rest.
  } finally {
    feedState.scope = null
  }
}

const listen = (feedState: FeedState): void => {
  const letGo = () => {
    feedState.notified = true
    feedState.scope?.cancel()
  }
  setHandler(pauseUpdate, () => {
    feedState.paused = true
    letGo()
  })
  setHandler(resumeUpdate, () => {
    feedState.paused = false
  })
  setHandler(configureUpdate, ({ configuration }) => {
    if (feedState.configuration === configuration) return
    feedState.configuration = configuration
    letGo()
  })
}
