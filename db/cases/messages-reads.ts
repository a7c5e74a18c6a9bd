// What was one person told about one case, and did the mail arrive?
import { and, desc, eq, sql } from 'drizzle-orm'
import { notices } from '../schema/cases/cases.ts'
import type { Reader } from '../scope.ts'

const most = 200
/** When it came into the inbox, among others of the same moment. */
const written = sql`(SELECT seq FROM deliveries WHERE notice_id = ${notices.id} AND channel = 'inbox' ORDER BY seq LIMIT 1)`

/** Newest first, of one moment what was written last; whether a mail came is said by the last attempt. */
export const readMessages = (tx: Reader, caseId: string, person: string) =>
  tx
    .select({
      id: notices.id,
      title: notices.title,
      body: notices.body,
      at: notices.at,
      mailed: sql<
        boolean | null
      >`(SELECT ok FROM deliveries WHERE notice_id = ${notices.id} AND channel = 'mail' ORDER BY seq DESC LIMIT 1)`,
    })
    .from(notices)
    .where(and(eq(notices.caseId, caseId), eq(notices.person, person)))
    .orderBy(desc(notices.at), desc(written), desc(notices.id))
    .limit(most)
