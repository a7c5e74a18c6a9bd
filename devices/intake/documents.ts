// How are a device's documents and signs remembered, each as it was told last?
import { sql } from 'drizzle-orm'
import type { Executor } from '../../db/client.ts'
import { deviceDocuments, deviceSigns } from '../../db/schema/devices/readings.ts'

export type DocumentRow = {
  device: string
  document: string
  key: string
  at: string
  body: Record<string, unknown>
  flags: number
}
export type SignRow = { device: string; sign: string; at: string; text: string; flags: number }

const excluded = (name: string) => sql.raw(`excluded.${name}`)

/** A newer telling is a new version, and so is another of the same moment; one that is older, or the same once more, changes nothing. */
export const keepDocuments = async (
  tx: Executor,
  rows: readonly DocumentRow[],
  receivedAt: string,
): Promise<void> => {
  for (const some of rounds(rows, ({ device, document, key }) =>
    JSON.stringify([device, document, key]),
  )) {
    await tx
      .insert(deviceDocuments)
      .values(some.map((row) => ({ ...row, version: 1, receivedAt })))
      .onConflictDoUpdate({
        target: [deviceDocuments.device, deviceDocuments.document, deviceDocuments.key],
        set: {
          at: excluded('at'),
          body: excluded('body'),
          flags: excluded('flags'),
          receivedAt,
          version: sql`${deviceDocuments.version} + 1`,
        },
        setWhere: sql`${deviceDocuments.at} < excluded.at OR (${deviceDocuments.at} = excluded.at AND ${deviceDocuments.body} <> excluded.body)`,
      })
  }
}

export const keepSigns = async (
  tx: Executor,
  rows: readonly SignRow[],
  receivedAt: string,
): Promise<void> => {
  if (rows.length === 0) return
  await tx
    .insert(deviceSigns)
    .values(rows.map((row) => ({ ...row, receivedAt })))
    .onConflictDoNothing()
}

/** In the order told, nothing twice in one round: PostgreSQL changes no row twice in one statement. */
const rounds = <Row>(rows: readonly Row[], nameOf: (row: Row) => string): Row[][] => {
  const all: Row[][] = []
  const counts = new Map<string, number>()
  for (const row of rows) {
    const nth = counts.get(nameOf(row)) ?? 0
    counts.set(nameOf(row), nth + 1)
    all[nth] ??= []
    all[nth].push(row)
  }
  return all
}
