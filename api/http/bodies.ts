// How much may one request say, before anybody reads it?
import type { MiddlewareHandler } from 'hono'
import { bodyLimit } from 'hono/body-limit'
import { excessOf } from '../../domain/json.ts'
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

/** The file of a day of the treasury holds 500 movements, each with whatever its platform adds to them. */
const mostOfPath = new Map([['/api/payments/statements', 20_000]])

/** Refuses a body of more values than any form has: to parse, check and name each of 80,000 keeps everybody waiting for half a second. */
export const fewValues: MiddlewareHandler<ApiEnv> = async (c, next) => {
  if (reading.has(c.req.method) || isUpload(c.req)) return next()
  // One that breaks off is told so by whoever reads it.
  const sent = await c.req.raw.text().catch(() => '')
  c.req.raw = new Request(c.req.raw, { body: sent })
  const values = mostOfPath.get(c.req.path) ?? mostValues
  if (excessOf(sent, { values }) === null) return next()
  throw new DomainError('file-too-large', [
    text(`请求内容超过 ${values} 个值`, `The body holds more than ${values} values`),
  ])
}
