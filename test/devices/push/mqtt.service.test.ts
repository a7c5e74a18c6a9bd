// Is a broker's message acknowledged only when it is stored, and is what is retained a state and no event?
import { eq, sql } from 'drizzle-orm'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { badFrames } from '../../../db/schema/devices/devices.ts'
import { deviceDocuments, readings } from '../../../db/schema/devices/readings.ts'
import type { Devices } from '../../../devices/service.ts'
import { until } from '../plant.ts'
import { type Broker, openBroker } from './broker.ts'
import { enrol, fault, feedOf, topic, topics } from './broker-feed.ts'
import { type City, kecheng, openCity, wall } from './city.ts'

describe('with a broker of the test', () => {
  let city: City
  let devices: Devices
  let broker: Broker
  beforeAll(async () => {
    broker = await openBroker()
    city = await openCity([feedOf('mq', broker.url)])
    await enrol(city, 'mq')
    devices = await city.start()
    await until(() => broker.subscribed.length > 0)
  })
  afterAll(async () => {
    await devices?.stop()
    await broker?.close()
    await city?.close()
  })
  const alarm = async (condition: string) =>
    (await city.alarms()).filter((one) => one.condition === condition)
  const code = async (id: number) => {
    await until(() => broker.acknowledged.has(id))
    return broker.acknowledged.get(id)
  }

  test('MQTT 5, a session that lasts, at most 100 ahead, QoS 1', () => {
    expect(broker.connects[0]).toMatchObject({
      protocolVersion: 5,
      clean: false,
      clientId: 'anjian-mq',
      username: 'anjian',
      properties: { receiveMaximum: 100 },
    })
    expect(broker.connects[0]?.properties?.sessionExpiryInterval).toBeGreaterThan(0)
    expect(
      broker.subscribed[0]?.subscriptions.map(({ topic: filter, qos }) => [filter, qos]),
    ).toEqual(topics.map(({ filter }) => [filter, 1]))
  })

  test('stored, then acknowledged; the same again is acknowledged and stored once', async () => {
    const status = {
      register_code: 'L7',
      time: wall(),
      direction: 1,
      door_zone: 1,
      service_mode: 1,
      person: 0,
    }
    for (const _ of [1, 2]) expect(await code(broker.send(topic('status'), status))).toBe(0)
    expect(await city.db.select().from(readings)).toHaveLength(4)
  })

  test('while it cannot be stored it is not acknowledged; after the break of the line it comes again', async () => {
    await city.db.execute(sql`ALTER TABLE device_documents RENAME TO away`)
    const id = broker.send(topic('fault'), fault('41', '01'))
    const connects = broker.connects.length
    await until(() => broker.connects.length > connects, 15_000)
    expect(broker.acknowledged.has(id)).toBe(false)
    await city.db.execute(sql`ALTER TABLE away RENAME TO device_documents`)
    expect(await code(id)).toBe(0)
    expect(
      await city.db.select().from(deviceDocuments).where(eq(deviceDocuments.key, '41')),
    ).toHaveLength(1)
  })

  test('what PostgreSQL will never take is acknowledged and kept, and what is behind it is received', async () => {
    await city.db.execute(sql`CREATE FUNCTION refused() RETURNS trigger LANGUAGE plpgsql AS
      $$ BEGIN RAISE EXCEPTION 'no such text' USING ERRCODE = '22021'; END $$`)
    await city.db.execute(
      sql`CREATE TRIGGER refused BEFORE INSERT ON device_documents FOR EACH ROW WHEN (NEW.key = '63') EXECUTE FUNCTION refused()`,
    )
    const connects = broker.connects.length
    const [bad, good] = [
      broker.send(topic('fault'), fault('63', '00')),
      broker.send(topic('fault'), fault('62', '00')),
    ]
    expect([await code(bad), await code(good), broker.connects.length]).toEqual([0, 0, connects])
    await city.db.execute(sql`DROP TRIGGER refused ON device_documents`)
    await until(async () =>
      (await city.db.select().from(badFrames)).some(({ reason }) => reason === 'bad-value'),
    )
  })

  test('what is no JSON, or of a topic that is not received, is acknowledged as such and kept', async () => {
    expect(await code(broker.send(topic('fault'), '{"id":1,"id":2}'))).toBe(0x99)
    expect(await code(broker.send('something/else', '{}'))).toBe(0x99)
    await until(async () => (await city.db.select().from(badFrames)).length >= 2)
    expect((await city.db.select().from(badFrames)).map(({ reason }) => reason)).toEqual(
      expect.arrayContaining(['not-json', 'unknown-topic']),
    )
  })

  test('an unknown device is acknowledged and not taken', async () => {
    expect(await code(broker.send('elevator/quzhou/L8/fault', fault('90', '01')))).toBe(0)
    expect(await alarm('trapped')).toEqual([])
  })

  test('a retained button is how it stood, and no alarm; pressed now it is one', async () => {
    expect(
      await code(
        broker.send(topic('fault'), fault('90', '01', wall(Date.now() - 3_600_000)), true),
      ),
    ).toBe(0)
    expect(await alarm('trapped')).toEqual([])
    expect(await code(broker.send(topic('fault'), fault('90', '01')))).toBe(0)
    expect(await alarm('trapped')).toMatchObject([
      { kind: 'trapped', level: 1, region: kecheng, active: true },
    ])
  })

  test('its will says that a device is offline; its next message, that it is there again', async () => {
    expect(await code(broker.send(topic('will'), 'offline'))).toBe(0)
    expect(await alarm('device-silent')).toMatchObject([
      { active: true, level: 3, text: '七号梯离线' },
    ])
    expect(await code(broker.send(topic('fault'), fault('43', '01')))).toBe(0)
    expect(await alarm('device-silent')).toMatchObject([{ active: false }])
  })

  test('of a will only what is said now counts: not what is retained, nor nothing; “online” is no break of the line but its end', async () => {
    const silences = async () => (await alarm('device-silent')).map(({ active }) => active)
    for (const [payload, retain] of [
      ['offline', true],
      ['', false],
      ['online', false],
      ['Online\n', true],
    ] as const)
      expect(await code(broker.send(topic('will'), payload, retain))).toBe(0)
    expect(await silences()).toEqual([false])
    expect(await code(broker.send(topic('will'), 'offline'))).toBe(0)
    expect(await silences()).toEqual([true])
    expect(await code(broker.send(topic('will'), 'online'))).toBe(0)
    expect(await silences()).toEqual([false])
  })

  test('what comes with QoS 0 is taken too, and a will with it', async () => {
    broker.sendOnce(topic('fault'), fault('65', '00'))
    await until(
      async () =>
        (await city.db.select().from(deviceDocuments).where(eq(deviceDocuments.key, '65')))
          .length === 1,
    )
    broker.sendOnce(topic('will'), 'offline')
    await until(async () => (await alarm('device-silent'))[0]?.active === true)
    broker.sendOnce(topic('fault'), 'no JSON')
    await until(
      async () =>
        (await city.db.select().from(badFrames)).filter(({ reason }) => reason === 'not-json')
          .length === 2,
    )
  })

  test('nobody sends again what came with QoS 0: it is tried until it is stored', async () => {
    await city.db.execute(sql`ALTER TABLE device_documents RENAME TO away`)
    broker.sendOnce(topic('fault'), fault('64', '00'))
    await new Promise((resolve) => setTimeout(resolve, 1_500))
    await city.db.execute(sql`ALTER TABLE away RENAME TO device_documents`)
    await until(
      async () =>
        (await city.db.select().from(deviceDocuments).where(eq(deviceDocuments.key, '64')))
          .length === 1,
    )
  })
})
