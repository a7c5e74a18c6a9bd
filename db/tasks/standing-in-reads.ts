// Who stands in for the people of an office?
import { and, eq, gt, inArray, isNull, lte, notExists, or } from 'drizzle-orm'
import { alias } from 'drizzle-orm/pg-core'
import { isCovered } from '../../domain/organisation/substitutions.ts'
import type { Instant } from '../../domain/time/instant.ts'
import type { Executor } from '../client.ts'
import { appointments, persons } from '../schema/organisation/organisation.ts'
import { substitutions } from '../schema/organisation/substitutions.ts'
import { endedBy, holdsPostOfHisOwn, running } from './substitutions.ts'

export type InOffice = { name: string; from: string; to: string; order: string }

const absent = alias(persons, 'absent')

/** Who can work at `at` for people of these offices by posts that they hold there, by the absent one; what was ordered first stands first. */
export const standingInOffices = async (
  db: Executor,
  offices: string[],
  at: Instant,
): Promise<Map<string, InOffice[]>> => {
  const rows = await db
    .select({
      id: substitutions.id,
      person: substitutions.person,
      posts: substitutions.posts,
      held: appointments,
      shown: {
        name: persons.name,
        from: substitutions.fromDay,
        to: substitutions.toDay,
        order: substitutions.order,
      },
    })
    .from(substitutions)
    .innerJoin(absent, and(eq(absent.id, substitutions.person), eq(absent.active, true)))
    .innerJoin(appointments, and(eq(appointments.person, absent.id), lte(appointments.since, at)))
    .innerJoin(persons, and(eq(persons.id, substitutions.substitute), eq(persons.active, true)))
    .where(
      and(
        running(at),
        notExists(endedBy(db, at)),
        holdsPostOfHisOwn(at),
        inArray(appointments.office, offices),
        or(isNull(appointments.until), gt(appointments.until, at)),
      ),
    )
    .orderBy(substitutions.createdAt, substitutions.id)
  const found = new Map<string, InOffice[]>()
  const able = rows.filter(({ held, posts }) => isCovered(held, posts))
  for (const { person, shown } of new Map(able.map((row) => [row.id, row])).values())
    found.set(person, [...(found.get(person) ?? []), shown])
  return found
}
