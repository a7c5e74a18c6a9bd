// Are the resources nearest to an event found by the database, in the order of their distance, by whoever may know of them?
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { devices, feeds } from '../../../db/schema/devices/devices.ts'
import { videoPoints, videoSources } from '../../../db/schema/devices/video.ts'
import { text } from '../../../domain/language/words.ts'
import { fits } from '../../api/http/fits.ts'
import { enterpriseId } from '../../support/people/people.ts'
import { callResources, fireAt } from './called-up.ts'

let on: Awaited<ReturnType<typeof callResources>>
let id: string
beforeAll(async () => {
  on = await callResources()
  id = await on.responding()
  await on.resource('同址', { coordinates: fireAt })
  await on.resource('不明')
  await on.resource('一度以北', { coordinates: '118.9,29.9' })
  await on.resource('百分之一度以东', { coordinates: '118.91,28.9', kind: 'expert' })
  await on.resource('远方', { coordinates: '125.1,43.8' })
  await on.stand(await on.resource('已撤', { coordinates: fireAt }), 'withdrawn')
  await on.resource('邻县', { coordinates: '118.95,28.9', region: '330803' }, ['nan', 'xi'])
}, 120_000)
afterAll(() => on?.house.close())

const team = text('应急救援队伍', 'Rescue team')
type Row = {
  name: string
  number: string
  km: number | null
  free: boolean
  form: Record<string, unknown>
}
const read = async (who: string, query = '') => {
  const answer = await on.nearest(who, id, query)
  fits('GET /api/cases/{id}/nearest', answer)
  return answer.body as {
    items: Row[]
    by: { source: string } | null
    total: number
    elsewhere: unknown[]
  }
}
const placed = ({ items }: { items: Row[] }) => items.map(({ name, km }) => [name, km])

describe('the nearest resources', () => {
  test('stand by great circle: the same place 0, a degree of latitude 111.2 km, the unknown last', async () => {
    const answer = await read('dan', '&km=200')
    expect(placed(answer)).toEqual([
      ['同址', 0],
      ['百分之一度以东', 1],
      ['一度以北', 111.2],
      ['不明', null],
    ])
    expect(answer).toMatchObject({ by: { source: 'case' }, total: 4 })
  })

  test('within a circle leave out what stands in the corners of its box', async () => {
    expect(placed(await read('dan', '&km=111'))).toEqual([
      ['同址', 0],
      ['百分之一度以东', 1],
      ['不明', null],
    ])
    await on.resource('角上', { coordinates: '119.0,29.0' })
    const corner = await read('dan', '&km=14')
    expect(placed(corner).map(([name]) => name)).not.toContain('角上')
    expect(placed(await read('dan', '&km=15'))).toContainEqual(['角上', 14.8])
  })

  test('of one kind, or near to a place that the officer names, are asked for', async () => {
    expect(placed(await read('dan', '&kind=expert'))).toEqual([['百分之一度以东', 1]])
    const elsewhere = await read('dan', '&at=125.1,43.8&km=10')
    expect(placed(elsewhere)).toEqual([
      ['远方', 0],
      ['不明', null],
    ])
    expect(elsewhere.by?.source).toBe('asked')
    for (const bad of ['&at=28.9,118.9', '&km=0', '&km=501', '&at=x'])
      expect((await on.nearest('dan', id, bad)).status).toBe(422)
  })

  test('are those of the reader’s regions; an enterprise reads none, nor whoever sees no such case', async () => {
    expect(placed(await read('du', '&km=10')).map(([name]) => name)).toContain('邻县')
    expect(placed(await read('dan', '&km=10')).map(([name]) => name)).not.toContain('邻县')
    expect((await on.nearest('qi', id)).status).toBe(403)
    expect((await on.nearest('nan', id)).status).toBe(404)
    const none = await on.house.as('dan', `/api/cases/${id}/nearest?type=verify`)
    expect([none.status, none.body.items, none.body.total]).toEqual([200, [], 0])
  })

  test('of other regions are counted by kind, and nothing more is told of them', async () => {
    const { elsewhere, ...own } = await read('dan', '&km=10')
    expect(elsewhere).toEqual([
      { region: text('衢江区', 'Qujiang District'), kind: team, count: 1, km: 10 },
    ])
    expect(JSON.stringify([own, elsewhere])).not.toContain('邻县')
    expect((await read('dan', '&km=1')).elsewhere).toEqual(elsewhere)
    expect((await read('dan', '&km=10&at=118.94,28.9')).elsewhere).toEqual([])
    expect((await read('dan', '&km=10&kind=expert')).elsewhere).toEqual([])
    const { items } = await read('du', '&km=10')
    expect((await read('du', '&km=10')).elsewhere).toEqual([])
    const number = items.find(({ name }) => name === '邻县')?.number
    expect((await read('dan', `&km=10&number=${number}`)).elsewhere).toEqual([])
  })

  test('of an event that nobody has placed are all of unknown distance', async () => {
    const nowhere = await on.responding({ coordinates: undefined })
    const { body } = await on.nearest('dan', nowhere, '&km=1')
    expect(body.by).toBeNull()
    expect(body.total).toBeGreaterThan(4)
    expect(body.items.every(({ km }: Row) => km === null)).toBe(true)
  })

  test('prepare an order that names them, with whom their keeper’s own words name', async () => {
    const [first] = (await read('dan')).items
    expect(first?.form).toMatchObject({
      task: '调用同址（30人）',
      to: 'county-command/duty-officer',
      place: '东港七路18号',
    })
  })
})

test('of an event in an enterprise are counted from what of it stands still, where nobody has placed the event', async () => {
  const inEnterprise = await on.responding({ coordinates: undefined, enterprise: enterpriseId })
  expect((await on.nearest('dan', inEnterprise)).body.by).toBeNull()
  const { db } = on.house
  const place = { enterprise: enterpriseId, region: '330802', since: '2026-03-01T00:00:00.000Z' }
  await db.insert(videoSources).values({
    id: 'v',
    name: '视频平台',
    owner: '企业',
    template: '',
    secret: 'sixteen signs or more',
  })
  await db.insert(videoPoints).values({
    ...place,
    id: '33080200001320000001',
    source: 'v',
    name: '大门',
    lon: 118.8,
    lat: 28.8,
  })
  const read = async () => (await on.nearest('dan', inEnterprise, '&km=200')).body
  expect((await read()).by).toEqual({ source: 'enterprise', lon: 118.8, lat: 28.8 })
  await db.insert(feeds).values({ id: 'f', protocol: 'hj212', name: '测点', region: '330802' })
  await db
    .insert(devices)
    .values({ ...place, feed: 'f', key: 'k', name: '罐', lon: 118.9, lat: 28.9 })
  const { by, items } = await read()
  expect(by).toEqual({ source: 'enterprise', lon: 118.9, lat: 28.9 })
  expect(items[0]).toMatchObject({ name: '同址', km: 0 })
})

test('coordinates that are none are refused, and nothing is stored', async () => {
  const base = { kind: 'team', name: '错', place: '某地', quantity: 1, unit: '人', office: '某局' }
  for (const coordinates of ['28.9,118.9', '118.9', '118.9，28.9', '0,0', '118.9,28.9;'])
    expect(
      (
        await on.propose('lin', {
          ...base,
          contact: '值班室',
          region: '330802',
          from: '2026-03-01',
          reason: '登记',
          coordinates,
        })
      ).status,
    ).toBe(422)
})
