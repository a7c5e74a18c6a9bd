// How is it changed who takes warnings, by two people, and in whose name they leave?
import { randomUUID } from 'node:crypto'
import { and, eq } from 'drizzle-orm'
import type { Executor } from '../client.ts'
import { registryChanges } from '../schema/devices/duty.ts'
import { outboundOffice, outboundProposals, outboundReceivers } from '../schema/devices/outbound.ts'
import type { Signed } from './registry-changes.ts'

type Receiver = typeof outboundReceivers.$inferSelect
type Proposal = typeof outboundProposals.$inferSelect
type Office = Omit<typeof outboundOffice.$inferSelect, 'id'>
type Change = Omit<Signed, 'rows' | 'words'>

/** Without a `secret` the earlier one stays. */
export type ReceiverSet = Omit<Receiver, 'secret' | 'proposedBy' | 'approvedBy'> & {
  secret?: string | null | undefined
}

/**
 * Notes what an administrator wants of a receiver, in place of what was wanted before; what is in force stays in force until somebody else approves
 * it. Only switching a receiver off is done at once: then nothing is sent that was not.
 */
export const proposeReceiver = async (
  tx: Executor,
  { secret, ...set }: ReceiverSet,
  change: Change,
): Promise<void> => {
  const [before] = await tx
    .select()
    .from(outboundReceivers)
    .where(eq(outboundReceivers.id, set.id))
    .for('update')
  const newSecret = secret !== undefined
  const off = before?.enabled === true && !set.enabled
  if (off)
    await tx
      .update(outboundReceivers)
      .set({ enabled: false })
      .where(eq(outboundReceivers.id, set.id))
  const whole = off && !newSecret && isSameBut(before, set)
  if (!whole) {
    const { by, byName, at } = change
    const wanted = {
      ...set,
      secret: secret ?? null,
      newSecret,
      proposal: randomUUID(),
      by,
      byName,
      at,
    }
    await tx
      .insert(outboundProposals)
      .values(wanted)
      .onConflictDoUpdate({ target: outboundProposals.id, set: wanted })
  }
  const rows = [
    {
      what: 'receiver',
      key: set.id,
      before: before ? shown(before) : null,
      after: { ...set, newSecret },
    },
  ]
  await tx.insert(registryChanges).values({
    ...change,
    words: `${whole ? '停用' : off ? '停用并提请变更' : '提请变更'}预警接收单位 ${set.name}`,
    rows,
  })
}

/** But for whether it is switched on. */
const isSameBut = (before: Receiver, set: Omit<ReceiverSet, 'secret'>): boolean =>
  (Object.keys(set) as (keyof typeof set)[]).every(
    (name) => name === 'enabled' || same(before[name], set[name]),
  )

const same = (one: unknown, other: unknown): boolean =>
  JSON.stringify(one) === JSON.stringify(other)

type Decision = { id: string; proposal: string; approved: boolean }

/**
 * Puts in force exactly the proposal that was seen, or drops it. Answers `gone`: it is not the one that waits; `own`: whoever wanted it may not be
 * the one who approves it, only withdraw it.
 */
export const decideReceiver = async (
  tx: Executor,
  { id, proposal, approved }: Decision,
  change: Change,
): Promise<'done' | 'gone' | 'own'> => {
  const which = and(eq(outboundProposals.id, id), eq(outboundProposals.proposal, proposal))
  const [wanted] = await tx.select().from(outboundProposals).where(which).for('update')
  if (!wanted) return 'gone'
  if (approved && wanted.by === change.by) return 'own'
  const [before] = await tx
    .select()
    .from(outboundReceivers)
    .where(eq(outboundReceivers.id, id))
    .for('update')
  const { after, secret, newSecret } = partedOf(wanted)
  if (approved) {
    const set = {
      ...after,
      ...(newSecret ? { secret } : {}),
      proposedBy: wanted.by,
      approvedBy: change.by,
    }
    await tx
      .insert(outboundReceivers)
      .values(set)
      .onConflictDoUpdate({ target: outboundReceivers.id, set })
  }
  await tx.delete(outboundProposals).where(which)
  const rows = [
    {
      what: 'receiver',
      key: id,
      before: before ? shown(before) : null,
      after: approved ? { ...after, newSecret } : null,
    },
  ]
  await tx.insert(registryChanges).values({
    ...change,
    words: `${approved ? '批准' : '退回'}预警接收单位变更 ${wanted.name}`,
    rows,
  })
  return 'done'
}

const partedOf = ({
  secret,
  newSecret,
  proposal: _,
  by: _by,
  byName: _name,
  at: _at,
  ...after
}: Proposal) => ({ after, secret, newSecret })

/** The secret is nowhere but in its row. */
const shown = ({ secret: _, ...rest }: Receiver) => rest

export const saveOffice = async (tx: Executor, set: Office, change: Change): Promise<void> => {
  const [before] = await tx.select().from(outboundOffice).for('update')
  await tx
    .insert(outboundOffice)
    .values({ id: 1, ...set })
    .onConflictDoUpdate({ target: outboundOffice.id, set })
  const rows = [{ what: 'warning-office', key: '1', before: before ?? null, after: set }]
  await tx.insert(registryChanges).values({ ...change, words: `预警发布单位 ${set.name}`, rows })
}
