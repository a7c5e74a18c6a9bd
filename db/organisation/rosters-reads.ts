// Which rosters are in force, who may stand on them, and who took whose shift?
import { and, asc, desc, eq, inArray, or, sql } from 'drizzle-orm'
import { asAgreed, type Exchange } from '../../domain/rosters/exchanges.ts'
import type { Seat } from '../../domain/rosters/offices.ts'
import type { Holding, Roster } from '../../domain/rosters/roster.ts'
import { addToMonth, monthOf } from '../../domain/rosters/shifts.ts'
import type { Instant } from '../../domain/time/instant.ts'
import type { Executor } from '../client.ts'
import { appointments, personPhones, persons } from '../schema/organisation/organisation.ts'
import {
  rosterCalls,
  rosterDecisions,
  rosterExchangeDecisions,
  rosterExchanges,
  rosters,
} from '../schema/organisation/rosters.ts'

type Reads = Pick<Executor, 'select'>
export type RosterVersion = typeof rosters.$inferSelect
export type RosterDecision = typeof rosterDecisions.$inferSelect
export type DecidedVersion = RosterVersion & { decided: RosterDecision | null }
export type RosterExchange = typeof rosterExchanges.$inferSelect
export type DecidedExchange = RosterExchange & {
  decided: typeof rosterExchangeDecisions.$inferSelect | null
}

/** Every version of these months, the newest first; `offices` absent: of all. */
export const readVersions = async (
  db: Reads,
  { offices, months }: { offices?: string[]; months: string[] },
): Promise<DecidedVersion[]> => {
  const rows = await db
    .select({ one: rosters, decided: rosterDecisions })
    .from(rosters)
    .leftJoin(rosterDecisions, eq(rosterDecisions.roster, rosters.id))
    .where(
      and(inArray(rosters.month, months), offices ? inArray(rosters.office, offices) : undefined),
    )
    .orderBy(asc(rosters.office), asc(rosters.month), desc(rosters.version))
  return rows.map(({ one, decided }) => ({ ...one, decided }))
}

/** Of these offices; the shift given or taken in return may lie in another month. */
export const readExchanges = async (
  db: Reads,
  where: { offices: string[] } | { person: string },
): Promise<DecidedExchange[]> => {
  const rows = await db
    .select({ one: rosterExchanges, decided: rosterExchangeDecisions })
    .from(rosterExchanges)
    .leftJoin(rosterExchangeDecisions, eq(rosterExchangeDecisions.exchange, rosterExchanges.id))
    .where(
      'offices' in where
        ? inArray(rosterExchanges.office, where.offices)
        : or(
            eq(rosterExchanges.person, where.person),
            eq(rosterExchanges.substitute, where.person),
          ),
    )
    .orderBy(desc(rosterExchanges.at), asc(rosterExchanges.id))
  return rows.map(({ one, decided }) => ({ ...one, decided }))
}

export const findExchange = async (db: Reads, id: string): Promise<DecidedExchange | null> => {
  const [found] = await db
    .select({ one: rosterExchanges, decided: rosterExchangeDecisions })
    .from(rosterExchanges)
    .leftJoin(rosterExchangeDecisions, eq(rosterExchangeDecisions.exchange, rosterExchanges.id))
    .where(eq(rosterExchanges.id, id))
  return found ? { ...found.one, decided: found.decided } : null
}

export const exchangeOf = ({
  shift,
  seat,
  person,
  substitute,
  inReturn,
}: RosterExchange): Exchange => ({ shift, seat, from: person, to: substitute, inReturn })

/** The newest published version of each month of one office. */
export const inForce = (versions: DecidedVersion[]): DecidedVersion[] => {
  const published = versions.filter(({ decided }) => decided?.decision === 'approved')
  return published.filter(
    (one) =>
      !published.some(
        (other) =>
          other.office === one.office && other.month === one.month && other.version > one.version,
      ),
  )
}

/** Versions of one office, one of each month, with what has been agreed since they were entered; `undone`: agreements that hold no more. */
export const agreedRosters = (
  versions: readonly RosterVersion[],
  exchanges: readonly DecidedExchange[],
): { rosters: Roster[]; undone: string[] } => {
  const { rosters, undone } = asAgreed(
    versions.map(({ month, starts, entries, proposedAt }) => ({
      month,
      starts,
      entries,
      enteredAt: proposedAt,
    })),
    exchanges.flatMap((one) =>
      one.office === versions[0]?.office && one.decided?.decision === 'accepted'
        ? [{ ...exchangeOf(one), id: one.id, acceptedAt: one.decided.at }]
        : [],
    ),
  )
  return { rosters, undone: undone.map(({ id }) => id) }
}

/** What is in force, by office. What is taken in return may lie in the month beside, so that one counts too. */
export const readInForce = async (
  db: Reads,
  { offices, months }: { offices?: string[]; months: string[] },
): Promise<Map<string, (Roster & { enteredBy: string })[]>> => {
  const around = months.flatMap((month) => [-1, 0, 1].map((n) => addToMonth(month, n)))
  const versions = inForce(
    await readVersions(db, { ...(offices ? { offices } : {}), months: [...new Set(around)] }),
  )
  const named = [...new Set(versions.map(({ office }) => office))]
  const exchanges = named.length === 0 ? [] : await readExchanges(db, { offices: named })
  const found = named.map((office) => {
    const own = versions.filter((one) => one.office === office)
    const enteredBy = new Map(own.map((one) => [one.month, one.proposedBy]))
    const { rosters } = agreedRosters(own, exchanges)
    return [
      office,
      rosters
        .filter(({ month }) => months.includes(month))
        .map((one) => ({ ...one, enteredBy: enteredBy.get(one.month) ?? '' })),
    ] as const
  })
  return new Map(found.filter(([, kept]) => kept.length > 0))
}

/** Of these exchanges those that were agreed and hold no more, by the rosters in force of all the months that they touch. */
export const readUndone = async (
  db: Reads,
  exchanges: readonly DecidedExchange[],
): Promise<ReadonlySet<string>> => {
  const agreed = exchanges.filter(({ decided }) => decided?.decision === 'accepted')
  if (agreed.length === 0) return new Set()
  const offices = [...new Set(agreed.map(({ office }) => office))]
  const months = agreed.flatMap(({ month, inReturn }) => [
    month,
    ...(inReturn ? [monthOf(inReturn.day)] : []),
  ])
  const versions = inForce(await readVersions(db, { offices, months: [...new Set(months)] }))
  const all = await readExchanges(db, { offices })
  return new Set(
    offices.flatMap(
      (office) =>
        agreedRosters(
          versions.filter((one) => one.office === office),
          all,
        ).undone,
    ),
  )
}

export type Candidate = Holding & { name: string; pinyin: string; group: string }

/** Whoever holds the post of a seat in one of the offices now, held it, or will; only while his account is in use. */
export const readHoldings = async (
  db: Reads,
  offices: Record<Seat, string>[],
): Promise<Candidate[]> => {
  const groups = [...new Set(offices.flatMap((one) => Object.values(one)))]
  if (groups.length === 0) return []
  const rows = await db
    .select({
      person: persons.id,
      name: persons.name,
      pinyin: persons.pinyin,
      group: sql<string>`${appointments.office} || '/' || ${appointments.role}`,
      since: appointments.since,
      until: appointments.until,
    })
    .from(appointments)
    .innerJoin(persons, eq(persons.id, appointments.person))
    .where(and(or(...groups.map(inGroup)), eq(persons.active, true)))
    .orderBy(asc(persons.id), asc(appointments.since))
  return rows.map((one) => ({ ...one, seat: one.group.endsWith('/leader') ? 'leader' : 'officer' }))
}

const inGroup = (group: string) => {
  const at = group.lastIndexOf('/')
  return and(
    eq(appointments.office, group.slice(0, at)),
    sql`${appointments.role} = ${group.slice(at + 1)}`,
  )
}

export const readNames = async (db: Reads, people: string[]): Promise<Map<string, string>> => {
  if (people.length === 0) return new Map()
  const rows = await db
    .select({ id: persons.id, name: persons.name })
    .from(persons)
    .where(inArray(persons.id, people))
  return new Map(rows.map(({ id, name }) => [id, name]))
}

/** With the middle covered. */
export const readMaskedPhones = async (
  db: Reads,
  people: string[],
): Promise<Map<string, string>> => {
  if (people.length === 0) return new Map()
  const rows = await db
    .select({ person: personPhones.person, masked: personPhones.masked })
    .from(personPhones)
    .where(inArray(personPhones.person, people))
  return new Map(rows.map(({ person, masked }) => [person, masked]))
}

/** Calls that met a gap since then. */
export const readCallsInGaps = async (
  db: Reads,
  office: string,
  since: Instant,
): Promise<{ at: Instant; grp: string; caseId: string }[]> =>
  db
    .select({ at: rosterCalls.at, grp: rosterCalls.grp, caseId: rosterCalls.caseId })
    .from(rosterCalls)
    .where(
      and(
        eq(rosterCalls.office, office),
        eq(rosterCalls.outcome, 'gap'),
        sql`${rosterCalls.at} >= ${since}::timestamptz`,
      ),
    )
    .orderBy(desc(rosterCalls.at))
    .limit(20)
