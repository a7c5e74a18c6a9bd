// What happens to a case at the edges: a start half arrived, an observation while it renews, a failure after the commit?
import { randomUUID } from 'node:crypto'
import { DrizzleQueryError, eq } from 'drizzle-orm'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { ActivityDeps, Mail } from '../../activities/deps.ts'
import { createActivities } from '../../activities/index.ts'
import { transient } from '../../commit/transient.ts'
import { findCommand } from '../../db/cases/commands.ts'
import { cases, effects, notices, taskPeople, tasks } from '../../db/schema/cases/cases.ts'
import { observeSignal, renewUpdate } from '../../workflows/messages.ts'
import { workflowIdFor } from '../../workflows/queues.ts'
import { openStage, type Stage } from '../support/servers/stage.ts'

let stage: Stage
let gate: Promise<void> = Promise.resolve()
const slowMail = (deps: ActivityDeps): ActivityDeps => ({
  ...deps,
  mail: {
    send: async (mail: Mail) => {
      await gate
      return deps.mail.send(mail)
    },
    isBrisk: () => false,
  },
})
beforeAll(async () => {
  stage = await openStage(slowMail)
})
afterAll(() => stage?.close())

const started = { region: '330802', date: '2026-03-10' }
const open = async () => {
  await stage.clock.setNow('2026-03-01T01:00:00.000Z')
  return stage.start('counter', 'lin', started)
}
const until = async (done: () => Promise<boolean>) => {
  for (let tries = 0; tries < 300 && !(await done()); tries += 1)
    await new Promise((resolve) => setTimeout(resolve, 100))
  expect(await done()).toBe(true)
}
const activities = () => createActivities(stage.deps)

test('a start that the dispatcher has stored opens its case by the workflow alone', async () => {
  await stage.clock.setNow('2026-03-01T01:00:00.000Z')
  const caseId = randomUUID()
  const command = await stage.store(caseId, 'lin', 'start', started)
  await stage.client.start({ caseId, process: 'counter', generation: 1 })
  await until(
    async () => (await stage.db.select().from(cases).where(eq(cases.id, caseId))).length === 1,
  )
  expect((await findCommand(stage.db, command))?.answer).toMatchObject({ ok: true, revision: 1 })
  expect(
    await stage.performer.act({ caseId, process: 'counter', commandId: command }),
  ).toMatchObject({ revision: 1 })
  expect((await stage.record(caseId)).revision).toBe(1)
})

test('an observation that comes while the case is leaving for a new run is not lost', async () => {
  let letGo = () => {}
  gate = new Promise((resolve) => {
    letGo = resolve
  })
  const id = await open()
  const handle = stage.temporal.workflow.getHandle(workflowIdFor(id, 1))
  await stage.hasWorkflow(id)
  await handle.executeUpdate(renewUpdate)
  const command = await stage.store(id, 'lin', 'add', { n: 3 })
  await new Promise((resolve) => setTimeout(resolve, 300))
  await handle.signal(observeSignal, { commandId: command })
  await new Promise((resolve) => setTimeout(resolve, 300))
  letGo()
  await until(async () => (await findCommand(stage.db, command))?.answer !== null)
  expect((await stage.record(id)).snapshot.context.count).toBe(3)
  await stage.act(id, 'lin', 'add', { n: 4 })
  expect((await stage.record(id)).snapshot.context.count).toBe(7)
})

test('a defect after the commit leaves the answer that was given', async () => {
  const id = await open()
  const command = await stage.store(id, 'lin', 'add', { n: 1 })
  await activities().advance({ caseId: id, process: 'counter', commandId: command })
  const broken = createActivities({
    ...stage.deps,
    processFor: () => {
      throw new TypeError('a defect')
    },
  })
  await broken.advance({ caseId: id, process: 'counter', commandId: command })
  expect((await findCommand(stage.db, command))?.answer).toMatchObject({ ok: true, revision: 2 })
})

const secret = '林检查'
const failing = (code: string): Error =>
  new DrizzleQueryError('insert into cases', [secret], Object.assign(new Error(secret), { code }))
const messages = (error: unknown): string =>
  error instanceof Error
    ? `${error.message} ${error.stack} ${messages(error.cause)}`
    : String(error)

test('what fails for the moment says so to Temporal without a name', async () => {
  const advance = transient(stage.deps, () => Promise.reject(failing('57014')))
  const thrown = await advance({ caseId: 'c', process: 'counter', commandId: null }).catch(
    (error: unknown) => error,
  )
  expect(messages(thrown)).toContain('57014')
  expect(messages(thrown)).not.toContain(secret)
  const execute = () => Promise.reject(failing('57014'))
  const db = {
    ...stage.deps.db,
    select: () => ({
      from: () => ({ where: () => ({ orderBy: () => ({ prepare: () => ({ execute }) }) }) }),
    }),
  }
  const { runEffects } = createActivities({
    ...stage.deps,
    now: async () => '2026-03-01T01:00:00.000Z',
    db: db as never,
  })
  const texts = await runEffects({ caseId: 'c', process: 'counter' }).catch(
    (error: unknown) => error,
  )
  expect(messages(texts)).toContain('57014')
  expect(messages(texts)).not.toContain(secret)
})

test('a notice that can never be kept is put aside and does not hold up the case', async () => {
  const id = await open()
  await stage.moveTo(id, '2026-03-01T02:00:00.000Z')
  const [one] = await stage.db.select().from(effects).where(eq(effects.caseId, id))
  await stage.db.insert(effects).values({
    ...(one as typeof effects.$inferSelect),
    id: 'poison',
    status: 'pending',
    payload: { ...one?.payload, title: null } as never,
  })
  expect(await activities().runEffects({ caseId: id, process: 'counter' })).toMatchObject({
    retryInMs: null,
  })
  const [poison] = await stage.db.select().from(effects).where(eq(effects.id, 'poison'))
  expect(poison?.status).toBe('quarantined')
  await stage.db.delete(effects).where(eq(effects.id, 'poison'))
})

test('a slow mail server is waited for outside the workflow task, which stays free for what comes', async () => {
  const id = await open()
  await until(async () =>
    (await stage.db.select().from(effects).where(eq(effects.caseId, id))).every(
      ({ status }) => status === 'done',
    ),
  )
  const { events } = await stage.temporal.workflow.getHandle(workflowIdFor(id, 1)).fetchHistory()
  const scheduled = (events ?? []).flatMap(
    ({ activityTaskScheduledEventAttributes: one }) => one?.activityType?.name ?? [],
  )
  expect(scheduled).toEqual(['runEffects'])
  expect(await activities().runEffects({ caseId: id, process: 'counter', atOnce: true })).toEqual({
    done: 0,
    retryInMs: null,
  })
})

describe('after a long absence of the engine', () => {
  const many = 40
  const left = async (id: string) =>
    (await stage.db.select().from(effects).where(eq(effects.caseId, id))).filter(
      ({ status }) => status === 'pending',
    ).length
  const piledUp = async (): Promise<string> => {
    const id = await open()
    await until(async () => (await left(id)) === 0)
    const [one] = await stage.db.select().from(effects).where(eq(effects.caseId, id))
    const row = {
      ...(one as typeof effects.$inferSelect),
      status: 'pending' as const,
      doneAt: null,
    }
    await stage.db
      .insert(effects)
      .values(Array.from({ length: many }, (_, n) => ({ ...row, id: `${id}/${n}` })))
    return id
  }

  test('two runs at once for one case send each mail once: the second waits for the first', async () => {
    const id = await piledUp()
    const before = stage.mails.length
    const ask = { caseId: id, process: 'counter' }
    const { runEffects } = createActivities({ ...stage.deps, mail: { send: slowly(20) } })
    await Promise.all([runEffects(ask), runEffects(ask)])
    await runEffects(ask)
    const sent = stage.mails.slice(before).map(({ messageId }) => messageId)
    expect([sent.length % many, new Set(sent).size, await left(id)]).toEqual([0, sent.length, 0])
  })

  test('while the mail server is slow every inbox has its notice at once, and nobody is notified twice', async () => {
    const id = await piledUp()
    const { runEffects } = createActivities({
      ...stage.deps,
      mail: { send: slowly(900), isBrisk: () => false },
    })
    const result = await runEffects({ caseId: id, process: 'counter' })
    expect([result.left, (await left(id)) > 0]).toEqual([true, true])
    const kept = await stage.db.select().from(notices).where(eq(notices.caseId, id))
    expect(new Set(kept.map(({ effectId }) => effectId)).size).toBe(many + 1)
    while ((await activities().runEffects({ caseId: id, process: 'counter' })).left)
      expect(await left(id)).toBeLessThan(many)
    expect(
      stage.mails
        .map(({ messageId }) => messageId)
        .filter((one, at, all) => all.indexOf(one) !== at),
    ).toEqual([])
  })

  test('one run takes on no more than it can end in time, and says that something is left', async () => {
    const id = await piledUp()
    const { runEffects } = createActivities({ ...stage.deps, mail: { send: slowly(400) } })
    expect(await runEffects({ caseId: id, process: 'counter', atOnce: true })).toMatchObject({
      left: true,
    })
    expect(await left(id)).toBeGreaterThan(0)
    await until(
      async () => (await activities().runEffects({ caseId: id, process: 'counter' })).left !== true,
    )
    expect(await left(id)).toBe(0)
  })
})
const slowly = (ms: number) => async (mail: Mail) => {
  await new Promise((resolve) => setTimeout(resolve, ms))
  return stage.deps.mail.send(mail)
}

test('who has withdrawn his hand finds the task among his own again', async () => {
  const id = await open()
  const signers = async () =>
    (await stage.db.select().from(taskPeople).where(eq(taskPeople.caseId, id)))
      .filter(({ why }) => why === 'signed')
      .map(({ person }) => person)
  await stage.act(id, 'lin', 'finish')
  await stage.act(id, 'chen', 'approve', { outcome: 'yes' })
  expect(await signers()).toEqual(['chen'])
  await stage.act(id, 'fang', 'approve', { outcome: 'no' })
  expect(await signers()).toEqual(['fang'])
})

test('a step that only the clock has ended is nobody’s work', async () => {
  const id = await stage.start('hazard-rectification', 'lin', hazard)
  await stage.act(id, 'wu', 'verify', { grade: 'general', findings: '属实' })
  await stage.act(id, 'lin', 'sign')
  await stage.act(id, 'lin', 'issue-order', { dueDate: '2026-03-10', requirements: '更换' })
  await stage.moveTo(id, '2026-03-17T15:59:59.000Z')
  const late = await stage.store(
    id,
    'chen',
    'urge',
    { reason: '请尽快' },
    { taskId: `${id}:rectify:1` },
  )
  await stage.clock.setNow('2026-03-17T16:00:05.000Z')
  await stage.performer.act({ caseId: id, process: 'hazard-rectification', commandId: late })
  const rows = await stage.db.select().from(tasks).where(eq(tasks.caseId, id))
  const [red] = rows.filter(({ task }) => task === 'acknowledge-red')
  expect(red).toMatchObject({ open: false, doneBy: null })
})

const hazard = {
  title: '安全阀失效',
  site: '三车间',
  category: 'hazchem',
  description: '超期未校验',
  region: '330802',
  enterprise: 'e-1',
}

test('a reopening that was refused does not bar the next one', async () => {
  const process = 'hazard-rectification'
  const id = await stage.start(process, 'qi', hazard)
  await stage.act(id, 'qi', 'withdraw', { reason: '误报' })
  const reopen = async (who: string) => {
    const commandId = await stage.store(id, who, 'reopen', { reason: '复议撤销' })
    return stage.performer.act({ caseId: id, process, commandId })
  }
  await expect(reopen('lin')).rejects.toMatchObject({ code: 'not-allowed' })
  await expect(reopen('chen')).resolves.toMatchObject({ revision: expect.any(Number) })
  expect(await stage.record(id)).toMatchObject({ status: 'open', generation: 2 })
  await stage.act(id, 'lin', 'verify', { grade: 'general', findings: '属实' })
})
