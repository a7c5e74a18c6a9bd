// How much may one request say, before anybody reads it?
import type { MiddlewareHandler } from 'hono'
import { bodyLimit } from 'hono/body-limit'
import { DomainError } from '../../domain/language/errors.ts'
import { text } from '../../domain/language/words.ts'
import type { ApiEnv } from './deps.ts'
import { isUpload } from './security.ts'

const mostBytes = 1024 * 1024
/** Sheets come as one text: the longest list of a form has some hundreds of values. */
export const mostValues = 5_000

const limited = bodyLimit({
  maxSize: mostBytes,
  onError: () => {
    throw new DomainError('file-too-large', [
      text('请求内容超过 1 MB', 'The body is larger than 1 MB'),
    ])
  },
})

/** Forms of up to 1 MB; what is sent as a file has a limit of its own. */
export const smallBodies: MiddlewareHandler<ApiEnv> = (c, next) =>
  isUpload(c.req) ? next() : limited(c, next)

const reading = new Set(['GET', 'HEAD', 'OPTIONS'])

/** Refuses a body of more values than any form has: to parse, check and name each of 80,000 keeps everybody waiting for half a second. */
export const fewValues: MiddlewareHandler<ApiEnv> = async (c, next) => {
  if (reading.has(c.req.method) || isUpload(c.req)) return next()
  // One that breaks off is told so by whoever reads it.
  const sent = await c.req.raw.text().catch(() => '')
  c.req.raw = new Request(c.req.raw, { body: sent })
  if (!holdsMoreValues(sent, mostValues)) return next()
  throw new DomainError('file-too-large', [
    text(`请求内容超过 ${mostValues} 个值`, `The body holds more than ${mostValues} values`),
  ])
}

const [quote, backslash] = [0x22, 0x5c]
/** Before each value of an object or a list stands one of these, outside of texts: `{`, `[`, `,`. */
const before = new Set([0x7b, 0x5b, 0x2c])

/** Has this JSON more values, at whatever depth? One pass over its signs that ends with the first value too many; nothing is built. */
export const holdsMoreValues = (json: string, most: number): boolean => {
  let values = 0
  let inText = false
  for (let at = 0; at < json.length; at += 1) {
    const sign = json.charCodeAt(at)
    if (sign === quote) inText = !inText
    else if (inText && sign === backslash) at += 1
    else if (!inText && before.has(sign)) {
      values += 1
      if (values > most) return true
    }
  }
  return false
}
