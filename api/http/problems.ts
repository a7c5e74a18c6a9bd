// How does anything that goes wrong become an RFC 9457 answer, and what is told to nobody?
import type { Context, ErrorHandler } from 'hono'
import { HTTPException } from 'hono/http-exception'
import type { ContentfulStatusCode } from 'hono/utils/http-status'
import type { Logger } from 'pino'
import { DomainError, toProblem } from '../../domain/language/errors.ts'
import { text } from '../../domain/language/words.ts'
import type { ApiEnv } from './deps.ts'

/** The body of a problem; `instance` is the request's id, by which the log can be found. */
export const problemBody = (error: DomainError, instance: string) => ({
  type: `urn:anjian:problem:${error.code}`,
  instance,
  ...toProblem(error),
})

export const problemResponse = (c: Context<ApiEnv>, error: DomainError): Response => {
  const body = problemBody(error, c.get('requestId') ?? '')
  const wait = error.details.retryAfter
  const { allow } = error.details
  const headers: Record<string, string> = {
    ...(typeof wait === 'number' ? { 'retry-after': String(wait) } : {}),
    ...(typeof allow === 'string' ? { allow } : {}),
  }
  return c.body(JSON.stringify(body), body.status as ContentfulStatusCode, {
    'content-type': 'application/problem+json; charset=utf-8',
    ...headers,
  })
}

/** Answers every thrown thing; only defects and outages are logged, by code and request, without what was sent. */
export const createErrorHandler =
  (log: Logger): ErrorHandler<ApiEnv> =>
  (error, c) => {
    const known = toDomainError(error)
    if (known.code === 'internal' || known.code === 'unavailable') {
      log.error(
        {
          requestId: c.get('requestId'),
          method: c.req.method,
          route: c.req.routePath,
          code: known.code,
          ...traceOf(error),
        },
        'request failed',
      )
    }
    return problemResponse(c, known)
  }

/** The closed code for any error. */
export const toDomainError = (error: unknown): DomainError => {
  if (error instanceof DomainError) return error
  if (error instanceof HTTPException) return fromHttp(error)
  const chain = causes(error)
  const refused = chain.find((cause): cause is DomainError => cause instanceof DomainError)
  if (refused) return refused
  const codes = chain
    .map(({ code }) => code)
    .filter((code): code is string => typeof code === 'string')
  if (codes.some((code) => code === 'ENOSPC' || code === 'EDQUOT'))
    return new DomainError('no-space')
  if (
    codes.some((code) => outages.some((known) => known.test(code))) ||
    chain.some(({ message }) => outageWords.test(message ?? ''))
  ) {
    return new DomainError('unavailable', [], { retryAfter: 2 })
  }
  if (codes.some((code) => /^22[0-9A-Z]{3}$/.test(code)))
    return new DomainError('invalid-input', [unreadable])
  return new DomainError('internal')
}

const unreadable = text(
  '内容含有无法保存的字符或数值',
  'The content holds characters or numbers that cannot be stored',
)

/** PostgreSQL away, starting or full; sockets refused or cut. */
const outages = [
  /^08/,
  /^57P0/,
  /^53/,
  /^57014$/,
  /^25006$/,
  /^ECONN/,
  /^EPIPE$/,
  /^ETIMEDOUT$/,
  /^ENOTFOUND$/,
]
const outageWords =
  /connection terminated|not queryable|timeout exceeded when trying to connect|query read timeout|connection ended|pool after calling end/i

const fromHttp = (error: HTTPException): DomainError => {
  if (error.status === 400 && /json/i.test(error.message)) return new DomainError('invalid-json')
  if (error.status === 413) return new DomainError('file-too-large')
  if (error.status === 404) return new DomainError('not-found')
  return new DomainError(error.status < 500 ? 'invalid-input' : 'internal')
}

type Cause = { code?: unknown; message?: string; cause?: unknown }

const causes = (error: unknown): Cause[] => {
  const found: Cause[] = []
  for (
    let next = error as Cause | undefined;
    next && found.length < 6;
    next = next.cause as Cause | undefined
  )
    found.push(next)
  return found
}

/** Where it broke, not what was in it: query parameters and bodies hold personal data. */
const traceOf = (error: unknown) => {
  const [first] = causes(error).slice(-1)
  const stack =
    error instanceof Error
      ? error.stack
          ?.split('\n')
          .filter((line) => /^\s+at /.test(line))
          .slice(0, 8)
          .join('\n')
      : undefined
  return { kind: error instanceof Error ? error.name : typeof error, sqlstate: first?.code, stack }
}
