// How does a feed come into the register, and how are its settings changed: at once, or by two people where we dial?

import { randomUUID } from 'node:crypto'
import { and, eq, isNull } from 'drizzle-orm'
import { dialledAddress, senderKeyOf } from '../../domain/duty/feed-settings.ts'
import type { Executor } from '../client.ts'
import { devices, feeds } from '../schema/devices/devices.ts'
import { registryChanges } from '../schema/devices/duty.ts'
import { feedProposals } from '../schema/devices/feed-register.ts'
import type { SignedAct } from './feed-acts.ts'
import { holdRegistry } from './registry-changes.ts'

type Feed = typeof feeds.$inferSelect
type Proposal = typeof feedProposals.$inferSelect

export type FreshFeed = Pick<
  Feed,
  'id' | 'protocol' | 'name' | 'region' | 'port' | 'silenceSeconds' | 'settings'
> & {
  /** Of the device that stands for the other side; null: it has none. */
  secret: string | null
  synthetic: boolean
}
export type RegisterOutcome = 'done' | 'taken' | 'port-taken' | 'not-found' | 'gone' | 'own'

/** A feed that we dial waits for a second administrator; any other one is there at once. */
export const enrolFeed = async (
  tx: Executor,
  { secret, synthetic, ...feed }: FreshFeed,
  act: SignedAct,
): Promise<RegisterOutcome> => {
  await holdRegistry(tx)
  if ((await feedOf(tx, feed.id)) || (await proposalOf(tx, feed.id))) return 'taken'
  if (await isPortTaken(tx, feed.id, feed.port)) return 'port-taken'
  const { port: _, ...shown } = feed
  if (dialledAddress(feed.protocol, feed.settings) !== null) {
    await propose(tx, { ...shown, secret, synthetic, fresh: true }, act)
    return record(tx, act, '提请登记接入', {
      id: feed.id,
      region: feed.region,
      before: null,
      after: { ...shown, synthetic },
    })
  }
  await insertFeed(tx, { ...feed, secret, synthetic }, act)
  return record(tx, act, '登记接入', {
    id: feed.id,
    region: feed.region,
    before: null,
    after: { ...feed, synthetic },
  })
}

/** The port or settings of a feed: where we dial they wait for a second administrator, and what was agreed to before goes on meanwhile. */
export const setFeed = async (
  tx: Executor,
  { id, regions, ...set }: { id: string; regions: string[] } & Pick<Feed, 'port' | 'settings'>,
  act: SignedAct,
): Promise<RegisterOutcome> => {
  await holdRegistry(tx)
  const feed = await feedOf(tx, id)
  if (!feed || !regions.includes(feed.region)) return 'not-found'
  if (await isPortTaken(tx, id, set.port)) return 'port-taken'
  const { protocol, name, region, silenceSeconds, port, settings } = feed
  const change = { id, region, before: { port, settings }, after: set }
  if (dialledAddress(protocol, set.settings) !== null) {
    await propose(
      tx,
      {
        id,
        protocol,
        name,
        region,
        silenceSeconds,
        settings: set.settings,
        secret: null,
        synthetic: false,
        fresh: false,
      },
      act,
    )
    return record(tx, act, '提请变更接入参数', change)
  }
  await tx.update(feeds).set(set).where(eq(feeds.id, id))
  return record(tx, act, '变更接入参数', change)
}

type Decision = { id: string; proposal: string; approved: boolean; regions: string[] }

/**
 * Puts in force exactly the proposal that was seen, or drops it. Answers `gone`: it is not the one that waits; `own`: whoever wanted it may not be
 * the one who approves it, only withdraw it.
 */
export const decideFeed = async (
  tx: Executor,
  { id, proposal, approved, regions }: Decision,
  act: SignedAct,
  isAllowed: (settings: Feed['settings']) => boolean,
): Promise<RegisterOutcome | 'refused'> => {
  await holdRegistry(tx)
  const wanted = await proposalOf(tx, id)
  if (!wanted || !regions.includes(wanted.region)) return 'not-found'
  if (wanted.proposal !== proposal) return 'gone'
  if (approved && wanted.by === act.by) return 'own'
  if (approved && !isAllowed(wanted.settings)) return 'refused'
  const before = (await feedOf(tx, id)) ?? null
  await tx.delete(feedProposals).where(eq(feedProposals.id, id))
  if (approved && wanted.fresh) await insertFeed(tx, { ...wanted, port: null }, act)
  else if (approved)
    await tx.update(feeds).set({ settings: wanted.settings }).where(eq(feeds.id, id))
  const { protocol, name, region, settings, byName } = wanted
  const after = approved ? { protocol, name, settings, proposedBy: byName } : null
  return record(tx, act, approved ? '批准接入' : '退回接入', {
    id,
    region,
    before: before && { settings: before.settings },
    after,
  })
}

const propose = async (
  tx: Executor,
  wanted: Omit<Proposal, 'proposal' | 'by' | 'byName' | 'at'>,
  { by, byName, at }: SignedAct,
): Promise<void> => {
  const row = { ...wanted, proposal: randomUUID(), by, byName, at }
  await tx
    .insert(feedProposals)
    .values(row)
    .onConflictDoUpdate({ target: feedProposals.id, set: row })
}

/** With the device that stands for its other side, whose secret is the feed’s. */
const insertFeed = async (
  tx: Executor,
  { secret, synthetic, ...feed }: FreshFeed,
  { at }: SignedAct,
): Promise<void> => {
  const { id, protocol, name, region, port, silenceSeconds, settings } = feed
  await tx.insert(feeds).values({ id, protocol, name, region, port, silenceSeconds, settings })
  const key = senderKeyOf(id, protocol, settings)
  if (key !== null)
    await tx.insert(devices).values({ feed: id, key, name, region, secret, synthetic, since: at })
}

const feedOf = async (tx: Executor, id: string) =>
  (await tx.select().from(feeds).where(eq(feeds.id, id)).for('update'))[0]
const proposalOf = async (tx: Executor, id: string) =>
  (await tx.select().from(feedProposals).where(eq(feedProposals.id, id)).for('update'))[0]

const isPortTaken = async (tx: Executor, id: string, port: number | null): Promise<boolean> => {
  if (port === null) return false
  const others = await tx.select({ id: feeds.id }).from(feeds).where(eq(feeds.port, port))
  return others.some((one) => one.id !== id)
}

type Recorded = { id: string; region: string; before: unknown; after: unknown }

/** The secret is nowhere but in its row. */
const record = async (
  tx: Executor,
  act: SignedAct,
  verb: string,
  { id, region, before, after }: Recorded,
): Promise<'done'> => {
  const rows = [{ what: 'feed', key: id, before, after }]
  await tx.insert(registryChanges).values({ ...act, region, words: `${verb} ${id}`, rows })
  return 'done'
}

/** Whether the other side of a feed has a secret, and is played by a simulator. */
export const senderOf = async (
  tx: Executor,
  feed: string,
  key: string,
): Promise<{ secretStands: boolean; synthetic: boolean }> => {
  const which = and(eq(devices.feed, feed), eq(devices.key, key), isNull(devices.until))
  const [row] = await tx
    .select({ secret: devices.secret, synthetic: devices.synthetic })
    .from(devices)
    .where(which)
  return { secretStands: row?.secret != null, synthetic: row?.synthetic === true }
}
