import { createHash } from 'node:crypto'
import { readdirSync } from 'node:fs'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type House, hazard, openHouse, report } from '../house.ts'

let house: House
beforeAll(async () => {
  house = await openHouse()
})
afterAll(() => house.close())

const png = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
)

type More = { type?: string; taken?: unknown; key?: string }
const upload = (
  who: string,
  name: string,
  content: Buffer | string,
  { type = 'application/octet-stream', taken, key }: More = {},
) => {
  const body = new FormData()
  if (taken !== undefined)
    body.set('taken', typeof taken === 'string' ? taken : JSON.stringify(taken))
  body.set('file', new File([content as never], name, { type }))
  return house.as(who, '/api/files', {
    method: 'POST',
    body,
    ...(key ? { headers: { 'idempotency-key': key } } : {}),
  })
}
const stored = () =>
  readdirSync(house.filesDir, { recursive: true, withFileTypes: true }).filter((entry) =>
    entry.isFile(),
  )

describe('what comes in', () => {
  test('a photograph is kept under its hash, twice the same once', async () => {
    const one = await upload('qi', '现场 照片.png', png)
    expect([one.status, one.body]).toEqual([
      201,
      {
        id: expect.any(String),
        name: '现场 照片.png',
        type: 'image/png',
        size: png.length,
        url: `/api/files/${one.body.id}`,
        sha256: createHash('sha256').update(png).digest('hex'),
        taken: null,
      },
    ])
    await upload('mao', 'again.PNG', png)
    expect(stored()).toHaveLength(1)
  })
  test('text in UTF-8 and in GB18030', async () => {
    expect((await upload('qi', 'list.csv', '企业,隐患\n衢州,1\n')).body.type).toBe('text/csv')
    expect((await upload('qi', 'old.txt', Buffer.from([0xe1, 0xe9, 0xd6, 0xdd]))).body.type).toBe(
      'text/plain',
    )
  })
  test.each([
    [
      'a program called a picture',
      'photo.jpg',
      Buffer.from(
        'MZ\u0090\u0000\u0003\u0000\u0000\u0000\u0004\u0000\u0000\u0000\u00ff\u00ff'.padEnd(
          512,
          '\u0000',
        ),
        'latin1',
      ),
    ],
    ['a page called a document', 'order.pdf', '<!doctype html><script>alert(1)</script>'],
    ['a page called a text', 'note.txt', '  <html><body>x</body></html>'],
    ['a drawing that can run scripts', 'plan.svg', '<svg xmlns="http://www.w3.org/2000/svg"/>'],
    ['a script', 'run.txt', '#!/bin/sh\nrm -rf /\n'],
    ['a picture called a program', 'photo.exe', png],
    ['a picture called a document', 'photo.pdf', png],
    ['bytes called a text', 'bytes.txt', Buffer.from([0, 1, 2, 3, 255])],
    ['a name without ending', 'photo', png],
  ])('%s is refused and leaves nothing behind', async (_, name, content) => {
    const before = stored().length
    const { status, body } = await upload('qi', name, content)
    expect([status, body.code]).toEqual([415, 'file-type-refused'])
    expect(stored()).toHaveLength(before)
  })
  test('more than twenty megabytes are refused and leave nothing behind', async () => {
    const before = stored().length
    const { status, body } = await upload(
      'qi',
      'large.png',
      Buffer.concat([png, Buffer.alloc(20 * 1024 * 1024)]),
    )
    expect([status, body.code]).toEqual([413, 'file-too-large'])
    expect(stored()).toHaveLength(before)
  })
  test('no file, and no multipart at all', async () => {
    const body = new FormData()
    body.set('other', 'words')
    expect((await house.as('qi', '/api/files', { method: 'POST', body })).body.code).toBe(
      'invalid-input',
    )
    expect((await house.as('qi', '/api/files', { json: {} })).body.code).toBe('invalid-input')
  })
})

describe('a photograph with its time and place', () => {
  const taken = {
    at: '2026-03-02T01:02:03.000Z',
    source: 'exif',
    lat: 28.9561,
    lon: 118.8718,
    accuracy: 12.5,
  }
  test('keeps both with their source, and shows them in the case to officials and to the enterprise', async () => {
    const { body } = await upload('qi', 'tank.png', png, { taken })
    expect(body.taken).toEqual(taken)
    const started = await house.as('qi', '/api/cases/hazard-rectification', {
      json: { data: hazard({ photos: [body.id] }) },
    })
    for (const who of ['qi', 'mao', 'lin']) {
      const view = (await house.as(who, `/api/cases/${started.body.id}`)).body
      expect(view.facts.find(({ name }: { name: string }) => name === 'photos').files).toEqual([
        { ...body, taken },
      ])
    }
  })
  test('may know only the time, by the clock of the device, or only the place', async () => {
    const time = await upload('qi', 'a.png', png, {
      taken: { at: '2026-03-02T09:00:00+08:00', source: 'device' },
    })
    expect(time.body.taken).toEqual({
      at: '2026-03-02T01:00:00.000Z',
      source: 'device',
      lat: null,
      lon: null,
      accuracy: null,
    })
    const place = await upload('qi', 'b.png', png, { taken: { lat: 0, lon: 0, accuracy: 3000 } })
    expect(place.body.taken).toEqual({ at: null, source: null, lat: 0, lon: 0, accuracy: 3000 })
  })
  test.each([
    ['a time without its source', { at: '2026-03-02T01:02:03Z' }],
    ['a source of its own', { at: '2026-03-02T01:02:03Z', source: 'police' }],
    ['a time that is none', { at: 'yesterday', source: 'device' }],
    ['a year long before photographs were sent', { at: '1899-03-02T01:02:03Z', source: 'exif' }],
    ['a place off the globe', { lat: 91, lon: 0, accuracy: 1 }],
    ['a place without its accuracy', { lat: 28, lon: 118 }],
    ['half a place', { lat: 28, accuracy: 1 }],
    ['more than is asked', { owner: 'mao' }],
    ['words that are no JSON', '{"at":'],
  ])('that says %s is refused and leaves nothing behind', async (_, values) => {
    const before = stored().length
    const { status, body } = await upload(
      'qi',
      'c.png',
      Buffer.concat([png, Buffer.from(JSON.stringify(values))]),
      { taken: values },
    )
    expect([status, body.code]).toEqual([422, 'invalid-input'])
    expect(stored()).toHaveLength(before)
  })
})

describe('an upload under a key', () => {
  test('is one file however often it is sent, also at once', async () => {
    const [one, two] = await Promise.all([
      upload('qi', 'k.png', png, { key: 'k-1' }),
      upload('qi', 'k.png', png, { key: 'k-1' }),
    ])
    expect([one.status, two.status, two.body]).toEqual([201, 201, one.body])
    expect((await upload('qi', 'k.png', png, { key: 'k-1' })).body.id).toBe(one.body.id)
    expect((await upload('mao', 'k.png', png, { key: 'k-1' })).body.id).not.toBe(one.body.id)
  })
  test('is not for other bytes', async () => {
    await upload('qi', 'l.png', png, { key: 'k-2' })
    const { status, body } = await upload(
      'qi',
      'l.png',
      Buffer.concat([png, Buffer.from('more')]),
      { key: 'k-2' },
    )
    expect([status, body.code]).toEqual([422, 'key-reused'])
  })
})

describe('who sees it again', () => {
  const get = async (who: string, id: string, query = '') =>
    house.send(`/api/files/${id}${query}`, { headers: { cookie: await house.signIn(who) } })

  test('its uploader until an act refers to it, then everybody who may see the case', async () => {
    const { id } = (await upload('qi', 'lamp.png', png)).body
    expect([
      (await get('qi', id)).status,
      (await get('mao', id)).status,
      (await get('lin', id)).status,
    ]).toEqual([200, 404, 404])
    const started = await house.as('qi', '/api/cases/hazard-rectification', {
      json: { data: hazard({ photos: [id] }) },
    })
    expect(started.status).toBe(201)
    expect(
      await Promise.all(
        ['qi', 'mao', 'lin', 'yu', 'jiang'].map(async (who) => (await get(who, id)).status),
      ),
    ).toEqual([200, 200, 200, 200, 404])
    const view = (await house.as('lin', `/api/cases/${started.body.id}`)).body
    expect(view.facts.find(({ name }: { name: string }) => name === 'photos').files).toEqual([
      expect.objectContaining({ id, name: 'lamp.png' }),
    ])
  })
  test('it is served so that no browser runs it', async () => {
    const { id } = (await upload('qi', '说明 "1".png', png)).body
    const answer = await get('qi', id)
    expect(Buffer.from(await answer.arrayBuffer())).toEqual(png)
    expect(answer.headers.get('content-type')).toBe('image/png')
    expect(answer.headers.get('x-content-type-options')).toBe('nosniff')
    expect(answer.headers.get('content-security-policy')).toContain('sandbox')
    expect(answer.headers.get('content-disposition')).toMatch(/^inline; filename\*=UTF-8''%E8/)
    expect((await get('qi', id, '?download=1')).headers.get('content-disposition')).toMatch(
      /^attachment/,
    )
    const text = (await upload('qi', 'a.txt', '文字')).body
    expect((await get('qi', text.id)).headers.get('content-disposition')).toMatch(/^attachment/)
  })
  test('a browser asks again before it shows its copy, and whoever may not read it is refused', async () => {
    const { id } = (await upload('qi', 'own.png', png)).body
    const answer = await get('qi', id)
    expect(answer.headers.get('cache-control')).toBe('private, no-cache')
    const headers = { 'if-none-match': answer.headers.get('etag') ?? '' }
    const again = async (who: string) =>
      house.send(`/api/files/${id}`, { headers: { ...headers, cookie: await house.signIn(who) } })
    const same = await again('qi')
    expect([same.status, await same.text()]).toEqual([304, ''])
    expect((await again('jiang')).status).toBe(404)
    expect((await house.send(`/api/files/${id}`, { headers })).status).toBe(401)
  })
  test('a form cannot borrow the file of somebody else, nor of another case', async () => {
    const { id } = (await upload('mao', 'mine.png', png)).body
    const start = (photos: string[]) =>
      house.as('qi', '/api/cases/hazard-rectification', { json: { data: hazard({ photos }) } })
    const refused = await start([id])
    expect([refused.status, Object.keys(refused.body.details.fields)]).toEqual([422, ['photos']])
    expect((await start(['4fd1d9b0-0000-4000-8000-000000000000'])).status).toBe(422)
    const used = (await upload('qi', 'used.png', png)).body
    expect((await start([used.id])).status).toBe(201)
    expect((await start([used.id])).status).toBe(422)
    await report(house)
  })
})
