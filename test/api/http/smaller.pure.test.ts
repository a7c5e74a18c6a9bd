// Do answers come smaller to whoever takes them so, and whole to everybody?
import { gunzipSync } from 'node:zlib'
import { Hono } from 'hono'
import { compress } from 'hono/compress'
import { expect, test } from 'vitest'
import type { ApiEnv } from '../../../api/http/deps.ts'
import { smallerJson } from '../../../api/http/smaller.ts'

const large = { words: Array.from({ length: 400 }, (_, index) => `安全生产 ${index % 7}`) }
const app = new Hono<ApiEnv>()
  .use(compress())
  .use(smallerJson)
  .get('/large', (c) => c.json(large, 200, { etag: '"7"', vary: 'Cookie' }))
  .get('/small', (c) => c.json({ ok: true }))
  .get('/empty', (c) => c.body(null, 204))
  .get('/refused', (c) =>
    c.body(JSON.stringify(large), 409, { 'content-type': 'application/problem+json' }),
  )
  .get('/csv', (c) => c.body('甲,乙\n'.repeat(1_000), 200, { 'content-type': 'text/csv' }))

const asked = (path: string, encoding?: string) =>
  app.request(path, { headers: encoding === undefined ? {} : { 'accept-encoding': encoding } })

const unzipped = async (answer: Response) =>
  gunzipSync(Buffer.from(await answer.arrayBuffer())).toString('utf8')

test.each([
  ['/large', 200],
  ['/refused', 409],
])('%s is compressed for a browser, and says its length', async (path, status) => {
  const answer = await asked(path, 'gzip, deflate, br, zstd')
  expect(answer.status).toBe(status)
  expect(answer.headers.get('content-encoding')).toBe('gzip')
  expect(answer.headers.get('vary')).toContain('Accept-Encoding')
  const length = Number(answer.headers.get('content-length'))
  expect(length).toBeLessThan(JSON.stringify(large).length / 4)
  expect(JSON.parse(await unzipped(answer))).toEqual(large)
})

test('its tag is then a weak one, and what was said of it before stays', async () => {
  const { headers } = await asked('/large', 'gzip')
  expect([headers.get('etag'), headers.get('vary')]).toEqual(['W/"7"', 'Cookie, Accept-Encoding'])
})

test.each([undefined, 'identity', 'gzip;q=0', 'deflate;q=0'])(
  'who asks for %s gets it as it is',
  async (encoding) => {
    const answer = await asked('/large', encoding)
    expect(answer.headers.get('content-encoding')).toBeNull()
    expect(answer.headers.get('etag')).toBe('"7"')
    expect(await answer.json()).toEqual(large)
  },
)

test('what goes in one packet anyway goes as it is, with its length', async () => {
  const answer = await asked('/small', 'gzip')
  expect(answer.headers.get('content-encoding')).toBeNull()
  expect(answer.headers.get('content-length')).toBe(String(JSON.stringify({ ok: true }).length))
  expect(await answer.json()).toEqual({ ok: true })
})

test('nothing stays nothing', async () => {
  const answer = await asked('/empty', 'gzip')
  expect([answer.status, answer.headers.get('content-length'), await answer.text()]).toEqual([
    204,
    null,
    '',
  ])
})

test('what is sent piece by piece is compressed piece by piece', async () => {
  const answer = await asked('/csv', 'gzip')
  expect(answer.headers.get('content-encoding')).toBe('gzip')
  expect(await unzipped(answer)).toBe('甲,乙\n'.repeat(1_000))
})
