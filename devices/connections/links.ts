// Who keeps a connection to us, and who of them has none now?
import { sql } from 'drizzle-orm'
import type { Database, Executor } from '../../db/client.ts'
import { LeaseLost } from './lease.ts'

/**
 * How the loss of a link shows. `kept`: devices stay connected, so a closed connection is a lost link. `brief`: they call, tell and hang up by
 * nature; only their silence says something. `told`: a broker tells for its devices. `whole`: the feed has one link, lost or not as a whole.
 */
export type LinkKind = 'persistent' | 'brief' | 'brokered' | 'single'

/** By the name that a feed's row gives its protocol. */
export const linkKinds: Readonly<Record<string, LinkKind>> = {
  gb26875: 'persistent',
  hj212: 'persistent',
  jt809: 'persistent',
  sl651: 'brief',
  mqtt: 'brokered',
  'opc-ua': 'single',
  push: 'brief',
}

/** What is not named is taken for kept: a loss too many is seen and asked about, one too few is not. */
export const linkKindOf = (protocol: string): LinkKind => linkKinds[protocol] ?? 'persistent'

/** A connection on which nothing comes is asked for a sign of life after so long, and then ten times, a second apart (libuv). */
export const keepAliveMs = 10_000
export const deadPeerMs = keepAliveMs + 10 * 1_000

type Deps = { db: Database; guard: (tx: Executor, feed: string) => Promise<void> }

export type Links = ReturnType<typeof createLinks>

/** Losses and finds are gathered, and written by `round`; whoever has lost the lease meanwhile writes none of them. */
export const createLinks = ({ db, guard }: Deps) => {
  const pending = new Map<string, Map<string, Date | null>>()
  const note = (feed: string, device: string, at: Date | null): void => {
    const known = pending.get(feed) ?? new Map<string, Date | null>()
    pending.set(feed, known.set(device, at))
  }
  const write = async (feed: string): Promise<void> => {
    const changes = pending.get(feed) ?? new Map<string, Date | null>()
    pending.delete(feed)
    try {
      await db.transaction(async (tx) => {
        await guard(tx, feed)
        await keep(tx, feed, changes)
      })
    } catch (error) {
      if (error instanceof LeaseLost) return
      // What was noted meanwhile is newer.
      pending.set(feed, new Map([...changes, ...(pending.get(feed) ?? [])]))
      throw error
    }
  }
  return {
    /** The line of a feed is held from now on: of those who stay connected nobody is, before he calls. What was noted before is void. */
    begin: (feed: string, protocol: string): Promise<void> => {
      const kind = linkKindOf(protocol)
      if (kind !== 'brokered') pending.delete(feed)
      return db.transaction(async (tx) => {
        await guard(tx, feed)
        if (kind !== 'brokered') await tx.execute(sql`DELETE FROM lost_links WHERE feed = ${feed}`)
        if (kind === 'persistent')
          await tx.execute(sql`
            INSERT INTO lost_links (feed, device, at) SELECT DISTINCT feed, coalesce(dialect->>'via', key), now() FROM devices
            WHERE feed = ${feed} AND (until IS NULL OR until > now())`)
      })
    },
    lost: (feed: string, device: string, at: Date): void => note(feed, device, at),
    found: (feed: string, device: string): void => note(feed, device, null),
    round: async (): Promise<void> => {
      for (const feed of [...pending.keys()]) await write(feed)
    },
  }
}

const keep = async (
  tx: Executor,
  feed: string,
  changes: ReadonlyMap<string, Date | null>,
): Promise<void> => {
  const found = [...changes].flatMap(([device, at]) => (at === null ? [device] : []))
  const lost = [...changes].flatMap(([device, at]) =>
    at === null ? [] : [{ device, at: at.toISOString() }],
  )
  if (found.length > 0)
    await tx.execute(
      sql`DELETE FROM lost_links WHERE feed = ${feed} AND device = ANY(${sql.param(found)}::text[])`,
    )
  if (lost.length > 0)
    await tx.execute(sql`
      INSERT INTO lost_links (feed, device, at)
      SELECT ${feed}, device, at FROM jsonb_to_recordset(${JSON.stringify(lost)}::jsonb) AS l(device text, at timestamptz)
      ON CONFLICT (feed, device) DO UPDATE SET at = excluded.at`)
}
