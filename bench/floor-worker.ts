// Who serves the bare floor? A worker of its own process, with the options of bin/worker.ts.
import { join } from 'node:path'
import { bundleWorkflowCode, DefaultLogger, NativeConnection, Runtime, Worker } from '@temporalio/worker'

Runtime.install({ logger: new DefaultLogger('WARN') })
const workflowsPath = join(import.meta.dirname, 'floor-workflows.ts')
const worker = await Worker.create({
  connection: await NativeConnection.connect({ address: process.env.TEMPORAL_ADDRESS ?? '' }),
  taskQueue: process.env.TASK_QUEUE ?? '',
  workflowBundle: await bundleWorkflowCode({ workflowsPath, logger: new DefaultLogger('ERROR') }),
  activities: { nothing: async () => 1 },
  maxCachedWorkflows: 1_200,
  shutdownGraceTime: '10s',
  maxHeartbeatThrottleInterval: '1s',
})
console.log('floor ready')
await worker.run()
