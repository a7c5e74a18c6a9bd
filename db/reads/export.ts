// How is a whole list of cases read, however long, without holding it in memory or the database for long?
import { type SQL, sql } from 'drizzle-orm'
import { instant } from '../../domain/case/instant.ts'
import type { Scope } from '../../domain/organisation/policy.ts'
import { type CaseHit, type CasesQuery, filterOf } from './cases.ts'
import type { Place } from './keyset.ts'
import { type Pool, type Reader, withScope } from './scope.ts'

/** What the list of cases filters by. */
export type ExportQuery = Pick<CasesQuery, 'process' | 'status' | 'q'>

/** Rows that stand in memory with their records. */
const rowsAtOnce = 1_000
/** Places looked up in one statement: one scan of what is in scope serves twenty pages of rows. */
const placesAtOnce = 20_000

/** How many cases the list holds for this reader. */
export const countCases = (pool: Pool, scope: Scope, query: ExportQuery): Promise<number> =>
  withScope(pool, scope, async (tx) => {
    const { rows } = await tx.execute<{ total: number }>(sql`SELECT count(*)::int AS total FROM cases ${filterOf(query)}`)
    return rows[0]?.total ?? 0
  })

/**
 * All cases of the list, newest first, page by page. Each page is a short transaction of its own, opened only when the
 * page before has been taken: a reader who is slow, or has gone, costs nothing. A case opened meanwhile is not among them.
 */
export async function* readAllCases(pool: Pool, scope: Scope, query: ExportQuery, signal: AbortSignal): AsyncGenerator<CaseHit[]> {
  let after: Place | null = null
  do {
    signal.throwIfAborted()
    const places: Place[] = await withScope(pool, scope, (tx) => readPlaces(tx, query, after))
    for (let from = 0; from < places.length; from += rowsAtOnce) {
      signal.throwIfAborted()
      yield await withScope(pool, scope, (tx) => readRows(tx, places.slice(from, from + rowsAtOnce)))
    }
    after = places.length === placesAtOnce ? (places.at(-1) ?? null) : null
  } while (after !== null)
}

const readPlaces = async (tx: Reader, query: ExportQuery, after: Place | null): Promise<Place[]> => {
  const { rows } = await tx.execute<{ at: string; id: string }>(
    sql`SELECT opened_at AS at, id FROM cases ${filterOf(query, ...beyond(after))} ORDER BY opened_at DESC, id DESC LIMIT ${placesAtOnce}`,
  )
  return rows.map(({ at, id }) => ({ at: instant(at), id }))
}

const beyond = (after: Place | null): SQL[] => (after === null ? [] : [sql`(opened_at, id) < (${after.at}::timestamptz, ${after.id})`])

const readRows = async (tx: Reader, places: Place[]): Promise<CaseHit[]> => {
  const ids = sql`${sql.param(places.map(({ id }) => id))}::text[]`
  const { rows } = await tx.execute<CaseHit>(sql`
    SELECT c.record, c.level, e.name AS enterprise FROM cases c LEFT JOIN enterprises e ON e.id = c.owner
    WHERE c.id = ANY(${ids}) ORDER BY c.opened_at DESC, c.id DESC`)
  return rows
}
