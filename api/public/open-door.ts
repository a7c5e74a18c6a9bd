// How often may somebody who has not signed in ask about public law?
import type { MiddlewareHandler } from 'hono'
import { DomainError } from '../../domain/language/errors.ts'
import { identify } from '../http/auth.ts'
import type { ApiEnv, Deps } from '../http/deps.ts'
import { networkOf } from '../http/network.ts'

export type OpenDeps = Pick<Deps, 'accounts' | 'connection' | 'clock' | 'settings'>

/** Questions per minute and address; the demo stands behind one address for everybody who looks at it. */
const questionsPerMinute = { demo: 6_000, production: 600 }
const minuteMs = 60_000
const mostAddresses = 50_000

/** Lets everybody pass; strangers so many times a minute, people and machines that are known as often as they like. */
export const openToAll = (deps: OpenDeps): MiddlewareHandler<ApiEnv> => {
  const count = createCounter()
  const most = deps.settings.demo ? questionsPerMinute.demo : questionsPerMinute.production
  return async (c, next) => {
    if (
      count(networkOf(c, deps.settings.behindProxy)) > most &&
      !(await isKnown(deps, c.req.raw.headers))
    ) {
      throw new DomainError('rate-limited', [], { retryAfter: 60 })
    }
    await next()
  }
}

const isKnown = async (deps: OpenDeps, headers: Headers): Promise<boolean> =>
  identify(deps, headers, await deps.clock.now()).then(
    () => true,
    () => false,
  )

/** Counts in this process, in windows of a minute; a flood of addresses only makes it forget early. */
const createCounter = (): ((address: string) => number) => {
  let window = 0
  const counts = new Map<string, number>()
  return (address) => {
    const now = Math.floor(Date.now() / minuteMs)
    if (now !== window || counts.size > mostAddresses) counts.clear()
    window = now
    const count = (counts.get(address) ?? 0) + 1
    counts.set(address, count)
    return count
  }
}
