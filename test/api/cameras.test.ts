// Does whoever may see a camera get an address for it, for a minute only, and is it written down?
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { videoLooks, videoPoints, videoSources } from '../../db/schema/video.ts'
import { isTemplate, playLink, tokenOf } from '../../domain/video/play-link.ts'
import { fits } from './fits.ts'
import { type House, openHouse } from './house.ts'
import { ago, settlePlant } from './standing-alarms.ts'

const secret = 'a secret of sixteen characters or more'
const template = 'https://video.example/live/{point}.m3u8?end={expires}&token={token}'
const [near, far, foreign] = ['33080200001310000001', '33080200001320000002', '33088100001310000003']
let house: House

beforeAll(async () => {
  house = await openHouse()
  await settlePlant(house)
  await house.db.insert(videoSources).values([
    { id: 'police', name: '公安视频', owner: '公安局', template, secret },
    { id: 'off', name: '停用', owner: '公安局', template, secret, enabled: false },
  ])
  const since = ago(86_400)
  await house.db.insert(videoPoints).values([
    { id: near, source: 'police', name: '园区东门', region: '330802', lon: 118.871, lat: 28.97, since },
    { id: far, source: 'police', name: '园区西门', region: '330802', lon: 118.8, lat: 28.97, since, synthetic: true },
    { id: foreign, source: 'police', name: '江山', region: '330881', lon: 118.871, lat: 28.97, since },
    { id: '33080200001310000004', source: 'off', name: '停用', region: '330802', lon: 118.871, lat: 28.97, since },
    { id: '33080200001310000005', source: 'police', name: '已拆', region: '330802', since, until: ago(60) },
  ])
})
afterAll(() => house.close())

describe('cameras', () => {
  test('of one’s own region, the nearest first', async () => {
    const all = await house.as('dan', '/api/cameras')
    fits('GET /api/cameras', all)
    expect(all.body.items.map(({ id }: { id: string }) => id)).toEqual([near, far])
    expect(JSON.stringify(all.body)).not.toContain('token')
    const close = await house.as('dan', '/api/cameras?lon=118.87&lat=28.97&km=1')
    expect(close.body.items).toMatchObject([{ id: near, owner: '公安局', region: { zh: '柯城区' }, metres: expect.closeTo(97, 0) }])
    expect((await house.as('dan', '/api/cameras?lon=118.81&lat=28.97&km=10')).body.items.map(({ id }: { id: string }) => id)).toEqual([
      far,
      near,
    ])
    for (const wrong of ['lon=1', 'lon=x&lat=1', 'lon=1&lat=91', 'lon=1&lat=1&km=51'])
      expect((await house.as('dan', `/api/cameras?${wrong}`)).status).toBe(422)
    expect((await house.as('qi', '/api/cameras')).status).toBe(403)
  })

  test('a link is made when it is asked for, ends after a minute, and says who asked', async () => {
    const answer = await house.as('dan', `/api/cameras/${near}/link`, { json: {} })
    fits('POST /api/cameras/{id}/link', answer)
    const url = new URL(answer.body.url)
    const expires = Number(url.searchParams.get('end'))
    expect(url.pathname).toBe(`/live/${near}.m3u8`)
    expect(url.searchParams.get('token')).toBe(tokenOf(secret, near, expires))
    expect(Math.abs(expires - Date.now() / 1000 - 60)).toBeLessThan(10)
    expect(Date.parse(answer.body.until)).toBe(expires * 1000)
    expect(await house.db.select().from(videoLooks)).toMatchObject([{ point: near, person: 'dan', until: answer.body.until }])
    await expect(house.db.delete(videoLooks)).rejects.toThrow()
  })

  test('none for strangers, for what is elsewhere, off, gone or unknown', async () => {
    expect((await house.as('qi', `/api/cameras/${near}/link`, { json: {} })).status).toBe(403)
    for (const id of [foreign, '33080200001310000004', '33080200001310000005', '33080200001310000009', 'x'])
      expect([id, (await house.as('dan', `/api/cameras/${id}/link`, { json: {} })).status]).toEqual([id, 404])
    expect(await house.db.select().from(videoLooks)).toHaveLength(1)
  })

  test('a number that has not twenty digits is no camera', async () => {
    const row = { source: 'police', name: '', region: '330802', since: ago(1) }
    await expect(house.db.insert(videoPoints).values({ ...row, id: '3308020000131000000' })).rejects.toThrow()
  })
})

describe('the address', () => {
  test.each([
    [template, true],
    ['wss://v.example/{point}/{expires}/{token}', true],
    ['https://{point}.example/{expires}/{token}', false],
    ['https://v.example/{point}/{token}', false],
    ['https://v.example/{point}/{point}/{expires}/{token}', false],
    ['https://u:p@v.example/{point}/{expires}/{token}', false],
    ['file:///{point}/{expires}/{token}', false],
    ['javascript:{point}{expires}{token}', false],
    ['/{point}/{expires}/{token}', false],
  ])('%s: %s', (from, good) => expect(isTemplate(from)).toBe(good))

  test('another camera, end or secret is another token', () => {
    const tokens = [tokenOf(secret, near, 1), tokenOf(secret, far, 1), tokenOf(secret, near, 2), tokenOf(`${secret}.`, near, 1)]
    expect(new Set(tokens).size).toBe(4)
    expect(() => playLink({ template, secret: 'short', seconds: 60 }, near, new Date())).toThrow(RangeError)
    expect(() => playLink({ template: 'https://v.example/', secret, seconds: 60 }, near, new Date())).toThrow(RangeError)
  })
})
