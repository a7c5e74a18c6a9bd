// How fast is Temporal on this machine when the product does nothing at all?
import { randomUUID } from 'node:crypto'
import { Client, Connection } from '@temporalio/client'
import { abreast } from './loop.ts'
import type { Stage } from './stage.ts'

const taskQueue = 'bench-floor'

export type Floor = Awaited<ReturnType<typeof openFloor>>

/** Starts the floor's worker and as many workflows as the product has cases under load. */
export const openFloor = async (stage: Stage, workflows: number) => {
  const child = await stage.launch('floor', 'bench/floor-worker.ts', { TEMPORAL_ADDRESS: stage.temporalAddress, TASK_QUEUE: taskQueue })
  const connection = await Connection.connect({ address: stage.temporalAddress })
  const client = new Client({ connection })
  const ids = Array.from({ length: workflows }, () => `floor/${randomUUID()}`)
  await abreast(workflows, 8, async (number) => {
    const workflowId = ids[number] as string
    await client.workflow.start('floor', { workflowId, taskQueue })
    await client.workflow.getHandle(workflowId).executeUpdate('act', { args: [{ commandId: randomUUID() }] })
  })
  return {
    ids,
    pid: child.pid,
    /** One Update from sending to its answer, ms. */
    step: async (workflowId: string): Promise<number> => {
      const commandId = randomUUID()
      const sent = performance.now()
      await client.workflow.getHandle(workflowId).executeUpdate('act', { args: [{ commandId }], updateId: commandId })
      return performance.now() - sent
    },
    historyLength: async (workflowId: string): Promise<number> => (await client.workflow.getHandle(workflowId).describe()).historyLength,
    close: async () => {
      await child.stop('SIGKILL')
      await connection.close()
    },
  }
}
