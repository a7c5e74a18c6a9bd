// For whom does somebody stand in at a moment, and what has been ordered about it?
import { and, desc, eq, gt, inArray, lt, lte, notExists, or, type SQL, sql } from 'drizzle-orm'
import { alias } from 'drizzle-orm/pg-core'
import type { Appointment } from '../domain/case/actor.ts'
import type { Instant } from '../domain/case/instant.ts'
import type { Region } from '../domain/organisation/regions.ts'
import { isCovered } from '../domain/organisation/substitutions.ts'
import type { Database, Executor } from './client.ts'
import type { Place } from './reads/keyset.ts'
import { appointments, persons } from './schema/organisation.ts'
import { substitutionEnds, substitutions } from './schema/substitutions.ts'

const absent = alias(persons, 'absent')

const running = (at: Instant) => and(lte(substitutions.since, at), gt(substitutions.until, at))
const endedBy = (db: Pick<Executor, 'select'>, at: Instant) =>
  db
    .select({ one: sql`1` })
    .from(substitutionEnds)
    .where(and(eq(substitutionEnds.substitution, substitutions.id), lte(substitutionEnds.endedAt, at)))

/**
 * Whether the person of the outer query stands in for somebody at all: most do not, and then nothing more is read. The column is written
 * out, for a query without joins would leave the table's name away.
 */
export const standsIn = (at: Instant): SQL<boolean> =>
  sql<boolean>`EXISTS (SELECT 1 FROM substitutions s WHERE s.substitute = persons.id AND s.since <= ${at}::timestamptz AND s.until > ${at}::timestamptz)`

/** The posts of absent people that somebody fills at `at`. A chain is not followed: only what the absent one holds himself. */
export const substitutedPosts = async (db: Executor, substitute: string, at: Instant, lock = false): Promise<Appointment[]> => {
  const query = db
    .select({ held: appointments, posts: substitutions.posts, order: substitutions.order, id: absent.id, name: absent.name })
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
    return isCovered({ office, region, role }, posts) ? [{ office, region, role, onBehalfOf: { id, name, order } }] : []
  })
}

/** Who has no post of his own left stands in for nobody. */
const inOffice = (at: Instant): SQL =>
  sql`EXISTS (SELECT 1 FROM appointments own WHERE own.person = ${substitutions.substitute} AND own.since <= ${at}::timestamptz AND (own.until IS NULL OR own.until > ${at}::timestamptz))`

export type Standing = {
  person: string
  name: string
  order: string
  posts: string[] | null
  substitute: { id: string; name: string; mail: string }
}

/** The substitutes, at `at`, of these people. */
export const substitutesOf = async (db: Pick<Executor, 'select'>, people: string[], at: Instant): Promise<Standing[]> => {
  if (people.length === 0) return []
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
    .where(and(inArray(substitutions.person, people), running(at), notExists(endedBy(db, at)), inOffice(at)))
    .orderBy(substitutions.createdAt)
}

export type NewSubstitution = typeof substitutions.$inferInsert
export type KnownSubstitution = typeof substitutions.$inferSelect & {
  endedAt: Instant | null
  endedBy: string | null
  endReason: string | null
}

const known = { row: substitutions, end: substitutionEnds }
const toKnown = ({ row, end }: { row: typeof substitutions.$inferSelect; end: typeof substitutionEnds.$inferSelect | null }) => ({
  ...row,
  endedAt: end?.endedAt ?? null,
  endedBy: end?.endedBy ?? null,
  endReason: end?.reason ?? null,
})

/** Keeps one: `judge` is asked with what is ordered for the absent person already, while nobody else can order anything for him. */
export const keepSubstitution = (
  db: Database,
  wanted: NewSubstitution,
  judge: (others: KnownSubstitution[]) => void,
): Promise<KnownSubstitution> =>
  db.transaction(async (tx) => {
    await tx.select({ id: persons.id }).from(persons).where(eq(persons.id, wanted.person)).for('update')
    const others = await tx
      .select(known)
      .from(substitutions)
      .leftJoin(substitutionEnds, eq(substitutionEnds.substitution, substitutions.id))
      .where(or(eq(substitutions.id, wanted.id), and(eq(substitutions.person, wanted.person), gt(substitutions.until, wanted.createdAt))))
    const all = others.map(toKnown)
    const same = all.find(({ id }) => id === wanted.id)
    if (same) return same
    judge(all)
    const [row] = await tx.insert(substitutions).values(wanted).returning()
    if (!row) throw new Error('a substitution was not kept')
    return toKnown({ row, end: null })
  })

/** Ends one before its time, once; answers whether this was the call that did. */
export const endSubstitution = async (
  db: Executor,
  end: { substitution: string; endedBy: string; endedAt: Instant; reason: string },
): Promise<boolean> => {
  const done = await db
    .insert(substitutionEnds)
    .values(end)
    .onConflictDoNothing()
    .returning({ substitution: substitutionEnds.substitution })
  return done.length > 0
}

export const findSubstitution = async (db: Executor, id: string): Promise<KnownSubstitution | null> => {
  const [found] = await db
    .select(known)
    .from(substitutions)
    .leftJoin(substitutionEnds, eq(substitutionEnds.substitution, substitutions.id))
    .where(eq(substitutions.id, id))
  return found ? toKnown(found) : null
}

/** The reader sees those that name him, and those of people with a post in these offices or regions. */
export type SubstitutionsQuery = {
  reader: string
  offices: string[]
  regions: Region[]
  past: boolean
  at: Instant
  after: Place | null
  limit: number
}

/** One page, the newest first, with one row more than asked for. */
export const readSubstitutions = async (db: Executor, { reader, offices, regions, past, at, after, limit }: SubstitutionsQuery) => {
  const inReach = sql`(a.office = ANY(${sql.param(offices)}::text[]) OR a.region = ANY(${sql.param(regions)}::text[]))`
  const reached = sql`EXISTS (SELECT 1 FROM appointments a WHERE a.person = ${substitutions.person} AND ${inReach})`
  const visible = or(eq(substitutions.person, reader), eq(substitutions.substitute, reader), reached)
  const alive = past ? undefined : and(gt(substitutions.until, at), notExists(endedBy(db, at)))
  const beyond = after
    ? or(lt(substitutions.createdAt, after.at), and(eq(substitutions.createdAt, after.at), lt(substitutions.id, after.id)))
    : undefined
  const rows = await db
    .select(known)
    .from(substitutions)
    .leftJoin(substitutionEnds, eq(substitutionEnds.substitution, substitutions.id))
    .where(and(visible, alive, beyond))
    .orderBy(desc(substitutions.createdAt), desc(substitutions.id))
    .limit(limit + 1)
  return rows.map(toKnown)
}

/** Names of people, also of those who have left. */
export const namesOf = async (db: Pick<Executor, 'select'>, ids: string[]): Promise<Map<string, string>> => {
  const rows = ids.length === 0 ? [] : await db.select({ id: persons.id, name: persons.name }).from(persons).where(inArray(persons.id, ids))
  return new Map(rows.map(({ id, name }) => [id, name]))
}

/** The posts that people hold themselves at `at`. */
export const ownPostsOf = async (db: Pick<Executor, 'select'>, ids: string[], at: Instant): Promise<Map<string, Appointment[]>> => {
  const inForce = and(lte(appointments.since, at), or(sql`${appointments.until} IS NULL`, gt(appointments.until, at)))
  const rows =
    ids.length === 0
      ? []
      : await db
          .select()
          .from(appointments)
          .where(and(inArray(appointments.person, ids), inForce))
  const found = new Map<string, Appointment[]>(ids.map((id) => [id, []]))
  for (const { person, office, region, role } of rows) found.get(person)?.push({ office, region, role })
  return found
}

export type InOffice = { name: string; from: string; to: string; order: string }

/** Who stands in at `at` for people of these offices, by the absent one. */
export const standingInOffices = async (db: Executor, offices: string[], at: Instant): Promise<Map<string, InOffice[]>> => {
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
