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
  sleep,
  workflowInfo,
} from '@temporalio/workflow'
import type { FeedActivities } from '../activities/contract.ts'
import { configureUpdate, pauseUpdate, resumeUpdate } from './messages.ts'

/** `queue`: where the devices process takes its work; `configuration`: of the feed's row, as the link is to be. */
export type FeedInput = { feed: string; queue: string; configuration: string; paused?: boolean }

type Life = FeedInput & { paused: boolean; scope: CancellationScope | null }

const mostHolds = 200
/** A feed that is not wanted is looked at again after this long. */
const restMs = 60_000

/** A process that dies or freezes is missed after its heartbeat's time, and another takes the link over: the line's lock lets only one in. */
export async function feed(input: FeedInput): Promise<void> {
  const life: Life = { ...input, paused: input.paused ?? false, scope: null }
  listen(life)
  const { holdLink } = proxyActivities<FeedActivities>({
    taskQueue: input.queue,
    startToCloseTimeout: '30d',
    heartbeatTimeout: '20s',
    retry: { initialInterval: '1s', backoffCoefficient: 2, maximumInterval: '10s' },
    // The next holder begins when this one has let go.
    cancellationType: ActivityCancellationType.WAIT_CANCELLATION_COMPLETED,
    summary: 'hold the link',
  })
  for (let holds = 1; ; holds += 1) {
    setCurrentDetails(life.paused ? 'paused' : 'held')
    await condition(() => !life.paused)
    const { configuration } = life
    await held(life, () => holdLink({ feed: life.feed }))
    const changed = () => life.paused || life.configuration !== configuration
    if (!changed()) await condition(changed, restMs)
    if (holds >= mostHolds || workflowInfo().continueAsNewSuggested) {
      await condition(allHandlersFinished)
      const { feed: id, queue, configuration: latest, paused } = life
      return continueAsNew<typeof feed>({ feed: id, queue, configuration: latest, paused })
    }
  }
}

const held = async (life: Life, hold: () => Promise<void>): Promise<void> => {
  const scope = new CancellationScope()
  life.scope = scope
  try {
    await scope.run(hold)
  } catch (error) {
    // Cancelled by an operator, and not by ourselves: then all of it ends.
    if (isCancellation(error) && CancellationScope.current().consideredCancelled) throw error
    if (!isCancellation(error)) await sleep('10s')
  } finally {
    life.scope = null
  }
}

const listen = (life: Life): void => {
  setHandler(pauseUpdate, () => {
    life.paused = true
    life.scope?.cancel()
  })
  setHandler(resumeUpdate, () => {
    life.paused = false
  })
  setHandler(configureUpdate, ({ configuration }) => {
    if (life.configuration === configuration) return
    life.configuration = configuration
    life.scope?.cancel()
  })
}
