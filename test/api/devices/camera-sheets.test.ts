// Is a sheet of cameras taken as a whole, and which addresses may a platform have?
import { eq } from 'drizzle-orm'
import { describe, expect, test } from 'vitest'
import { videoPoints } from '../../../db/schema/devices/video.ts'
import { cameraColumns } from '../../../domain/video/camera-sheet.ts'
import { isTemplate, playLink, tokenOf } from '../../../domain/video/play-link.ts'
import { fits } from '../http/fits.ts'
import { far, house, near, secret, template } from './camera-house.ts'

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
    const tokens = [
      tokenOf(secret, near, 1),
      tokenOf(secret, far, 1),
      tokenOf(secret, near, 2),
      tokenOf(`${secret}.`, near, 1),
    ]
    expect(new Set(tokens).size).toBe(4)
    expect(() => playLink({ template, secret: 'short', seconds: 60 }, near, new Date())).toThrow(
      RangeError,
    )
    expect(() =>
      playLink({ template: 'https://v.example/', secret, seconds: 60 }, near, new Date()),
    ).toThrow(RangeError)
  })
})
