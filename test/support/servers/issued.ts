// Are all papers of a case written? What serves them is refused before.
import { and, eq } from 'drizzle-orm'
import type { Database } from '../../../db/client.ts'
import { documents } from '../../../db/schema/cases/documents.ts'

const patienceMs = 20_000

/** Waits until no document of the case is still being rendered, or patience ends: the act that follows then says why not. */
export const untilIssued = async (db: Database, caseId: string): Promise<void> => {
  const waiting = () =>
    db
      .select({ id: documents.id })
      .from(documents)
      .where(and(eq(documents.caseId, caseId), eq(documents.state, 'issuing')))
  for (const until = Date.now() + patienceMs; (await waiting()).length > 0 && Date.now() < until; )
    await new Promise((resolve) => setTimeout(resolve, 50))
}
