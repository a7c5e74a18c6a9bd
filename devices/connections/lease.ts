// Which process holds a lease now, and how is one that was frozen meanwhile kept from writing?
import { sql } from 'drizzle-orm'
import pg from 'pg'
import type { Database, Executor } from '../../db/client.ts'
import { feedLeaseMs } from '../../db/schema/devices/devices.ts'

/** A lease held: `guard` belongs into each transaction that writes for it. */
export type FeedLease = {
  feed: string
  fence: number
  guard: (tx: Pick<Executor, 'execute'>) => Promise<void>
  /** Aborted as soon as it is known that somebody else holds the lease. */
  lost: AbortSignal
  release: () => Promise<void>
}

/** Somebody else holds the lease: nothing may be written for it any more. */
export class LeaseLost extends Error {
  constructor(feed: string) {
    super(`the line ${feed} is held by another process`)
    this.name = 'LeaseLost'
  }
}

export type Taking = { url: string; db: Database; owner: string; leaseMs?: number }

const lockSpace = 4121

/**
 * Tries to hold a lease; null: another process does. A lock of PostgreSQL names the holder, so that a dead one lets go at once. One that is
 * frozen still holds its session: after its lease has run out the session is ended, and its older fence refuses what it writes on waking.
 */
export const takeLease = async (
  { url, db, owner, leaseMs = feedLeaseMs }: Taking,
  feed: string,
): Promise<FeedLease | null> => {
  const session = new pg.Client({
    connectionString: url,
    connectionTimeoutMillis: 4_000,
    keepAlive: true,
    application_name: `anjian-line ${feed}`,
  })
  const lost = new AbortController()
  session.on('error', () => lost.abort())
  session.on('end', () => lost.abort())
  const fence = await won(session, { db, owner, leaseMs }, feed).catch(async (error: Error) => {
    // Nobody would know of the lock that it may hold.
    await session.end().catch(() => undefined)
    throw error
  })
  if (fence === null) {
    await session.end()
    return null
  }
  const guard = async (tx: Pick<Executor, 'execute'>): Promise<void> => {
    if (lost.signal.aborted || !(await isHolder(tx, feed, fence))) {
      lost.abort()
      throw new LeaseLost(feed)
    }
  }
  const renewing = keepLease(db, { feed, fence, leaseMs }, lost)
  const release = async (): Promise<void> => {
    clearInterval(renewing)
    lost.abort()
    await db
      .execute(
        sql`UPDATE feed_owners SET owner = NULL, lease_until = NULL WHERE feed = ${feed} AND fence = ${fence}`,
      )
      .catch(() => undefined)
    await session.end().catch(() => undefined)
  }
  return { feed, fence, guard, lost: lost.signal, release }
}

/** The fence of whoever has it now; null: somebody else does. */
const won = async (
  session: pg.Client,
  { db, owner, leaseMs }: Required<Omit<Taking, 'url'>>,
  feed: string,
): Promise<number | null> => {
  await session.connect()
  return (await locked(session, feed)) ? nextFence(db, feed, owner, leaseMs) : null
}

const lockOf = `SELECT pg_try_advisory_lock(${lockSpace}, hashtext($1)) AS held`

const locked = async (session: pg.Client, feed: string): Promise<boolean> => {
  if ((await session.query(lockOf, [feed])).rows[0].held) return true
  const ended = await session.query(
    `SELECT pg_terminate_backend(pid) FROM pg_locks
     WHERE locktype = 'advisory' AND granted AND classid = ${lockSpace} AND objid = (hashtext($1)::bigint & 4294967295)::oid
       AND database = (SELECT oid FROM pg_database WHERE datname = current_database())
       AND EXISTS (SELECT 1 FROM feed_owners WHERE feed = $1 AND lease_until < now())`,
    [feed],
  )
  if (ended.rowCount === 0) return false
  await new Promise((resolve) => setTimeout(resolve, 200))
  return (await session.query(lockOf, [feed])).rows[0].held
}

const lease = (ms: number) => sql`now() + ${ms} * interval '1 millisecond'`

const nextFence = async (
  db: Database,
  feed: string,
  owner: string,
  leaseMs: number,
): Promise<number> => {
  const { rows } = await db.execute<{ fence: string }>(sql`
    INSERT INTO feed_owners (feed, owner, fence, lease_until, since) VALUES (${feed}, ${owner}, 1, ${lease(leaseMs)}, now())
    ON CONFLICT (feed) DO UPDATE SET owner = excluded.owner, fence = feed_owners.fence + 1, lease_until = excluded.lease_until, since = now()
    RETURNING fence`)
  return Number(rows[0]?.fence)
}

/** Locks the fence until the transaction ends; a transaction that then hangs is ended, so that it cannot keep a new holder out. */
const isHolder = async (
  tx: Pick<Executor, 'execute'>,
  feed: string,
  fence: number,
): Promise<boolean> => {
  const { rows } = await tx.execute<{ fence: string }>(sql`
    SELECT fence, set_config('idle_in_transaction_session_timeout', '10s', true) FROM feed_owners WHERE feed = ${feed} FOR SHARE`)
  return Number(rows[0]?.fence) === fence
}

const keepLease = (
  db: Database,
  { feed, fence, leaseMs }: { feed: string; fence: number; leaseMs: number },
  lost: AbortController,
) =>
  setInterval(() => {
    db.execute(
      sql`UPDATE feed_owners SET lease_until = ${lease(leaseMs)} WHERE feed = ${feed} AND fence = ${fence} RETURNING feed`,
    ).then(
      ({ rows }) => rows.length === 0 && lost.abort(),
      // Without PostgreSQL nothing is written either; the next round tells.
      () => undefined,
    )
  }, leaseMs / 4)
