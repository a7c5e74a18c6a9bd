// Is only taken what is signed, new and of a known device?
import { eq, sql } from 'drizzle-orm'
import { describe, expect, test } from 'vitest'
import { badFrames, unknownDevices } from '../../../db/schema/devices/devices.ts'
import { deviceSigns, readings } from '../../../db/schema/devices/readings.ts'
import { until } from '../plant.ts'
import type { Sent } from './city.ts'
import { city, fault, now, restart, send, usePushedCity } from './pushing.ts'

usePushedCity()

const documents = async () =>
  Number((await city.db.execute(sql`SELECT count(*) FROM device_documents`)).rows[0]?.count)

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
      'accepted',
      'duplicate',
      'rejected unknown-device 403',
      'rejected unknown-code 422',
      'rejected not-an-object 422',
      'duplicate',
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
    await restart()
    expect(await send('sources', [value, { ...value, bit_no: 'LT-9' }])).toMatchObject({
      body: { duplicate: 1, rejected: 1, items: [{}, { code: 'unknown-point' }] },
    })
    expect((await city.db.select().from(readings)).filter((one) => one.value === 40)).toHaveLength(
      1,
    )
  })
})
