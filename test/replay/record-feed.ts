// Records the history of a feed's supervisor through all that befalls one: `node test/replay/record-feed.ts`.
import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as pass } from 'node:timers/promises'
import { ApplicationFailure, Context } from '@temporalio/activity'
import { Client, Connection } from '@temporalio/client'
import { NativeConnection, Worker } from '@temporalio/worker'
import type { FeedActivities } from '../../activities/contract.ts'
import { createChildren } from '../../bin/infra/children.ts'
import { startTemporal } from '../../bin/infra/temporal/temporal.ts'
import { workflowBundle } from '../../bin/workflow-bundle.ts'
import { createFeedClient } from '../../workflows/feed-client.ts'
import { keepHistory } from './history-recorder.ts'

const lane = 'recorded'
const folder = mkdtempSync(join(tmpdir(), 'anjian-record-'))
const children = createChildren(folder)
const server = await startTemporal({ folder, children, inMemory: true, dynamicConfig: {} })
const { address } = server
const connection = await Connection.connect({ address })
const native = await NativeConnection.connect({ address })
const temporal = new Client({ connection })

/** What the holds come to, one after the other; the last stays. */
const fates: ('fails' | 'unwanted')[] = ['fails', 'unwanted']
const activities: FeedActivities = {
  holdLink: async () => {
    const fate = fates.shift()
    if (fate === 'fails') throw ApplicationFailure.nonRetryable('no line')
    if (fate === 'unwanted') return
    const beat = setInterval(() => Context.current().heartbeat(), 200)
    await Context.current().cancelled.finally(() => clearInterval(beat))
  },
}
const workers = await Promise.all([
  Worker.create({ connection: native, taskQueue: lane, workflowBundle: await workflowBundle() }),
  Worker.create({
    connection: native,
    taskQueue: `${lane}-devices`,
    activities,
    maxHeartbeatThrottleInterval: '1s',
  }),
])
const running = workers.map((worker) => worker.run())

const feeds = createFeedClient(temporal, lane)
await feeds.hold('park', 'first')
await pass(13_000) // failed, held again after its pause, not wanted: it rests
await feeds.hold('park', 'second')
await pass(2_000)
await feeds.hold('park', 'second')
await feeds.pause('park')
await feeds.resume('park')
await pass(3_000)
await feeds.pause('park')
await pass(3_000)
await feeds.hold('park', 'third')
await feeds.resume('park')
await pass(2_000)
await keepHistory(temporal, {
  kind: 'feed',
  scenario: 'all-that-befalls-it',
  id: `feed/park/${lane}`,
})

for (const worker of workers) worker.shutdown()
await Promise.all(running)
await native.close()
await connection.close()
await server.stop()
