// Through which HTTP surface do other systems push, and which feeds are open there now?
import { randomUUID } from 'node:crypto'
import { type HttpBindings, serve } from '@hono/node-server'
import { type Context, Hono } from 'hono'
import { bodyLimit } from 'hono/body-limit'
import type { ContentfulStatusCode } from 'hono/utils/http-status'
import type { Database } from '../../db/client.ts'
import { DomainError, toProblem } from '../../domain/language/errors.ts'
import { text } from '../../domain/language/words.ts'
import type { FeedConnector } from '../connections/connector.ts'
import type { DeviceRegistry } from '../episodes/registry.ts'
import type { Mapping } from './mapping.ts'
import { createPushMemory } from './memory.ts'
import { admit, type PushFeed, receive } from './receive.ts'

type Deps = {
  db: Database
  registry: DeviceRegistry
  mappings: ReadonlyMap<string, Mapping>
  host: string
  port: number
  now: () => Date
  log: (line: string) => void
}

const mostBytes = 1_048_576
const clearEveryMs = 10 * 60_000
const againMs = 5_000
type Env = { Bindings: HttpBindings }
type Rooms = Map<string, PushFeed>

/** Feeds of the protocol `push` share one port; the sender of a feed is its device with the feed's own id as key. */
export const createPushConnector = (deps: Deps) => {
  const rooms: Rooms = new Map()
  const memory = createPushMemory(deps.db)
  const { port, close } = openServer(deps, createApp(deps, rooms))
  const clearing = setInterval(
    () => void memory.clear(deps.now()).catch(() => undefined),
    clearEveryMs,
  )
  const connector: FeedConnector = {
    protocol: 'push',
    open: async (ingest, feed) => {
      const mapping = mappingOf(deps.mappings, feed.settings.mapping)
      const sender = () => deps.registry.device(feed.id, feed.id)
      rooms.set(feed.id, {
        ingest,
        registry: deps.registry,
        memory,
        mapping,
        waiting: 0,
        last: Promise.resolve(),
        get sender() {
          return sender()
        },
        get secret() {
          return sender()?.secret ?? ''
        },
      })
      ingest.health.state(feed.id, 'listening')
      const shut = async (): Promise<void> => {
        rooms.delete(feed.id)
        ingest.health.state(feed.id, 'down')
      }
      return { port: port() ?? deps.port, connections: () => 0, command: () => false, close: shut }
    },
  }
  const stop = async (): Promise<void> => {
    clearInterval(clearing)
    await close()
  }
  return { connector, port, close: stop }
}

/** Throws when the feed's row names none. */
export const mappingOf = (mappings: ReadonlyMap<string, Mapping>, name: unknown): Mapping => {
  const mapping = typeof name === 'string' ? mappings.get(name) : undefined
  if (!mapping) throw new TypeError(`there is no mapping ${String(name)}`)
  return mapping
}

const createApp = ({ registry, now, log }: Deps, rooms: Rooms) => {
  const tooLarge = () => {
    throw new DomainError('file-too-large', [text('一次最多 1 MB', 'No more than 1 MB at once')])
  }
  const app = new Hono<Env>()
  app.post('/ingest/:feed', bodyLimit({ maxSize: mostBytes, onError: tooLarge }), async (c) => {
    const feed = c.req.param('feed')
    const room = rooms.get(feed)
    // Who asks for a feed that is not there learns nothing from the answer.
    if (!room)
      throw registry.feed(feed)?.protocol === 'push'
        ? new DomainError('unavailable', [], { retryAfter: 5 })
        : new DomainError('bad-signature')
    const { pathname, search } = new URL(c.req.url)
    if (search !== '')
      throw new DomainError('invalid-input', [
        text('不接受查询参数', 'No query is taken: it is not signed'),
      ])
    const peer = (c.env?.incoming?.socket.remoteAddress ?? '').replace(/^::ffff:/, '')
    room.ingest.health.bytes(feed, now())
    const head = {
      method: 'POST',
      path: pathname,
      peer,
      header: (name: string) => c.req.header(name),
    }
    admit(room, head, now())
    const body = new Uint8Array(await c.req.arrayBuffer())
    const { status, body: answer } = await receive(room, { ...head, body }, now())
    return c.json(answer, status as ContentfulStatusCode)
  })
  return app
    .notFound((c) => problem(c, new DomainError('not-found')))
    .onError((error, c) => {
      if (error instanceof DomainError) return problem(c, error)
      log(`push failed: ${error.message}`)
      return problem(c, new DomainError('internal'))
    })
}

/** RFC 9457. */
const problem = (c: Context<Env>, error: DomainError): Response => {
  const body = {
    type: `urn:anjian:problem:${error.code}`,
    instance: randomUUID(),
    ...toProblem(error),
  }
  const wait = error.details.retryAfter
  return c.body(JSON.stringify(body), body.status as ContentfulStatusCode, {
    'content-type': 'application/problem+json; charset=utf-8',
    ...(typeof wait === 'number' ? { 'retry-after': String(wait) } : {}),
    // The rest of such a body is not read.
    ...(error.code === 'file-too-large' || error.code === 'bad-signature'
      ? { connection: 'close' }
      : {}),
  })
}

/** A port that is taken is tried again: the other lines of the process do not wait for it. */
const openServer = ({ host, port, log }: Deps, app: Hono<Env>) => {
  let stopped = false
  let bound: number | undefined
  let reported = ''
  let timer: NodeJS.Timeout | undefined
  let server: ReturnType<typeof serve> | undefined
  const open = (): void => {
    if (stopped) return
    server = serve(
      {
        fetch: app.fetch,
        port,
        hostname: host,
        // Longer than the proxy in front of it keeps a connection on which nothing is said.
        serverOptions: {
          headersTimeout: 10_000,
          requestTimeout: 60_000,
          connectionsCheckingInterval: 1_000,
          keepAliveTimeout: 75_000,
        },
      },
      (at) => {
        bound = at.port
        log(`pushes are taken on port ${at.port}`)
      },
    )
    server.on('error', (error: Error) => {
      if (reported !== error.message)
        log(`pushes cannot be taken on port ${port}: ${error.message}`)
      reported = error.message
      timer = setTimeout(open, againMs)
    })
  }
  open()
  const close = async (): Promise<void> => {
    stopped = true
    clearTimeout(timer)
    const closing = server
    if (!closing || bound === undefined) return
    const closed = new Promise((resolve) => closing.close(resolve))
    if ('closeAllConnections' in closing) closing.closeAllConnections()
    await closed
  }
  return { port: () => bound, close }
}
