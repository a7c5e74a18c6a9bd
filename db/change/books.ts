// Which calendars and rules are in force, those approved since this version included?
import { and, asc, eq, isNull, ne } from 'drizzle-orm'
import { type Books, booksOf, type Change, type InForce } from '../../domain/change/change.ts'
import type { Executor } from '../client.ts'
import { calendarProposals as t } from '../schema/change/proposals.ts'
import { statement } from '../statements.ts'

/** Approved changes that nobody has taken back, in order of approval. */
export const readInForce = async (db: Pick<Executor, 'select'>): Promise<InForce[]> => {
  const rows = await statement(db, 'changes_in_force', (on) =>
    on
      .select({ id: t.id, proposed: t.proposed })
      .from(t)
      .where(and(eq(t.status, 'approved'), ne(t.kind, 'revoke'), isNull(t.revokedBy)))
      .orderBy(asc(t.place)),
  ).execute()
  return rows.map(({ id, proposed }) => ({ id, change: proposed as Change }))
}

/** The committed decrees and rules with every approved change as the database knows them now. */
export const loadBooks = async (db: Pick<Executor, 'select'>): Promise<Books> =>
  booksOf(await readInForce(db))

/** The same for readers, asked at most every `keepMs`; what is being decided always loads them in its own transaction. */
export const createBooks = (
  db: Pick<Executor, 'select'>,
  keepMs = 2_000,
): (() => Promise<Books>) => {
  let kept: { until: number; books: Promise<Books> } | undefined
  return () => {
    if (kept && Date.now() < kept.until) return kept.books
    const books = loadBooks(db)
    kept = { until: Date.now() + keepMs, books }
    books.catch(() => {
      kept = undefined
    })
    return books
  }
}
