// Which licences are in the register, the first to end first?
import { and, eq, or, type SQL, sql } from 'drizzle-orm'
import type { Standing } from '../../domain/model/register-definition.ts'
import type { Day } from '../../domain/time/days.ts'
import type { Executor } from '../client.ts'
import { containing, cut, type ListParts, type Place, pageOf } from '../keyset.ts'
import { licences } from '../schema/cases/licences.ts'
import type { Reader } from '../scope.ts'

export type LicenceHit = {
  id: string
  process: string
  number: string
  region: string
  holder: string
  scope: string
  mode: string
  premises: string
  validFrom: Day | null
  validUntil: Day | null
  standing: Standing
  since: Day
  replaces: string | null
}

export type LicenceQuery = {
  process: string | null
  standing: Standing | null
  /** Only those in force that end on this day or before it. */
  endsBy: Day | null
  q: string | null
  scope: string | null
}

const columns = sql`
  l.case_id AS id, l.process, l.number, l.region, l.holder, l.scope, l.mode, l.premises, l.valid_from::text AS "validFrom",
  l.valid_until::text AS "validUntil", l.standing, l.since::text AS since, l.replaces`

export const licenceList = (query: LicenceQuery): ListParts => ({
  hits: sql`
    SELECT coalesce(valid_until, '9999-12-31')::timestamp AT TIME ZONE 'UTC' AS sort, case_id AS id FROM licences
    WHERE ${sql.join(wanted(query), sql` AND `)}`,
  columns,
  joins: sql`LEFT JOIN licences l ON l.case_id = page.id`,
  order: 'ascending',
})

const wanted = ({ process, standing, endsBy, q, scope }: LicenceQuery): SQL[] => [
  sql`true`,
  ...(process === null ? [] : [sql`process = ${process}`]),
  ...(standing === null ? [] : [sql`standing = ${standing}`]),
  ...(endsBy === null ? [] : [sql`standing = 'in-force' AND valid_until <= ${endsBy}::date`]),
  ...(q === null
    ? []
    : [
        sql`(lower(number) LIKE ${containing(q)} OR lower(holder) LIKE ${containing(q)} OR lower(premises) LIKE ${containing(q)})`,
      ]),
  ...(scope === null
    ? []
    : [sql`(lower(scope) LIKE ${containing(scope)} OR lower(mode) LIKE ${containing(scope)})`]),
]

export const readLicences = async (
  tx: Reader,
  query: LicenceQuery & { after: Place | null; limit: number },
) => {
  const { rows } = await tx.execute<
    LicenceHit & { total: number; sort: string | null; key: string | null }
  >(pageOf({ ...licenceList(query), after: query.after, limit: query.limit }))
  return cut(rows, query.limit)
}

export const readLicence = async (
  tx: Pick<Reader, 'execute'>,
  caseId: string,
): Promise<LicenceHit | null> => {
  const { rows } = await tx.execute<LicenceHit>(
    sql`SELECT ${columns} FROM licences l WHERE l.case_id = ${caseId}`,
  )
  return rows[0] ?? null
}

export type LicenceKin = { id: string; number: string; replaces: string | null }

/** The licence that one was granted in place of, and those granted in its place, of the same holder. */
export const readKin = async (
  tx: Reader,
  { id, process, number, replaces }: LicenceHit,
): Promise<LicenceKin[]> => {
  const named = or(
    eq(licences.replaces, number),
    ...(replaces === null ? [] : [eq(licences.number, replaces)]),
  )
  return tx
    .select({ id: licences.caseId, number: licences.number, replaces: licences.replaces })
    .from(licences)
    .where(
      and(
        eq(licences.process, process),
        named,
        sql`${licences.caseId} <> ${id}`,
        sql`${licences.owner} = (SELECT owner FROM licences WHERE case_id = ${id})`,
      ),
    )
    .orderBy(licences.validFrom, licences.caseId)
}

const mostFound = 20

/** For everybody: by the whole number, or by a part of the holder's name. Read by the owner of the database: whoever asks has no scope. */
export const lookUpLicences = async (db: Executor, number: string): Promise<LicenceHit[]> => {
  const { rows } = await db.execute<LicenceHit>(sql`
    SELECT ${columns} FROM licences l WHERE l.number = ${number} OR lower(l.holder) LIKE ${containing(number)}
    ORDER BY l.standing <> 'in-force', l.valid_until DESC NULLS LAST, l.case_id LIMIT ${mostFound}`)
  return rows
}
