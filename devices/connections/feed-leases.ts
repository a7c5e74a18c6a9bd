// Which leases does this process hold, and what does it do when one is won, changed or lost?
import type { Executor } from '../../db/client.ts'
import type { StoredClocks } from '../clocks/stored-clocks.ts'
import { type DeviceRegistry, type Feed, isWanted } from '../episodes/registry.ts'
import type { AlarmStore } from '../episodes/store.ts'
import type { ProtocolDriver } from '../frames/protocol.ts'
import type { Command } from '../port/port.ts'
import type { FeedConnector } from './connector.ts'
import type { FeedHealth } from './feed-health.ts'
import type { IngestDeps } from './ingest-deps.ts'
import type { FeedLease } from './lease.ts'
import type { Links } from './links.ts'
import { type Listener, listen } from './listener.ts'
import { listenForPackets } from './packets.ts'
import type { Spool } from './spool.ts'
import type { Limits } from './strangers.ts'

/** Work of which there is one in the whole product, beside the feeds. */
export const singleWorks = ['work/dispatcher', 'work/keeper'] as const

export type FeedLeases = ReturnType<typeof createFeedLeases>

type Deps = {
  host: string
  drivers: readonly (() => ProtocolDriver)[]
  connectors: readonly FeedConnector[]
  registry: DeviceRegistry
  alarms: AlarmStore
  clocks: StoredClocks
  /** Nothing is known any more of a feed whose lease is gone: another process may hear what comes next. */
  forget: (feed: string) => void
  health: FeedHealth
  links: Links
  take: (name: string) => Promise<FeedLease | null>
  ingest: Omit<IngestDeps, 'feed' | 'clocks' | 'aside' | 'links'>
  spool: Pick<Spool, 'keep'> | null
  log: (line: string) => void
  now: () => Date
  limits?: Partial<Limits>
}

/** What serves a feed while its lease is held: a listener, or a link that we have dialled. */
/** `ready`: what is asked waits until it is; absent: whom it does not reach now is not asked. */
export type Serving = Pick<Listener, 'command' | 'close'> & { port?: number; ready?: () => boolean }

/**
 * `settings`: what of the feed's row would make it another lease. A `dialled` one is held for somebody, who is told by `gone`. `opened`: what stood
 * when it was let go of is known here. `unserved`: nothing is received, and people still end what stands.
 */
type Held = {
  lease: FeedLease
  serving: Serving[]
  since: Date
  settings: string
  dialled: boolean
  opened: boolean
  unserved: boolean
  gone: AbortController
}

/** Takes leases and releases them; one that cannot be served is let go of at once. */
const createHolding = (deps: Deps, held: Map<string, Held>) => {
  const failures = new Map<string, string>()
  const release = async (name: string): Promise<void> => {
    const known = held.get(name)
    await deps.clocks.keep(name).catch(() => undefined)
    held.delete(name)
    known?.gone.abort()
    await Promise.all((known?.serving ?? []).map((one) => one.close()))
    await deps.alarms.forget(name)
    deps.forget(name)
    deps.clocks.forget(name)
    // Written after the next holder's word of it, it would contradict him.
    if (known?.lease.lost.aborted) deps.health.forget(name)
    else await deps.health.settle()
    await known?.lease.release()
  }
  const complain = (name: string, error: Error): void => {
    if (failures.get(name) !== error.message) deps.log(`${name}: ${error.message}`)
    failures.set(name, error.message)
  }
  const win = async (
    name: string,
    feed: Feed | null,
    serve: (known: Held) => Promise<void>,
    dialled = false,
  ): Promise<Held | null> => {
    const lease = await deps.take(name)
    if (!lease) return null
    if (feed && !stillWanted(deps, feed)) {
      await lease.release()
      return null
    }
    const [serving, gone]: [Serving[], AbortController] = [[], new AbortController()]
    const known: Held = {
      lease,
      serving,
      since: deps.now(),
      settings: settingsOf(feed),
      dialled,
      opened: false,
      unserved: feed?.enabled === false,
      gone,
    }
    held.set(name, known)
    try {
      await serve(known)
      known.opened = true
      failures.delete(name)
      return known
    } catch (error) {
      complain(name, error as Error)
      await release(name)
      return null
    }
  }
  return { win, release }
}

export const createFeedLeases = (deps: Deps) => {
  const held = new Map<string, Held>()
  const { win, release } = createHolding(deps, held)
  return {
    held: (name: string): boolean => held.get(name)?.lease.lost.aborted === false,
    guard: async (tx: Executor, name: string): Promise<void> => held.get(name)?.lease.guard(tx),
    /** Those that are opened: of one that is still being read nobody can be told what stands. */
    feeds: (): string[] => feedsOf(deps, held, ({ unserved }) => !unserved),
    /** Those and what is switched off: what people do about alarms is done there too. */
    feedsAtHand: (): string[] => feedsOf(deps, held, () => true),
    since: (feed: string): Date | null => held.get(feed)?.since ?? null,
    port: (feed: string): number | undefined => held.get(feed)?.serving[0]?.port,
    command: (command: Command): boolean =>
      held.get(command.feed)?.serving.some((one) => one.command(command)) ?? false,
    /** Whether what is asked of its devices reaches them now; null: it does not wait for that. */
    ready: (feed: string): boolean | null => {
      const waiting = held.get(feed)?.serving.flatMap(({ ready }) => (ready ? [ready()] : [])) ?? []
      return waiting.length === 0 ? null : waiting.every((is) => is)
    },
    /** Holds the lease of a feed that we dial; null: another process does. The signal tells when it is lost or let go. */
    dial: async (feed: Feed, open: () => Serving): Promise<AbortSignal | null> => {
      const serve = async ({ serving }: Held) => {
        await loadAll(deps, feed)
        serving.push(open())
      }
      const known = held.get(feed.id) ?? (await win(feed.id, feed, serve, true))
      return known && !known.unserved ? known.gone.signal : null
    },
    release: (feed: string): Promise<void> => release(feed),
    /** Lets go of what is lost or no longer wanted, and tries to hold what is. */
    round: async (): Promise<void> => {
      const wanted = feedsWanted(deps)
      for (const [name, known] of held) if (isOver(name, known, wanted)) await release(name)
      for (const name of singleWorks)
        if (!held.has(name)) await win(name, null, async () => undefined)
      for (const feed of wanted)
        if (!held.has(feed.id))
          await win(feed.id, feed, ({ serving }) => openAll(deps, feed, serving))
    },
    close: async (): Promise<void> => {
      await Promise.all([...held.keys()].map(release))
    },
  }
}

const feedsOf = (
  { registry }: Deps,
  held: ReadonlyMap<string, Held>,
  which: (known: Held) => boolean,
): string[] =>
  [...held].flatMap(([name, known]) =>
    known.opened && which(known) && registry.feed(name) !== undefined ? [name] : [],
  )

const feedsWanted = (deps: Deps): Feed[] =>
  deps.registry
    .feeds()
    .filter(
      (feed) =>
        !feed.enabled ||
        (isWanted(feed) && driversOf(deps, feed).length + connectorsOf(deps, feed).length > 0),
    )

/** Its line is lost, or its feed is not wanted as it was opened. */
const isOver = (name: string, { lease, settings, dialled }: Held, wanted: Feed[]): boolean => {
  if (lease.lost.aborted) return true
  const isWork = (singleWorks as readonly string[]).includes(name)
  return (
    !isWork && !dialled && settings !== settingsOf(wanted.find(({ id }) => id === name) ?? null)
  )
}

/** It may have been paused, or switched off or on, while its line was waited for. */
const stillWanted = ({ registry }: Deps, { id, enabled }: Feed): boolean => {
  const feed = registry.feed(id)
  return feed !== undefined && feed.enabled === enabled && (!enabled || isWanted(feed))
}

const settingsOf = (feed: Feed | null): string =>
  JSON.stringify(feed && [feed.protocol, feed.port, feed.settings, feed.enabled])

const driversOf = ({ drivers }: Deps, { protocol, port }: Feed): ProtocolDriver[] =>
  port === null ? [] : drivers.map((make) => make()).filter((one) => one.protocol === protocol)

const connectorsOf = ({ connectors }: Deps, { protocol }: Feed): FeedConnector[] =>
  connectors.filter((one) => one.protocol === protocol)

/** What is open already is in the list, so that it is closed when the next cannot be opened. Of what is switched off only the alarms are taken up. */
const openAll = async (deps: Deps, feed: Feed, serving: Serving[]): Promise<void> => {
  if (!feed.enabled) return deps.alarms.load(feed.id, deps.now())
  await loadAll(deps, feed)
  for (const driver of driversOf(deps, feed)) serving.push(await open(deps, feed, driver))
  const clocks = deps.clocks.of(feed.id)
  for (const connector of connectorsOf(deps, feed))
    serving.push(
      await connector.open({ ...deps.ingest, links: deps.links, feed: feed.id, clocks }, feed),
    )
  deps.log(`${feed.id} is open on port ${serving.map(({ port }) => port).join(', ')}`)
}

/** What stood when the lease was let go of, how the clocks of its devices went, and that nobody has called yet. */
const loadAll = async (
  { alarms, clocks, links, now }: Deps,
  { id, protocol }: Feed,
): Promise<void> => {
  await alarms.load(id, now())
  await clocks.load(id)
  await links.begin(id, protocol)
}

const open = (deps: Deps, feed: Feed, driver: ProtocolDriver): Promise<Listener> => {
  const { host, registry, limits, ingest, links, spool } = deps
  const clocks = deps.clocks.of(feed.id)
  const serve = driver.transport === 'udp' ? listenForPackets : listen
  return serve(
    {
      ...ingest,
      links,
      feed: feed.id,
      clocks,
      ...(driver.unanswered && spool ? asideOf(spool, feed.id) : {}),
    },
    {
      driver,
      registry: { ...registry.of(feed.id), clocks },
      host,
      port: feed.port ?? 0,
      ...(limits ? { limits } : {}),
    },
  )
}

const asideOf = (spool: Pick<Spool, 'keep'>, feed: string): Pick<IngestDeps, 'aside'> => ({
  aside: (observations, received) => spool.keep(feed, observations, received),
})
