// How do people hear which certificates a plant shows, and how does the link hear which of them they trust?
import { and, desc, eq, isNotNull, isNull, notInArray, sql } from 'drizzle-orm'
import type { Database } from '../../db/client.ts'
import { serverCertificates } from '../../db/schema/devices/devices.ts'
import { linkCertificates } from '../../db/schema/devices/feed-register.ts'
import {
  certificateOf,
  listRejected,
  type ServerCertificate,
  type TrustChange,
  trustOnly,
} from './trust.ts'

type Deps = {
  db: Database
  feed: string
  /** The folder of the link's certificates. */
  root: string
}

export type Exchange = ReturnType<typeof createExchange>

/** Whoever stands between us and the plant may show a new one at each attempt. */
const mostWaiting = 20

/**
 * The rows are the truth, the folder what the library reads: so the link may move to a process on another machine. What lies in the folder
 * and no row names a person for is not believed.
 */
export const createExchange = ({ db, feed, root }: Deps) => {
  const reported = new Map<string, string>()
  let last: Promise<unknown> = Promise.resolve()
  const inTurn = <Done>(work: () => Promise<Done>): Promise<Done> => {
    const done = last.then(work)
    last = done.catch(() => undefined)
    return done
  }
  const report = async (shown: ServerCertificate): Promise<boolean> => {
    if (reported.get(shown.thumbprint) === shown.seenAt) return false
    await keep(db, feed, shown)
    reported.set(shown.thumbprint, shown.seenAt)
    return true
  }
  const adopt = async (): Promise<TrustChange> => trustOnly(root, await trustedBy(db, feed))
  return {
    /** What people trust now, for the next attempt to connect. */
    adopt: (): Promise<TrustChange> => inTurn(adopt),
    /** The certificate of a server that we are connected with. */
    connected: (certificate: Uint8Array, at: Date): Promise<void> =>
      inTurn(() => report(certificateOf(certificate, at.toISOString())).then(() => undefined)),
    /** Our own, as the next attempt will show it. */
    own: (certificate: Uint8Array, at: Date): Promise<void> =>
      inTurn(() => keepOwn(db, feed, certificateOf(certificate, at.toISOString()))),
    round: (): Promise<TrustChange> =>
      inTurn(async () => {
        let news = false
        for (const shown of await listRejected(root)) news = (await report(shown)) || news
        if (news) await clearAway(db, feed)
        return adopt()
      }),
  }
}

const trustedBy = async (db: Database, feed: string): Promise<Uint8Array[]> => {
  const rows = await db
    .select({ certificate: serverCertificates.certificate })
    .from(serverCertificates)
    .where(and(eq(serverCertificates.feed, feed), isNotNull(serverCertificates.trusted)))
  return rows.map(({ certificate }) => certificate)
}

const keep = async (
  db: Database,
  feed: string,
  { seenAt, ...shown }: ServerCertificate,
): Promise<void> => {
  await db
    .insert(serverCertificates)
    .values({ ...shown, feed, firstAt: seenAt, lastAt: seenAt })
    .onConflictDoUpdate({
      target: [serverCertificates.feed, serverCertificates.thumbprint],
      set: { lastAt: sql`greatest(excluded.last_at, ${serverCertificates.lastAt})` },
    })
}

const keepOwn = async (
  db: Database,
  feed: string,
  { certificate, thumbprint, to, seenAt }: ServerCertificate,
): Promise<void> => {
  const row = { certificate, thumbprint, to, at: seenAt }
  await db
    .insert(linkCertificates)
    .values({ feed, ...row })
    .onConflictDoUpdate({
      target: linkCertificates.feed,
      set: row,
      setWhere: sql`${linkCertificates.thumbprint} <> excluded.thumbprint`,
    })
}

const clearAway = async (db: Database, feed: string): Promise<void> => {
  const waiting = and(eq(serverCertificates.feed, feed), isNull(serverCertificates.trusted))
  const newest = db
    .select({ thumbprint: serverCertificates.thumbprint })
    .from(serverCertificates)
    .where(waiting)
    .orderBy(desc(serverCertificates.lastAt))
    .limit(mostWaiting)
  await db
    .delete(serverCertificates)
    .where(and(waiting, notInArray(serverCertificates.thumbprint, newest)))
}
