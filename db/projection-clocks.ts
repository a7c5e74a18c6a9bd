// Which rows of periods and rungs do walls and the auditor read?
import { sql } from 'drizzle-orm'
import { canonical } from '../domain/case/commands.ts'
import type { CaseRecord, Obligation } from '../domain/case/record.ts'
import type { Executor } from './client.ts'
import { obligations, rungs } from './schema/cases.ts'

/** Writes the periods that differ from before, and their rungs. */
export const writeObligations = async (tx: Executor, before: CaseRecord | null, after: CaseRecord): Promise<void> => {
  const old = new Map(before?.obligations.map((one) => [one.id, canonical(one)]))
  const changed = after.obligations.filter((one) => old.get(one.id) !== canonical(one))
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
    ladder: one.ladder?.id ?? null,
  }))
  const set = {
    status: sql`excluded.status`,
    dueAt: sql`excluded.due_at`,
    provisional: sql`excluded.provisional`,
    calendar: sql`excluded.calendar`,
  }
  await tx
    .insert(obligations)
    .values(rows)
    .onConflictDoUpdate({ target: [obligations.caseId, obligations.id], set })
  await writeRungs(tx, after.id, changed)
}

const writeRungs = async (tx: Executor, caseId: string, changed: Obligation[]): Promise<void> => {
  const steps = changed.flatMap((one) =>
    one.rungs.map(({ rung, plannedAt, status, firedAt, recordedAt, acknowledgedAt }) => ({
      caseId: caseId,
      obligation: one.id,
      rung,
      plannedAt,
      status,
      firedAt,
      recordedAt,
      acknowledgedAt,
    })),
  )
  if (steps.length === 0) return
  const moved = {
    plannedAt: sql`excluded.planned_at`,
    status: sql`excluded.status`,
    firedAt: sql`excluded.fired_at`,
    recordedAt: sql`excluded.recorded_at`,
    acknowledgedAt: sql`excluded.acknowledged_at`,
  }
  await tx
    .insert(rungs)
    .values(steps)
    .onConflictDoUpdate({ target: [rungs.caseId, rungs.obligation, rungs.rung], set: moved })
}
