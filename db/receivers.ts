// How is it changed who takes warnings, and in whose name they leave?
import { eq } from 'drizzle-orm'
import type { Executor } from './client.ts'
import type { Signed } from './registry.ts'
import { registryChanges } from './schema/duty.ts'
import { outboundOffice, outboundReceivers } from './schema/outbound.ts'

type Receiver = typeof outboundReceivers.$inferSelect
type Office = Omit<typeof outboundOffice.$inferSelect, 'id'>
type Change = Omit<Signed, 'rows' | 'words'>

/** Without a `secret` the earlier one stays. */
export type ReceiverSet = Omit<Receiver, 'secret'> & { secret?: string | null | undefined }

export const saveReceiver = async (tx: Executor, { secret, ...set }: ReceiverSet, change: Change): Promise<void> => {
  const [before] = await tx.select().from(outboundReceivers).where(eq(outboundReceivers.id, set.id)).for('update')
  const after = { ...set, ...(secret === undefined ? {} : { secret }) }
  await tx.insert(outboundReceivers).values(after).onConflictDoUpdate({ target: outboundReceivers.id, set: after })
  const rows = [
    { what: 'receiver', key: set.id, before: before ? shown(before) : null, after: { ...set, newSecret: secret !== undefined } },
  ]
  await tx.insert(registryChanges).values({ ...change, words: `预警接收单位 ${set.name}`, rows })
}

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
