// Which cases may a reader see, and what is recorded of one?
import { and, asc, eq, gt, inArray, type SQL, sql } from 'drizzle-orm'
import type { StoredFact } from '../../domain/model/chain.ts'
import type { CaseRecord } from '../../domain/model/record.ts'
import type { Scope } from '../../domain/organisation/policy.ts'
import { containing, cut, type ListParts, type Place, pageOf } from '../keyset.ts'
import { caseFacts, cases } from '../schema/cases/cases.ts'
import { enterprises } from '../schema/organisation/organisation.ts'
import { type Pool, type Reader, withScope } from '../scope.ts'
import { statement } from '../statements.ts'
import { findCommand } from './commands.ts'
import { knownDocuments } from './documents.ts'

export type CaseHit = { record: CaseRecord; enterprise: string | null; level: number | null }
export type CasesQuery = {
  process: string | null
  status: 'open' | 'closed' | null
  q: string | null
  after: Place | null
  limit: number
}

/** The list of cases, newest first; `q` finds number, title, enterprise and pinyin. */
export const casesList = (query: Pick<CasesQuery, 'process' | 'status' | 'q'>): ListParts => ({
  hits: sql`SELECT opened_at AS sort, id FROM cases ${filterOf(query)}`,
  columns: sql`c.record, c.level, e.name AS enterprise`,
  joins: sql`LEFT JOIN cases c ON c.id = page.id LEFT JOIN enterprises e ON e.id = c.owner`,
  order: 'descending',
})

export const readCases = async (tx: Reader, query: CasesQuery) => {
  const { rows } = await tx.execute<
    CaseHit & { total: number; sort: string | null; key: string | null }
  >(pageOf({ ...casesList(query), after: query.after, limit: query.limit }))
  return cut(rows, query.limit)
}

const filterOf = ({ process, status, q }: Pick<CasesQuery, 'process' | 'status' | 'q'>): SQL => {
  const wanted: SQL[] = [
    ...(process === null ? [] : [sql`process = ${process}`]),
    ...(status === null ? [] : [sql`status = ${status}`]),
    ...words(q).map((word) => sql`search ILIKE ${containing(word)}`),
  ]
  return wanted.length > 0 ? sql`WHERE ${sql.join(wanted, sql` AND `)}` : sql``
}

const words = (q: string | null): string[] =>
  (q ?? '')
    .trim()
    .split(/\s+/)
    .filter((word) => word !== '')
    .slice(0, 5)

/** One case within the reader's scope, with the name of its enterprise. */
export const readCase = async (tx: Reader, id: string): Promise<CaseHit | null> => {
  const [found] = await statement(tx, 'case_of_reader', (db) =>
    db
      .select({ record: cases.record, enterprise: enterprises.name, level: cases.level })
      .from(cases)
      .leftJoin(enterprises, eq(enterprises.id, cases.owner))
      .where(eq(cases.id, sql.placeholder('id'))),
  ).execute({ id })
  return found ?? null
}

/** The case within the reader's scope, the command given before under an id, and the documents of the case: what an act is judged by, in one go. */
export const readForAct = (
  pool: Pool,
  scope: Scope,
  { caseId, commandId }: { caseId: string; commandId: string | null },
) => {
  const read = async (tx: Reader) => {
    const [found, command, documents] = await Promise.all([
      readCase(tx, caseId),
      commandId === null ? null : findCommand(tx, commandId),
      knownDocuments(tx, caseId),
    ])
    return { found, command, documents }
  }
  return withScope(pool, scope, read, 'kept')
}

/** The facts of a case that row-level security lets the reader see, oldest first; `after`: only those with a higher number. */
export const readFacts = (tx: Reader, caseId: string, after = 0): Promise<StoredFact[]> =>
  tx
    .select()
    .from(caseFacts)
    .where(and(eq(caseFacts.caseId, caseId), gt(caseFacts.seq, after)))
    .orderBy(asc(caseFacts.seq))

/** Its facts of these types, in their order. */
export const readFactsOfTypes = async (
  tx: Reader,
  caseId: string,
  types: string[],
): Promise<StoredFact[]> =>
  types.length === 0
    ? []
    : tx
        .select()
        .from(caseFacts)
        .where(and(eq(caseFacts.caseId, caseId), inArray(caseFacts.type, types)))
        .orderBy(asc(caseFacts.seq))

/** What facts of a case have in common that say the same of its course; `last`: the number of the latest of them. */
export type CaseStep = Pick<StoredFact, 'type' | 'before' | 'after'> & { last: number }

/** The course of a case in a few rows, however many facts it has, in the order in which each step was first taken. */
export const readCourse = (tx: Reader, caseId: string): Promise<CaseStep[]> =>
  tx
    .select({
      type: caseFacts.type,
      before: caseFacts.before,
      after: caseFacts.after,
      last: sql<number>`max(${caseFacts.seq})`.mapWith(Number),
    })
    .from(caseFacts)
    .where(eq(caseFacts.caseId, caseId))
    .groupBy(caseFacts.type, caseFacts.before, caseFacts.after)
    .orderBy(sql`min(${caseFacts.seq})`)

/** The revision a case has reached, or null where there is none in scope. */
export const readRevision = async (tx: Reader, id: string): Promise<number | null> => {
  const [found] = await tx.select({ revision: cases.revision }).from(cases).where(eq(cases.id, id))
  return found?.revision ?? null
}
