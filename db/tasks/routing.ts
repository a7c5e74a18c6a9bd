// What do the registers say of the people who could be given a task, by which rules, and whose turn is it?

import { and, desc, eq, inArray, sql } from 'drizzle-orm'
import type { Candidate } from '../../domain/engine/choosing.ts'
import type { Register } from '../../domain/engine/settle.ts'
import { isCovered } from '../../domain/organisation/substitutions.ts'
import type { RoutingRule } from '../../domain/tasks/routing/rules.ts'
import type { Instant } from '../../domain/time/instant.ts'
import { alone, hold } from '../alone.ts'
import type { Database, Executor } from '../client.ts'
import { persons } from '../schema/organisation/organisation.ts'
import {
  routingRuleEnds,
  routingRules,
  routingTurns,
  vacancies,
} from '../schema/organisation/routing.ts'
import { substitutesOf } from './substitutions.ts'

type Reads = Pick<Executor, 'select' | 'execute'>
type Row = typeof routingRules.$inferSelect
type Posts = Candidate['person']['appointments']
type FoundRule = Omit<RoutingRule, 'group'> & { grp: string }
type Found = {
  rules: FoundRule[]
  holders: { id: string; name: string; enterprise: string | null; posts: Posts }[]
  vacant: string[]
}
export type NewRule = Omit<Row, 'seq'>
export type KnownRule = RoutingRule &
  Pick<Row, 'bodyHash' | 'reason' | 'by' | 'byName' | 'at'> & {
    end: typeof routingRuleEnds.$inferSelect | null
  }

/** Of a rule what counts; an early end is its end. */
const rulesOf = (groups: string[], at: Instant) => sql`
  SELECT r.id, r.grp, r.process, r.region, r.field, r.value, r.way, r.order_number AS "order", r.seq, r.since, least(r.until, x.at) AS until,
    CASE WHEN r.person IS NOT NULL THEN jsonb_build_object('id', r.person, 'name', p.name) END AS person
  FROM routing_rules r LEFT JOIN routing_rule_ends x ON x.rule = r.id LEFT JOIN persons p ON p.id = r.person
  WHERE r.grp = ANY(${sql.param(groups)}::text[]) AND (x.at IS NULL OR x.at > ${at}::timestamptz) AND (r.until IS NULL OR r.until > ${at}::timestamptz)`

const held = (at: Instant) =>
  sql`a.since <= ${at}::timestamptz AND (a.until IS NULL OR a.until > ${at}::timestamptz)`
const officesOf = (groups: string[]) =>
  groups.map((group) => group.slice(0, group.lastIndexOf('/')))

/** Everybody active who holds one of the groups, with all his posts. */
const holdersOf = (groups: string[], at: Instant) => sql`
  SELECT p.id, p.name, p.enterprise, (
    SELECT jsonb_agg(jsonb_build_object('office', a.office, 'role', a.role, 'region', a.region) ORDER BY a.office, a.role)
    FROM appointments a WHERE a.person = p.id AND ${held(at)}) AS posts
  FROM persons p WHERE p.active AND p.id IN (
    SELECT a.person FROM appointments a WHERE a.office = ANY(${sql.param(officesOf(groups))}::text[])
      AND a.office || '/' || a.role = ANY(${sql.param(groups)}::text[]) AND ${held(at)})`

const readFound = async (tx: Reads, groups: string[], at: Instant): Promise<Found> => {
  const { rows } = await tx.execute<Found>(sql`SELECT
    (SELECT coalesce(jsonb_agg(to_jsonb(one)), '[]') FROM (${rulesOf(groups, at)}) one) AS rules,
    (SELECT coalesce(jsonb_agg(to_jsonb(one) ORDER BY one.id), '[]') FROM (${holdersOf(groups, at)}) one) AS holders,
    (SELECT coalesce(jsonb_agg(v.grp), '[]') FROM vacancies v WHERE v.filled_at IS NULL AND v.grp = ANY(${sql.param(groups)}::text[])) AS vacant`)
  return rows[0] ?? { rules: [], holders: [], vacant: [] }
}

/**
 * The register for tasks of these groups: one statement where no rule speaks of them. Where one does, whoever gives out tasks of the process
 * waits for the one before him, so that two at once do not find the same person with least in hand; tasks of `caseId` itself are not counted.
 */
export const readRegister = async (
  tx: Reads,
  {
    groups,
    process,
    caseId,
    at,
  }: { groups: string[]; process: string; caseId: string; at: Instant },
): Promise<Register> => {
  const { rules, holders, vacant } = await readFound(tx, groups, at)
  const people = holders.map(({ posts, ...one }): Candidate['person'] => ({
    kind: 'person',
    ...one,
    appointments: posts,
  }))
  const known = rules.map(toRule)
  if (known.length === 0) return { rules: [], vacant, candidates: people.map(idle) }
  await hold(tx, `routing/${process}`)
  return { rules: known, vacant, candidates: await withLoad(tx, people, known, { caseId, at }) }
}

const idle = (person: Candidate['person']): Candidate => ({
  person,
  load: 0,
  turns: {},
  standIns: [],
})

const toRule = ({ grp, since, until, ...one }: FoundRule): RoutingRule => ({
  ...one,
  group: grp,
  since: new Date(since).toISOString(),
  until: until && new Date(until).toISOString(),
})

/** The rules alone, for who only wants to know. */
export const peekRules = async (
  tx: Pick<Executor, 'execute'>,
  groups: string[],
  at: Instant,
): Promise<RoutingRule[]> => {
  if (groups.length === 0) return []
  const { rows } = await tx.execute<FoundRule>(rulesOf(groups, at))
  return rows.map((one) => toRule({ ...one, seq: Number(one.seq) }))
}

const withLoad = async (
  tx: Reads,
  people: Candidate['person'][],
  rules: RoutingRule[],
  { caseId, at }: { caseId: string; at: Instant },
): Promise<Candidate[]> => {
  const ids = people.map(({ id }) => id)
  const { rows: loads } = await tx.execute<{ person: string; n: number }>(sql`
    SELECT assignee AS person, count(DISTINCT id)::int AS n FROM tasks
    WHERE open AND assignee = ANY(${sql.param(ids)}::text[]) AND case_id <> ${caseId} GROUP BY assignee`)
  const turns = await tx
    .select()
    .from(routingTurns)
    .where(inArray(routingTurns.rule, [...rules.map(({ id }) => id)]))
  const standing = await substitutesOf(tx, ids, at)
  return people.map((person) => ({
    person,
    load: loads.find((one) => one.person === person.id)?.n ?? 0,
    turns: Object.fromEntries(
      turns.filter((one) => one.person === person.id).map(({ rule, turn }) => [rule, turn]),
    ),
    standIns: standing
      .filter((one) => one.person === person.id)
      .map(({ substitute, order, posts }) => ({
        id: substitute.id,
        name: substitute.name,
        order,
        posts: coveredOf(person, posts),
      })),
  }))
}

const coveredOf = ({ appointments }: Candidate['person'], posts: string[] | null): string[] =>
  appointments.filter((one) => isCovered(one, posts)).map(({ office, role }) => `${office}/${role}`)

/** Counts a turn for everybody who was given something by a rule. */
export const keepTurns = async (
  tx: Pick<Executor, 'execute'>,
  turns: { rule: string; person: string }[],
): Promise<void> => {
  for (const { rule, person } of turns)
    await tx.execute(sql`
      INSERT INTO routing_turns (rule, person, turn)
      SELECT ${rule}, ${person}, coalesce(max(turn), 0) + 1 FROM routing_turns WHERE rule = ${rule}
      ON CONFLICT (rule, person) DO UPDATE SET turn = excluded.turn`)
}

/** A post that a task has found empty; whoever knows it already is not notified again. */
export const keepEmptied = async (tx: Executor, groups: string[], at: Instant): Promise<void> => {
  const rows = groups.map((grp) => ({
    grp,
    region: grp.slice(0, 6),
    since: at,
    cause: 'task' as const,
  }))
  if (rows.length > 0) await tx.insert(vacancies).values(rows).onConflictDoNothing()
}

/** One at a time enters or ends rules. */
export const withRules = <Result>(
  db: Database,
  work: (tx: Executor) => Promise<Result>,
): Promise<Result> => alone(db, 'routing-rules', work)

const all = { rule: routingRules, end: routingRuleEnds, name: persons.name }
type Joined = { rule: Row; end: typeof routingRuleEnds.$inferSelect | null; name: string | null }
const toKnown = ({ rule: { grp, person, ...rule }, end, name }: Joined): KnownRule => ({
  ...rule,
  group: grp,
  end,
  person: person === null ? null : { id: person, name: name ?? person },
  until: end && (rule.until === null || end.at < rule.until) ? end.at : rule.until,
})

/** Rules of these offices, the newest first; also those that are over. */
export const listRules = async (
  db: Pick<Executor, 'select'>,
  offices: string[],
): Promise<KnownRule[]> => {
  const rows = await db
    .select(all)
    .from(routingRules)
    .leftJoin(routingRuleEnds, eq(routingRuleEnds.rule, routingRules.id))
    .leftJoin(persons, eq(persons.id, routingRules.person))
    .where(inArray(sql`split_part(${routingRules.grp}, '/', 1)`, offices))
    .orderBy(desc(routingRules.seq))
    .limit(500)
  return rows.map(toKnown)
}

export const findRule = async (
  db: Pick<Executor, 'select'>,
  id: string,
): Promise<KnownRule | null> => {
  const [row] = await db
    .select(all)
    .from(routingRules)
    .leftJoin(routingRuleEnds, eq(routingRuleEnds.rule, routingRules.id))
    .leftJoin(persons, eq(persons.id, routingRules.person))
    .where(and(eq(routingRules.id, id)))
  return row ? toKnown(row) : null
}

export const keepRule = async (tx: Executor, rule: NewRule): Promise<void> => {
  await tx.insert(routingRules).values(rule)
}

export const keepRuleEnd = async (
  tx: Executor,
  end: typeof routingRuleEnds.$inferInsert,
): Promise<void> => {
  await tx.insert(routingRuleEnds).values(end)
}
