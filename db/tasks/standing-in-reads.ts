// Who stands in for the people of an office?
import { and, eq, notExists, sql } from 'drizzle-orm'
import type { Instant } from '../../domain/time/instant.ts'
import type { Executor } from '../client.ts'
import { persons } from '../schema/organisation/organisation.ts'
import { substitutions } from '../schema/organisation/substitutions.ts'
import { endedBy, running } from './substitutions.ts'

export type InOffice = { name: string; from: string; to: string; order: string }

/** Who stands in at `at` for people of these offices, by the absent one. */
export const standingInOffices = async (
  db: Executor,
  offices: string[],
  at: Instant,
): Promise<Map<string, InOffice[]>> => {
  const ofOffice = sql`EXISTS (SELECT 1 FROM appointments a WHERE a.person = ${substitutions.person} AND a.office = ANY(${sql.param(offices)}::text[]))`
  const rows = await db
    .select({
      person: substitutions.person,
      name: persons.name,
      from: substitutions.fromDay,
      to: substitutions.toDay,
      order: substitutions.order,
    })
    .from(substitutions)
    .innerJoin(persons, eq(persons.id, substitutions.substitute))
    .where(and(running(at), notExists(endedBy(db, at)), ofOffice))
  const found = new Map<string, InOffice[]>()
  for (const { person, ...one } of rows) found.set(person, [...(found.get(person) ?? []), one])
  return found
}
