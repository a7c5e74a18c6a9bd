// How is a case locked, read and written inside the one transaction that decides it?
import { and, eq, gt, isNull, or, sql } from 'drizzle-orm'
import { derivedId } from '../../domain/identity/commands.ts'
import { factHash, type StoredFact } from '../../domain/model/chain.ts'
import type { LookedUp } from '../../domain/model/decision-context.ts'
import type { Draft } from '../../domain/model/draft.ts'
import type { CaseRecord } from '../../domain/model/record.ts'
import type { Person } from '../../domain/organisation/actor.ts'
import { ownPosts } from '../../domain/organisation/own-posts.ts'
import { type Region, regions } from '../../domain/organisation/regions.ts'
import { groupOfPost } from '../../domain/organisation/substitutions.ts'
import type { Instant } from '../../domain/time/instant.ts'
import type { Executor } from '../client.ts'
import { holdersOf } from '../organisation/post-holders.ts'
import {
  type Answer,
  caseFacts,
  caseNumbers,
  cases,
  commands,
  effects,
} from '../schema/cases/cases.ts'
import { appointments, persons } from '../schema/organisation/organisation.ts'
import { placeholdersFor, statement, valuesOfRows } from '../statements.ts'
import { standsIn, substitutedPosts } from '../tasks/substitutions.ts'
import { readStatedFact } from './corrections/stated-fact.ts'
import { signatureAt } from './signatures.ts'

/** The case as it stands, locked until the transaction ends; null when it does not exist yet. */
export const lockCase = async (
  tx: Executor,
  id: string,
  noWait = false,
): Promise<CaseRecord | null> => {
  const [row] = await statement(tx, noWait ? 'case_lock_now' : 'case_lock', (db) =>
    db
      .select({ record: cases.record })
      .from(cases)
      .where(eq(cases.id, sql.placeholder('id')))
      .for('update', noWait ? { noWait: true } : {}),
  ).execute({ id })
  return row?.record ?? null
}

/** A command and its case, both locked; a case that does not exist yet cannot be locked. */
export const commandOf = async (tx: Executor, id: string) => {
  const [both] = await tx
    .select({ command: commands, record: cases.record })
    .from(commands)
    .innerJoin(cases, eq(cases.id, commands.caseId))
    .where(eq(commands.id, id))
    .for('update')
  if (both) return both
  const [command] = await tx.select().from(commands).where(eq(commands.id, id)).for('update')
  return command ? { command, record: await lockCase(tx, command.caseId) } : null
}

/** The command that a case begins with: a start whose Update was lost with the server still opens its case. */
export const firstCommandOf = async (tx: Executor, caseId: string, type: string) => {
  const first = and(eq(commands.caseId, caseId), eq(commands.type, type))
  const [row] = await tx
    .select()
    .from(commands)
    .where(first)
    .orderBy(commands.recordedAt, commands.id)
    .limit(1)
    .for('update')
  return row ?? null
}

export const answerCommand = async (tx: Executor, id: string, answer: Answer): Promise<void> => {
  await statement(tx, 'command_answer', (db) =>
    db
      .update(commands)
      .set({ answer: sql`${sql.placeholder('answer')}::jsonb` })
      .where(eq(commands.id, sql.placeholder('id'))),
  ).execute({ id, answer: JSON.stringify(answer) })
}

const personActing = (db: Executor) => {
  const at = sql.placeholder('at')
  const inForce = and(
    eq(appointments.person, persons.id),
    or(isNull(appointments.until), gt(appointments.until, at)),
  )
  return db
    .select({
      person: persons,
      held: appointments,
      standsIn: standsIn(at),
      picture: signatureAt(at),
    })
    .from(persons)
    .innerJoin(appointments, inForce)
    .where(and(eq(persons.id, sql.placeholder('id')), eq(persons.active, true)))
    .for('share', { of: appointments })
}

/** A person with the appointments in force at `at`, locked against a change while his act is decided. */
export const personAt = async (tx: Executor, id: string, at: Instant): Promise<Person | null> => {
  const rows = await statement(tx, 'person_acting', personActing).execute({ id, at })
  const active = and(eq(persons.id, id), eq(persons.active, true))
  const person = rows[0]?.person ?? (await tx.select().from(persons).where(active))[0]
  if (!person) return null
  const held = rows.map((row) => row.held).filter(({ since }) => since <= at)
  const picture = rows[0]?.picture
  const substituted =
    held.length > 0 && rows[0]?.standsIn ? await substitutedPosts(tx, id, at, true) : []
  return {
    kind: 'person',
    id: person.id,
    name: person.name,
    enterprise: person.enterprise,
    appointments: [
      ...held.map(({ office, region, role }) => ({ office, region, role })),
      ...substituted,
    ],
    ...(picture ? { picture } : {}),
  }
}

/** The column holds no greater one, and asking it for one would be a defect of the question. */
const isFactNumber = (seq: unknown): seq is number =>
  Number.isInteger(seq) && (seq as number) >= 1 && (seq as number) <= 2_147_483_647

/** What the registers say about the people and the fact that a command mentions. */
export const lookUp = async (
  tx: Executor,
  caseId: string,
  data: Record<string, unknown>,
  at: Instant,
): Promise<LookedUp> => {
  const other = typeof data.to === 'string' ? await personAt(tx, data.to, at) : null
  const people = other
    ? [{ id: other.id, name: other.name, groups: ownPosts(other.appointments).map(groupOfPost) }]
    : []
  const posts =
    typeof data.to === 'string' && data.to.includes('/') ? [await holdersOf(tx, data.to, at)] : []
  const fact = isFactNumber(data.seq) ? await readStatedFact(tx, caseId, data.seq) : null
  return { people, posts, fact }
}

/** The next number of a process in a region and year: gapless, because it is taken in the transaction that uses it. */
export const takeNumber = async (
  tx: Executor,
  process: { id: string; numberWord: string },
  region: Region,
  at: Instant,
): Promise<string> => {
  const year = Number(new Date(Date.parse(at) + 8 * 3_600_000).toISOString().slice(0, 4))
  const [row] = await tx
    .insert(caseNumbers)
    .values({ process: process.id, region, year, last: 1 })
    .onConflictDoUpdate({
      target: [caseNumbers.process, caseNumbers.region, caseNumbers.year],
      set: { last: sql`${caseNumbers.last} + 1` },
    })
    .returning({ last: caseNumbers.last })
  return `衢${regions[region].short}${process.numberWord}〔${year}〕${String(row?.last ?? 1).padStart(4, '0')}号`
}

const factColumns = [
  'caseId',
  'seq',
  'generation',
  'revision',
  'type',
  'occurredAt',
  'recordedAt',
  'actor',
  'audience',
  'data',
  'files',
  'before',
  'after',
  'commandId',
  'previous',
  'hash',
] as const
const factsInsert = (db: Executor, count: number) =>
  db
    .insert(caseFacts)
    .values(Array.from({ length: count }, (_, row) => placeholdersFor(factColumns, row)))

/** The draft's facts as rows of the chain, and the case with its new head. */
export const chainFacts = (
  draft: Draft,
  commandId: string | null,
): { record: CaseRecord; rows: StoredFact[] } => {
  let previous = draft.record.headHash
  const rows: StoredFact[] = draft.facts.map((fact, index) => {
    const row = {
      caseId: draft.record.id,
      seq: draft.record.facts - draft.facts.length + 1 + index,
      generation: draft.record.generation,
      revision: draft.record.revision,
      ...fact,
      files: fact.files ?? null,
      before: fact.before === null ? null : String(fact.before),
      after: fact.after === null ? null : String(fact.after),
      commandId,
      previous,
    }
    previous = factHash(row)
    return { ...row, hash: previous }
  })
  return { record: { ...draft.record, headHash: previous }, rows }
}

/** Appends facts to the chain. */
export const appendFacts = async (tx: Executor, rows: StoredFact[]): Promise<void> => {
  const { length } = rows
  if (length > 0)
    await statement(tx, `facts_append_${length}`, (db) => factsInsert(db, length)).execute(
      valuesOfRows(rows),
    )
}

type EffectRow = typeof effects.$inferInsert & { notBefore: Instant }

/** What a decision wants done as rows; their ids follow from case, revision and place, so a repeated decision cannot double them. */
export const effectsOf = ({ id, revision }: CaseRecord, wanted: Draft['effects']): EffectRow[] =>
  wanted.map((effect, index) => ({
    id: derivedId(id, revision, index),
    caseId: id,
    revision,
    kind: effect.kind,
    payload: effect,
    notBefore: effect.notBefore,
    status: 'pending' as const,
  }))

export const keepEffects = async (tx: Executor, rows: EffectRow[]): Promise<void> => {
  const { length } = rows
  if (length > 0)
    await statement(tx, `effects_keep_${length}`, (db) => effectsInsert(db, length)).execute(
      valuesOfRows(rows),
    )
}

const effectColumns = [
  'id',
  'caseId',
  'revision',
  'kind',
  'payload',
  'notBefore',
  'status',
] as const
const effectsInsert = (db: Executor, count: number) =>
  db
    .insert(effects)
    .values(Array.from({ length: count }, (_, row) => placeholdersFor(effectColumns, row)))
    .onConflictDoNothing()

export type PendingEffect = { notBefore: Instant; revision: number }

/** The effects of a case that nobody has carried out: when they may be, the first first, and which revision has asked for them. */
export const pendingEffects = async (tx: Executor, caseId: string): Promise<PendingEffect[]> => {
  const rows = await statement(tx, 'effects_pending', (db) =>
    db
      .select({ notBefore: effects.notBefore, revision: effects.revision })
      .from(effects)
      .where(and(eq(effects.status, 'pending'), eq(effects.caseId, sql.placeholder('caseId')))),
  ).execute({ caseId })
  return rows.sort((one, other) => (one.notBefore < other.notBefore ? -1 : 1))
}
