// Who is away on which days, by an order that lets somebody stand in for him?
import { and, asc, eq, gte, inArray, isNull, lte, or, sql } from 'drizzle-orm'
import { alias } from 'drizzle-orm/pg-core'
import type { Day } from '../../domain/time/days.ts'
import type { Executor } from '../client.ts'
import { persons } from '../schema/organisation/organisation.ts'
import {
  substitutionAgreements,
  substitutionEnds,
  substitutions,
} from '../schema/organisation/substitutions.ts'

export type Absence = { person: string; from: Day; to: Day; substitute: string }

const standIn = alias(persons, 'stand_in')

/** Agreed, and not ended before its time; days as ordered, both included. */
export const readAbsences = async (
  db: Pick<Executor, 'select'>,
  people: string[],
  from: Day,
  to: Day,
): Promise<Absence[]> => {
  if (people.length === 0) return []
  return db
    .select({
      person: substitutions.person,
      from: substitutions.fromDay,
      to: substitutions.toDay,
      substitute: sql<string>`${standIn.name}`,
    })
    .from(substitutions)
    .innerJoin(substitutionAgreements, eq(substitutionAgreements.substitution, substitutions.id))
    .innerJoin(standIn, eq(standIn.id, substitutions.substitute))
    .leftJoin(substitutionEnds, eq(substitutionEnds.substitution, substitutions.id))
    .where(
      and(
        inArray(substitutions.person, people),
        lte(substitutions.fromDay, to),
        or(
          isNull(substitutionEnds.substitution),
          gte(substitutionEnds.endedAt, substitutions.until),
        ),
        gte(substitutions.toDay, from),
      ),
    )
    .orderBy(asc(substitutions.fromDay))
}
