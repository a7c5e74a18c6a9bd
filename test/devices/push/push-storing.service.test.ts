// What becomes of a push, and what when it cannot be stored?
import { eq, sql } from 'drizzle-orm'
import { describe, expect, test } from 'vitest'
import { badFrames } from '../../../db/schema/devices/devices.ts'
import { deviceDocuments } from '../../../db/schema/devices/readings.ts'
import { until } from '../plant.ts'
import { kecheng, qujiang, wall } from './city.ts'
import { city, fault, lift, now, send, usePushedCity } from './pushing.ts'

usePushedCity()

describe('an idempotency key', () => {
  test('the same body has the same answer; another body is 422', async () => {
    const items = [fault()]
    const first = await send('lifts', items, { key: 'k1' })
    expect(first).toMatchObject({ status: 202, body: { accepted: 1 } })
    expect((await send('lifts', items, { key: 'k1' })).body).toEqual(first.body)
    expect(await send('lifts', [fault()], { key: 'k1' })).toMatchObject({
      status: 422,
      body: { code: 'key-reused' },
    })
    expect(await send('cylinders', [], { key: 'k1' })).toMatchObject({ status: 202 })
    expect(await send('lifts', [], { key: 'ä'.normalize('NFC') })).toMatchObject({ status: 422 })
  })
})

describe('when it cannot be stored', () => {
  test('429 with Retry-After and nothing acknowledged; the same again is accepted afterwards', async () => {
    const items = [fault()]
    await city.db.execute(sql`ALTER TABLE device_documents RENAME TO away`)
    const refused = await send('lifts', items, { key: 'again' })
    await city.db.execute(sql`ALTER TABLE away RENAME TO device_documents`)
    expect([refused.status, refused.retryAfter, refused.body.code]).toEqual([
      429,
      '5',
      'rate-limited',
    ])
    expect(await send('lifts', items, { key: 'again' })).toMatchObject({
      status: 202,
      body: { accepted: 1 },
    })
  })

  test('one that PostgreSQL will never take is refused by itself, and the rest is taken', async () => {
    await city.db.execute(sql`CREATE FUNCTION refused() RETURNS trigger LANGUAGE plpgsql AS
      $$ BEGIN RAISE EXCEPTION 'no such text' USING ERRCODE = '22021'; END $$`)
    await city.db.execute(
      sql`CREATE TRIGGER refused BEFORE INSERT ON device_documents FOR EACH ROW WHEN (NEW.key = '63') EXECUTE FUNCTION refused()`,
    )
    const items = [
      fault({ fault_id: '61' }),
      fault({ fault_id: '62' }),
      fault({ fault_id: '63' }),
      fault({ fault_id: '64' }),
    ]
    const { status, body } = await send('lifts', items, { key: 'one-bad' })
    const again = await send('lifts', items)
    await city.db.execute(sql`DROP TRIGGER refused ON device_documents`)
    expect([
      status,
      body.items.map(({ result, code, status: own }) =>
        [result, code, own].filter(Boolean).join(' '),
      ),
    ]).toEqual([202, ['accepted', 'accepted', 'rejected bad-value 422', 'accepted']])
    expect(again).toMatchObject({ status: 202, body: { duplicate: 3, rejected: 1 } })
    await until(
      async () =>
        (await city.db.select().from(badFrames).where(eq(badFrames.reason, 'bad-value'))).length ===
        2,
    )
  })

  test('too many at once: 429 for those beyond', async () => {
    const statuses = (await Promise.all(Array.from({ length: 40 }, () => send('sources', [])))).map(
      ({ status }) => status,
    )
    expect(statuses.every((one) => one === 202 || one === 429)).toBe(true)
    await city.db.transaction(async (tx) => {
      await tx.execute(sql`LOCK TABLE push_nonces IN ACCESS EXCLUSIVE MODE`)
      const flood = Array.from({ length: 40 }, () => send('sources', []))
      const first = await Promise.race(flood)
      expect([first.status, first.retryAfter]).toEqual([429, '5'])
    })
  })
})

describe('what comes of it', () => {
  const alarm = async (condition: string) =>
    (await city.alarms()).filter((one) => one.condition === condition)
  test('people are trapped in a lift: red, at once, of the lift’s own county; over when they are out', async () => {
    expect(await send('lifts', [fault({ fault_id: '90', deal_status: '01' })])).toMatchObject({
      status: 202,
      body: { accepted: 1 },
    })
    expect(await alarm('trapped')).toMatchObject([
      {
        kind: 'trapped',
        level: 1,
        region: kecheng,
        active: true,
        policy: 'episode',
        text: '财富中心1号梯 电梯困人：轿厢报警按钮',
      },
    ])
    const rescue = {
      id: 'R1',
      type: 'rescue',
      register_code: lift,
      order_no: '96333-1',
      time: wall(Date.now() + 1_000),
      status: 'released',
    }
    expect(await send('lifts', [rescue])).toMatchObject({ status: 202, body: { accepted: 1 } })
    expect(await alarm('trapped')).toMatchObject([{ active: false }])
  })

  test('a cylinder is filled though it was scrapped, reported in the wrong order: orange, of the filling station’s county', async () => {
    const event = (id: string, type: string, ago: number, station = 'ST02', more: object = {}) => ({
      id,
      type,
      cylinder: 'QZ0001',
      station,
      time: wall(Date.now() - ago * 60_000),
      ...more,
    })
    const owner = { owner: 'ST01', next_inspection: '2030-01-01' }
    await send('cylinders', [event('1', 'register', 90, 'ST01', owner), event('3', 'fill', 30)])
    expect(await alarm('filled-scrapped')).toEqual([])
    expect(await alarm('filled-elsewhere')).toMatchObject([
      { kind: 'other', level: 3, region: qujiang, point: 'QZ0001' },
    ])
    await send('cylinders', [event('2', 'scrap', 60, 'ST01')])
    expect(await alarm('filled-scrapped')).toMatchObject([
      { level: 2, region: qujiang, policy: 'episode', text: '气瓶 QZ0001 报废气瓶充装' },
    ])
    expect(
      await city.db
        .select()
        .from(deviceDocuments)
        .where(eq(deviceDocuments.document, 'cylinder/QZ0001')),
    ).toHaveLength(3)
  })

  test('a lorry drives without a waybill: orange, of its county; a position that is sent again is a duplicate; over with a waybill', async () => {
    const seconds = now() - 120
    const position = (n: number) => ({
      type: 'position',
      vehicle: '浙H12345-2',
      time: seconds + 30 * n,
      lon: 118.88,
      lat: 28.95,
      speed: 60,
    })
    expect(await send('vehicles', [0, 1, 2].map(position))).toMatchObject({ body: { accepted: 3 } })
    expect(await alarm('no-waybill')).toMatchObject([
      { level: 2, region: qujiang, active: true, policy: 'episode' },
    ])
    expect(await send('vehicles', [position(2), position(3)])).toMatchObject({
      body: { duplicate: 1, accepted: 1 },
    })
    const waybill = {
      type: 'waybill',
      vehicle: '浙H12345-2',
      time: seconds + 100,
      waybill_no: 'W1',
      status: 'open',
      goods: '丙烯',
      un_no: '1077',
    }
    expect(await send('vehicles', [waybill, position(3.5)])).toMatchObject({
      body: { accepted: 2 },
    })
    expect(await alarm('no-waybill')).toMatchObject([{ active: false }])
  })
})
