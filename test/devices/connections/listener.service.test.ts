// Is nothing answered before it is stored, is it stored once, and are those let go who must be?
import { eq, sql } from 'drizzle-orm'
import { describe, expect, test } from 'vitest'
import { badFrames, faultCounts, unknownDevices } from '../../../db/schema/devices/devices.ts'
import {
  deviceDocuments,
  latestPositions,
  latestReadings,
  positions,
  readings,
} from '../../../db/schema/devices/readings.ts'
import { D2, dialIn, plantOfSuite, reading, signIn, until } from '../plant.ts'
import { toy } from '../toy.ts'

const { plant, start } = await plantOfSuite()

const count = async (table: 'readings' | 'positions') =>
  Number(
    (await plant.db.execute(sql`SELECT count(*) FROM ${sql.identifier(table)}`)).rows[0]?.count,
  )

describe('storing', () => {
  test('a reading is stored before it is answered; the same once more is answered again and stored once', async () => {
    const caller = await signIn(await start())
    const line = JSON.stringify([reading('level', 50)])
    const before = await count('readings')
    caller.send(line)
    await until(() => caller.lines().includes('ok 1'))
    expect(await count('readings')).toBe(before + 1)
    caller.send(line)
    await until(() => caller.lines().includes('ok 2'))
    expect(await count('readings')).toBe(before + 1)
    expect(
      (await plant.db.select().from(readings).where(eq(readings.point, plant.level))).at(-1),
    ).toMatchObject({ value: 50, quality: 0 })
    caller.end()
  })

  test('byte by byte, and glued together', async () => {
    const caller = await signIn(await start())
    const before = await count('readings')
    const now = Date.now()
    const [one, two, three] = [1, 2, 3].map((n) =>
      JSON.stringify([reading('level', n, { at: new Date(now - n) })]),
    )
    for (const byte of `${one}\n`) caller.raw(byte)
    caller.raw(`${two}\n?bad\n${three}\n`)
    await until(() => caller.lines().includes('ok 3'))
    expect(await count('readings')).toBe(before + 3)
    caller.end()
  })

  test('a platform that speaks for many is not held to one frame for each batch that is stored', async () => {
    const caller = await signIn(await start())
    const [before, now] = [await count('readings'), Date.now()]
    const answers = Array.from({ length: 60 }, (_, n) =>
      JSON.stringify([reading('level', n % 50, { at: new Date(now - n) })]),
    )
    caller.send(answers.join('\n'))
    await until(() => caller.lines().includes('ok 60'))
    expect(caller.lines().slice(2)).toEqual(answers.map((_, n) => `ok ${n + 1}`))
    expect(await count('readings')).toBe(before + 60)
    caller.end()
  })

  test('nor when each of its frames comes by itself while the one before is being stored', async () => {
    const caller = await signIn(await start())
    const now = Date.now()
    for (let n = 1; n <= 60; n++) {
      caller.send(JSON.stringify([reading('level', n % 50, { at: new Date(now - n) })]))
      await new Promise((resolve) => setTimeout(resolve, 5))
    }
    await until(() => caller.lines().includes('ok 60'))
    caller.end()
  })

  test('what was said before a frame at which the session breaks is stored and answered', async () => {
    const caller = await signIn(await start())
    const before = await count('readings')
    caller.send(`${JSON.stringify([reading('level', 44)])}\nno JSON`)
    await until(() => caller.closed())
    expect(caller.lines()).toEqual(['hello', 'welcome', 'ok 1'])
    expect(await count('readings')).toBe(before + 1)
  })

  test('the newest of a point, its position and its papers; what a simulator says is an exercise', async () => {
    const caller = await signIn(await start(), 'D2')
    const at = new Date().toISOString()
    const position = {
      kind: 'position',
      device: 'D2',
      at,
      lon: 118.87,
      lat: 28.95,
      speedKmh: 40.5,
      direction: 90,
      altitude: 70,
      alarmBits: 0,
      statusBits: 2,
      flags: [],
      message: 'p',
    }
    const waybill = (moment: string, state: string) => ({
      kind: 'document',
      device: 'D2',
      document: 'waybill',
      key: 'w1',
      at: moment,
      body: { state },
      flags: [],
    })
    caller.send(
      JSON.stringify([
        reading('level', 11, { device: 'D2' }),
        position,
        waybill(at, 'new'),
        waybill('2026-01-02T00:00:00.000Z', 'old'),
      ]),
    )
    await until(() => caller.lines().includes('ok 1'))
    expect(await plant.db.select().from(positions).where(eq(positions.device, D2))).toMatchObject([
      { lon: 118.87, speedKmh: 40.5, flags: 8 },
    ])
    expect(await plant.db.select().from(deviceDocuments)).toMatchObject([
      { key: 'w1', body: { state: 'new' }, version: 1 },
    ])
    await until(async () => (await plant.db.select().from(latestPositions)).length === 1)
    caller.send(
      JSON.stringify([
        { ...position, at: new Date(Date.parse(at) + 1_000).toISOString(), direction: 65_535 },
      ]),
    )
    await until(() => caller.lines().includes('ok 2'))
    expect(
      (await plant.db.select().from(positions)).map(({ direction }) => direction).sort(),
    ).toEqual([-1, 90])
    const latest = await plant.db.select().from(latestReadings)
    expect(latest.find(({ value }) => value === 11)?.quality).toBe(64)
    caller.end()
  })

  test('while PostgreSQL cannot store, nothing is answered and nothing further is read; then all is, once', async () => {
    const caller = await signIn(await start())
    await plant.db.execute(sql`ALTER TABLE readings RENAME TO away`)
    caller.send(JSON.stringify([reading('level', 60)]))
    await new Promise((resolve) => setTimeout(resolve, 900))
    caller.send(JSON.stringify([reading('level', 61)]))
    await new Promise((resolve) => setTimeout(resolve, 200))
    expect(caller.lines()).toEqual(['hello', 'welcome'])
    await plant.db.execute(sql`ALTER TABLE away RENAME TO readings`)
    await until(() => caller.lines().includes('ok 2'))
    expect(
      (await plant.db.select().from(readings)).filter(({ value }) => value === 60 || value === 61),
    ).toHaveLength(2)
    caller.end()
  })

  test('what cannot be stored for too long is given up unanswered, so that it is sent again', async () => {
    const caller = await signIn(await start({ storing: { againMs: 50, patienceMs: 300 } }))
    await plant.db.execute(sql`ALTER TABLE readings RENAME TO away`)
    caller.send(JSON.stringify([reading('level', 70)]))
    await until(() => caller.closed())
    await plant.db.execute(sql`ALTER TABLE away RENAME TO readings`)
    expect(caller.lines()).toEqual(['hello', 'welcome'])
  })
})

describe('who is not taken', () => {
  test('a stranger: nothing of him is stored, one row of the day says that he called', async () => {
    const port = await start()
    for (let n = 0; n < 3; n++) {
      const caller = await signIn(port, 'D9')
      await until(() => caller.closed())
    }
    await until(async () => (await plant.db.select().from(unknownDevices))[0]?.count === 3)
    expect(await plant.db.select().from(unknownDevices)).toMatchObject([
      { feed: 'toy', device: 'D9', peer: '127.0.0.1' },
    ])
  })

  test('a point that is not registered, and the far future, are counted and kept out', async () => {
    const caller = await signIn(await start())
    const before = await count('readings')
    caller.send(
      JSON.stringify([
        reading('no-such-point', 1),
        reading('level', 1, { at: new Date(Date.now() + 2 * 86_400_000) }),
      ]),
    )
    await until(() => caller.lines().includes('ok 1'))
    expect(await count('readings')).toBe(before)
    const reasons = async () =>
      (await plant.db.select().from(faultCounts)).map(({ reason }) => reason)
    await until(
      async () =>
        (await reasons()).includes('unknown-point') && (await reasons()).includes('of-the-future'),
    )
    caller.end()
  })

  test('twenty bad frames within a minute end the connection; ten of them are kept, whole', async () => {
    const caller = await signIn(await start())
    caller.raw(`?${'x'.repeat(400)}\n`.repeat(30))
    await until(() => caller.closed())
    await until(async () =>
      (await plant.db.select().from(faultCounts)).some(
        ({ reason, count: n }) => reason === 'bad-frame' && n >= 20,
      ),
    )
    const kept = (await plant.db.select().from(badFrames)).filter(
      ({ reason, words, bytes, whole }) =>
        reason === 'bad-frame' && words !== '' && whole && bytes.length === 401,
    )
    expect(kept.length).toBeGreaterThan(0)
    expect(kept.length).toBeLessThanOrEqual(10)
  })

  test('a session that throws ends its own connection only, and the defect is reported', async () => {
    const port = await start()
    const [caller, other] = [await signIn(port), await signIn(port, 'D2')]
    caller.send('this is no JSON')
    await until(() => caller.closed())
    await until(async () =>
      (await plant.db.select().from(faultCounts)).some(
        ({ reason, device }) => reason === 'defect' && device === 'D1',
      ),
    )
    other.send(JSON.stringify([reading('level', 3, { device: 'D2' })]))
    await until(() => other.lines().includes('ok 1'))
    other.end()
  })

  test('a device has one connection: the newest', async () => {
    const port = await start()
    const older = await signIn(port)
    const newer = await signIn(port)
    await until(() => older.closed())
    expect(newer.closed()).toBe(false)
    newer.end()
  })

  test('no more connections from one address than allowed', async () => {
    const port = await start({ limits: { tickMs: 50, perAddress: 2 } })
    const callers = [await signIn(port), await signIn(port, 'D2')]
    const third = await dialIn(port)
    await until(() => third.closed())
    expect(callers.map((one) => one.closed())).toEqual([false, false])
    for (const one of callers) one.end()
  })

  test('no more connections altogether than allowed, from however many addresses', async () => {
    const port = await start({ limits: { tickMs: 50, connections: 1 } })
    const [first, second] = [await signIn(port), await dialIn(port)]
    await until(() => second.closed())
    expect(first.closed()).toBe(false)
    const words = async () => (await plant.db.select().from(badFrames)).map((row) => row.words)
    await until(async () => (await words()).includes('too many connections'))
    first.end()
  })

  test('who says nothing for as long as his protocol allows is let go, who speaks is not', async () => {
    const port = await start({ drivers: [() => ({ ...toy, idleSeconds: 1 })] })
    const [mute, other] = [await signIn(port), await signIn(port, 'D2')]
    for (let n = 1; !mute.closed(); n++) {
      other.send(JSON.stringify([reading('no-such-point', n, { device: 'D2' })]))
      await until(() => other.lines().includes(`ok ${n}`))
    }
    expect(other.closed()).toBe(false)
    other.end()
  })

  test('half a first frame is not waited for', async () => {
    const port = await start({ limits: { tickMs: 50, headerMs: 200 } })
    const slow = await dialIn(port)
    slow.raw('I am')
    const mute = await dialIn(port)
    await until(() => slow.closed())
    expect(mute.closed()).toBe(false)
    mute.end()
  })

  test('half a frame in the midst is given up, and the connection goes on', async () => {
    const caller = await signIn(await start({ limits: { tickMs: 50, idleFrameMs: 200 } }))
    caller.raw('[{"kind"')
    await until(async () =>
      (await plant.db.select().from(faultCounts)).some(({ reason }) => reason === 'cut-off'),
    )
    caller.send(JSON.stringify([reading('level', 40)]))
    await until(() => caller.lines().includes('ok 1'))
    caller.end()
  })
})
