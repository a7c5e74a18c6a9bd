// How do the links of the devices process hang on Temporal, and how do they read on while it is away?
import { ApplicationFailure, Context } from '@temporalio/activity'
import { NativeConnection, Runtime, Worker } from '@temporalio/worker'
import type { FeedActivities } from '../activities/contract.ts'
import type { Devices } from '../devices/service.ts'

type LinkWorkerOptions = {
  devices: Pick<Devices, 'dialling'>
  address: string
  namespace: string
  queue: string
  log: (line: string) => void
}

const againMs = 5_000

export const linkActivities = ({ dialling }: Pick<Devices, 'dialling'>): FeedActivities => ({
  holdLink: async ({ feed }) => {
    const context = Context.current()
    const { cancellationSignal: ended } = context
    // A lost heartbeat or worker is no request to end: the next attempt finds the link open.
    const willComeBack = () => context.cancellationDetails?.cancelRequested !== true
    await dialling.hold(feed, { beat: () => context.heartbeat(), ended, willComeBack })
    if (!ended.aborted) return
    if (willComeBack())
      throw ApplicationFailure.retryable('the link is left open for the next attempt', 'left-open')
    await context.cancelled
  },
})

/** Serves the queue of the devices process; begins anew whenever Temporal was away for too long. Stops when asked. */
export const serveLinks = (input: LinkWorkerOptions): { stop: () => Promise<void> } => {
  let worker: Worker | undefined
  let stopped = false
  const once = async (): Promise<void> => {
    const connection = await NativeConnection.connect({ address: input.address })
    try {
      const { namespace, queue: taskQueue } = input
      const activities = linkActivities(input.devices)
      worker = await Worker.create({
        connection,
        namespace,
        taskQueue,
        activities,
        shutdownGraceTime: '1s',
        maxHeartbeatThrottleInterval: '2s',
      })
      if (!stopped) await worker.run()
    } finally {
      worker = undefined
      await connection.close()
    }
  }
  const run = async (): Promise<void> => {
    while (!stopped) {
      await once().catch((error: Error) => input.log(`links wait for Temporal: ${error.message}`))
      if (!stopped) await new Promise((resolve) => setTimeout(resolve, againMs).unref())
    }
  }
  const running = run()
  return {
    stop: async () => {
      stopped = true
      if (worker?.getState() === 'RUNNING') worker.shutdown()
      await Promise.race([
        running,
        new Promise((resolve) => setTimeout(resolve, 2 * againMs).unref()),
      ])
    },
  }
}

/** This process ends itself; the library's own words are few. */
export const quietRuntime = (): void => {
  Runtime.install({
    shutdownSignals: [],
    telemetryOptions: { logging: { filter: { core: 'ERROR', other: 'WARN' } } },
  })
}
