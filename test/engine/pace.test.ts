// Can a case keep the engine busy by waking itself again and again?
import { eq } from 'drizzle-orm'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { quarantine } from '../../db/schema/cases/quarantine.ts'
import { workflowIdFor } from '../../workflows/queues.ts'
import { openStage, type Stage } from '../support/servers/stage.ts'

let stage: Stage
/** A clock that stands still. */
let stopped: string | null = null
beforeAll(async () => {
  stage = await openStage((deps) => ({
    ...deps,
    now: async (executor) => stopped ?? deps.now(executor),
  }))
})
afterAll(() => stage?.close())

it('promise (law): a case that wakes itself in vain sleeps longer each time and tells it', async () => {
  await stage.clock.setNow('2026-03-01T01:00:00.000Z')
  const id = await stage.start('counter', 'lin', { region: '330802', date: '2026-03-10' })
  stopped = '2026-03-10T15:59:59.999Z'
  await stage.moveTo(id, stopped)
  const texts = () => stage.db.select().from(quarantine).where(eq(quarantine.id, id))
  await expect.poll(texts).toMatchObject([{ caseId: id }])
  const { events } = await stage.temporal.workflow.getHandle(workflowIdFor(id, 1)).fetchHistory()
  // Other events come by the time that a turn takes; a local activity is a turn, and those of the beginning count too.
  expect(events?.filter(({ markerRecordedEventAttributes: marker }) => marker).length).toBeLessThan(
    20,
  )
  stopped = null
  await stage.moveTo(id, '2026-03-10T16:00:00.000Z')
  expect((await stage.record(id)).snapshot.context.late).toBe(1)
})
