// What is the least that a durable, ordered command can cost? The Update of a case with a local activity that does nothing.
import { condition, defineUpdate, proxyLocalActivities, setHandler } from '@temporalio/workflow'

export const actUpdate = defineUpdate<{ revision: number }, [{ commandId: string }]>('act')
type Waiting = { commandId: string; revision: number | null }

const { nothing } = proxyLocalActivities<{ nothing: (input: { commandId: string }) => Promise<number> }>({ startToCloseTimeout: '5s' })

export async function floor(): Promise<void> {
  const queue: Waiting[] = []
  let revision = 0
  setHandler(actUpdate, async ({ commandId }) => {
    const waiting: Waiting = { commandId, revision: null }
    queue.push(waiting)
    await condition(() => waiting.revision !== null)
    return { revision: waiting.revision ?? 0 }
  })
  for (;;) {
    await condition(() => queue.length > 0)
    const next = queue.shift()
    if (!next) continue
    revision += await nothing({ commandId: next.commandId })
    next.revision = revision
  }
}
