// Which enterprises are in the register, and how does one come into it?
import { and, asc, eq, ilike, inArray, or, sql } from 'drizzle-orm'
import type { Region } from '../../domain/organisation/regions.ts'
import { initialsOf } from '../../domain/search/pinyin.ts'
import type { Executor } from '../client.ts'
import { enterprises, persons } from '../schema/organisation/organisation.ts'

export type EnterpriseRow = typeof enterprises.$inferSelect
export type NewEnterprise = Omit<EnterpriseRow, 'id' | 'pinyin'>

/** Its credit code is its id: one register for the whole country, never given twice. */
export const addEnterprise = async (tx: Executor, one: NewEnterprise): Promise<void> => {
  await tx.insert(enterprises).values({ ...one, id: one.code, pinyin: initialsOf(one.name) })
}

export const findEnterprise = async (
  db: Pick<Executor, 'select'>,
  { id, code }: { id?: string; code?: string },
): Promise<EnterpriseRow | null> => {
  const [found] = await db
    .select()
    .from(enterprises)
    .where(
      or(
        id === undefined ? undefined : eq(enterprises.id, id),
        code === undefined ? undefined : eq(enterprises.code, code),
      ),
    )
  return found ?? null
}

/** Of these regions, by name, initials or code, with how many accounts each has. */
export const listEnterprises = (
  db: Pick<Executor, 'select'>,
  { regions, q, limit }: { regions: Region[]; q: string; limit: number },
) => {
  const like = `%${q.replace(/[\\%_]/g, '\\$&')}%`
  const wanted =
    q === ''
      ? undefined
      : or(
          ilike(enterprises.name, like),
          ilike(enterprises.pinyin, like),
          ilike(enterprises.code, like),
        )
  const accounts = sql<number>`(SELECT count(*)::int FROM ${persons} WHERE ${persons.enterprise} = ${enterprises.id} AND ${persons.active})`
  return db
    .select({ one: enterprises, accounts })
    .from(enterprises)
    .where(and(inArray(enterprises.region, regions), wanted))
    .orderBy(asc(enterprises.name), asc(enterprises.id))
    .limit(limit)
}

export const listAccountsOf = (db: Pick<Executor, 'select'>, enterprise: string) =>
  db
    .select({
      id: persons.id,
      name: persons.name,
      username: persons.username,
      active: persons.active,
    })
    .from(persons)
    .where(eq(persons.enterprise, enterprise))
    .orderBy(asc(persons.username))
