// How are changes of calendars, rules and promises kept, decided and carried out, each step with its history?

import { and, asc, desc, eq, inArray, isNull, or, sql } from 'drizzle-orm'
import type { ProposalStatus } from '../../domain/change/proposal.ts'
import type { DryRun } from '../../domain/change/views.ts'
import { alone } from '../alone.ts'
import type { Database, Executor } from '../client.ts'
import {
  calendarChecks,
  calendarHistory,
  type Outcome,
  calendarProposals as t,
} from '../schema/change/proposals.ts'

export type Proposal = typeof t.$inferSelect
export type NewProposal = typeof t.$inferInsert
export type Check = Omit<typeof calendarChecks.$inferSelect, 'proposal'>
export type HistoryEntry = typeof calendarHistory.$inferSelect
type Step = Pick<HistoryEntry, 'proposal' | 'act' | 'by' | 'byName' | 'at'> & {
  before: unknown
  after: unknown
}

/** One at a time decides about calendars and rules. */
export const withBooks = <Result>(
  db: Database,
  work: (tx: Executor) => Promise<Result>,
): Promise<Result> => alone(db, 'calendars', work)

/** Stores a proposal once: the first under an id stays. Answers whether this one is it. */
export const keepProposal = async (tx: Executor, one: NewProposal): Promise<boolean> =>
  (await tx.insert(t).values(one).onConflictDoNothing().returning({ id: t.id })).length > 0

export const findProposal = async (
  db: Pick<Executor, 'select'>,
  id: string,
): Promise<Proposal | null> => (await db.select().from(t).where(eq(t.id, id)))[0] ?? null

type Listed = {
  status: ProposalStatus | undefined
  about: 'calendar' | 'rule' | undefined
  limit: number
}
const kinds = { calendar: ['year', 'override'], rule: ['rule', 'promise', 'amount'] } as const

/** Newest first; what takes a change back is about the same as that change. */
export const listProposals = (
  db: Pick<Executor, 'select'>,
  { status, about, limit }: Listed,
): Promise<Proposal[]> =>
  db
    .select()
    .from(t)
    .where(
      and(
        status === undefined ? undefined : eq(t.status, status),
        about === undefined ? undefined : isAbout(kinds[about]),
      ),
    )
    .orderBy(desc(t.proposedAt), desc(t.id))
    .limit(limit)

const isAbout = (of: readonly Proposal['kind'][]) =>
  or(
    inArray(t.kind, of),
    sql`EXISTS (SELECT 1 FROM calendar_proposals taken WHERE taken.id = ${t.proposed}->>'proposal' AND taken.kind IN ${of})`,
  )

export const keepStep = async (tx: Executor, step: Step): Promise<void> => {
  await tx.insert(calendarHistory).values(step)
}

export const readHistory = (
  db: Pick<Executor, 'select'>,
  proposal: string,
): Promise<HistoryEntry[]> =>
  db
    .select()
    .from(calendarHistory)
    .where(eq(calendarHistory.proposal, proposal))
    .orderBy(asc(calendarHistory.seq))

type Decided = Required<
  Pick<
    NewProposal,
    'status' | 'decidedBy' | 'decidedByName' | 'decidedAt' | 'decisionReason' | 'version'
  >
>

/** An approval takes the next place among all approvals. */
export const decideProposal = async (tx: Executor, id: string, decided: Decided): Promise<void> => {
  const place =
    decided.status === 'approved'
      ? sql`(SELECT coalesce(max(place), 0) + 1 FROM calendar_proposals)`
      : null
  await tx
    .update(t)
    .set({ ...decided, place })
    .where(and(eq(t.id, id), eq(t.status, 'proposed')))
}

/** Takes an approved notice out of force. */
export const revokeProposal = async (tx: Executor, id: string, by: string): Promise<void> => {
  await tx
    .update(t)
    .set({ revokedBy: by })
    .where(and(eq(t.id, id), isNull(t.revokedBy)))
}

/** How far a preview has come; false when it was decided meanwhile or a later run has taken its place. */
export const keepPreview = async (tx: Executor, id: string, preview: DryRun): Promise<boolean> => {
  const mine = and(
    eq(t.id, id),
    eq(t.status, 'proposed'),
    sql`${t.preview}->>'run' = ${preview.run}`,
  )
  return (await tx.update(t).set({ preview }).where(mine).returning({ id: t.id })).length > 0
}

/** A new run of the preview, from the calendars and rules that are in force now. */
export const beginPreview = async (
  tx: Executor,
  id: string,
  begun: Pick<Proposal, 'base' | 'version' | 'preview'>,
): Promise<void> => {
  await tx
    .update(t)
    .set(begun)
    .where(and(eq(t.id, id), eq(t.status, 'proposed')))
  await tx.delete(calendarChecks).where(eq(calendarChecks.proposal, id))
}

/** How far the cases have been listed; a straggler does not undo a list that is complete. */
export const keepApproval = async (db: Executor, id: string, approval: DryRun): Promise<void> => {
  const open = sql`coalesce(${t.approval}->>'status', '') <> 'done'`
  await db
    .update(t)
    .set({ approval })
    .where(and(eq(t.id, id), open))
}

/** What an approved change comes to. */
export const keepOutcome = async (db: Executor, id: string, outcome: Outcome): Promise<void> => {
  await db.update(t).set({ outcome }).where(eq(t.id, id))
}

/** Approved and not yet carried out, oldest first: at most one, unless something was approved by other means. */
export const readUnfinished = async (db: Pick<Executor, 'select'>): Promise<string[]> => {
  const rows = await db
    .select({ id: t.id })
    .from(t)
    .where(and(eq(t.status, 'approved'), isNull(t.outcome)))
    .orderBy(asc(t.place))
  return rows.map(({ id }) => id)
}

/** One statement for a whole batch, whatever its size. */
export const keepChecks = async (db: Executor, proposal: string, rows: Check[]): Promise<void> => {
  const columns = sql`case_id, obligation, number, process, region, clock, "from", "to", firm, escalation_levels, revision, is_moved, late, rule_from, rule_to`
  const json = rows.map(({ caseId, ruleFrom, ruleTo, escalationLevels, isMoved, ...row }) => ({
    case_id: caseId,
    rule_from: ruleFrom,
    rule_to: ruleTo,
    escalation_levels: escalationLevels,
    is_moved: isMoved,
    ...row,
  }))
  await db.execute(sql`
    INSERT INTO calendar_checks (proposal, ${columns})
    SELECT ${proposal}::text, ${columns} FROM jsonb_to_recordset(${JSON.stringify(json)}::jsonb) AS r(case_id text, obligation text, number text,
      process text, region text, clock text, "from" text, "to" text, firm boolean, escalation_levels integer, revision integer, is_moved boolean, late text,
      rule_from text, rule_to text)
    ON CONFLICT DO NOTHING`)
}
