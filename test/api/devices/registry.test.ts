// Does the register take a sheet as a whole or name each bad line, keep what was, and say who changed it?
import { randomUUID } from 'node:crypto'
import { and, eq, isNull, sql } from 'drizzle-orm'
import { writeXlsx } from 'hucre/xlsx'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { devices, feeds, points, unknownDevices } from '../../../db/schema/devices/devices.ts'
import { registryChanges } from '../../../db/schema/devices/duty.ts'
import { columns, entriesOf } from '../../../domain/duty/registry-sheet.ts'
import { bodyHash } from '../../../domain/identity/commands.ts'
import { openSession as connected, device, frameOf } from '../../devices/hj212/session.ts'
import { ago, settlePlant, tank } from '../duty/standing-alarms.ts'
import { type House, openHouse } from '../house.ts'
import { fits } from '../http/fits.ts'

let house: House
let point = 0
beforeAll(async () => {
  house = await openHouse()
  point = (await settlePlant(house)).point
  await house.db.execute(
    sql`UPDATE appointments SET role = 'administrator', office = '330800-administration' WHERE person = 'hao'`,
  )
})
afterAll(() => house.close())

const heads = columns.map(({ header }) => header.zh).join(',')
const code = '91330802MA00000000'
/** feed, key, name, enterprise, region, lon, lat, exercise, point, name, unit, kind, low-low … */
const line = (more: Partial<Record<string, string>> = {}) => {
  const usual: Record<string, string> = {
    feed: 'park',
    deviceKey: 'T2',
    deviceName: '乙醇储罐',
    enterprise: code,
    region: '330802',
    pointKey: 'LT-201',
  }
  return columns
    .map(
      ({ name }) =>
        ({
          ...usual,
          pointName: '液位',
          unit: 'm',
          kind: 'level',
          high: '8',
          highHigh: '9',
          ...more,
        })[name] ?? '',
    )
    .join(',')
}
const send = (
  lines: string[],
  more: Record<string, unknown> = {},
  who = 'hao',
  key: string = randomUUID(),
) =>
  house.as(who, '/api/registry/sheet', {
    json: {
      format: 'csv',
      content: [heads, ...lines].join('\r\n'),
      apply: true,
      reason: '建档',
      ...more,
    },
    headers: { 'idempotency-key': key },
  })
const inUse = (key: string) =>
  house.db
    .select()
    .from(devices)
    .where(and(eq(devices.key, key), isNull(devices.until)))
const pointsOf = (device: string) =>
  house.db
    .select()
    .from(points)
    .where(and(eq(points.device, device), isNull(points.until)))

describe('a sheet', () => {
  test('is tried first and changes nothing; then it is done, once under its key', async () => {
    const dry = await send(
      [
        line(),
        line({
          pointKey: 'PT-201',
          kind: 'pressure',
          high: '0.6',
          highHigh: '',
          rangeLow: '0',
          rangeHigh: '1',
        }),
      ],
      { apply: false },
    )
    fits('POST /api/registry/sheet', dry)
    expect(dry.body).toMatchObject({
      applied: false,
      lines: 2,
      devices: { fresh: 1 },
      points: { fresh: 2 },
      faults: [],
    })
    expect(await inUse('T2')).toEqual([])
    const done = await send([line()], {}, 'hao', 'once')
    expect(done.body).toMatchObject({ applied: true, points: { fresh: 1 } })
    expect((await send([line()], {}, 'hao', 'once')).body).toMatchObject({
      applied: true,
      points: { same: 1 },
    })
    expect((await send([line({ high: '7' })], {}, 'hao', 'once')).body.code).toBe('key-reused')
    const [made] = await inUse('T2')
    expect(made).toMatchObject({
      name: '乙醇储罐',
      enterprise: 'e-1',
      region: '330802',
      synthetic: false,
    })
    expect(await pointsOf(made!.id)).toMatchObject([
      { key: 'LT-201', high: 8, highHigh: 9, shelvable: true },
    ])
  })
  test('with one bad line does nothing at all, and names each of them', async () => {
    const bad = [
      line({ pointKey: 'X1', feed: 'nowhere' }),
      line({ pointKey: 'X2', high: '9', highHigh: '8' }),
      line({ pointKey: 'X3', kind: 'magic' }),
      line({ pointKey: 'X4', high: 'much' }),
      line({ pointKey: 'X5', deviceName: '' }),
      line({ pointKey: 'X6', enterprise: '91330802MA99999999', deviceKey: 'T3' }),
      line({ pointKey: 'X7', deviceKey: 'T4', lon: '28.9', lat: '118.9' }),
      line({ pointKey: 'X8' }),
      line({ pointKey: 'X8' }),
    ]
    const { body } = await send(bad)
    expect(body.applied).toBe(false)
    expect(new Set(body.faults.map((one: { line: number }) => one.line))).toEqual(
      new Set([2, 3, 4, 5, 6, 7, 8, 10]),
    )
    expect(await house.db.$count(points, sql`key LIKE 'X%'`)).toBe(0)
    expect(
      (
        await house.as('hao', '/api/registry/sheet', {
          json: { format: 'csv', content: 'a,b\n1,2', apply: false },
        })
      ).body.faults[0].words.zh,
    ).toContain('接入')
    expect(
      (
        await house.as('hao', '/api/registry/sheet', {
          json: { format: 'xlsx', content: 'bm90IGEgemlw', apply: false },
        })
      ).status,
    ).toBe(422)
    expect((await send([line()], { reason: '' })).status).toBe(422)
  })
  test('changes limits from now on: the earlier row stays with its readings', async () => {
    await send([
      line({
        deviceKey: 'T1',
        deviceName: '甲醇储罐',
        synthetic: '是',
        pointKey: 'LT-101',
        high: '7.5',
      }),
    ])
    const rows = await house.db
      .select()
      .from(points)
      .where(and(eq(points.device, tank), eq(points.key, 'LT-101')))
    expect(rows.map(({ id, high, until }) => [id === point, high, until === null])).toEqual([
      [true, 8, false],
      [false, 7.5, true],
    ])
  })
  test('that moves a device to another region makes it another one, and its points go along', async () => {
    await send([line({ region: '330803', pointKey: '' })])
    const all = await house.db.select().from(devices).where(eq(devices.key, 'T2'))
    expect(all.map(({ region, until }) => [region, until === null]).sort()).toEqual([
      ['330802', false],
      ['330803', true],
    ])
    const now = all.find(({ until }) => until === null)
    expect(await pointsOf(now!.id)).toMatchObject([{ key: 'LT-201' }])
  })
  test('comes back as it left, as a workbook and as CSV', async () => {
    for (const format of ['csv', 'xlsx'] as const) {
      const answer = await house.send(`/api/registry/sheet?format=${format}`, {
        headers: { cookie: await house.signIn('hao') },
      })
      expect(answer.headers.get('content-disposition')).toContain(`points.${format}`)
      const bytes = Buffer.from(await answer.arrayBuffer())
      const content = format === 'csv' ? bytes.toString() : bytes.toString('base64')
      const { body } = await house.as('hao', '/api/registry/sheet', {
        json: { format, content, apply: false },
      })
      expect([
        format,
        body.faults,
        body.devices.fresh + body.devices.changed,
        body.points.fresh + body.points.changed,
      ]).toEqual([format, [], 0, 0])
      expect(body.lines).toBeGreaterThan(1)
    }
    const workbook = await writeXlsx({
      sheets: [{ name: 'x', rows: [heads.split(','), line({ deviceKey: 'T9' }).split(',')] }],
    })
    const { body } = await house.as('hao', '/api/registry/sheet', {
      json: { format: 'xlsx', content: Buffer.from(workbook).toString('base64'), apply: false },
    })
    expect(body).toMatchObject({ faults: [], devices: { fresh: 1 }, points: { fresh: 1 } })
  })
  test('a name that looks like a formula survives the way out and in', () => {
    const { entries } = entriesOf([heads.split(','), line({ deviceName: "'=1+1" }).split(',')])
    expect(entries[0]?.device.name).toBe('=1+1')
  })
})

describe('the register', () => {
  test('shows lines, strangers, and who has changed what', async () => {
    await house.db.insert(unknownDevices).values({
      feed: 'park',
      device: 'T-new',
      day: '2026-03-02',
      peer: '10.0.0.9',
      firstAt: ago(60),
      lastAt: ago(5),
      count: 7,
    })
    const answer = await house.as('hao', '/api/registry')
    fits('GET /api/registry', answer)
    expect(answer.body.feeds.map(({ id }: { id: string }) => id)).toEqual(['park', 'river'])
    expect(answer.body.unknown).toMatchObject([{ device: 'T-new', count: 7 }])
    expect(answer.body.changes[0]).toMatchObject({ by: '郝检查', reason: '建档' })
    await send([line({ deviceKey: 'T-new' })])
    expect((await house.as('hao', '/api/registry')).body.unknown).toEqual([])
    await expect(house.db.execute(sql`DELETE FROM registry_changes`)).rejects.toThrow()
  })
  test('a line is renamed and switched off, a device ended, each with a reason', async () => {
    const put = (id: string, more: Record<string, unknown> = {}) =>
      house.as('hao', `/api/registry/feeds/${id}`, {
        method: 'PUT',
        json: { name: '水情监测', silenceSeconds: 600, enabled: false, reason: '检修', ...more },
      })
    const changed = await put('river')
    fits('PUT /api/registry/feeds/{id}', changed)
    expect((await house.as('hao', '/api/registry')).body.feeds[1]).toMatchObject({
      name: '水情监测',
      enabled: false,
      silenceSeconds: 600,
    })
    expect((await put('nowhere')).status).toBe(404)
    expect((await put('river', { silenceSeconds: 1 })).status).toBe(422)
    const [made] = await inUse('T-new')
    const ended = await house.as('hao', `/api/registry/devices/${made!.id}/end`, {
      json: { reason: '拆除' },
    })
    fits('POST /api/registry/devices/{id}/end', ended)
    expect([await inUse('T-new'), await pointsOf(made!.id)]).toEqual([[], []])
    expect(
      (await house.as('hao', `/api/registry/devices/${made!.id}/end`, { json: { reason: '拆除' } }))
        .status,
    ).toBe(404)
    const list = await house.as('hao', '/api/registry/devices?feed=park&q=T1')
    fits('GET /api/registry/devices', list)
    expect(list.body.items).toMatchObject([{ key: 'T1', points: 1 }])
  })
  test('is for administrators, each for his own regions', async () => {
    for (const who of ['dan', 'lin', 'qi']) {
      expect((await house.as(who, '/api/registry')).status, who).toBe(403)
      expect((await send([line()], {}, who)).status, who).toBe(403)
    }
    await house.db.execute(
      sql`UPDATE appointments SET role = 'administrator', office = '330881-bureau' WHERE person = 'jiang'`,
    )
    expect(
      (await house.as('jiang', '/api/registry')).body.feeds.map(({ id }: { id: string }) => id),
    ).toEqual(['river'])
    const { body } = await send([line({ deviceKey: 'T7' })], {}, 'jiang')
    expect([body.applied, body.faults[0].words.zh]).toEqual([false, '不在您的行政区划内'])
  })
})

describe('enrolment of a station with a password', () => {
  const MN = '010000A8900016F000169DC0'
  const now = new Date('2026-03-02T02:00:00Z')
  const enrol = (more: Record<string, string> = {}) =>
    send([line({ feed: 'stacks', deviceKey: MN, deviceName: '总排口', pointKey: '', ...more })])
  const faultsOf = async () => {
    const [row] = await inUse(MN)
    const { secret, hosts, dialect } = row!
    const heard = connected([device({ key: MN, secret, hosts, dialect })], '10.0.0.9').receive(
      frameOf('DataTime=20260302095900;w01018-Rtd=9.1,w01018-Flag=N', { MN, PW: 'hushed' }),
      now,
    )
    return heard.faults.map(({ reason }) => reason)
  }
  test('promise (alarms): a station enrolled by page or sheet with its password is heard, and its password is never read back', async () => {
    await house.db
      .insert(feeds)
      .values({ id: 'stacks', protocol: 'hj212', name: '污染源', region: '330802' })
    await enrol()
    expect(await faultsOf()).toEqual(['password'])
    const quoted = (dialect: Record<string, unknown>) =>
      `"${JSON.stringify(dialect).replaceAll('"', '""')}"`
    const done = await enrol({
      secret: 'hushed',
      hosts: '10.0.0.9 10.0.0.8',
      dialect: quoted({ greets: false, telephone: '0570-3030303' }),
    })
    expect(done.body).toMatchObject({ applied: true, devices: { changed: 1 }, faults: [] })
    expect(await faultsOf()).toEqual([])
    await enrol({ dialect: quoted({ greets: false, sm4: 'hushed0123456789' }) })
    await enrol({ deviceName: '一号总排口', dialect: quoted({ version: '2017' }) })
    const stood = {
      secret: 'hushed',
      hosts: ['10.0.0.9', '10.0.0.8'],
      dialect: { version: '2017', sm4: 'hushed0123456789' },
    }
    expect(await inUse(MN)).toMatchObject([{ name: '一号总排口', ...stood }])
    expect((await inUse(MN))[0]?.dialect).toEqual(stood.dialect)
    await enrol({
      deviceName: '一号总排口',
      hosts: '*',
      dialect: quoted({ version: '2017', sm4: null }),
    })
    expect(await inUse(MN)).toMatchObject([
      { secret: 'hushed', hosts: [], dialect: { version: '2017' } },
    ])
    const bad = await enrol({ secret: 'hu shed', dialect: quoted({ sm4: 'hushed' }) })
    expect(bad.body).toMatchObject({ applied: false, faults: [{ line: 2 }, { line: 2 }] })
    const records = await house.db
      .select({ rows: registryChanges.rows, words: registryChanges.words })
      .from(registryChanges)
    expect(
      records
        .flatMap(({ rows }) => rows)
        .filter(({ after }) => (after as { newSecret?: true })?.newSecret),
    ).toHaveLength(3)
    const sheet = await house.send('/api/registry/sheet?format=csv&feed=stacks', {
      headers: { cookie: await house.signIn('hao') },
    })
    const seen = [await sheet.text(), records, bad.body, done.body]
    for (const path of ['/api/registry', '/api/registry/devices?feed=stacks'])
      seen.push((await house.as('hao', path)).body)
    expect(JSON.stringify(seen)).not.toContain('hushed')
    expect(seen[0]).toContain('"{""version"": ""2017""}"')
  })
  test('promise (secrecy): what the record keeps of a sheet with a password is of no help to whoever guesses the password', async () => {
    const sent = {
      format: 'csv',
      content: [
        heads,
        line({ feed: 'stacks', deviceKey: 'G1', secret: 'guessed', pointKey: '' }),
      ].join('\r\n'),
    }
    const whole = { ...sent, apply: true, reason: '建档' }
    expect((await house.as('hao', '/api/registry/sheet', { json: whole })).body.applied).toBe(true)
    const kept = (
      await house.db.select({ hash: registryChanges.bodyHash }).from(registryChanges)
    ).map(({ hash }) => hash)
    expect(kept).not.toContain(bodyHash(whole))
    expect(kept).not.toContain(bodyHash(`registry ${bodyHash(whole)}`))
  })
})
