// The heart of the engine on the toy counter: once, in order, never half.
import { eq } from 'drizzle-orm'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { caseFacts, effects, notices, tasks } from '../../db/schema/cases/cases.ts'
import { verifyChain } from '../../domain/model/chain.ts'
import { patiently } from '../../workflows/client.ts'
import { renewUpdate } from '../../workflows/messages.ts'
import { workflowIdFor } from '../../workflows/queues.ts'
import { openStage, type Stage } from '../support/servers/stage.ts'

let stage: Stage
beforeAll(async () => {
  stage = await openStage()
})
afterAll(() => stage?.close())

const open = async () => {
  await stage.clock.setNow('2026-03-01T01:00:00.000Z')
  return stage.start('counter', 'lin', { region: '330802', date: '2026-03-10' })
}
const count = async (id: string) => (await stage.record(id)).snapshot.context.count

test('a command is answered after it is committed', async () => {
  const id = await open()
  const reply = await stage.act(id, 'lin', 'add', { n: 3 })
  expect(reply).toMatchObject({ revision: 2, material: 2 })
  expect(await count(id)).toBe(3)
})

test('two commands at once are both done, one after the other', async () => {
  const id = await open()
  await Promise.all([
    stage.act(id, 'lin', 'add', { n: 1 }),
    stage.act(id, 'wu', 'add', { n: 2 }),
    stage.act(id, 'zhou', 'add', { n: 4 }),
  ])
  expect(await count(id)).toBe(7)
  expect((await stage.record(id)).revision).toBe(4)
})

test('the same key twice acts once, also across a continue-as-new', async () => {
  const id = await open()
  await stage.act(id, 'lin', 'add', { n: 1 }, { key: 'k' })
  await stage.act(id, 'lin', 'add', { n: 1 }, { key: 'k' })
  await stage.hasWorkflow(id)
  await stage.temporal.workflow.getHandle(workflowIdFor(id, 1)).executeUpdate(renewUpdate)
  await stage.act(id, 'lin', 'add', { n: 1 }, { key: 'k' })
  await stage.act(id, 'lin', 'add', { n: 5 }, { key: 'other' })
  expect(await count(id)).toBe(6)
  const continued = async () =>
    (await stage.temporal.workflow.getHandle(workflowIdFor(id, 1)).fetchHistory()).events?.[0]
      ?.workflowExecutionStartedEventAttributes?.continuedExecutionRunId
  await expect.poll(continued, { timeout: 30_000 }).toBeTruthy()
})

test('a continue-as-new under a stream of commands loses and doubles none', async () => {
  const id = await open()
  const handle = stage.temporal.workflow.getHandle(workflowIdFor(id, 1))
  await stage.hasWorkflow(id)
  const adds = Array.from({ length: 30 }, (_, index) =>
    stage.act(id, index % 2 ? 'lin' : 'wu', 'add', { n: 1 }),
  )
  // The server answers that it was not processed to whatever comes between two runs, this one too.
  const renewed = patiently(stage.temporal, () => handle.executeUpdate(renewUpdate))
  await Promise.all([...adds.slice(0, 10), renewed, ...adds.slice(10)])
  expect(await count(id)).toBe(30)
})

test('a refusal comes back with its closed code and leaves no trace', async () => {
  const id = await open()
  await expect(stage.act(id, 'jiang', 'add', { n: 1 })).rejects.toMatchObject({
    code: 'not-allowed',
  })
  await expect(stage.act(id, 'lin', 'add', { n: 5_000 })).rejects.toMatchObject({
    code: 'not-allowed',
  })
  await expect(stage.act(id, 'lin', 'add', { n: 'many' })).rejects.toMatchObject({
    code: 'invalid-input',
  })
  await expect(stage.act(id, 'lin', 'subtract')).rejects.toMatchObject({ code: 'unknown-act' })
  expect((await stage.record(id)).revision).toBe(1)
})

test('a stale view is refused, an urge makes nobody stale', async () => {
  const id = await open()
  await stage.act(id, 'chen', 'urge', { reason: '请尽快' })
  await stage.act(id, 'lin', 'add', { n: 1 }, { ifMatch: 1 })
  await expect(stage.act(id, 'wu', 'add', { n: 1 }, { ifMatch: 1 })).rejects.toMatchObject({
    code: 'stale-revision',
  })
})

test('two different people must sign; a different proposal withdraws the first hand', async () => {
  const id = await open()
  await stage.act(id, 'lin', 'finish')
  await stage.act(id, 'chen', 'approve', { outcome: 'yes' })
  await expect(stage.act(id, 'chen', 'sign')).rejects.toMatchObject({ code: 'not-allowed' })
  await stage.act(id, 'fang', 'approve', { outcome: 'no' })
  expect((await stage.record(id)).status).toBe('open')
  await stage.act(id, 'chen', 'sign')
  const { status, data } = await stage.record(id)
  expect(status).toBe('closed')
  expect(data.approve).toEqual({ outcome: 'no' })
})

test('what fell due is applied at its own instant, once, with its notice', async () => {
  const id = await open()
  await stage.moveTo(id, '2026-03-20T01:00:00.000Z')
  await stage.moveTo(id, '2026-03-20T02:00:00.000Z')
  const facts = await stage.db
    .select()
    .from(caseFacts)
    .where(eq(caseFacts.caseId, id))
    .orderBy(caseFacts.seq)
  expect(
    facts.filter(({ type }) => type === 'fall-late').map(({ occurredAt }) => occurredAt),
  ).toEqual(['2026-03-10T16:00:00.000Z'])
  expect(
    facts.filter(({ type }) => type === 'escalation').map(({ data }) => data.escalationLevel),
  ).toEqual(['late', 'later'])
  const noticeRows = await stage.db.select().from(notices).where(eq(notices.caseId, id))
  expect(
    noticeRows
      .filter(({ escalationLevel }) => escalationLevel === 'late')
      .map(({ person }) => person)
      .sort(),
  ).toEqual(['chen', 'fang'])
  expect(
    verifyChain(facts, { facts: facts.length, head: (await stage.record(id)).headHash }),
  ).toEqual({
    valid: true,
    checked: facts.length,
    brokenAt: null,
  })
})

test('what fell due before an act is applied before it, though nobody has looked at the case since', async () => {
  const id = await open()
  await stage.clock.setNow('2026-03-20T01:00:00.000Z')
  // It ends the period: whoever let it in first would never learn that the period had run out.
  await stage.act(id, 'lin', 'finish')
  const facts = await stage.db
    .select()
    .from(caseFacts)
    .where(eq(caseFacts.caseId, id))
    .orderBy(caseFacts.seq)
  expect(
    facts.map(({ type, data }) => (type === 'escalation' ? data.escalationLevel : type)),
  ).toEqual(['start', 'expired', 'late', 'fall-late', 'later', 'finish'])
  expect((await stage.record(id)).snapshot.context).toMatchObject({ late: 1 })
})

test('a notice whose place in the window comes later waits for it', async () => {
  const id = await open()
  stage.mailServer.up = false
  await stage.act(id, 'lin', 'finish')
  const mine = eq(effects.caseId, id)
  await stage.db.update(effects).set({ notBefore: '2026-03-01T05:00:00.000Z' }).where(mine)
  // A run that had read the row before it was changed still meets the server that is away.
  await new Promise((resolve) => setTimeout(resolve, 2_000))
  stage.mailServer.up = true
  const waiting = async () =>
    (await stage.db.select().from(effects).where(mine)).map(({ status }) => status)
  await stage.moveTo(id, '2026-03-01T04:00:00.000Z')
  expect(new Set(await waiting())).toEqual(new Set(['pending']))
  await stage.moveTo(id, '2026-03-01T05:00:01.000Z')
  await expect
    .poll(async () => [...new Set(await waiting())], { timeout: 10_000 })
    .toEqual(['done'])
})

test('a mail server that is away delays the notice, never the case', async () => {
  stage.mailServer.up = false
  const id = await open()
  await stage.act(id, 'lin', 'add', { n: 1 })
  expect(await count(id)).toBe(1)
  const [waiting] = await stage.db.select().from(effects).where(eq(effects.caseId, id))
  expect(waiting?.status).toBe('pending')
  stage.mailServer.up = true
})

test('a task returned is a new task; taking back is possible until somebody has opened the next', async () => {
  const id = await open()
  await stage.act(id, 'lin', 'finish')
  await stage.act(id, 'lin', 'take-back', { reason: '再看一遍' })
  await stage.act(id, 'lin', 'finish')
  await stage.act(id, 'chen', 'return', { to: 'counting', reason: '不清楚' })
  await expect(stage.act(id, 'lin', 'take-back', { reason: '…' })).rejects.toMatchObject({
    code: 'not-allowed',
  })
  const open_ = await stage.db.select().from(tasks).where(eq(tasks.caseId, id))
  expect(open_.filter((task) => task.open).map((task) => task.id)).toEqual([`${id}:count:2`])
})
