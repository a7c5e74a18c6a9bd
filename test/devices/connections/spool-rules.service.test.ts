// What the rules remember: is it no older than what is stored, when PostgreSQL was away twice?
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { sql } from 'drizzle-orm'
import { afterAll, expect, test } from 'vitest'
import { positions } from '../../../db/schema/devices/readings.ts'
import type { Observation } from '../../../devices/port/port.ts'
import { type Caller, plantOfSuite, signIn, until } from '../plant.ts'
import { toy } from '../toy.ts'

const spoolFolder = mkdtempSync(join(tmpdir(), 'anjian-spool-'))
afterAll(() => rmSync(spoolFolder, { recursive: true, force: true }))

const { plant, start } = await plantOfSuite()
const silent = { drivers: [() => ({ ...toy, unanswered: true as const })], spoolFolder }

let last = Date.now() - 120_000
const next = () => {
  last += 1_000
  return new Date(last).toISOString()
}
const drives = (): Observation => ({
  kind: 'position',
  device: 'D1',
  at: next(),
  lon: 118.9,
  lat: 28.95,
  speedKmh: 62,
  direction: 0,
  altitude: 0,
  alarmBits: 0,
  statusBits: 2,
  flags: [],
  message: `p${last}`,
})
const bill = (key: string, status: string): Observation => ({
  kind: 'document',
  device: 'D1',
  document: 'waybill',
  key,
  at: next(),
  body: { status },
  flags: [],
})
const stored = async () => (await plant.db.select().from(positions)).length
const missing = async () =>
  (await plant.rows.alarms()).filter((one) => one.condition === 'no-waybill' && one.active).length

/** Said while PostgreSQL cannot take positions; resolves when all of it is stored afterwards. */
const sendInOutage = async (caller: Caller, ...observations: Observation[]) => {
  const before = await stored()
  await plant.db.execute(sql`ALTER TABLE positions RENAME TO away`)
  const lines = caller.lines().length
  caller.send(JSON.stringify(observations))
  await until(() => caller.lines().length > lines)
  await plant.db.execute(sql`ALTER TABLE away RENAME TO positions`)
  await until(
    async () =>
      (await stored()) === before + observations.filter(({ kind }) => kind === 'position').length,
  )
}
const send = async (caller: Caller, ...observations: Observation[]) => {
  const lines = caller.lines().length
  caller.send(JSON.stringify(observations))
  await until(() => caller.lines().length > lines)
}

test('a waybill reported between two outages counts in the second, and one reported after it ends what that has raised', async () => {
  await plant.db.execute(sql`UPDATE devices SET dialect = '{"waybill": true}' WHERE key = 'D1'`)
  const caller = await signIn(await start(silent))
  await sendInOutage(caller, drives(), drives(), drives(), drives())
  await until(async () => (await missing()) === 1)
  await send(caller, bill('W1', 'open'))
  await send(caller, drives())
  expect(await missing()).toBe(0)
  await sendInOutage(caller, drives(), drives(), drives(), drives())
  expect(await missing()).toBe(0)
  await sendInOutage(caller, bill('W1', 'closed'), drives(), drives(), drives(), drives())
  expect(await missing()).toBe(1)
  await send(caller, bill('W2', 'open'))
  await send(caller, drives())
  expect(await missing()).toBe(0)
})
