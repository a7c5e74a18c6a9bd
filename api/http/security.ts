// Which requests are refused before anybody asks what they want, and which headers does every answer carry?
import type { MiddlewareHandler } from 'hono'
import { DomainError } from '../../domain/language/errors.ts'
import { text } from '../../domain/language/words.ts'
import type { ApiEnv, Settings } from './deps.ts'

/** `tiles`: where the browser may fetch the base map. */
const policyWith = (tiles: string): string =>
  [
    "default-src 'self'",
    "script-src 'self'",
    "style-src 'self'",
    `img-src 'self' data: blob:${tiles}`,
    `connect-src 'self'${tiles}`,
    "media-src 'self' blob:",
    "font-src 'self'",
    "object-src 'none'",
    "base-uri 'none'",
    "form-action 'self'",
    "frame-ancestors 'none'",
  ].join('; ')

const always: Record<string, string> = {
  'x-content-type-options': 'nosniff',
  'x-frame-options': 'DENY',
  'referrer-policy': 'same-origin',
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
  'permissions-policy': 'camera=(self), geolocation=(self), microphone=()',
}

/** The headers of every answer; a route may set a stricter one itself. API answers are never kept by a cache. */
export const securityHeaders =
  ({ publicUrl, baseMap }: Pick<Settings, 'publicUrl' | 'baseMap'>): MiddlewareHandler<ApiEnv> =>
  async (c, next) => {
    await next()
    const { headers } = c.res
    const policy = policyWith(baseMap ? ` ${new URL(baseMap).origin}` : '')
    for (const [name, value] of Object.entries({ ...always, 'content-security-policy': policy }))
      if (!headers.has(name)) headers.set(name, value)
    if (publicUrl.startsWith('https:'))
      headers.set('strict-transport-security', 'max-age=31536000; includeSubDomains')
    if (c.req.path.startsWith('/api/') && !headers.has('cache-control'))
      headers.set('cache-control', 'no-store')
  }

const reading = new Set(['GET', 'HEAD', 'OPTIONS'])

/** A browser writes only from our own pages: it says where it comes from, and it must be here. */
export const sameSiteOnly = (
  settings: Pick<Settings, 'publicUrl' | 'demo'>,
): MiddlewareHandler<ApiEnv> => {
  const home = new URL(settings.publicUrl).origin
  return async (c, next) => {
    if (reading.has(c.req.method) || c.req.header('authorization')) return next()
    const site = c.req.header('sec-fetch-site')
    if (site !== undefined && site !== 'same-origin' && site !== 'none')
      throw new DomainError('cross-site')
    const origin = c.req.header('origin')
    const ours =
      origin === undefined ||
      origin === home ||
      (settings.demo && hostOf(origin) === c.req.header('host'))
    if (!ours) throw new DomainError('cross-site')
    return next()
  }
}

const hostOf = (origin: string): string | null =>
  URL.canParse(origin) ? new URL(origin).host : null

const notJson = text('请求内容须为 application/json', 'The body must be application/json')

const whole = new Set([
  '/api/files',
  '/api/own-matter/files',
  '/api/public/files',
  '/api/public/signatures',
])

/** Where files come in, whole or in pieces: not JSON, and larger than any form. */
export const isUpload = ({ method, path }: { method: string; path: string }): boolean =>
  whole.has(path) || (method === 'PATCH' && path.startsWith('/api/uploads/'))

/** Bodies are JSON: what a plain HTML form can send is never read. */
export const jsonOnly: MiddlewareHandler<ApiEnv> = async (c, next) => {
  const empty =
    c.req.header('content-type') === undefined && (c.req.header('content-length') ?? '0') === '0'
  if (
    reading.has(c.req.method) ||
    isUpload(c.req) ||
    (empty && c.req.header('transfer-encoding') === undefined)
  )
    return next()
  if (!/^application\/json\s*(;|$)/i.test(c.req.header('content-type') ?? ''))
    throw new DomainError('invalid-json', [notJson])
  return next()
}
