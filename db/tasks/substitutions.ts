// For whom does somebody stand in at a moment?
import { and, eq, gt, lte, notExists, or, type Placeholder, type SQL, sql } from 'drizzle-orm'
import { alias } from 'drizzle-orm/pg-core'
import type { Appointment } from '../../domain/organisation/actor.ts'
import { isCovered } from '../../domain/organisation/substitutions.ts'
import type { Instant } from '../../domain/time/instant.ts'
import type { Executor } from '../client.ts'
import { appointments, persons } from '../schema/organisation/organisation.ts'
import { substitutionEnds, substitutions } from '../schema/organisation/substitutions.ts'
import { statement } from '../statements.ts'

const absent = alias(persons, 'absent')

export const running = (at: Instant | Placeholder) =>
  and(lte(substitutions.since, at), gt(substitutions.until, at), agreedBy(at))

export const endedBy = (db: Pick<Executor, 'select'>, at: Instant | Placeholder) =>
  db
    .select({ one: sql`1` })
    .from(substitutionEnds)
    .where(
      and(eq(substitutionEnds.substitution, substitutions.id), lte(substitutionEnds.endedAt, at)),
    )

/**
 * Whether the person of the outer query stands in for somebody at all: most do not, and then nothing more is read. The column is written
 * out, for a query without joins would leave the table's name away.
 */
export const standsIn = (at: Instant | Placeholder): SQL<boolean> =>
  sql<boolean>`EXISTS (SELECT 1 FROM substitutions s WHERE s.substitute = persons.id AND s.since <= ${at}::timestamptz AND s.until > ${at}::timestamptz AND EXISTS (SELECT 1 FROM substitution_agreements g WHERE g.substitution = s.id AND g.at <= ${at}::timestamptz))`

/** The posts of absent people that somebody fills at `at`. A chain is not followed: only what the absent one holds himself. */
export const substitutedPosts = async (
  db: Executor,
  substitute: string,
  at: Instant,
  lock = false,
): Promise<Appointment[]> => {
  const query = db
    .select({
      held: appointments,
      posts: substitutions.posts,
      order: substitutions.order,
      id: absent.id,
      name: absent.name,
    })
    .from(substitutions)
    .innerJoin(absent, and(eq(absent.id, substitutions.person), eq(absent.active, true)))
    .innerJoin(appointments, and(eq(appointments.person, absent.id), lte(appointments.since, at)))
    .where(
      and(
        eq(substitutions.substitute, substitute),
        running(at),
        or(sql`${appointments.until} IS NULL`, gt(appointments.until, at)),
        notExists(endedBy(db, at)),
      ),
    )
    .orderBy(substitutions.createdAt, appointments.office, appointments.role)
  const rows = await (lock ? query.for('share', { of: appointments }) : query)
  return rows.flatMap(({ held: { office, region, role }, posts, ...onBehalfOf }) => {
    const { id, name, order } = onBehalfOf
    return isCovered({ office, region, role }, posts)
      ? [{ office, region, role, onBehalfOf: { id, name, order } }]
      : []
  })
}

/** Who has no post of his own left stands in for nobody. */
export const holdsPostOfHisOwn = (at: Instant | Placeholder): SQL =>
  sql`EXISTS (SELECT 1 FROM appointments own WHERE own.person = ${substitutions.substitute} AND own.since <= ${at}::timestamptz AND (own.until IS NULL OR own.until > ${at}::timestamptz))`

export type Standing = {
  person: string
  name: string
  order: string
  posts: string[]
  substitute: { id: string; name: string; mail: string }
}

/** The substitutes, at `at`, of these people. */
export const substitutesOf = async (
  db: Pick<Executor, 'select'>,
  people: string[],
  at: Instant,
): Promise<Standing[]> => {
  if (people.length === 0) return []
  return statement(db, 'substitutes_of', selectSubstitutes).execute({ people, at })
}

const selectSubstitutes = (db: Pick<Executor, 'select'>) => {
  const at = sql.placeholder('at')
  return db
    .select({
      person: substitutions.person,
      name: absent.name,
      order: substitutions.order,
      posts: substitutions.posts,
      substitute: { id: persons.id, name: persons.name, mail: persons.mail },
    })
    .from(substitutions)
    .innerJoin(absent, eq(absent.id, substitutions.person))
    .innerJoin(persons, and(eq(persons.id, substitutions.substitute), eq(persons.active, true)))
    .where(
      and(
        sql`${substitutions.person} = ANY(${sql.placeholder('people')}::text[])`,
        running(at),
        notExists(endedBy(db, at)),
        holdsPostOfHisOwn(at),
      ),
    )
    .orderBy(substitutions.createdAt, substitutions.id)
}

/** Nobody is waited for any more. */
const agreedBy = (at: Instant | Placeholder): SQL =>
  sql`EXISTS (SELECT 1 FROM substitution_agreements g WHERE g.substitution = ${substitutions.id} AND g.at <= ${at}::timestamptz)`
