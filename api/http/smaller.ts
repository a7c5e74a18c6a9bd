// How do answers of the API become smaller on their way?
import { promisify } from 'node:util'
import { gzip } from 'node:zlib'
import type { MiddlewareHandler } from 'hono'
import { accepts } from 'hono/accepts'
import type { ApiEnv } from './deps.ts'

/** So little goes in one packet either way. */
const worthIt = 1_024
/** A case is a fifth of its size by then; the last tenth would take as long again. */
const level = 4
const zip = promisify(gzip)
const header = 'Accept-Encoding'

/**
 * JSON is there as a whole and is compressed at once. A stream for each answer, as Hono has one, would take several times as long as the compressing itself;
 * it is left what is sent piece by piece.
 */
export const smallerJson: MiddlewareHandler<ApiEnv> = async (c, next) => {
  await next()
  const { res } = c
  const type = res.headers.get('content-type') ?? ''
  if (!res.body || !/^application\/(problem\+)?json\b/.test(type) || c.req.method === 'HEAD') return
  const whole = new Uint8Array(await res.arrayBuffer())
  const large = whole.length >= worthIt
  const wanted =
    large && accepts(c, { header, supports: ['gzip', 'identity'], default: 'identity' }) === 'gzip'
  const bytes = wanted ? await zip(whole, { level }) : whole
  const headers = new Headers(res.headers)
  headers.set('content-length', String(bytes.length))
  if (large) headers.append('vary', header)
  if (wanted) headers.set('content-encoding', 'gzip')
  // What is compressed is another form of what the tag names (RFC 9110, 8.8.1).
  const tag = headers.get('etag')
  if (wanted && tag && !tag.startsWith('W/')) headers.set('etag', `W/${tag}`)
  // Hono would carry the headers of the former answer over those of this one.
  c.res = undefined
  c.res = new Response(bytes, { status: res.status, headers })
}
