// Which methods does an address know, and what does another one get?
import type { Hono, MiddlewareHandler } from 'hono'
import { TrieRouter } from 'hono/router/trie-router'
import { DomainError } from '../../domain/language/errors.ts'
import { text } from '../../domain/language/words.ts'
import type { ApiEnv } from './deps.ts'

const methods = ['GET', 'POST', 'PUT', 'PATCH', 'DELETE'] as const

/** What stands before the rooms (`use`, or `on` with an asterisk at the end) answers nothing itself. */
const answers = ({ method, path }: { method: string; path: string }): boolean =>
  method !== 'ALL' && !path.endsWith('*')

const addressesOf = (app: Hono<ApiEnv>): TrieRouter<string> => {
  const router = new TrieRouter<string>()
  for (const { method, path } of app.routes.filter(answers)) router.add(method, path, method)
  return router
}

/** 405 with `Allow` for an address that exists but does not know the method, before anybody is asked who he is. Others pass. */
export const knownMethods = (app: () => Hono<ApiEnv>): MiddlewareHandler<ApiEnv> => {
  let addresses: TrieRouter<string> | undefined
  return async (c, next) => {
    addresses ??= addressesOf(app())
    const known = methods.filter(
      (method) => (addresses?.match(method, c.req.path)[0].length ?? 0) > 0,
    )
    const requestMethod = c.req.method === 'HEAD' ? 'GET' : c.req.method
    if (
      known.length > 0 &&
      requestMethod !== 'OPTIONS' &&
      !known.some((method) => method === requestMethod)
    ) {
      const allow = known.join(', ')
      throw new DomainError(
        'method-not-allowed',
        [text(`该地址只支持：${allow}`, `The address knows only: ${allow}`)],
        { allow },
      )
    }
    await next()
  }
}
