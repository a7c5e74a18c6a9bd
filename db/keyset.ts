// Where does the next page of a list begin?
import { type SQL, sql } from 'drizzle-orm'
import { DomainError } from '../domain/language/errors.ts'
import { text } from '../domain/language/words.ts'
import type { Instant } from '../domain/time/instant.ts'

/** The place in a list ordered by (moment, id): stable while rows come and go. `at` is as exact as the list is ordered. */
export type Place = { at: Instant; id: string }
export type Order = 'ascending' | 'descending'

export const encodeCursor = (place: Place): string =>
  Buffer.from(JSON.stringify([place.at, place.id])).toString('base64url')

export const decodeCursor = (cursor: string | undefined): Place | null => {
  if (cursor === undefined || cursor === '') return null
  try {
    const [at, id] = JSON.parse(Buffer.from(cursor, 'base64url').toString()) as [unknown, unknown]
    if (typeof id === 'string' && typeof at === 'string') return { at: exactly(at), id }
  } catch {
    // falls through to the refusal: a cursor is ours or it is nothing
  }
  throw new DomainError('invalid-input', [text('翻页标记无效', 'The cursor is not valid')], {
    fields: { cursor: text('无效', 'Not valid') },
  })
}

/** PostgreSQL orders by microseconds, `Date` ends with milliseconds: rows written within one would be lost at the end of a page, or come again. */
export const exactly = (at: string): Instant =>
  new Date(at).toISOString().replace('Z', `${/\.\d{3}(\d{1,3})/.exec(at)?.[1] ?? ''}Z`)

/**
 * What a list is made of: `hits` must yield columns `sort` (a moment) and `id`; `columns` and `joins` add what the rows show, `page` is the
 * alias they can use.
 */
export type ListParts = { hits: SQL; columns: SQL; joins: SQL; order: Order }

/** One round trip for a page and the total. One row more than asked tells whether there is a next page. */
export const pageOf = (parts: ListParts & { after: Place | null; limit: number }): SQL => {
  const way = wayOf(parts.order)
  return sql`
    WITH hits AS (${parts.hits})
    SELECT totals.total, page.sort, page.id AS key, ${parts.columns}
    FROM (SELECT count(*)::int AS total FROM hits) totals
    LEFT JOIN LATERAL (SELECT * FROM hits ${beyond(parts)} ORDER BY sort ${way}, id ${way} LIMIT ${parts.limit + 1}) page ON true
    ${parts.joins}
    ORDER BY page.sort ${way}, page.id ${way}`
}

export const wayOf = (order: Order): SQL => (order === 'ascending' ? sql`ASC` : sql`DESC`)

/** What comes after a place in the list. */
export const beyond = ({ order, after }: { order: Order; after: Place | null }): SQL =>
  after === null
    ? sql``
    : sql`WHERE (sort, id) ${order === 'ascending' ? sql`>` : sql`<`} (${after.at}::timestamptz, ${after.id})`

type Keyed = { total: number; sort: string | null; key: string | null }

/** The rows of a page without the one too many, and where the next page begins. */
export const cut = <Row extends Keyed>(
  rows: Row[],
  limit: number,
): { rows: Row[]; total: number; cursor: string | null } => {
  const found = rows.filter(({ key }) => key !== null)
  const page = found.slice(0, limit)
  const last = page.at(-1)
  const more = found.length > limit && last?.key && last.sort
  return {
    rows: page,
    total: rows[0]?.total ?? 0,
    cursor: more ? encodeCursor({ at: exactly(last.sort!), id: last.key! }) : null,
  }
}

/** A search word as a pattern of LIKE in which nothing but `%` around it is special. */
export const containing = (word: string): string =>
  `%${word.toLowerCase().replace(/[\\%_]/g, '\\$&')}%`
