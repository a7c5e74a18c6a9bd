// Does whoever may see a camera get an address for it, who registers platforms, and is a sheet of cameras taken as a whole?
import { eq, sql } from 'drizzle-orm'
import { describe, expect, test } from 'vitest'
import { videoLooks, videoPoints, videoSources } from '../../../db/schema/devices/video.ts'
import { cameraColumns } from '../../../domain/video/camera-sheet.ts'
import { tokenOf } from '../../../domain/video/play-link.ts'
import { ago } from '../duty/standing-alarms.ts'
import { fits } from '../http/fits.ts'
import { far, foreign, house, near, secret, template, useCameraHouse } from './camera-house.ts'

useCameraHouse()

describe('cameras', () => {
  test('of one’s own region, the nearest first', async () => {
    const all = await house.as('dan', '/api/cameras')
    fits('GET /api/cameras', all)
    expect(all.body.items.map(({ id }: { id: string }) => id)).toEqual([near, far])
    expect(JSON.stringify(all.body)).not.toContain('token')
    const close = await house.as('dan', '/api/cameras?lon=118.87&lat=28.97&km=1')
    expect(close.body.items).toMatchObject([
      { id: near, owner: '公安局', region: { zh: '柯城区' }, metres: expect.closeTo(97, 0) },
    ])
    expect(
      (await house.as('dan', '/api/cameras?lon=118.81&lat=28.97&km=10')).body.items.map(
        ({ id }: { id: string }) => id,
      ),
    ).toEqual([far, near])
    for (const wrong of ['lon=1', 'lon=x&lat=1', 'lon=1&lat=91', 'lon=1&lat=1&km=51'])
      expect((await house.as('dan', `/api/cameras?${wrong}`)).status).toBe(422)
    const found = async (query: string) =>
      (await house.as('dan', `/api/cameras?${query}`)).body.items.map(
        ({ id }: { id: string }) => id,
      )
    expect(
      await Promise.all(['q=西门', 'q=00001310', 'region=330881', 'region=330802&q=东'].map(found)),
    ).toEqual([[far], [near], [], [near]])
    expect(all.body.total).toBe(2)
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
    expect(await house.db.select().from(videoLooks)).toMatchObject([
      { point: near, person: 'dan', until: answer.body.until },
    ])
    await expect(house.db.delete(videoLooks)).rejects.toThrow()
  })

  test('none for strangers, for what is elsewhere, off, gone or unknown', async () => {
    expect((await house.as('qi', `/api/cameras/${near}/link`, { json: {} })).status).toBe(403)
    for (const id of [
      foreign,
      '33080200001310000004',
      '33080200001310000005',
      '33080200001310000009',
      'x',
    ])
      expect([id, (await house.as('dan', `/api/cameras/${id}/link`, { json: {} })).status]).toEqual(
        [id, 404],
      )
    expect(await house.db.select().from(videoLooks)).toHaveLength(1)
  })

  test('a number that has not twenty digits is no camera', async () => {
    const row = { source: 'police', name: '', region: '330802', since: ago(1) }
    await expect(
      house.db.insert(videoPoints).values({ ...row, id: '3308020000131000000' }),
    ).rejects.toThrow()
  })
})

describe('the register of platforms', () => {
  const put = (id: string, more: Record<string, unknown> = {}, who = 'hao') =>
    house.as(who, `/api/registry/cameras/sources/${id}`, {
      method: 'PUT',
      json: {
        name: '园区视频',
        owner: '集聚区',
        template,
        seconds: 30,
        enabled: true,
        reason: '联网',
        ...more,
      },
    })
  test('is changed with a reason and keeps its secret to itself; administrators see who has looked in their regions', async () => {
    await house.db.execute(
      sql`UPDATE appointments SET role = 'administrator', office = '330800-administration' WHERE person = 'hao'`,
    )
    fits('PUT /api/registry/cameras/sources/{id}', await put('police', { enabled: false }))
    expect((await house.as('dan', '/api/cameras')).body.items).toEqual([])
    expect((await put('park')).body.reasons[0].zh).toBe('新平台须设密钥')
    expect((await put('park', { secret: 'another secret of sixteen' })).status).toBe(200)
    const answer = await house.as('hao', '/api/registry/cameras')
    fits('GET /api/registry/cameras', answer)
    expect(answer.body.sources).toMatchObject([
      { id: 'off' },
      { id: 'park', seconds: 30, cameras: 0 },
      { id: 'police', enabled: false },
    ])
    expect(answer.body.looks).toMatchObject([
      { person: '单值班', camera: near, region: { zh: '柯城区' } },
    ])
    expect(answer.body.changes).toMatchObject([
      { words: '视频平台 园区视频', reason: '联网' },
      { by: '郝检查' },
    ])
    expect(JSON.stringify(answer.body)).not.toMatch(/a secret of sixteen|another secret/)
    const [kept] = await house.db.select().from(videoSources).where(eq(videoSources.id, 'police'))
    expect(kept?.secret).toBe(secret)
  })
  test('promise (secrecy): no picture platform leads its viewers to this system, to their own machine or to a cloud’s metadata', async () => {
    for (const host of ['127.0.0.1', '169.254.169.254', 'localhost', 'postgres']) {
      const { status, body } = await put('park', {
        template: template.replace('video.example', host),
      })
      expect([host, status, body.reasons?.[0].zh.startsWith('该地址不可使用')]).toEqual([
        host,
        422,
        true,
      ])
    }
  })
  test('is for administrators, the platforms for those of the city', async () => {
    for (const wrong of [{ template: 'https://v.example/' }, { seconds: 1 }, { secret: 'short' }])
      expect([wrong, (await put('park', wrong)).status]).toEqual([wrong, 422])
    expect((await house.as('dan', '/api/registry/cameras')).status).toBe(403)
    await house.db.execute(
      sql`UPDATE appointments SET role = 'administrator', office = '330881-bureau' WHERE person = 'jiang'`,
    )
    expect((await put('park', {}, 'jiang')).status).toBe(403)
    expect((await house.as('jiang', '/api/registry/cameras')).body.looks).toEqual([])
  })
})

describe('a sheet of cameras', () => {
  const heads = cameraColumns.map(({ header }) => header.zh).join(',')
  const fresh = '33080200001310000011'
  const row = (more: Record<string, string> = {}) =>
    cameraColumns
      .map(
        ({ name }) =>
          ({ id: fresh, name: '罐区', source: 'park', region: '330802', ...more })[name] ?? '',
      )
      .join(',')
  const send = (lines: string[], more: Record<string, unknown> = {}, who = 'hao') =>
    house.as(who, '/api/registry/cameras/sheet', {
      json: {
        format: 'csv',
        content: [heads, ...lines].join('\r\n'),
        apply: true,
        reason: '建档',
        ...more,
      },
    })
  const kept = async (id: string) =>
    (await house.db.select().from(videoPoints).where(eq(videoPoints.id, id)))[0]
  test('is tried first, then written as a whole; the same again changes nothing', async () => {
    const dry = await send([row()], { apply: false })
    fits('POST /api/registry/cameras/sheet', dry)
    expect([dry.body.applied, dry.body.cameras.fresh, await kept(fresh)]).toEqual([
      false,
      1,
      undefined,
    ])
    expect(
      (await send([row({ enterprise: '91330802MA00000000', lon: '118.87', lat: '28.97' })])).body
        .applied,
    ).toBe(true)
    expect(await kept(fresh)).toMatchObject({
      name: '罐区',
      enterprise: 'e-1',
      lon: 118.87,
      until: null,
    })
    expect((await send([row({ name: '罐区二' })])).body.cameras).toEqual({
      fresh: 0,
      changed: 1,
      same: 0,
    })
    expect((await send([row({ name: '罐区二' })])).body.cameras).toEqual({
      fresh: 0,
      changed: 0,
      same: 1,
    })
  })
  test('with one bad line does nothing at all, and names each of them', async () => {
    const bad = [
      row({ id: '33080200001310000012' }),
      row({ id: '3308020000131000001' }),
      row({ id: '33080200002000000013' }),
      row({ id: '33080200001310000014', source: 'nowhere' }),
      row({ id: '33080200001310000015', enterprise: '91330802MA99999999' }),
      row({ id: '33080200001310000016', lon: '28.9', lat: '118.9' }),
      row({ id: '33080200001310000012' }),
      row({ id: '33080200001310000018', region: '999999' }),
    ]
    const { body } = await send(bad)
    expect(body.applied).toBe(false)
    expect(body.faults.map((one: { line: number }) => one.line)).toEqual([3, 4, 5, 6, 7, 8, 9])
    expect(await kept('33080200001310000012')).toBeUndefined()
    expect((await send([row()], { reason: '' })).status).toBe(422)
    expect((await send([row()], {}, 'dan')).status).toBe(403)
    expect((await send([row()], {}, 'jiang')).body.faults[0].words.zh).toBe('不在您的行政区划内')
  })
  test('comes back as it left; a camera is ended with a reason', async () => {
    for (const format of ['csv', 'xlsx'] as const) {
      const answer = await house.send(`/api/registry/cameras/sheet?format=${format}`, {
        headers: { cookie: await house.signIn('hao') },
      })
      const bytes = Buffer.from(await answer.arrayBuffer())
      const content = format === 'csv' ? bytes.toString() : bytes.toString('base64')
      const { body } = await send([], { format, content, apply: false })
      expect([
        format,
        body.faults,
        body.cameras.fresh + body.cameras.changed,
        body.cameras.same > 3,
      ]).toEqual([format, [], 0, true])
    }
    const end = (who: string) =>
      house.as(who, `/api/registry/cameras/${fresh}/end`, { json: { reason: '拆除' } })
    expect((await end('jiang')).status).toBe(404)
    fits('POST /api/registry/cameras/{id}/end', await end('hao'))
    expect((await kept(fresh))?.until).not.toBeNull()
    expect((await end('hao')).status).toBe(404)
  })
})
