// Do two versions of the program stand beside one another: what one does not know waits, and is never put aside?
import { eq, sql } from 'drizzle-orm'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { createPerformer } from '../../commit/perform.ts'
import { UnknownHere } from '../../commit/transient.ts'
import { commands } from '../../db/schema/cases/cases.ts'
import { quarantine } from '../../db/schema/cases/quarantine.ts'
import { openStage, processFor, type Stage } from '../support/servers/stage.ts'

/** What the worker of the stage knows; the API beside it may know more, or less. */
const known = { worker: true }
let stage: Stage
beforeAll(async () => {
  stage = await openStage((deps) => ({
    ...deps,
    processFor: (id, version) => knownTo(known.worker, id, version),
  }))
})
afterAll(() => stage?.close())

const knownTo = (knows: boolean, id: string, version: number | null) => {
  if (!knows && version !== null) throw new UnknownHere(`no process ${id}@${version}`)
  return processFor(id)
}
/** The API of a version before, which does not know the chart of the case. */
const older = () =>
  createPerformer(
    { ...stage.deps, processFor: (id, version) => knownTo(false, id, version) },
    () => undefined,
  )
/** That of the next one, whose wakes reach the worker of before. */
const newer = () =>
  createPerformer(
    { ...stage.deps, processFor },
    (address) => void stage.client.wake(address, 2_000),
  )

const open = async (): Promise<string> => {
  await stage.clock.setNow('2026-03-01T01:00:00.000Z')
  const id = await stage.start('counter', 'lin', { region: '330802', date: '2026-03-10' })
  await stage.hasWorkflow(id)
  return id
}
const answerTo = async (id: string) =>
  (await stage.db.select().from(commands).where(eq(commands.id, id)))[0]?.answer
const setAside = () => stage.db.select().from(quarantine)

test('an API that does not know the chart of a case yet commits nothing and keeps nothing against it; the one that does commits under the same key', async () => {
  const caseId = await open()
  const commandId = await stage.store(caseId, 'lin', 'add', { n: 2 })
  await expect(older().act({ caseId, process: 'counter', commandId })).rejects.toMatchObject({
    code: 'unavailable',
  })
  expect([await answerTo(commandId), await setAside()]).toEqual([null, []])
  const done = await newer().act({ caseId, process: 'counter', commandId })
  expect(await newer().act({ caseId, process: 'counter', commandId })).toEqual(done)
  expect((await stage.record(caseId)).revision).toBe(done.revision)
})

test('a worker that does not know it lets the case wait, and what fell due meanwhile is done once when it does', async () => {
  const caseId = await open()
  known.worker = false
  await newer().act({
    caseId,
    process: 'counter',
    commandId: await stage.store(caseId, 'lin', 'add', { n: 1 }),
  })
  await stage.clock.setNow('2026-03-20T01:00:00.000Z')
  await stage.client.wake({ caseId, process: 'counter', generation: 1 }, 2_000)
  await new Promise((resolve) => setTimeout(resolve, 1_500))
  expect([(await stage.record(caseId)).revision, await setAside()]).toEqual([2, []])
  known.worker = true
  await stage.client.tick({ caseId, process: 'counter', generation: 1 })
  const fired = async () =>
    (
      await stage.db.execute(
        sql`SELECT count(*)::int AS n FROM case_facts WHERE case_id = ${caseId} AND actor->>'kind' = 'clock'`,
      )
    ).rows[0]?.n
  const once = await fired()
  expect(Number(once)).toBeGreaterThan(0)
  await stage.client.tick({ caseId, process: 'counter', generation: 1 })
  expect(await fired()).toBe(once)
})

test('a table that the database does not have yet makes an act wait, and not fail for ever', async () => {
  const caseId = await open()
  const commandId = await stage.store(caseId, 'lin', 'add', { n: 3 })
  await stage.db.execute(sql`ALTER TABLE wakes RENAME TO wakes_of_tomorrow`)
  await expect(
    stage.performer.act({ caseId, process: 'counter', commandId }),
  ).rejects.toMatchObject({ code: 'unavailable' })
  expect([await answerTo(commandId), await setAside()]).toEqual([null, []])
  await stage.db.execute(sql`ALTER TABLE wakes_of_tomorrow RENAME TO wakes`)
  expect(await stage.performer.act({ caseId, process: 'counter', commandId })).toMatchObject({
    revision: 2,
  })
})

test('a reader of a case that somebody else holds does not wait, and shows it as it stands', async () => {
  const caseId = await open()
  await stage.clock.setNow('2026-03-20T01:00:00.000Z')
  await stage.db.transaction(async (tx) => {
    await tx.execute(sql`SELECT 1 FROM cases WHERE id = ${caseId} FOR UPDATE`)
    const begun = Date.now()
    await stage.performer.catchUp({ caseId, process: 'counter' })
    expect(Date.now() - begun).toBeLessThan(5_000)
  })
  await stage.performer.catchUp({ caseId, process: 'counter' })
})
