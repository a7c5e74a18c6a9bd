// Which filters has a person kept, and which have colleagues shared?

import { and, asc, count, eq, inArray, or, sql } from 'drizzle-orm'
import type { FilteredList } from '../../domain/search/saved-filter.ts'
import type { Instant } from '../../domain/time/instant.ts'
import { alone } from '../alone.ts'
import type { Database } from '../client.ts'
import { persons } from '../schema/organisation/organisation.ts'
import { savedFilters } from '../schema/search/filters.ts'

export type KeptFilter = typeof savedFilters.$inferSelect
export type Reach = { person: string; offices: string[] }

const filterColumns = {
  id: savedFilters.id,
  owner: savedFilters.owner,
  ownerName: persons.name,
  name: savedFilters.name,
  list: savedFilters.list,
  query: savedFilters.query,
  sharedWith: savedFilters.sharedWith,
  createdAt: savedFilters.createdAt,
  updatedAt: savedFilters.updatedAt,
}
export type OwnedFilter = KeptFilter & { ownerName: string | null }

/** His own, and those shared with an office he belongs to now. */
const within = ({ person, offices }: Reach) =>
  or(eq(savedFilters.owner, person), inArray(savedFilters.sharedWith, offices))

export const readFilters = (
  db: Database,
  reach: Reach,
  list: FilteredList | null,
): Promise<OwnedFilter[]> =>
  db
    .select(filterColumns)
    .from(savedFilters)
    .leftJoin(persons, eq(persons.id, savedFilters.owner))
    .where(and(within(reach), list === null ? undefined : eq(savedFilters.list, list)))
    .orderBy(
      sql`${savedFilters.owner} <> ${reach.person}`,
      asc(savedFilters.name),
      asc(savedFilters.id),
    )

export const readFilter = async (
  db: Database,
  reach: Reach,
  id: string,
): Promise<OwnedFilter | null> => {
  const [found] = await db
    .select(filterColumns)
    .from(savedFilters)
    .leftJoin(persons, eq(persons.id, savedFilters.owner))
    .where(and(eq(savedFilters.id, id), within(reach)))
  return found ?? null
}

/** Keeps it once under its id; null when its owner has `most` already. Of many at once none slips past the limit. */
export const keepFilter = (
  db: Database,
  filter: KeptFilter,
  most: number,
): Promise<KeptFilter | null> =>
  alone(db, `filters ${filter.owner}`, async (tx) => {
    const [known] = await tx.select().from(savedFilters).where(eq(savedFilters.id, filter.id))
    if (known) return known
    const [held] = await tx
      .select({ n: count() })
      .from(savedFilters)
      .where(eq(savedFilters.owner, filter.owner))
    if ((held?.n ?? 0) >= most) return null
    await tx.insert(savedFilters).values(filter)
    return filter
  })

export type FilterChange = Pick<KeptFilter, 'name' | 'query' | 'sharedWith'> & {
  updatedAt: Instant
}

export const changeFilter = async (
  db: Database,
  id: string,
  change: FilterChange,
): Promise<void> => {
  await db.update(savedFilters).set(change).where(eq(savedFilters.id, id))
}

export const dropFilter = async (db: Database, id: string): Promise<void> => {
  await db.delete(savedFilters).where(eq(savedFilters.id, id))
}
