// Which enterprises and which people can be named in a form?
import { and, asc, eq, gt, inArray, isNull, lte, ne, or, type SQL, sql } from 'drizzle-orm'
import type { Scope } from '../../domain/organisation/policy.ts'
import type { Region } from '../../domain/organisation/regions.ts'
import type { Instant } from '../../domain/time/instant.ts'
import { containing } from '../keyset.ts'
import { appointments, enterprises, persons } from '../schema/organisation/organisation.ts'
import type { Reader } from '../scope.ts'

export type EnterpriseRow = typeof enterprises.$inferSelect

const visible = (scope: Scope): SQL | undefined =>
  or(
    inArray(enterprises.region, scope.regions),
    scope.owner === null ? undefined : eq(enterprises.id, scope.owner),
  )

/** Enterprises in scope whose name, code or pinyin initials hold `q`. */
export const readEnterprises = (
  tx: Reader,
  scope: Scope,
  q: string,
  limit: number,
): Promise<EnterpriseRow[]> => {
  const like = containing(q)
  const matches =
    q === ''
      ? undefined
      : or(
          sql`lower(${enterprises.name}) LIKE ${like}`,
          sql`lower(${enterprises.code}) LIKE ${like}`,
          sql`lower(${enterprises.pinyin}) LIKE ${like}`,
        )
  return tx
    .select()
    .from(enterprises)
    .where(and(visible(scope), matches))
    .orderBy(asc(enterprises.name))
    .limit(limit)
}

/** An enterprise in scope by its id or its unified social credit code. */
export const readEnterprise = async (
  tx: Reader,
  scope: Scope,
  key: string,
): Promise<EnterpriseRow | null> => {
  const [found] = await tx
    .select()
    .from(enterprises)
    .where(and(visible(scope), or(eq(enterprises.id, key), eq(enterprises.code, key))))
  return found ?? null
}

export type Choice = { id: string; name: string; office: string; role: string }

const inForce = (at: Instant) =>
  and(
    eq(persons.id, appointments.person),
    eq(persons.active, true),
    lte(appointments.since, at),
    or(isNull(appointments.until), gt(appointments.until, at)),
  )

const choice = {
  id: persons.id,
  name: persons.name,
  office: appointments.office,
  role: appointments.role,
}

/** Colleagues who could take a task over: members of its groups now, without oneself. */
export const readColleagues = (
  tx: Reader,
  groups: string[],
  self: string,
  at: Instant,
): Promise<Choice[]> =>
  tx
    .selectDistinctOn([persons.id], choice)
    .from(persons)
    .innerJoin(appointments, inForce(at))
    .where(
      and(
        inArray(sql`${appointments.office} || '/' || ${appointments.role}`, groups),
        ne(persons.id, self),
      ),
    )
    .orderBy(persons.id)

/** People of the authorities who answer for one of the regions. */
export const readOfficials = (
  tx: Reader,
  regions: Region[],
  self: string,
  at: Instant,
): Promise<Choice[]> =>
  tx
    .selectDistinctOn([persons.id], choice)
    .from(persons)
    .innerJoin(appointments, inForce(at))
    .where(
      and(inArray(appointments.region, regions), isNull(persons.enterprise), ne(persons.id, self)),
    )
    .orderBy(persons.id)
    .limit(500)
