// Which rows of periods and levels do walls and the auditor read?
import { sql } from 'drizzle-orm'
import { canonical } from '../../domain/identity/commands.ts'
import type { CaseRecord, Obligation } from '../../domain/model/record.ts'
import type { Executor } from '../client.ts'
import { escalationLevels, obligations } from '../schema/cases/cases.ts'
import { placeholdersFor, statement, valuesOfRows } from '../statements.ts'

/** Writes the periods that differ from before, and their levels. */
export const writeObligations = async (
  tx: Executor,
  before: CaseRecord | null,
  after: CaseRecord,
): Promise<void> => {
  const old = new Map(before?.obligations.map((one) => [one.id, one]))
  const changed = after.obligations.filter((one) => {
    const was = old.get(one.id)
    // What a decision has not touched is the same object still: a case may have hundreds.
    return was !== one && (was === undefined || canonical(was) !== canonical(one))
  })
  if (changed.length === 0) return
  const rows = changed.map((one) => ({
    caseId: after.id,
    id: one.id,
    process: after.process,
    clock: one.clock,
    rule: one.rule,
    status: one.status,
    dueAt: one.dueAt,
    provisional: one.provisional,
    calendar: one.calendar,
    region: after.region,
    escalationPolicy: one.escalationPolicy?.id ?? null,
  }))
  const { length } = rows
  await Promise.all([
    statement(tx, `obligations_keep_${length}`, (db) => obligationsUpsert(db, length)).execute(
      valuesOfRows(rows),
    ),
    writeEscalationLevels(tx, after.id, changed),
  ])
}

const obligationColumns = [
  'caseId',
  'id',
  'process',
  'clock',
  'rule',
  'status',
  'dueAt',
  'provisional',
  'calendar',
  'region',
  'escalationPolicy',
] as const
const obligationsUpsert = (db: Executor, count: number) => {
  const set = {
    status: sql`excluded.status`,
    dueAt: sql`excluded.due_at`,
    provisional: sql`excluded.provisional`,
    calendar: sql`excluded.calendar`,
  }
  return db
    .insert(obligations)
    .values(Array.from({ length: count }, (_, row) => placeholdersFor(obligationColumns, row)))
    .onConflictDoUpdate({ target: [obligations.caseId, obligations.id], set })
}

const writeEscalationLevels = async (
  tx: Executor,
  caseId: string,
  changed: Obligation[],
): Promise<void> => {
  const steps = changed.flatMap((one) =>
    one.escalationLevels.map(
      ({ escalationLevel, plannedAt, status, firedAt, recordedAt, acknowledgedAt }) => ({
        caseId: caseId,
        obligation: one.id,
        escalationLevel,
        plannedAt,
        status,
        firedAt,
        recordedAt,
        acknowledgedAt,
      }),
    ),
  )
  const { length } = steps
  if (length > 0)
    await statement(tx, `levels_keep_${length}`, (db) => levelsUpsert(db, length)).execute(
      valuesOfRows(steps),
    )
}

const levelColumns = [
  'caseId',
  'obligation',
  'escalationLevel',
  'plannedAt',
  'status',
  'firedAt',
  'recordedAt',
  'acknowledgedAt',
] as const
const levelsUpsert = (db: Executor, count: number) => {
  const set = {
    plannedAt: sql`excluded.planned_at`,
    status: sql`excluded.status`,
    firedAt: sql`excluded.fired_at`,
    recordedAt: sql`excluded.recorded_at`,
    acknowledgedAt: sql`excluded.acknowledged_at`,
  }
  const { caseId, obligation, escalationLevel } = escalationLevels
  return db
    .insert(escalationLevels)
    .values(Array.from({ length: count }, (_, row) => placeholdersFor(levelColumns, row)))
    .onConflictDoUpdate({ target: [caseId, obligation, escalationLevel], set })
}
