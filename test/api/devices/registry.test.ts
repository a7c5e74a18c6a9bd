// Does the register take a sheet as a whole or name each bad line, and what does it show of lines, strangers and changes?
import { and, eq, sql } from 'drizzle-orm'
import { writeXlsx } from 'hucre/xlsx'
import { describe, expect, test } from 'vitest'
import { devices, points, unknownDevices } from '../../../db/schema/devices/devices.ts'
import { servicePermits } from '../../../db/schema/devices/permits.ts'
import { entriesOf } from '../../../domain/duty/registry-sheet.ts'
import { ago, stand, tank } from '../duty/standing-alarms.ts'
import { fits } from '../http/fits.ts'
import { heads, house, inUse, line, point, pointsOf, send, useSheetHouse } from './sheet-house.ts'

useSheetHouse()

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
  test('that would move a device which stands out of service under a permit is refused until it is put back', async () => {
    const [device] = await inUse('T2')
    const signed = { requestedBy: '戚安全', reason: '检修', by: 'dan', byName: '单值班' }
    const at = new Date(Date.now() - 60_000).toISOString()
    await house.db.insert(servicePermits).values({
      id: 'moving',
      device: device!.id,
      point: 'LT-201',
      feed: device!.feed,
      region: device!.region,
      number: 'JX-2026-032',
      work: 'maintenance',
      ...signed,
      at,
      until: '2100-01-01T00:00:00.000Z',
    })
    const moved = line({ region: '330803', pointKey: '' })
    const { body } = await send([moved])
    expect(body).toMatchObject({ applied: false, faults: [{ line: 2 }] })
    expect(body.faults[0].words.zh).toContain('作业票')
    expect(
      (await send([line({ deviceName: '乙醇罐', pointKey: '' })], { apply: false })).body.faults,
    ).toEqual([])
    const ended = { by: 'dan', byName: '单值班', at, reason: '完工' }
    await house.db.update(servicePermits).set({ ended })
    expect((await send([moved], { apply: false })).body.faults).toEqual([])
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
  test('promise (alarms): a device whose alarms stand is ended only by somebody who says that he has seen them', async () => {
    await send([line({ deviceKey: 'T-stands' })])
    const [made] = await inUse('T-stands')
    const id = made!.id
    const names = ['液位高高', '液位高']
    for (const [n, name] of names.entries())
      await stand(house, { device: id, name, level: n === 0 ? 1 : 3 })
    const asked = await house.as('hao', `/api/registry/devices/${id}`)
    fits('GET /api/registry/devices/{id}', asked)
    expect(asked.body.open).toMatchObject({
      total: 2,
      items: names.map((name) => ({ name })),
    })
    const end = (open?: number) =>
      house.as('hao', `/api/registry/devices/${id}/end`, {
        json: { reason: '拆除', ...(open === undefined ? {} : { open }) },
      })
    for (const open of [undefined, 1]) {
      const refused = await end(open)
      expect([refused.status, refused.body.reasons[0].zh]).toEqual([
        409,
        expect.stringContaining('还有 2 条报警没有结束（液位高高、液位高）'),
      ])
    }
    expect(await inUse('T-stands')).toHaveLength(1)
    expect((await end(2)).status).toBe(200)
    expect(await inUse('T-stands')).toEqual([])
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
    const [device] = await inUse('T1')
    // What he may read by another post he does not keep by that.
    await house.db.execute(
      sql`INSERT INTO appointments (person, office, role, region, since) VALUES ('jiang', '330800-committee', 'supervisor', '330800', '2004-01-01')`,
    )
    const address = `/api/registry/devices/${device?.id}`
    const end = { json: { reason: '不在用' } }
    expect([
      (await house.as('jiang', address)).status,
      (await house.as('jiang', `${address}/end`, end)).status,
    ]).toEqual([404, 404])
    const { body } = await send([line({ deviceKey: 'T7' })], {}, 'jiang')
    expect([body.applied, body.faults[0].words.zh]).toEqual([false, '不在您的行政区划内'])
  })
})
