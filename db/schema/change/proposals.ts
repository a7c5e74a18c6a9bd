// Which changes of calendars, rules and promises were proposed, by whom were they decided, and what became of every running period?
import { sql } from 'drizzle-orm'
import {
  bigint,
  boolean,
  check,
  index,
  integer,
  jsonb,
  pgTable,
  primaryKey,
  text,
} from 'drizzle-orm/pg-core'
import type { Proposed } from '../../../domain/change/change.ts'
import type { ProposalStatus } from '../../../domain/change/proposal.ts'
import type { Dates, DryRun } from '../../../domain/change/views.ts'
import type { Lateness } from '../../../domain/engine/reproject.ts'
import type { MoveCause } from '../../../domain/views/move-causes.ts'
import { moment, realTime } from '../columns.ts'
import { proposedColumns } from '../four-eyes.ts'

/** What really moved, once every case has been asked. */
export type Outcome = { movedCount: number; digest: string; differing: number; at: string }

/** The approved ones that nobody has taken back are the calendars and the entered rules, in the order of their `place`. */
export const calendarProposals = pgTable(
  'calendar_proposals',
  {
    id: text('id').primaryKey(),
    kind: text('kind').$type<Proposed['kind']>().notNull(),
    proposed: jsonb('proposed').$type<Proposed>().notNull(),
    bodyHash: text('body_hash').notNull(),
    reason: text('reason').notNull(),
    status: text('status').$type<ProposalStatus>().notNull(),
    base: text('base').notNull(),
    version: text('version').notNull(),
    ...proposedColumns,
    decidedBy: text('decided_by'),
    decidedByName: text('decided_by_name'),
    decidedAt: moment('decided_at'),
    decisionReason: text('decision_reason'),
    /** Which approval this was, counted from one. */
    place: integer('place'),
    revokedBy: text('revoked_by'),
    preview: jsonb('preview').$type<DryRun>().notNull(),
    approval: jsonb('approval').$type<DryRun>(),
    outcome: jsonb('outcome').$type<Outcome>(),
  },
  (t) => [
    index('calendar_proposals_status').on(t.status, t.place),
    check(
      'calendar_proposals_four_eyes',
      sql`${t.status} <> 'approved' OR ${t.decidedBy} <> ${t.proposedBy}`,
    ),
  ],
)

/** Append-only: every step of a proposal with what stood before and after; a trigger refuses UPDATE and DELETE. */
export const calendarHistory = pgTable(
  'calendar_history',
  {
    seq: bigint('seq', { mode: 'number' }).primaryKey().generatedAlwaysAsIdentity(),
    proposal: text('proposal').notNull(),
    act: text('act').notNull(),
    by: text('by').notNull(),
    byName: text('by_name').notNull(),
    at: moment('at').notNull(),
    recordedAt: realTime('recorded_at').defaultNow().notNull(),
    before: jsonb('before'),
    after: jsonb('after').notNull(),
  },
  (t) => [index('calendar_history_proposal').on(t.proposal, t.seq)],
)

/** Every running period that the preview has looked at, moved or not: so that afterwards each difference can be reported. */
export const calendarChecks = pgTable(
  'calendar_checks',
  {
    proposal: text('proposal').notNull(),
    caseId: text('case_id').notNull(),
    obligation: text('obligation').notNull(),
    number: text('number').notNull(),
    process: text('process').notNull(),
    region: text('region').notNull(),
    clock: text('clock').notNull(),
    from: text('from').notNull(),
    to: text('to').notNull(),
    firm: boolean('firm').notNull(),
    escalationLevels: integer('escalation_levels').notNull(),
    revision: integer('revision').notNull(),
    isMoved: boolean('is_moved').notNull(),
    late: text('late').$type<Lateness>(),
    /** The version of the rule before and after. */
    ruleFrom: text('rule_from'),
    ruleTo: text('rule_to'),
  },
  (t) => [primaryKey({ columns: [t.proposal, t.caseId, t.obligation] })],
)

/** The cases that an approved change asks to reckon again, once each. */
export const calendarRearmings = pgTable(
  'calendar_rearmings',
  {
    proposal: text('proposal').notNull(),
    caseId: text('case_id').notNull(),
    commandId: text('command_id').notNull(),
    status: text('status').$type<'pending' | 'done' | 'failed'>().notNull(),
    error: text('error'),
    /** By real time: how fast the cases answer. */
    answeredAt: realTime('answered_at'),
  },
  (t) => [
    primaryKey({ columns: [t.proposal, t.caseId] }),
    index('calendar_rearmings_status').on(t.proposal, t.status),
  ],
)

/** Where what moved is not what the preview had said, and why. */
export const calendarDifferences = pgTable(
  'calendar_differences',
  {
    proposal: text('proposal').notNull(),
    caseId: text('case_id').notNull(),
    obligation: text('obligation').notNull(),
    number: text('number').notNull(),
    process: text('process').notNull(),
    region: text('region').notNull(),
    clock: text('clock').notNull(),
    expected: jsonb('expected').$type<Dates>(),
    happened: jsonb('happened').$type<Dates>(),
    cause: text('cause').$type<MoveCause>().notNull(),
    acts: jsonb('acts').$type<string[]>().notNull(),
  },
  (t) => [primaryKey({ columns: [t.proposal, t.caseId, t.obligation] })],
)
