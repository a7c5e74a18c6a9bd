// Which phrases has a person kept, and which have offices?
import { and, eq, inArray, like, or } from 'drizzle-orm'
import type { Instant } from '../../domain/time/instant.ts'
import type { Database } from '../client.ts'
import { offices } from '../schema/organisation/organisation.ts'
import { phraseLists } from '../schema/organisation/phrases.ts'
import type { Reader } from '../scope.ts'

export type KeptPhrases = typeof phraseLists.$inferSelect
/** Whose list: a person's or an office's. */
export type PhrasesOf = { person: string } | { office: string }

const idOf = (whose: PhrasesOf): string =>
  'person' in whose ? `person:${whose.person}` : `office:${whose.office}`

/** As far as row-level security lets the reader see them. */
export const readPhrases = (tx: Reader, person: string, of: string[]): Promise<KeptPhrases[]> =>
  tx
    .select()
    .from(phraseLists)
    .where(or(eq(phraseLists.person, person), inArray(phraseLists.office, of)))

/** The ids of all offices in these regions. */
export const officesIn = async (tx: Reader, regions: string[]): Promise<string[]> => {
  if (regions.length === 0) return []
  const rows = await tx
    .select({ id: offices.id })
    .from(offices)
    .where(or(...regions.map((region) => like(offices.id, `${region}-%`))))
    .orderBy(offices.id)
  return rows.map(({ id }) => id)
}

type PhrasesUpdate = { items: string[]; revision: number; by: string; at: Instant }

/** Keeps the list if it still stands at `revision`; null when somebody else has changed it since. */
export const keepPhrases = async (
  db: Database,
  whose: PhrasesOf,
  { items, revision, by, at }: PhrasesUpdate,
): Promise<KeptPhrases | null> => {
  const id = idOf(whose)
  const values = { items, revision: revision + 1, updatedBy: by, updatedAt: at }
  if (revision === 0) {
    const row = { person: null, office: null, ...whose, id, ...values }
    const [first] = await db.insert(phraseLists).values(row).onConflictDoNothing().returning()
    return first ?? null
  }
  const [kept] = await db
    .update(phraseLists)
    .set(values)
    .where(and(eq(phraseLists.id, id), eq(phraseLists.revision, revision)))
    .returning()
  return kept ?? null
}
