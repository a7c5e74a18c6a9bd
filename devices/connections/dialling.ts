// How are feeds held that we dial ourselves: opened by whoever is asked to hold them, and kept while he is away?
import type { Database } from '../../db/client.ts'
import type { StoredClocks } from '../clocks/stored-clocks.ts'
import { type DeviceRegistry, type Feed, isWanted } from '../episodes/registry.ts'
import type { AlarmStore } from '../episodes/store.ts'
import type { FeedHealth } from './feed-health.ts'
import type { FeedLeases, Serving } from './feed-leases.ts'
import type { createGaps } from './gaps.ts'
import type { IngestDeps } from './ingest-deps.ts'

/** What a dialled protocol is given to open the link of a feed. */
export type Dialled = {
  db: Database
  feed: Feed
  registry: DeviceRegistry
  alarms: AlarmStore
  clocks: StoredClocks
  health: FeedHealth
  gaps: ReturnType<typeof createGaps>
  ingest: Omit<IngestDeps, 'feed' | 'clocks' | 'links'>
  log: (line: string) => void
}
/** By the name that a feed's row gives its protocol. */
export type Dials = Readonly<Record<string, (given: Dialled) => Serving>>

export type Holder = {
  /** Says that it is held. */
  beat: () => void
  /** Nobody wants us to go on holding it. */
  ended: AbortSignal
  /** Asked then: true where it was not given up, only whoever asked for it has been lost sight of, and will ask again. */
  willComeBack: () => boolean
}

type Deps = Omit<Dialled, 'feed'> & {
  leases: FeedLeases
  dials: Dials
  everyMs?: number
  graceMs?: number
}

/** One holder per feed; a newer one takes over the link as it stands. */
export const createDialling = ({
  leases,
  registry,
  dials,
  everyMs = 2_000,
  graceMs = 60_000,
  ...rest
}: Deps) => {
  const holders = new Map<string, number>()
  const isDialled = ({ protocol }: Feed): boolean => Object.hasOwn(dials, protocol)
  const attempt = async (id: string): Promise<boolean> => {
    const feed = registry.feed(id)
    const dial = feed && dials[feed.protocol]
    if (!feed || !isWanted(feed) || !dial) return false
    if (!leases.held(id)) await leases.dial(feed, () => dial({ ...rest, registry, feed }))
    return true
  }
  const leave = async (id: string, mine: number, stays: boolean): Promise<void> => {
    if (stays) await new Promise((resolve) => setTimeout(resolve, graceMs).unref())
    if (holders.get(id) === mine) await leases.release(id)
  }
  return {
    /** Feeds of the register that are dialled, and what of their rows a link is made of. */
    feeds: (): { id: string; wanted: boolean; configuration: string }[] =>
      registry
        .feeds()
        .filter(isDialled)
        .map((feed) => ({
          id: feed.id,
          wanted: isWanted(feed),
          configuration: configurationOf(registry, feed),
        })),
    /**
     * Holds the link of a feed until `ended`, or until the feed is not wanted any more. Where another process holds the lease, it waits for
     * its turn. What ends without being given up stays open for a while: the link reads on while whoever asks for it is away.
     */
    hold: async (id: string, { beat, ended, willComeBack }: Holder): Promise<void> => {
      const mine = (holders.get(id) ?? 0) + 1
      holders.set(id, mine)
      while (!ended.aborted) {
        beat()
        if (!(await attempt(id))) break
        await nap(everyMs, ended)
      }
      const left = leave(id, mine, ended.aborted && willComeBack())
      if (!ended.aborted || !willComeBack()) await left
    },
  }
}

const configurationOf = (registry: DeviceRegistry, { id, settings }: Feed): string =>
  JSON.stringify([
    settings,
    registry
      .devices(id)
      .map(({ key, dialect, points }) => [key, dialect, [...points.keys()].sort()]),
  ])

const nap = (ms: number, ended: AbortSignal): Promise<void> =>
  new Promise((resolve) => {
    const done = () => {
      clearTimeout(timer)
      ended.removeEventListener('abort', done)
      resolve()
    }
    const timer = setTimeout(done, ms)
    ended.addEventListener('abort', done)
  })
