// Who holds, held or will hold which post, whose account is disabled, and who has ordered it?

import { and, asc, desc, eq, sql } from 'drizzle-orm'
import type { HeldPost, Place, Subject } from '../../domain/organisation/personnel.ts'
import { isRegion } from '../../domain/organisation/regions.ts'
import type { Instant } from '../../domain/time/instant.ts'
import { alone } from '../alone.ts'
import type { Database, Executor } from '../client.ts'
import { session } from '../schema/organisation/auth.ts'
import {
  appointments,
  enterprises,
  offices,
  personnelActs,
  persons,
} from '../schema/organisation/organisation.ts'

export type PersonnelEntry = typeof personnelActs.$inferSelect
type Reads = Pick<Executor, 'select'>

/** One at a time: whether a post is left empty depends on every other appointment. */
export const withPersonnel = <Result>(
  db: Database,
  work: (tx: Executor) => Promise<Result>,
): Promise<Result> => alone(db, 'personnel', work)

export type KnownPerson = Subject & {
  name: string
  username: string
  mail: string
  enterpriseName: string | null
}

/** A person with every post he ever had in the register, the newest first. */
export const readPerson = async (db: Reads, id: string): Promise<KnownPerson | null> => {
  const [found] = await db
    .select({ person: persons, enterpriseName: enterprises.name })
    .from(persons)
    .leftJoin(enterprises, eq(enterprises.id, persons.enterprise))
    .where(eq(persons.id, id))
  if (!found) return null
  const held = await db
    .select()
    .from(appointments)
    .where(eq(appointments.person, id))
    .orderBy(desc(appointments.since), asc(appointments.office))
  const { name, username, mail, enterprise, active } = found.person
  return {
    id,
    name,
    username,
    mail,
    enterprise,
    active,
    enterpriseName: found.enterpriseName,
    held: held.map(
      ({ office, role, region, since, until }): HeldPost => ({
        office,
        role,
        region,
        since,
        until,
      }),
    ),
  }
}

/** An office of the register, or `enterprise:<id>`. */
export const readPlace = async (db: Reads, office: string): Promise<Place | null> => {
  const enterprise = /^enterprise:(.+)$/.exec(office)?.[1]
  if (enterprise !== undefined) {
    const [one] = await db
      .select({ region: enterprises.region })
      .from(enterprises)
      .where(eq(enterprises.id, enterprise))
    return one ? { kind: 'enterprise', region: one.region } : null
  }
  const [one] = await db
    .select({ kind: offices.kind, region: offices.region })
    .from(offices)
    .where(eq(offices.id, office))
  return one && isRegion(one.region) ? one : null
}

export const listOffices = (db: Reads) =>
  db.select().from(offices).orderBy(asc(offices.region), asc(offices.id))

export const readPersonnelActs = (db: Reads, person: string): Promise<PersonnelEntry[]> =>
  db
    .select()
    .from(personnelActs)
    .where(eq(personnelActs.person, person))
    .orderBy(desc(personnelActs.at), desc(personnelActs.id))

export const findPersonnelAct = async (db: Reads, id: string): Promise<PersonnelEntry | null> =>
  (await db.select().from(personnelActs).where(eq(personnelActs.id, id)))[0] ?? null

export const keepPersonnelAct = async (tx: Executor, entry: PersonnelEntry): Promise<void> => {
  await tx.insert(personnelActs).values(entry)
}

export const givePost = async (tx: Executor, person: string, post: HeldPost): Promise<void> => {
  await tx.insert(appointments).values({ person, ...post })
}

export const endPost = async (
  tx: Executor,
  person: string,
  { office, role, since }: HeldPost,
  until: Instant,
): Promise<void> => {
  await tx
    .update(appointments)
    .set({ until })
    .where(
      and(
        eq(appointments.person, person),
        eq(appointments.office, office),
        eq(appointments.role, role),
        eq(appointments.since, since),
      ),
    )
}

/** Whoever is disabled is signed out everywhere, too. */
export const setActive = async (tx: Executor, person: string, active: boolean): Promise<void> => {
  await tx.update(persons).set({ active }).where(eq(persons.id, person))
  if (!active) await tx.delete(session).where(eq(session.userId, person))
}

/**
 * Which of these groups `<office>/<role>` somebody else, who is active, holds from a moment on. Whoever has an end already does not count: two
 * ends, at once or one after the other, would leave nobody, and neither would be notified.
 */
export const heldByOthers = async (
  db: Pick<Executor, 'execute'>,
  groups: string[],
  person: string,
  at: Instant,
): Promise<Map<string, number>> => {
  const { rows } = await db.execute<{ group: string; n: number }>(sql`
    SELECT a.office || '/' || a.role AS "group", count(DISTINCT a.person)::int AS n
    FROM appointments a JOIN persons p ON p.id = a.person AND p.active
    WHERE a.office || '/' || a.role = ANY(${sql.param(groups)}::text[]) AND a.person <> ${person}
      AND a.since <= ${at}::timestamptz AND a.until IS NULL
    GROUP BY 1`)
  return new Map(rows.map(({ group, n }) => [group, n]))
}

/** How many others could still approve what an administrator of the city or the province proposes. */
export const otherAdministrators = async (
  db: Pick<Executor, 'execute'>,
  person: string,
  regions: string[],
  at: Instant,
): Promise<number> => {
  const { rows } = await db.execute<{ n: number }>(sql`
    SELECT count(DISTINCT a.person)::int AS n FROM appointments a JOIN persons p ON p.id = a.person AND p.active
    WHERE a.role = 'administrator' AND a.region = ANY(${sql.param(regions)}::text[]) AND a.person <> ${person}
      AND a.since <= ${at}::timestamptz AND a.until IS NULL`)
  return rows[0]?.n ?? 0
}
