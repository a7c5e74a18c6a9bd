// How is a feed paused and resumed, and a server's certificate trusted or not, each by whom and why?
import { and, eq, inArray, isNull, sql } from 'drizzle-orm'
import type { Executor } from '../client.ts'
import { feedGaps, feeds, type Signature, serverCertificates } from '../schema/devices/devices.ts'
import { registryChanges } from '../schema/devices/duty.ts'
import type { Change, Signed } from './registry-changes.ts'

export type SignedAct = Omit<Signed, 'rows' | 'words' | 'region'>
/** `so-already`: somebody was quicker. `expired`: nobody can answer for it any more. */
export type ActOutcome = 'done' | 'not-found' | 'so-already' | 'expired'
/** Which one, within the regions of who acts. */
type Which = { feed: string; regions: string[] }

const signatureOf = ({ by, byName, reason, at }: SignedAct): Signature => ({
  by,
  byName,
  reason,
  at,
})

/** The devices process lets go of it within seconds; from now on nothing is received, and the gap says why. */
export const pauseFeed = (tx: Executor, which: Which, act: SignedAct): Promise<ActOutcome> =>
  onFeed(tx, which, async (feed) => {
    if (feed.paused !== null) return 'so-already'
    const paused = signatureOf(act)
    await tx.update(feeds).set({ paused }).where(eq(feeds.id, feed.id))
    await closeGaps(tx, feed.id, act.at)
    await tx
      .insert(feedGaps)
      .values({ feed: feed.id, reason: 'paused', from: act.at })
      .onConflictDoNothing()
    return record(tx, act, feed.region, '暂停接入', {
      what: 'feed',
      key: feed.id,
      before: { paused: null },
      after: { paused },
    })
  })

export const resumeFeed = (tx: Executor, which: Which, act: SignedAct): Promise<ActOutcome> =>
  onFeed(tx, which, async (feed) => {
    if (feed.paused === null) return 'so-already'
    await tx.update(feeds).set({ paused: null }).where(eq(feeds.id, feed.id))
    await closeGaps(tx, feed.id, act.at)
    const { paused } = feed
    return record(tx, act, feed.region, '恢复接入', {
      what: 'feed',
      key: feed.id,
      before: { paused },
      after: { paused: null },
    })
  })

/** Whoever kept a gap open has let go of the feed, and cannot close it: the next one begins anew. */
const closeGaps = (tx: Executor, feed: string, at: string) =>
  tx
    .update(feedGaps)
    .set({ to: sql`greatest(${feedGaps.from}, ${at}::timestamptz)` })
    .where(and(eq(feedGaps.feed, feed), isNull(feedGaps.device), isNull(feedGaps.to)))

/** Only what the devices process has seen can be trusted; it believes the certificate from its next attempt to connect. */
export const trustCertificate = (
  tx: Executor,
  which: Which & { thumbprint: string },
  act: SignedAct,
): Promise<ActOutcome> =>
  onCertificate(tx, which, async ({ region, to, trusted: before, ...one }) => {
    if (before !== null) return 'so-already'
    if (to <= act.at) return 'expired'
    const trusted = signatureOf(act)
    await setTrust(tx, which, trusted)
    return record(tx, act, region, '信任证书', {
      what: 'certificate',
      key: keyOf(which),
      before,
      after: { ...one, trusted },
    })
  })

/** A link that rests on it is cut. */
export const withdrawTrust = (
  tx: Executor,
  which: Which & { thumbprint: string },
  act: SignedAct,
): Promise<ActOutcome> =>
  onCertificate(tx, which, async ({ region, to: _, trusted, ...one }) => {
    if (trusted === null) return 'so-already'
    await setTrust(tx, which, null)
    return record(tx, act, region, '撤销信任', {
      what: 'certificate',
      key: keyOf(which),
      before: { ...one, trusted },
      after: null,
    })
  })

type Feed = typeof feeds.$inferSelect

const onFeed = async (
  tx: Executor,
  { feed, regions }: Which,
  work: (feed: Feed) => Promise<ActOutcome>,
): Promise<ActOutcome> => {
  const mine = and(eq(feeds.id, feed), inArray(feeds.region, regions))
  const [known] = await tx.select().from(feeds).where(mine).for('update')
  return known ? work(known) : 'not-found'
}

type Shown = Pick<
  typeof serverCertificates.$inferSelect,
  'sha256' | 'subject' | 'to' | 'trusted'
> & { region: string }

const onCertificate = (
  tx: Executor,
  which: Which & { thumbprint: string },
  work: (shown: Shown) => Promise<ActOutcome>,
): Promise<ActOutcome> =>
  onFeed(tx, which, async ({ region }) => {
    const { sha256, subject, to, trusted } = serverCertificates
    const [shown] = await tx
      .select({ sha256, subject, to, trusted })
      .from(serverCertificates)
      .where(named(which))
      .for('update')
    return shown ? work({ ...shown, region }) : 'not-found'
  })

type Named = { feed: string; thumbprint: string }

const named = ({ feed, thumbprint }: Named) =>
  and(eq(serverCertificates.feed, feed), eq(serverCertificates.thumbprint, thumbprint))
const keyOf = ({ feed, thumbprint }: Named) => `${feed}/${thumbprint}`
const setTrust = (tx: Executor, which: Named, trusted: Signature | null) =>
  tx.update(serverCertificates).set({ trusted }).where(named(which))

const record = async (
  tx: Executor,
  act: SignedAct,
  region: string,
  verb: string,
  change: Change,
): Promise<'done'> => {
  await tx
    .insert(registryChanges)
    .values({ ...act, region, words: `${verb} ${change.key}`, rows: [change] })
  return 'done'
}
