// How many people hold a post?
import { and, countDistinct, eq, gt, isNull, lte, or, sql } from 'drizzle-orm'
import { groupWords } from '../../domain/organisation/group-words.ts'
import type { Instant } from '../../domain/time/instant.ts'
import type { Executor } from '../client.ts'
import { appointments, persons } from '../schema/organisation/organisation.ts'

/** A post by its group key, in its words, with how many people hold it at `at`. */
export const holdersOf = async (tx: Executor, group: string, at: Instant) => {
  const [office = '', role = ''] = group.split('/')
  const inForce = and(
    lte(appointments.since, at),
    or(isNull(appointments.until), gt(appointments.until, at)),
  )
  const [row] = await tx
    .select({ holders: countDistinct(persons.id) })
    .from(appointments)
    .innerJoin(persons, and(eq(persons.id, appointments.person), eq(persons.active, true)))
    .where(and(eq(appointments.office, office), sql`${appointments.role} = ${role}`, inForce))
  return { group, name: groupWords(group).zh, holders: row?.holders ?? 0 }
}
