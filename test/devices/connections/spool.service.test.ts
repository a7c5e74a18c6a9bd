// What nobody sends again: is it stored when PostgreSQL is back, and when the lease was lost with something on its way?
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { sql } from 'drizzle-orm'
import { afterAll, expect, test } from 'vitest'
import { feedStates } from '../../../db/schema/devices/devices.ts'
import { readings } from '../../../db/schema/devices/readings.ts'
import { condition, plantOfSuite, reading, signIn, until } from '../plant.ts'
import { toy } from '../toy.ts'

const spoolFolder = mkdtempSync(join(tmpdir(), 'anjian-spool-'))
afterAll(() => rmSync(spoolFolder, { recursive: true, force: true }))

const { plant, devices, start } = await plantOfSuite()
const silent = { drivers: [() => ({ ...toy, unanswered: true as const })], spoolFolder }
const values = async () =>
  (await plant.db.select({ value: readings.value }).from(readings)).map(({ value }) => value)
const begun = Date.now()
const level = (value: number) => reading('level', value, { at: new Date(begun - value) })
const lineOf = (value: number) => JSON.stringify([level(value)])

test('while PostgreSQL cannot store, it is read on and kept; also of one who has hung up; then all of it is stored, an alarm too', async () => {
  const caller = await signIn(await start(silent))
  await plant.db.execute(sql`ALTER TABLE readings RENAME TO away`)
  caller.send(lineOf(40))
  await until(async () =>
    (await plant.db.select().from(feedStates))[0]?.detail.startsWith('cannot store'),
  )
  caller.send(JSON.stringify([condition('fire', true), level(41)]))
  caller.send(lineOf(42))
  await until(() => caller.lines().includes('ok 3'))
  caller.end()
  await plant.db.execute(sql`ALTER TABLE away RENAME TO readings`)
  await until(async () =>
    [40, 41, 42].every(
      (
        (all) => (value) =>
          all.includes(value)
      )(await values()),
    ),
  )
  expect((await plant.rows.alarms()).filter((one) => one.condition === 'fire')).toHaveLength(1)
})

test('a lease is released while much is on its way: it is drained and stored by whoever holds the lease next', async () => {
  const caller = await signIn(await start(silent))
  const sent = Array.from({ length: 2_000 }, (_, n) => 100 + n)
  // Other moments than those of the test before: a moment of a point is stored once.
  const now = Date.now() - 60_000
  for (const value of sent)
    caller.send(JSON.stringify([reading('level', value / 100, { at: new Date(now - value) })]))
  await devices().stop()
  expect(caller.closed()).toBe(true)
  const before = (await values()).length
  await start(silent)
  await until(
    async () =>
      (await values()).filter((value) => sent.includes(Math.round((value ?? 0) * 100))).length >=
      sent.length,
    20_000,
  )
  expect((await values()).length).toBeGreaterThan(before)
  expect(
    (await values()).filter((value) => sent.includes(Math.round((value ?? 0) * 100))),
  ).toHaveLength(sent.length)
})

test('whoever is being stored when we leave is drained, however long that takes', async () => {
  const caller = await signIn(await start(silent))
  const now = Date.now() - 120_000
  const sent = Array.from({ length: 50 }, (_, n) => 3_000 + n)
  const holding = plant.db.transaction(async (tx) => {
    await tx.execute(sql`LOCK TABLE readings IN ACCESS EXCLUSIVE MODE`)
    await new Promise((resolve) => setTimeout(resolve, 4_500))
  })
  const send = (value: number) =>
    caller.send(JSON.stringify([reading('level', value / 100, { at: new Date(now - value) })]))
  send(sent[0]!)
  // Until the first is being written; the others wait behind it.
  await new Promise((resolve) => setTimeout(resolve, 900))
  sent.slice(1).forEach(send)
  await Promise.all([holding, devices().stop()])
  await start(silent)
  const stored = async () =>
    (await values()).filter((value) => sent.includes(Math.round((value ?? 0) * 100))).length
  await until(async () => (await stored()) === sent.length, 20_000)
})
