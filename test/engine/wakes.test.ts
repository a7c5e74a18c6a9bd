// Who is woken after an act, who is not, and what becomes of a wake that was lost?
import { eq } from 'drizzle-orm'
import { afterAll, beforeAll, expect, onTestFinished, test } from 'vitest'
import { createRunEffects } from '../../activities/run-effects.ts'
import { createPerformer } from '../../commit/perform.ts'
import { startRelay } from '../../commit/relay.ts'
import { leaseWakes, readUnseen } from '../../db/cases/wakes.ts'
import { effects } from '../../db/schema/cases/cases.ts'
import { wakes } from '../../db/schema/cases/wakes.ts'
import { renewUpdate } from '../../workflows/messages.ts'
import { workflowIdFor } from '../../workflows/queues.ts'
import { openStage, type Stage } from '../support/servers/stage.ts'

let stage: Stage
beforeAll(async () => {
  stage = await openStage()
})
afterAll(() => stage?.close())

const open = async (): Promise<string> => {
  await stage.clock.setNow('2026-03-01T01:00:00.000Z')
  const id = await stage.start('counter', 'lin', { region: '330802', date: '2026-03-10' })
  await settled(id)
  return id
}
const wakeOf = async (id: string) =>
  (await stage.db.select().from(wakes).where(eq(wakes.caseId, id)))[0]
/** The workflow has looked, and nothing waits to be sent. */
const settled = async (id: string) => {
  const waits = async () => {
    const pending = (await stage.db.select().from(effects).where(eq(effects.caseId, id))).filter(
      ({ status }) => status === 'pending',
    )
    return [(await wakeOf(id))?.unseenSince ?? null, pending.length]
  }
  await expect.poll(waits, { timeout: 30_000 }).toEqual([null, 0])
  await atRest(id)
}
/** The workflow looks once more after what it has delivered. */
const atRest = async (id: string): Promise<void> => {
  const length = async () =>
    (await stage.temporal.workflow.getHandle(workflowIdFor(id, 1)).describe()).historyLength
  for (
    let [before, now] = [-1, await length()];
    before !== now;
    [before, now] = [now, await length()]
  )
    await new Promise((resolve) => setTimeout(resolve, 600))
}
const signalsOf = async (id: string): Promise<number> => {
  const { events } = await stage.temporal.workflow.getHandle(workflowIdFor(id, 1)).fetchHistory()
  return (events ?? []).filter((one) => one.workflowExecutionSignaledEventAttributes).length
}
/** Acts as another process would whose wakes are all lost. */
const withoutWakes = () => createPerformer(stage.deps, () => undefined)

test('a notice that takes a moment is sent inside the workflow task: no activity is dispatched for it', async () => {
  const before = stage.mails.length
  const id = await open()
  const { events } = await stage.temporal.workflow.getHandle(workflowIdFor(id, 1)).fetchHistory()
  const dispatched = (events ?? []).filter((one) => one.activityTaskScheduledEventAttributes).length
  expect([dispatched, stage.mails.length > before]).toEqual([0, true])
})

test('claiming and releasing change no future: nobody is woken, also while the mail server is away', async () => {
  const id = await open()
  const before = await signalsOf(id)
  stage.mailServer.up = false
  onTestFinished(() => {
    stage.mailServer.up = true
  })
  for (let n = 0; n < 10; n += 1) {
    await stage.act(id, 'lin', 'claim', {}, { taskId: `${id}:count:1` })
    await stage.act(id, 'lin', 'release', { reason: '另有任务' }, { taskId: `${id}:count:1` })
  }
  expect([(await wakeOf(id))?.unseenSince, await signalsOf(id)]).toEqual([null, before])
})

test('an act that nobody is notified of and that moves no date wakes nobody; the end of the case does', async () => {
  const id = await open()
  await stage.act(id, 'lin', 'add', { n: 1 })
  expect((await wakeOf(id))?.unseenSince).toBeNull()
  await stage.act(id, 'lin', 'finish')
  await stage.act(id, 'chen', 'approve', { outcome: 'yes' })
  await stage.act(id, 'fang', 'sign')
  await expect
    .poll(() => stage.client.status({ caseId: id, process: 'counter', generation: 1 }), {
      timeout: 30_000,
    })
    .toBe('COMPLETED')
  expect((await wakeOf(id))?.closed).toBe(true)
})

test('a lost wake is leased once, longer and longer, and sent by the relay; several acts are one wake', async () => {
  const id = await open()
  const command = async (type: string, who: string, data = {}) => ({
    caseId: id,
    process: 'counter',
    commandId: await stage.store(id, who, type, data),
  })
  await withoutWakes().act(
    await command('add-signer', 'lin', { to: 'ji', position: 'before', reason: '请协助' }),
  )
  const first = await wakeOf(id)
  await withoutWakes().act(
    await command('add-signer', 'lin', { to: 'fang', position: 'after', reason: '请协助' }),
  )
  expect([first?.unseenSince, (await wakeOf(id))?.unseenSince]).toEqual([
    expect.any(Date),
    first?.unseenSince,
  ])
  await stage.db
    .update(wakes)
    .set({ tryAt: new Date(0) })
    .where(eq(wakes.caseId, id))
  const leased = await Promise.all([leaseWakes(stage.db, 10), leaseWakes(stage.db, 10)])
  expect(leased.flat().filter(({ caseId }) => caseId === id)).toHaveLength(1)
  await stage.db
    .update(wakes)
    .set({ tryAt: new Date(0) })
    .where(eq(wakes.caseId, id))
  const relay = startRelay(stage.db, stage.client.wake, () => undefined)
  await settled(id)
  await relay.stop()
  expect((await readUnseen(stage.db)).count).toBe(0)
})

test('a first act whose wake was lost begins its workflow with the relay', async () => {
  await stage.clock.setNow('2026-03-01T01:00:00.000Z')
  const caseId = crypto.randomUUID()
  const commandId = await stage.store(caseId, 'lin', 'start', {
    region: '330802',
    date: '2026-03-10',
  })
  await withoutWakes().act({ caseId, process: 'counter', commandId })
  expect(await stage.client.status({ caseId, process: 'counter', generation: 1 })).toBeNull()
  await stage.db
    .update(wakes)
    .set({ tryAt: new Date(0) })
    .where(eq(wakes.caseId, caseId))
  const relay = startRelay(stage.db, stage.client.wake, () => undefined)
  await settled(caseId)
  await relay.stop()
  expect(await stage.client.status({ caseId, process: 'counter', generation: 1 })).toBe('RUNNING')
})

test('under a stream of wakes the case moves to a new run, and the last wake is seen', async () => {
  const id = await open()
  const handle = stage.temporal.workflow.getHandle(workflowIdFor(id, 1))
  const { runId } = await handle.describe()
  const address = { caseId: id, process: 'counter', generation: 1 }
  let ended = false
  const stream = (async () => {
    while (!ended) {
      await stage.client.wake(address, 5_000)
      await new Promise((resolve) => setTimeout(resolve, 20))
    }
  })()
  // The server takes no end of a run while a signal has just arrived (temporalio/temporal#8097): whoever asked is told so, and asks again.
  const renewed = async () => {
    await handle.executeUpdate(renewUpdate).catch(() => undefined)
    return (await handle.describe()).runId
  }
  await expect.poll(renewed, { timeout: 30_000 }).not.toBe(runId)
  await stage.act(id, 'chen', 'urge', { reason: '请尽快' })
  ended = true
  await stream
  await settled(id)
})

test('a deadline that was moved nearer wakes at once: the timer of before would ring too late', async () => {
  const id = await open()
  const armed = (await wakeOf(id))?.timerAt
  await stage.db
    .update(wakes)
    .set({ timerAt: '2026-06-01T00:00:00.000Z' })
    .where(eq(wakes.caseId, id))
  await withoutWakes().act({
    caseId: id,
    process: 'counter',
    commandId: await stage.store(id, 'lin', 'add', { n: 1 }),
  })
  expect(await wakeOf(id)).toMatchObject({ timerAt: armed, unseenSince: expect.any(Date) })
})

test('an effect that is not due yet by the clock of whoever is to carry it out is waited for', async () => {
  const now = await stage.clock.now()
  const caseId = crypto.randomUUID()
  const row = {
    id: caseId,
    caseId,
    revision: 1,
    kind: 'notice' as const,
    status: 'pending' as const,
  }
  const payload = { kind: 'notice', about: 'x', notBefore: now } as never
  await stage.db
    .insert(effects)
    .values({ ...row, payload, notBefore: new Date(Date.parse(now) + 2_000).toISOString() })
  const found = await createRunEffects({ ...stage.deps, now: async () => now })({
    caseId,
    process: 'counter',
  })
  expect(found).toEqual({ done: 0, retryInMs: 2_000 })
  await stage.db.delete(effects).where(eq(effects.id, caseId))
})
