// Does an area hold what stands in it, of what its reader may see, and is anything else than an area refused?
import { booleanPointInPolygon } from '@turf/boolean-point-in-polygon'
import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { readInside } from '../../../db/devices/areas-reads.ts'
import { devices, points } from '../../../db/schema/devices/devices.ts'
import { latestPositions, latestReadings } from '../../../db/schema/devices/readings.ts'
import { videoPoints, videoSources } from '../../../db/schema/devices/video.ts'
import { withScope } from '../../../db/scope.ts'
import { instant } from '../../../domain/time/instant.ts'
import type { Position } from '../../../domain/warning/districts.ts'
import { enterpriseId } from '../../support/people/people.ts'
import { type House, openHouse, report } from '../house.ts'
import { fits } from '../http/fits.ts'
import { ago, settlePlant, stand } from './standing-alarms.ts'

const square: Position[] = [
  [118.86, 28.96],
  [118.88, 28.96],
  [118.88, 28.98],
  [118.86, 28.98],
]
const [still, lorry, counter, foreign] = [1, 2, 3, 4].map(
  (n) => `0b000000-0000-4000-8000-00000000000${n}`,
) as [string, string, string, string]

let house: House
let hazard = ''
beforeAll(async () => {
  house = await openHouse()
  await settlePlant(house)
  const since = ago(86_400)
  const common = { feed: 'park', region: '330802', since }
  await house.db.insert(devices).values([
    {
      ...common,
      id: still,
      key: 'A1',
      name: '一号罐',
      enterprise: enterpriseId,
      lon: 118.87,
      lat: 28.97,
    },
    { ...common, id: lorry, key: 'A2', name: '浙H00001', lon: 118.1, lat: 28.9, synthetic: true },
    { ...common, id: counter, key: 'A3', name: '人员定位基站', lon: 118.875, lat: 28.975 },
    {
      ...common,
      id: foreign,
      key: 'A4',
      name: '江山站',
      region: '330881',
      lon: 118.87,
      lat: 28.97,
    },
  ])
  const [people, old] = await house.db
    .insert(points)
    .values(
      ['P1', 'P2'].map((key) => ({
        device: counter,
        key,
        name: key,
        unit: '人',
        kind: 'other' as const,
        since,
      })),
    )
    .returning({ id: points.id })
  const reading = { receivedAt: ago(30), quality: 0 }
  await house.db.insert(latestReadings).values([
    { ...reading, point: people!.id, at: ago(30), value: 12 },
    { ...reading, point: old!.id, at: ago(3_600), value: 40 },
  ])
  await house.db.insert(latestPositions).values({
    device: lorry,
    at: ago(60),
    receivedAt: ago(60),
    lon: 118.865,
    lat: 28.965,
    direction: 0,
    flags: 0,
  })
  await house.db.insert(videoSources).values({
    id: 'police',
    name: '公安视频',
    owner: '公安局',
    template: 'https://v.example',
    secret: 's',
  })
  await house.db.insert(videoPoints).values([
    {
      id: '33080200001310000001',
      source: 'police',
      name: '东门',
      region: '330802',
      lon: 118.87,
      lat: 28.97,
      since,
    },
    {
      id: '33080200001310000002',
      source: 'police',
      name: '远处',
      region: '330802',
      lon: 118.7,
      lat: 28.97,
      since,
    },
  ])
  hazard = await report(house)
  await stand(house, { lon: 118.871, lat: 28.971, name: '氯气' })
  await stand(house, { device: still, name: '随设备' })
  await stand(house, { device: still, name: '已关闭', closedAt: ago(1) })
  await stand(house, { lon: 118.7, lat: 28.971, name: '远处' })
}, 120_000)
afterAll(() => house.close())

const inside = (body: Record<string, unknown>, who = 'dan') =>
  house.as(who, '/api/areas/inside', { json: body })
const names = ({ items }: { items: { name: string }[] }) => items.map(({ name }) => name).sort()

describe('an area', () => {
  test('holds what stands in it, what moved into it, and the enterprises and open cases of what stands', async () => {
    const answer = await inside({ around: null, polygon: square })
    fits('POST /api/areas/inside', answer)
    const { alarms, devices: found, cameras, enterprises, cases, people, unplaced } = answer.body
    expect(names(found)).toEqual(['一号罐', '人员定位基站', '浙H00001'].sort())
    expect(found.items.find(({ name }: { name: string }) => name === '浙H00001')).toMatchObject({
      lon: 118.865,
      synthetic: true,
      at: expect.stringMatching(/Z$/),
    })
    expect([names(cameras), names(alarms)]).toEqual([['东门'], ['氯气', '随设备'].sort()])
    expect(enterprises).toMatchObject({ total: 1, items: [{ id: enterpriseId }] })
    expect(cases.total).toBe(1)
    expect(cases.items).toMatchObject([{ id: hazard, process: 'hazard-rectification' }])
    expect(cases.processes).toMatchObject([{ title: { zh: expect.any(String) }, total: 1 }])
    expect(people).toMatchObject({ count: 12, points: 1 })
    expect(unplaced.devices).toBe(1)
  })
  test('may be a circle; where nobody counts, no number of people is made up', async () => {
    const { body } = await inside({ around: { lon: 118.87, lat: 28.97, km: 0.3 } })
    expect([names(body.devices), names(body.cameras)]).toEqual([['一号罐'], ['东门']])
    expect(body.people).toBeNull()
  })
  test('shows nobody more than his scope', async () => {
    const { body } = await inside({ around: null, polygon: square }, 'shi')
    expect(names(body.devices)).toContain('江山站')
    expect((await inside({ around: null, polygon: square }, 'qi')).status).toBe(403)
    expect((await house.as('qi', '/api/areas/inside', { json: { around: null } })).status).toBe(422)
  })
  test('that is none is refused with its reason', async () => {
    const [a, b, c, d] = square
    for (const [wrong, reason] of [
      [{ around: null }, '请填写'],
      [{ around: null, polygon: [a, c, b, d] }, '自相交'],
      [{ around: null, polygon: [a, b] }, '三个不同'],
      [
        { around: null, polygon: Array.from({ length: 102 }, (_, n) => [118 + n / 102, 29]) },
        '超过100个',
      ],
      [{ around: null, polygon: [a, b, [118.87]] }, ''],
      [{ around: null, polygon: [a, b, ['118.87', 28.97]] }, ''],
      [{ around: { lon: 118.87, lat: 28.97, km: 1 }, polygon: square }, '只能填一种'],
      [{ around: { lon: 118.87, lat: 28.97, km: 500 } }, '不能大于50'],
    ] as const) {
      const { status, body } = await inside(wrong)
      expect([wrong, status, JSON.stringify(body.reasons).includes(reason)]).toEqual([
        wrong,
        422,
        true,
      ])
    }
  })
  test('is the same to the database as to the map', async () => {
    const { pool } = house.deps.connection
    const scope = {
      regions: ['330802' as const],
      caseRegions: ['330802' as const],
      owner: null,
      person: null,
    }
    // No edge between its extremes passes through what stands there: whether that is inside hangs on the last digit.
    const corner = fc.tuple(
      fc.double({ min: 118.8, max: 118.943, noNaN: true }),
      fc.double({ min: 28.9, max: 29.057, noNaN: true }),
    )
    await fc.assert(
      fc.asyncProperty(fc.tuple(corner, corner, corner), async (polygon) => {
        const found = await withScope(pool, scope, (tx) =>
          readInside(tx, instant(Date.now()), { around: null, polygon }, ['330802']),
        )
        const ring = { type: 'Polygon' as const, coordinates: [[...polygon, polygon[0]]] }
        const expected = [
          ['一号罐', [118.87, 28.97]],
          ['浙H00001', [118.865, 28.965]],
          ['人员定位基站', [118.875, 28.975]],
        ] as const
        expect(names(found.devices)).toEqual(
          expected
            .filter(([, place]) => booleanPointInPolygon([...place], ring))
            .map(([name]) => name as string)
            .sort(),
        )
      }),
      { numRuns: 60 },
    )
  })
})

test('the map lies on its outlines unless a base map is named', async () => {
  const answer = await house.as('dan', '/api/areas/map')
  fits('GET /api/areas/map', answer)
  expect(answer.body).toEqual({ tiles: null })
  const tiles = 'https://tiles.example/{z}/{x}/{y}.png'
  const other = await openHouse({ baseMap: tiles })
  const named = await other.as('lin', '/api/areas/map')
  expect(named.body).toEqual({ tiles })
  const policy = named.headers.get('content-security-policy')
  expect(policy).toContain("img-src 'self' data: blob: https://tiles.example;")
  expect(policy).toContain("connect-src 'self' https://tiles.example;")
  expect(answer.headers.get('content-security-policy')).not.toContain('https:')
  await other.close()
})
