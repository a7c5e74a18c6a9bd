// May a browser keep a copy of these bytes, and is the one that it has still whole?
import type { Context } from 'hono'
import type { ApiEnv } from './deps.ts'

const etagOf = (sha256: string): string => `"${sha256}"`

/** Kept, but never shown without asking: on a shared telephone the next person asks under his own name, and is refused. */
export const ofCopy = (sha256: string) => ({
  'cache-control': 'private, no-cache',
  etag: etagOf(sha256),
})

/** Whether the asking browser has these bytes already (RFC 9110, 13.1.2); asked after it was decided that he may have them. */
export const hasCopy = (c: Context<ApiEnv>, sha256: string): boolean =>
  (c.req.header('if-none-match') ?? '').split(/,\s*/).includes(etagOf(sha256))
