// Is only taken what is signed, new and of a known device, is it acknowledged only when stored, and does it end as the right alarm?
import { eq, sql } from 'drizzle-orm'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { badFrames, unknownDevices } from '../../../db/schema/devices/devices.ts'
import { deviceDocuments, deviceSigns, readings } from '../../../db/schema/devices/readings.ts'
import type { Devices } from '../../../devices/service.ts'
import { until } from '../plant.ts'
import { type City, kecheng, openCity, push, qujiang, type Sent, wall } from './city.ts'

let city: City
let devices: Devices
beforeAll(async () => {
  city = await openCity()
  devices = await city.start()
})
afterAll(async () => {
  await devices?.stop()
  await city?.close()
})

const send = (feed: string, body: unknown, sent?: Sent) =>
  push(devices.pushPort(), feed, body, sent)
let numbers = 0
const lift = '31103308022026000001'
const fault = (more: object = {}) => ({
  ...{
    id: `F${++numbers}`,
    type: 'fault',
    register_code: lift,
    time: wall(),
    fault_id: '42',
    deal_status: '00',
  },
  ...more,
})
const documents = async () =>
  Number((await city.db.execute(sql`SELECT count(*) FROM device_documents`)).rows[0]?.count)
const now = () => Math.floor(Date.now() / 1_000)

describe('who may push', () => {
  const refused: [string, Sent][] = [
    ['a wrong secret', { secret: 'another' }],
    ['no signature', { signature: '' }],
    ['a signature of another algorithm', { signature: `hmac-md5=${'0'.repeat(64)}` }],
    ['a time stamp of six minutes ago', { timestamp: now() - 360 }],
    ['a time stamp of in six minutes', { timestamp: now() + 360 }],
    ['a short nonce', { nonce: 'short' }],
    ['the signature for another feed', { path: '/ingest/sources' }],
    ['a feed that is not there', { path: '/ingest/nobody' }],
  ]
  test.each(refused)('%s: 401, and nothing is stored', async (_, sent) => {
    const before = await documents()
    const { status, type, body } = await send('lifts', [fault()], sent)
    expect([status, type, body.code]).toEqual([
      401,
      'application/problem+json; charset=utf-8',
      'bad-signature',
    ])
    expect(await documents()).toBe(before)
  })

  test('from an address that is not registered: 401', async () => {
    const { rows } = await city.db.execute(
      sql`UPDATE devices SET hosts = '["10.0.0.1"]' WHERE key = 'cylinders' RETURNING id`,
    )
    expect(rows).toHaveLength(1)
    await until(async () => (await send('cylinders', [])).status === 401)
    await city.db.execute(sql`UPDATE devices SET hosts = '["127.0.0.1"]' WHERE key = 'cylinders'`)
    await until(async () => (await send('cylinders', [])).status === 202)
  })

  test('SHA-256 and SM3', async () => {
    for (const algorithm of ['sha256', 'sm3'] as const)
      expect(await send('lifts', [fault()], { algorithm })).toMatchObject({
        status: 202,
        body: { accepted: 1 },
      })
  })

  test('a nonce is used once; a replay is 401, kept, and a sign of the sender', async () => {
    const sent = { nonce: 'once-and-never-again', timestamp: now() }
    const items = [fault()]
    expect((await send('lifts', items, sent)).status).toBe(202)
    expect((await send('lifts', items, sent)).status).toBe(401)
    expect((await city.db.select().from(deviceSigns)).map(({ sign }) => sign)).toEqual(['replay'])
    await until(
      async () =>
        (await city.db.select().from(badFrames).where(eq(badFrames.reason, 'replay'))).length === 1,
    )
  })
})

describe('what may be pushed', () => {
  test.each([
    ['no JSON', '[', 400, 'invalid-json'],
    ['a key twice', '[{"id":"a","id":"b"}]', 400, 'invalid-json'],
    ['no array', '{}', 422, 'invalid-input'],
    [
      'more than 1,000 items',
      JSON.stringify(Array.from({ length: 1_001 }, () => 1)),
      413,
      'file-too-large',
    ],
    ['more than 1 MB', `["${'x'.repeat(1_048_576)}"]`, 413, 'file-too-large'],
  ])('%s is refused', async (_, text, wanted, code) => {
    const { status, type, body } = await send('lifts', text)
    expect([status, body.code]).toEqual([wanted, code])
    expect(type).toContain('application/problem+json')
  })

  test('another type or charset is 415, bytes of another charset 400', async () => {
    expect((await send('lifts', '[]', { type: 'text/plain' })).status).toBe(415)
    expect((await send('lifts', '[]', { type: 'application/json; charset=latin9' })).status).toBe(
      415,
    )
    expect((await send('lifts', '["电"]', { type: 'application/json; charset=gbk' })).status).toBe(
      400,
    )
  })

  test('each item has an answer: accepted, reported before, unknown device, wrong', async () => {
    const known = fault()
    await send('lifts', [known])
    const before = await documents()
    const { status, body } = await send('lifts', [
      fault({ fault_id: '41' }),
      known,
      fault({ register_code: 'nobody' }),
      fault({ fault_id: '99' }),
      7,
      known,
    ])
    expect(status).toBe(202)
    expect(body).toMatchObject({ accepted: 1, duplicate: 2, rejected: 3 })
    expect(
      body.items.map(({ result, code, status: own }) =>
        [result, code, own].filter(Boolean).join(' '),
      ),
    ).toEqual([
      ...[
        'accepted',
        'duplicate',
        'rejected unknown-device 403',
        'rejected unknown-code 422',
        'rejected not-an-object 422',
        'duplicate',
      ],
    ])
    expect(await documents()).toBe(before + 1)
    await until(
      async () =>
        (await city.db.select().from(unknownDevices).where(eq(unknownDevices.device, 'nobody')))
          .length === 1,
    )
  })

  test('nothing but strangers: 403, and nothing is stored', async () => {
    const before = await documents()
    expect(
      await send('lifts', [fault({ register_code: 'x' }), fault({ register_code: 'y' })]),
    ).toMatchObject({
      status: 403,
      body: { rejected: 2 },
    })
    expect(await documents()).toBe(before)
  })

  test('a reading that is stored already is a duplicate, also after a restart', async () => {
    const value = {
      equip_code: 'TANK-1',
      bit_no: 'LT-1',
      value: 40,
      unit: '%',
      quality: 'good',
      time: Date.now(),
    }
    expect(await send('sources', [value])).toMatchObject({ body: { accepted: 1 } })
    await devices.stop()
    devices = await city.start()
    expect(await send('sources', [value, { ...value, bit_no: 'LT-9' }])).toMatchObject({
      body: { duplicate: 1, rejected: 1, items: [{}, { code: 'unknown-point' }] },
    })
    expect((await city.db.select().from(readings)).filter((one) => one.value === 40)).toHaveLength(
      1,
    )
  })
})

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
