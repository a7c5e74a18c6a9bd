// How are a device's documents and signs remembered, each as it was told last?
import { sql } from 'drizzle-orm'
import type { Executor } from '../../db/client.ts'
import { deviceDocuments, deviceSigns } from '../../db/schema/readings.ts'

export type DocumentRow = { device: string; document: string; key: string; at: string; body: Record<string, unknown>; flags: number }
export type SignRow = { device: string; sign: string; at: string; text: string; flags: number }

/** A newer telling is a new version; one that is older, or the same once more, changes nothing. */
export const keepDocument = async (tx: Executor, row: DocumentRow, receivedAt: string): Promise<void> => {
  const { at, body, flags } = row
  await tx
    .insert(deviceDocuments)
    .values({ ...row, version: 1, receivedAt })
    .onConflictDoUpdate({
      target: [deviceDocuments.device, deviceDocuments.document, deviceDocuments.key],
      set: { at, body, flags, receivedAt, version: sql`${deviceDocuments.version} + 1` },
      setWhere: sql`${deviceDocuments.at} < excluded.at`,
    })
}

export const keepSign = async (tx: Executor, row: SignRow, receivedAt: string): Promise<void> => {
  await tx
    .insert(deviceSigns)
    .values({ ...row, receivedAt })
    .onConflictDoNothing()
}
