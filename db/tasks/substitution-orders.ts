// What has been ordered of substitutions, who agrees, and who sees it?
import {
  and,
  desc,
  eq,
  gt,
  inArray,
  isNotNull,
  isNull,
  lt,
  lte,
  notExists,
  or,
  type SQL,
  sql,
} from 'drizzle-orm'
import type { Appointment } from '../../domain/organisation/actor.ts'
import type { Side } from '../../domain/organisation/consents.ts'
import type { Region } from '../../domain/organisation/regions.ts'
import type { Instant } from '../../domain/time/instant.ts'
import type { Database, Executor } from '../client.ts'
import type { Place } from '../keyset.ts'
import { appointments, persons } from '../schema/organisation/organisation.ts'
import {
  substitutionAgreements,
  substitutionConsents,
  substitutionEnds,
  substitutions,
} from '../schema/organisation/substitutions.ts'
import { endedBy } from './substitutions.ts'

export type NewSubstitution = typeof substitutions.$inferInsert
export type KnownConsent = { person: string; side: Side; at: Instant }
export type KnownSubstitution = typeof substitutions.$inferSelect & {
  endedAt: Instant | null
  endedBy: string | null
  endReason: string | null
  agreedAt: Instant | null
  consents: KnownConsent[]
}

const known = {
  row: substitutions,
  end: substitutionEnds,
  agreedAt: substitutionAgreements.at,
  consents: sql<
    KnownConsent[]
  >`(SELECT coalesce(jsonb_agg(jsonb_build_object('person', c.person, 'side', c.side, 'at', c.at) ORDER BY c.at, c.person), '[]')
    FROM substitution_consents c WHERE c.substitution = substitutions.id)`,
}
type Row = {
  row: typeof substitutions.$inferSelect
  end: typeof substitutionEnds.$inferSelect | null
  agreedAt: Instant | null
  consents: KnownConsent[]
}
const toKnown = ({ row, end, agreedAt, consents }: Row): KnownSubstitution => ({
  ...row,
  endedAt: end?.endedAt ?? null,
  endedBy: end?.endedBy ?? null,
  endReason: end?.reason ?? null,
  agreedAt,
  consents: consents.map((one) => ({ ...one, at: new Date(one.at).toISOString() })),
})
const knownIn = (db: Pick<Executor, 'select'>) =>
  db
    .select(known)
    .from(substitutions)
    .leftJoin(substitutionEnds, eq(substitutionEnds.substitution, substitutions.id))
    .leftJoin(substitutionAgreements, eq(substitutionAgreements.substitution, substitutions.id))

/** While it is held, nobody else orders or agrees to anything for this absent person. */
const holdPerson = (tx: Executor, person: string) =>
  tx.select({ id: persons.id }).from(persons).where(eq(persons.id, person)).for('update')

/** Keeps one with the consent of whoever has ordered it; `judge` is asked with what is agreed for the absent person already. */
export const keepSubstitution = (
  db: Database,
  wanted: NewSubstitution,
  side: Side,
  judge: (others: KnownSubstitution[]) => void,
): Promise<KnownSubstitution> =>
  db.transaction(async (tx) => {
    await holdPerson(tx, wanted.person)
    const [same] = await knownIn(tx).where(eq(substitutions.id, wanted.id))
    if (same) return toKnown(same)
    judge(await agreedFor(tx, wanted.person, wanted.createdAt))
    await tx.insert(substitutions).values(wanted)
    await tx
      .insert(substitutionConsents)
      .values({ substitution: wanted.id, person: wanted.createdBy, side, at: wanted.createdAt })
    const [kept] = await knownIn(tx).where(eq(substitutions.id, wanted.id))
    if (!kept) throw new Error('a substitution was not kept')
    return toKnown(kept)
  })

const agreedFor = async (tx: Executor, person: string, at: Instant): Promise<KnownSubstitution[]> =>
  (
    await knownIn(tx).where(
      and(
        eq(substitutions.person, person),
        gt(substitutions.until, at),
        isNotNull(substitutionAgreements.at),
      ),
    )
  ).map(toKnown)

/** One more consent: `judge` says for which side, from what stands now, and whether that is the last one wanted. */
export const keepConsent = (
  db: Database,
  { id, person, by, at }: { id: string; person: string; by: string; at: Instant },
  judge: (
    tx: Executor,
    one: KnownSubstitution,
    others: KnownSubstitution[],
  ) => Promise<{ side: Side; last: boolean }>,
): Promise<void> =>
  db.transaction(async (tx) => {
    await holdPerson(tx, person)
    const [found] = await knownIn(tx).where(eq(substitutions.id, id))
    if (!found) return
    const { side, last } = await judge(tx, toKnown(found), await agreedFor(tx, person, at))
    await tx.insert(substitutionConsents).values({ substitution: id, person: by, side, at })
    if (last) await tx.insert(substitutionAgreements).values({ substitution: id, at })
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

export const findSubstitution = async (
  db: Executor,
  id: string,
): Promise<KnownSubstitution | null> => {
  const [found] = await knownIn(db).where(eq(substitutions.id, id))
  return found ? toKnown(found) : null
}

/** The reader sees those that name him, and those of people who have a post in these offices or regions while it lasts. */
export type SubstitutionsQuery = {
  reader: string
  offices: string[]
  regions: Region[]
  /** Where he leads an office, and below: what waits there may wait for him. */
  led: Region[]
  past: boolean
  at: Instant
  after: Place | null
  limit: number
}

/** Where the absent one worked before, or works afterwards, his absence is nobody's business. */
const postDuring = (where: SQL): SQL =>
  sql`EXISTS (SELECT 1 FROM appointments a WHERE a.person = ${substitutions.person} AND ${where}
    AND a.since < ${substitutions.until} AND (a.until IS NULL OR a.until > ${substitutions.since}))`

/** One page, the newest first, with one row more than asked for. */
export const readSubstitutions = async (
  db: Executor,
  { reader, offices, regions, led, past, at, after, limit }: SubstitutionsQuery,
) => {
  const reached = postDuring(
    sql`(a.office = ANY(${sql.param(offices)}::text[]) OR a.region = ANY(${sql.param(regions)}::text[]))`,
  )
  const request = and(
    isNull(substitutionAgreements.at),
    postDuring(sql`a.region = ANY(${sql.param(led)}::text[])`),
  )
  const visible = or(
    eq(substitutions.person, reader),
    eq(substitutions.substitute, reader),
    reached,
    request,
  )
  const alive = past ? undefined : and(gt(substitutions.until, at), notExists(endedBy(db, at)))
  const beyond = after
    ? or(
        lt(substitutions.createdAt, after.at),
        and(eq(substitutions.createdAt, after.at), lt(substitutions.id, after.id)),
      )
    : undefined
  const rows = await knownIn(db)
    .where(and(visible, alive, beyond))
    .orderBy(desc(substitutions.createdAt), desc(substitutions.id))
    .limit(limit + 1)
  return rows.map(toKnown)
}

/** Names of people, also of those who have left. */
export const namesOf = async (
  db: Pick<Executor, 'select'>,
  ids: string[],
): Promise<Map<string, string>> => {
  const rows =
    ids.length === 0
      ? []
      : await db
          .select({ id: persons.id, name: persons.name })
          .from(persons)
          .where(inArray(persons.id, ids))
  return new Map(rows.map(({ id, name }) => [id, name]))
}

/** The posts that people hold themselves at `at`. */
export const ownPostsOf = async (
  db: Pick<Executor, 'select'>,
  ids: string[],
  at: Instant,
): Promise<Map<string, Appointment[]>> => {
  const inForce = and(
    lte(appointments.since, at),
    or(sql`${appointments.until} IS NULL`, gt(appointments.until, at)),
  )
  const rows =
    ids.length === 0
      ? []
      : await db
          .select()
          .from(appointments)
          .where(and(inArray(appointments.person, ids), inForce))
  const found = new Map<string, Appointment[]>(ids.map((id) => [id, []]))
  for (const { person, office, region, role } of rows)
    found.get(person)?.push({ office, region, role })
  return found
}
