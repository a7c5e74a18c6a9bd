// What is answered to each kind of bad push, and what is left behind? One test for each.
// Elsewhere: signatures, clocks, nonces, strangers, resends, events in any order and 429 in `push.service.test.ts`; retained states, wills and
// what cannot be read in `mqtt.service.test.ts`; keys twice and charsets in `reading.test.ts`; entities and depth of XML in `../xml.test.ts`.
import { createHmac, randomBytes } from 'node:crypto'
import { connect } from 'node:net'
import { eq, sql } from 'drizzle-orm'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { alarmEvents } from '../../../db/schema/devices/alarms.ts'
import { devices as deviceRows } from '../../../db/schema/devices/devices.ts'
import { deviceDocuments, readings } from '../../../db/schema/devices/readings.ts'
import type { Devices } from '../../../devices/service.ts'
import { until } from '../plant.ts'
import { type City, openCity, push, type Sent, secret, wall } from './city.ts'

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
const lift = '31103308022026000001'
let numbers = 0
const fault = (more: object = {}) => ({
  id: `B${++numbers}`,
  type: 'fault',
  register_code: lift,
  time: wall(),
  fault_id: '42',
  deal_status: '00',
  ...more,
})
const value = (more: object = {}) => ({
  equip_code: 'TANK-1',
  bit_no: 'LT-1',
  value: 40,
  unit: '%',
  quality: 'good',
  time: Date.now() - ++numbers,
  ...more,
})
const kept = async () => {
  const { rows } = await city.db.execute(
    sql`SELECT (SELECT count(*) FROM device_documents) + (SELECT count(*) FROM readings) AS n`,
  )
  return Number(rows[0]?.n)
}
const codes = async (feed: string, items: unknown[]) =>
  (await send(feed, items)).body.items.map(({ code, result }) => code ?? result)

/** Bytes as they come, signed for the body that they pretend to have. */
const raw = (
  body: string,
  { length = Buffer.byteLength(body), slowly = false }: { length?: number; slowly?: boolean } = {},
) => {
  const [timestamp, nonce, path] = [
    String(Math.floor(Date.now() / 1_000)),
    randomBytes(12).toString('hex'),
    '/ingest/lifts',
  ]
  const digest = createHmac('sha256', secret)
    .update(`POST\n${path}\n${timestamp}\n${nonce}\n${body}`)
    .digest('hex')
  const head = [
    `POST ${path} HTTP/1.1`,
    'Host: city',
    'Content-Type: application/json',
    `Content-Length: ${length}`,
    `X-Anjian-Timestamp: ${timestamp}`,
    `X-Anjian-Nonce: ${nonce}`,
    `X-Anjian-Signature: hmac-sha256=${digest}`,
  ].join('\r\n')
  const socket = connect(devices.pushPort() ?? 0, '127.0.0.1')
  let [received, ended] = ['', false]
  socket
    .on('data', (bytes) => (received += bytes))
    .on('error', () => undefined)
    .on('close', () => (ended = true))
  socket.write(slowly ? head : `${head}\r\n\r\n${body}`)
  return { socket, received: () => received, ended: () => ended }
}

describe('what is no whole body', () => {
  test('truncated: JSON that breaks off is 400, a body that breaks off leaves nothing and harms nobody', async () => {
    const before = await kept()
    const whole = JSON.stringify([fault()])
    expect(await send('lifts', whole.slice(0, -9))).toMatchObject({
      status: 400,
      body: { code: 'invalid-json' },
    })
    const { socket, ended } = raw(whole, { length: whole.length + 100 })
    await new Promise((resolve) => setTimeout(resolve, 100))
    socket.destroy()
    await until(ended)
    expect(await kept()).toBe(before)
    expect(await send('lifts', [fault()])).toMatchObject({ status: 202 })
  })

  test('longer than it says: what is beyond is no request (400), and nothing of it is taken', async () => {
    const before = await kept()
    const whole = JSON.stringify([fault()])
    const { received, ended } = raw(whole, { length: whole.length - 10 })
    await until(() => ended())
    expect(received()).toMatch(/^HTTP\/1\.1 400 /)
    expect(await kept()).toBe(before)
  })

  test('too large: 413 and the connection is closed, read or not', async () => {
    const { received, ended } = raw('[]', { length: 2_000_000 })
    await until(ended)
    expect(received()).toMatch(/^HTTP\/1\.1 413 /)
  })

  test('more values than a thousand items have, or deeper ones: 413, and nothing is taken', async () => {
    const before = await kept()
    const many = [fault({ more: Array.from({ length: 100_000 }, () => 1) })]
    for (const body of [many, '['.repeat(400_000)])
      expect((await send('lifts', body)).status).toBe(413)
    expect(await kept()).toBe(before)
  })

  test('a head that is never finished: the connection is closed after ten seconds, others are served meanwhile', {
    timeout: 30_000,
  }, async () => {
    const began = Date.now()
    const slow = raw('[]', { slowly: true })
    expect(await send('lifts', [fault()])).toMatchObject({ status: 202 })
    await until(slow.ended, 20_000)
    expect(Date.now() - began).toBeLessThan(15_000)
  })
})

describe('how it is written', () => {
  test('GBK as it is declared, not as it is guessed', async () => {
    const stationed = Buffer.concat([
      Buffer.from(`[{"id":"G1","type":"rescue","register_code":"${lift}","order_no":"`),
      Buffer.from([0xb5, 0xe7]),
    ])
    const body = Buffer.concat([
      stationed,
      Buffer.from(`","time":"${wall()}","status":"released"}]`),
    ])
    expect((await bytesSent(body, 'application/json; charset=gbk')).status).toBe(202)
    const [row] = await city.db.select().from(deviceDocuments).where(eq(deviceDocuments.key, '电'))
    expect(row).toBeDefined()
    expect((await bytesSent(body, 'application/json')).status).toBe(400)
  })

  test('seconds and milliseconds: the mapping says which, the other is no time', async () => {
    expect(
      await codes('sources', [value({ time: Math.floor(Date.now() / 1_000) }), value()]),
    ).toEqual(['bad-time', 'accepted'])
    const place = { type: 'position', vehicle: '浙H12345-2', lon: 118.88, lat: 28.95, speed: 1 }
    expect(
      await codes('vehicles', [
        { ...place, time: Date.now() },
        { ...place, time: Math.floor(Date.now() / 1_000) },
      ]),
    ).toEqual(['bad-time', 'accepted'])
  })

  test('what no mapping names is left out; what it needs is asked for; a code that it does not know is refused', async () => {
    const extra = fault({
      fault_id: '41',
      face: 'base64…',
      constructor: { fault_id: '90' },
      nested: { a: 1 },
    })
    const { register_code: _, ...without } = fault()
    expect(
      await codes('lifts', [extra, without, fault({ fault_id: '7777' }), fault({ type: 'poem' })]),
    ).toEqual(['accepted', 'missing-field', 'unknown-code', 'unknown-kind'])
    const rows = await city.db
      .select()
      .from(deviceDocuments)
      .where(eq(deviceDocuments.document, 'lift-fault'))
    expect(JSON.stringify(rows)).not.toContain('base64')
  })

  test('control characters are no text of ours, and no text is longer than 512', async () => {
    const goods = `丙\u0000烯\r\n\u001b[31m${'长'.repeat(900)}`
    const waybill = {
      type: 'waybill',
      vehicle: '浙H12345-2',
      time: Math.floor(Date.now() / 1_000),
      waybill_no: 'W-hostile',
      status: 'open',
      goods,
    }
    expect(await codes('vehicles', [waybill])).toEqual(['accepted'])
    const [row] = await city.db
      .select()
      .from(deviceDocuments)
      .where(eq(deviceDocuments.key, 'W-hostile'))
    expect(String(row?.body.goods)).toHaveLength(512)
    expect(String(row?.body.goods)).not.toMatch(/\p{Cc}/u)
  })
})

describe('values and times', () => {
  test('NaN and 1e999 are no JSON and no number; words, lists and nothing are none either; outside of its bounds it is refused', async () => {
    expect(
      (await send('sources', `[${JSON.stringify(value()).replace('40', 'NaN')}]`)).status,
    ).toBe(400)
    expect(
      (await send('sources', `[${JSON.stringify(value()).replace('40', '1e999')}]`)).status,
    ).toBeGreaterThanOrEqual(400)
    expect(
      await codes('sources', [
        value({ value: '--' }),
        value({ value: [40] }),
        value({ value: null }),
        value({ value: '' }),
      ]),
    ).toEqual(['bad-value', 'bad-value', 'missing-field', 'missing-field'])
    const place = {
      type: 'position',
      vehicle: '浙H12345-2',
      time: Math.floor(Date.now() / 1_000) + 1,
    }
    const bad = [
      { ...place, lon: 0, lat: 0, speed: 10 },
      { ...place, lon: 28.95, lat: 118.88, speed: 10 },
      { ...place, lon: 118.88, lat: 28.95, speed: 400 },
    ]
    expect(await codes('vehicles', bad)).toEqual(['out-of-range', 'out-of-range', 'out-of-range'])
  })

  test('bad quality is reported as bad, and ends no alarm', async () => {
    expect(await codes('sources', [value({ value: 85, time: Date.now() })])).toEqual(['accepted'])
    await until(async () => (await standing())?.active === true)
    expect(
      await codes('sources', [value({ value: 10, quality: 'bad', time: Date.now() })]),
    ).toEqual(['accepted'])
    expect(await standing()).toMatchObject({ active: true, stale: true })
    expect(await codes('sources', [value({ value: 86, time: Date.now() })])).toEqual(['accepted'])
    await until(async () => (await standing())?.stale === false)
  })

  test('out of order: the older one is stored as of its own time and changes nothing that stands', async () => {
    const at = Date.now()
    expect(await codes('sources', [value({ value: 87, time: at })])).toEqual(['accepted'])
    const before = await city.db.select().from(alarmEvents)
    expect(
      await codes('sources', [
        value({ value: 10, time: at - 2_000 }),
        value({ value: 99, time: at - 900_000 }),
      ]),
    ).toEqual(['accepted', 'accepted'])
    expect(await city.db.select().from(alarmEvents)).toEqual(before)
    expect(await standing()).toMatchObject({ active: true, stale: false })
    const old = await city.db.select().from(readings).where(eq(readings.value, 99))
    expect(old.map((row) => new Date(row.at).getTime())).toEqual([at - 900_000])
  })

  test('a day ahead is no moment; a simulator’s alarm is an exercise', async () => {
    expect(await codes('sources', [value({ time: Date.now() + 2 * 86_400_000 })])).toEqual([
      'of-the-future',
    ])
    await city.db.update(deviceRows).set({ synthetic: true }).where(eq(deviceRows.key, lift))
    await devices.registry.refresh()
    expect(await codes('lifts', [fault({ fault_id: '90', deal_status: '01' })])).toEqual([
      'accepted',
    ])
    await until(async () => (await city.alarms()).some((one) => one.condition === 'trapped'))
    expect((await city.alarms()).find((one) => one.condition === 'trapped')).toMatchObject({
      synthetic: true,
      level: 1,
    })
  })
})

const standing = async () => (await city.alarms()).filter((one) => one.condition === 'high').at(-1)

const bytesSent = (body: Uint8Array, type: string): Promise<Response> => {
  const [timestamp, nonce, path] = [
    String(Math.floor(Date.now() / 1_000)),
    randomBytes(12).toString('hex'),
    '/ingest/lifts',
  ]
  const signed = Buffer.concat([Buffer.from(`POST\n${path}\n${timestamp}\n${nonce}\n`), body])
  const headers = {
    'content-type': type,
    'x-anjian-timestamp': timestamp,
    'x-anjian-nonce': nonce,
    'x-anjian-signature': `hmac-sha256=${createHmac('sha256', secret).update(signed).digest('hex')}`,
  }
  return fetch(`http://127.0.0.1:${devices.pushPort()}${path}`, {
    method: 'POST',
    body: body as BodyInit,
    headers,
  })
}
