// How does what a case is found by follow the case?
import { and, eq, sql } from 'drizzle-orm'
import type { CaseRecord } from '../../domain/model/record.ts'
import { plainOf, tokensOf } from '../../domain/search/tokens.ts'
import type { Instant } from '../../domain/time/instant.ts'
import type { Executor } from '../client.ts'
import { searchTexts } from '../schema/search/search.ts'

/** `seq` 0 is the head of the case, the others are its facts. */
export type Findable = { seq: number; at: Instant; body: string; words: string }

/** What a case that moves was found by goes with it, and its head is written anew. */
export const moveFindable = async (
  tx: Executor,
  { id, region, owner }: Pick<CaseRecord, 'id' | 'region' | 'owner'>,
  head: string,
): Promise<void> => {
  await tx.update(searchTexts).set({ region, owner }).where(eq(searchTexts.caseId, id))
  const words = {
    plain: plainOf(head),
    tokens: sql`array_to_tsvector(${sql.param(tokensOf(head))}::text[])`,
  }
  await tx
    .update(searchTexts)
    .set(words)
    .where(and(eq(searchTexts.caseId, id), eq(searchTexts.seq, 0)))
}

/** Written in the transaction of the facts; a row that stands stays as it is. */
export const keepFindable = async (
  tx: Executor,
  { id, region, owner }: Pick<CaseRecord, 'id' | 'region' | 'owner'>,
  found: Findable[],
): Promise<void> => {
  if (found.length === 0) return
  const rows = found.map(({ seq, at, body, words }) => ({
    caseId: id,
    seq,
    region,
    owner,
    at,
    body,
    plain: plainOf(words),
    tokens: sql`array_to_tsvector(${sql.param(tokensOf(words))}::text[])`,
  }))
  await tx.insert(searchTexts).values(rows).onConflictDoNothing()
}
