// Which changes does an open page hear of, and for how long?
import { type Context, Hono } from 'hono'
import { type SSEStreamingApi, streamSSE } from 'hono/streaming'
import { describeRoute } from 'hono-openapi'
import type { LiveEvent } from '../../contract/operation/operation.ts'
import { DomainError } from '../../domain/language/errors.ts'
import { type Actor, groupsOf } from '../../domain/organisation/actor.ts'
import { absentOf } from '../../domain/organisation/own-posts.ts'
import { inScope, isCaseInScope, type Scope, scopeOf } from '../../domain/organisation/policy.ts'
import { identify } from '../http/auth.ts'
import type { ApiEnv, Deps } from '../http/deps.ts'
import type { Notice } from '../http/live.ts'
import { createPlaces } from './live-places.ts'

const heartbeatMs = 15_000
const reconnectMs = 2_000
const recheckEvery = 4
/** A browser has one for all its pages, or one for each where it cannot lock; a wall has its own. */
const places = { each: 20, all: 5_000 }
const comeAgainMs = 60_000
/** More than the busiest second brings. */
const mostUntaken = 5_000

/** Server-sent events with ids and revisions only; a stream ends when changes may have been missed, and the client asks again. */
export const createLiveRoutes = (deps: Deps, { take } = createPlaces(places)) =>
  new Hono<ApiEnv>().get(
    '/',
    describeRoute({
      tags: ['live'],
      summary: 'Changes of cases and alarms in scope, as server-sent events',
    }),
    (c) => {
      c.header('x-accel-buffering', 'no')
      const leave = take(personOrMachine(c.get('actor')) ?? '')
      return streamSSE(c, (stream) =>
        leave ? feed(deps, c, stream).finally(leave) : sayFull(stream),
      )
    },
  )

/** As an event: why a stream was refused no browser lets its page know. */
const sayFull = (stream: SSEStreamingApi): Promise<void> => {
  const event: LiveEvent = { kind: 'full', id: '', revision: 0 }
  return stream.writeSSE({ event: 'full', data: JSON.stringify(event), retry: comeAgainMs })
}

/** Whoever takes nothing in is cut off: what waits for him would fill our memory. A browser comes again, and reads everything. */
const senderOn = (stream: SSEStreamingApi) => {
  let untaken = 0
  return async (event: LiveEvent, retry?: number): Promise<void> => {
    untaken += 1
    if (untaken > mostUntaken) stream.abort()
    await stream.writeSSE({
      event: event.kind,
      data: JSON.stringify(event),
      ...(retry === undefined ? {} : { retry }),
    })
    untaken -= 1
  }
}

const feed = async (deps: Deps, c: Context<ApiEnv>, stream: SSEStreamingApi): Promise<void> => {
  const { promise: ended, resolve: end } = Promise.withResolvers<void>()
  let { scope, names } = listenerOf(c.get('actor'))
  let beats = 0
  const send = senderOn(stream)
  const heartbeat = (): LiveEvent => ({
    kind: 'heartbeat',
    id: '',
    revision: 0,
    waitsSince: deps.engineWaitsSince(),
  })
  const own = personOrMachine(c.get('actor'))
  const look = async (): Promise<void> => {
    ;({ scope, names } = await listenerNow(deps, c))
  }
  const leave = deps.live.subscribe((notice) => {
    if (notice === null) return end()
    if (notice.kind !== 'person')
      return hearsOf(scope, notice)
        ? send({
            kind: notice.kind,
            id: notice.id,
            revision: notice.revision,
            ...(concerns(notice, names) ? {} : { others: true }),
          })
        : null
    return notice.id === own ? look().catch(end) : null
  })
  const beat = async (): Promise<void> => {
    beats += 1
    try {
      if (beats % recheckEvery === 0) await look()
      await send(heartbeat())
    } catch {
      end()
    }
  }
  const timer = setInterval(() => void beat(), heartbeatMs)
  stream.onAbort(end)
  await send(heartbeat(), reconnectMs)
  await ended
  clearInterval(timer)
  leave()
}

const personOrMachine = (actor: Actor): string | null => ('id' in actor ? actor.id : null)

type Listener = { scope: Scope; names: string[] }

/** What he may hear of, and under which names tasks lie with him. */
const listenerOf = (actor: Actor): Listener => ({
  scope: scopeOf(actor),
  names:
    actor.kind === 'person'
      ? [actor.id, ...absentOf(actor).map(({ id }) => id), ...groupsOf(actor)]
      : [],
})

const hearsOf = (scope: Scope, notice: Exclude<Notice, { kind: 'person' }>): boolean =>
  notice.kind === 'case' ? isCaseInScope(scope, notice) : inScope(scope, notice)

const concerns = (notice: { concerns?: string[] }, names: string[]): boolean =>
  notice.concerns?.some((name) => names.includes(name)) ?? true

/** As of now: somebody who has signed out or lost his post hears nothing more. */
const listenerNow = async (deps: Deps, c: Context<ApiEnv>): Promise<Listener> => {
  const { actor } = await identify(deps, c.req.raw.headers, await deps.clock.now())
  if (actor.kind === 'clock' || actor.kind === 'system') throw new DomainError('unauthenticated')
  return listenerOf(actor)
}
