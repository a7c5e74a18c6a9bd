// Is what was refused taken once it can be read: as late data, once, raising nothing, and is whoever asked told what came of it?
import { randomUUID } from 'node:crypto'
import { eq, sql } from 'drizzle-orm'
import { expect, test } from 'vitest'
import { replays } from '../../../db/schema/cases/replays.ts'
import { badFrames, deviceStates, points } from '../../../db/schema/devices/devices.ts'
import { readings } from '../../../db/schema/devices/readings.ts'
import { createQuarantine } from '../../../devices/connections/quarantine.ts'
import { condition, D1, plantOfSuite, reading, signIn, until } from '../plant.ts'

const { plant, start, devices } = await plantOfSuite()

const deviceCommand = async (
  kind: 'frame' | 'outbox',
  subject: string | number,
  more: Partial<typeof replays.$inferInsert> = {},
): Promise<string> => {
  const id = randomUUID()
  await plant.db.insert(replays).values({
    id,
    kind,
    subject: String(subject),
    feed: kind === 'frame' ? 'toy' : null,
    by: 'hao',
    byName: '郝检查',
    reason: '测点已登记',
    bodyHash: '',
    at: new Date().toISOString(),
    state: 'waiting',
    ...more,
  })
  return id
}
const outcomeOf = async (id: string) => {
  const row = async () => (await plant.db.select().from(replays).where(eq(replays.id, id)))[0]
  await until(async () => (await row())?.state !== 'waiting')
  return row()
}
const enrol = async (key: string): Promise<number> => {
  const since = '2026-01-01T00:00:00.000Z'
  const values = {
    device: D1,
    key,
    name: key,
    unit: '%',
    kind: 'level' as const,
    high: 80,
    onDelay: 0,
    since,
  }
  const [made] = await plant.db.insert(points).values(values).returning({ id: points.id })
  return made?.id ?? 0
}
const framesOf = (reason: string) =>
  plant.db.select().from(badFrames).where(eq(badFrames.reason, reason)).orderBy(badFrames.seq)

let frame: typeof badFrames.$inferSelect

test('a frame of which a point is not registered is kept whole', async () => {
  const caller = await signIn(await start())
  const at = new Date(Date.now() - 60_000)
  caller.send(
    JSON.stringify([
      reading('tank', 95, { at }),
      condition('fire', true, { at: at.toISOString() }),
    ]),
  )
  await until(async () => (await framesOf('unknown-point')).length === 1)
  const [kept] = await framesOf('unknown-point')
  expect(kept).toMatchObject({ feed: 'toy', device: 'D1', whole: true })
  if (kept) frame = kept
  caller.end()
})

test('as long as it is not, nothing of it is taken', async () => {
  await start()
  expect(await outcomeOf(await deviceCommand('frame', frame.seq))).toMatchObject({
    state: 'failed',
    words: {
      en: 'It says nothing that can be taken; Conditions left: 1, late ones raise no alarm; Not taken: D1 unknown-point',
    },
  })
})

test('once it is registered the reading is history: marked late, no alarm, no device seen; twice is once', async () => {
  await start()
  const point = await enrol('tank')
  await devices().registry.refresh()
  const before = await plant.rows.alarms()
  await plant.db.delete(deviceStates)
  const done = await outcomeOf(await deviceCommand('frame', frame.seq))
  expect(done).toMatchObject({
    state: 'done',
    byName: '郝检查',
    reason: '测点已登记',
    words: { zh: expect.stringContaining('读数 1') },
  })
  const stored = () => plant.db.select().from(readings).where(eq(readings.point, point))
  expect(await stored()).toMatchObject([{ value: 95, quality: 8 }])
  // As after a crash between the storing and the answer.
  expect(await outcomeOf(await deviceCommand('frame', frame.seq))).toMatchObject({ state: 'done' })
  expect(await stored()).toHaveLength(1)
  expect(await plant.rows.alarms()).toEqual(before)
  expect(await plant.db.select().from(deviceStates)).toEqual([])
})

test('a live reading of the same value does raise one: so it was the replay that did not', async () => {
  const caller = await signIn(await start())
  caller.send(JSON.stringify([reading('tank', 95)]))
  await until(async () => (await plant.rows.alarms()).some(({ point }) => point === 'tank'))
  caller.end()
})

test('what was cut, and what has been cleared away, is said to be so', async () => {
  await start()
  const row = {
    feed: 'toy',
    peer: '10.0.0.9',
    reason: 'long',
    offset: 0,
    words: '',
    at: new Date().toISOString(),
  }
  const [cut] = await plant.db
    .insert(badFrames)
    .values({ ...row, bytes: new Uint8Array(256), whole: false })
    .returning()
  expect(await outcomeOf(await deviceCommand('frame', cut?.seq ?? 0))).toMatchObject({
    state: 'failed',
    words: { zh: expect.stringContaining('只保留了开头') },
  })
  expect(await outcomeOf(await deviceCommand('frame', 999_999))).toMatchObject({
    state: 'failed',
    words: { en: 'It has been cleared away' },
  })
})

test('a frame that a protocol trips over fails, and the next is still read', async () => {
  await start()
  const row = {
    feed: 'toy',
    peer: '10.0.0.9',
    reason: 'odd',
    offset: 0,
    words: '',
    whole: true,
    at: new Date().toISOString(),
  }
  const bytes = (text: string) => ({ ...row, bytes: new TextEncoder().encode(text) })
  const made = await plant.db
    .insert(badFrames)
    .values([
      bytes('null'),
      bytes(`${JSON.stringify([reading('level', 12, { at: new Date(Date.now() - 9_000) })])}`),
    ])
    .returning({ seq: badFrames.seq })
  const [first, second] = await Promise.all(made.map(({ seq }) => deviceCommand('frame', seq)))
  expect(await outcomeOf(first ?? '')).toMatchObject({
    state: 'failed',
    words: { en: expect.stringContaining('The program failed') },
  })
  expect(await outcomeOf(second ?? '')).toMatchObject({ state: 'done' })
})

test('only who holds the lease does it; after a day the request is given up', async () => {
  await start()
  const old = new Date(Date.now() - 2 * 86_400_000).toISOString()
  const given = await deviceCommand('frame', frame.seq, { feed: 'elsewhere', at: old })
  expect(await outcomeOf(given)).toMatchObject({
    state: 'failed',
    words: { en: 'Nobody has held the line for a day' },
  })
})

test('who asked, why, and what came of it cannot be written over', async () => {
  const change = (what: string) =>
    plant.db.execute(sql`UPDATE replays SET ${sql.raw(what)} WHERE state <> 'waiting'`)
  await expect(change(`reason = 'another'`)).rejects.toThrow()
  await expect(change(`state = 'waiting'`)).rejects.toThrow()
  await expect(plant.db.execute(sql`DELETE FROM replays`)).rejects.toThrow()
})

test('a quarter of a megabyte a minute is kept whole, what is longer than 8 KB never', async () => {
  const quarantine = createQuarantine(plant.db)
  const now = new Date()
  const refuse = (device: string, length: number) =>
    quarantine.refuse(
      {
        feed: 'toy',
        device,
        peer: '10.0.0.9',
        reason: 'flood-of-the-test',
        offset: 0,
        words: '',
        bytes: new Uint8Array(length),
      },
      now,
    )
  refuse('long', 8_193)
  for (let n = 0; n < 40; n++) refuse(`D${n}`, 8_192)
  await quarantine.close()
  const kept = await framesOf('flood-of-the-test')
  expect([
    kept.length,
    kept.filter(({ whole }) => whole).length,
    kept[0]?.bytes.length,
    kept[40]?.bytes.length,
  ]).toEqual([41, 32, 256, 256])
})
