// How is a whole list read, however long, without holding it in memory or the database for long?
import { sql } from 'drizzle-orm'
import type { Scope } from '../../domain/organisation/policy.ts'
import { beyond, exactly, type ListParts, type Place, wayOf } from '../keyset.ts'
import { type Pool, type Reader, withScope } from '../scope.ts'

/** Rows that stand in memory with their records. */
const rowsAtOnce = 250
/** Places looked up in one statement: one scan of what is in scope serves eighty pages of rows. */
const placesAtOnce = 20_000

/** How many rows the list holds for this reader. */
export const countAll = (pool: Pool, scope: Scope, { hits }: ListParts): Promise<number> =>
  withScope(pool, scope, async (tx) => {
    const { rows } = await tx.execute<{ total: number }>(
      sql`SELECT count(*)::int AS total FROM (${hits}) hits`,
    )
    return rows[0]?.total ?? 0
  })

/**
 * All rows of the list, in its order, page by page. Each page is a short transaction of its own, opened only when the
 * page before has been taken: a reader who is slow, or has gone, costs nothing. What comes up meanwhile is not among them.
 */
export async function* readAll<Row extends Record<string, unknown>>(
  pool: Pool,
  scope: Scope,
  list: ListParts,
  signal: AbortSignal,
): AsyncGenerator<Row[]> {
  let after: Place | null = null
  do {
    signal.throwIfAborted()
    const places: Place[] = await withScope(pool, scope, (tx) => readPlaces(tx, list, after))
    for (let from = 0; from < places.length; from += rowsAtOnce) {
      signal.throwIfAborted()
      yield await withScope(pool, scope, (tx) =>
        readRows<Row>(tx, list, places.slice(from, from + rowsAtOnce)),
      )
    }
    after = places.length === placesAtOnce ? (places.at(-1) ?? null) : null
  } while (after !== null)
}

const readPlaces = async (
  tx: Reader,
  { hits, order }: ListParts,
  after: Place | null,
): Promise<Place[]> => {
  const way = wayOf(order)
  const { rows } = await tx.execute<{ at: string; id: string }>(
    sql`SELECT sort AS at, id FROM (${hits}) hits ${beyond({ order, after })} ORDER BY sort ${way}, id ${way} LIMIT ${placesAtOnce}`,
  )
  return rows.map(({ at, id }) => ({ at: exactly(at), id }))
}

const readRows = async <Row extends Record<string, unknown>>(
  tx: Reader,
  { columns, joins, order }: ListParts,
  places: Place[],
): Promise<Row[]> => {
  const ids = sql`${sql.param(places.map(({ id }) => id))}::text[]`
  const moments = sql`${sql.param(places.map(({ at }) => at))}::timestamptz[]`
  const way = wayOf(order)
  const { rows } = await tx.execute<Row>(sql`
    SELECT ${columns} FROM unnest(${ids}, ${moments}) AS page (id, sort) ${joins} ORDER BY page.sort ${way}, page.id ${way}`)
  return rows as Row[]
}
