// Which handwritten signature does a person have, which had he, and where does one stand in a case?

import { and, desc, eq, inArray, type Placeholder, type SQL, sql } from 'drizzle-orm'
import type { Instant } from '../../domain/time/instant.ts'
import { alone } from '../alone.ts'
import type { Database, Executor } from '../client.ts'
import { caseFacts } from '../schema/cases/cases.ts'
import { signaturePictures, signatures } from '../schema/cases/signatures.ts'
import type { Reader } from '../scope.ts'

export type KeptSignature = typeof signatures.$inferSelect
type NewSignature = Omit<KeptSignature, 'version'>

/** The newest first, as far as row-level security lets the reader see them. */
export const readSignatures = (tx: Reader, person: string): Promise<KeptSignature[]> =>
  tx
    .select()
    .from(signatures)
    .where(eq(signatures.person, person))
    .orderBy(desc(signatures.version))

/** Keeps one more version, once under its id; null when he has had `most` already. */
export const keepSignature = (
  db: Database,
  wanted: NewSignature,
  bytes: Uint8Array | null,
  most: number,
): Promise<KeptSignature | null> =>
  alone(db, `signature ${wanted.person}`, async (tx) => {
    const [known] = await tx.select().from(signatures).where(eq(signatures.id, wanted.id))
    if (known) return known
    const [last] = await tx
      .select({ version: signatures.version })
      .from(signatures)
      .where(eq(signatures.person, wanted.person))
      .orderBy(desc(signatures.version))
      .limit(1)
    const version = (last?.version ?? 0) + 1
    if (version > most) return null
    if (bytes && wanted.sha256)
      await tx
        .insert(signaturePictures)
        .values({ sha256: wanted.sha256, bytes })
        .onConflictDoNothing()
    const [kept] = await tx
      .insert(signatures)
      .values({ ...wanted, version })
      .returning()
    return kept ?? null
  })

/** The pictures that there are, by their hash. */
export const picturesOf = async (
  db: Pick<Executor, 'select'>,
  hashes: string[],
): Promise<Record<string, Uint8Array>> => {
  if (hashes.length === 0) return {}
  const rows = await db
    .select()
    .from(signaturePictures)
    .where(inArray(signaturePictures.sha256, hashes))
  return Object.fromEntries(rows.map(({ sha256, bytes }) => [sha256, bytes]))
}

/** What the person of the outer query signs with at `at`; null: with his typed name. */
export const signatureAt = (at: Instant | Placeholder): SQL<string | null> =>
  sql<
    string | null
  >`(SELECT s.sha256 FROM signatures s WHERE s.person = persons.id AND s.at <= ${at}::timestamptz ORDER BY s.version DESC LIMIT 1)`

/** Whether a fact of the case that the reader may see bears it. */
export const isBorneIn = async (tx: Reader, caseId: string, sha256: string): Promise<boolean> => {
  const among = JSON.stringify([{ picture: sha256 }])
  const bears = sql`(${caseFacts.actor} ->> 'picture' = ${sha256} OR ${caseFacts.data} -> 'signatures' @> ${among}::jsonb)`
  const [found] = await tx
    .select({ seq: caseFacts.seq })
    .from(caseFacts)
    .where(and(eq(caseFacts.caseId, caseId), bears))
    .limit(1)
  return found !== undefined
}
