// Where does the laboratory clock stand, and what did the auditor find?
import { bigint, jsonb, pgTable, smallint } from 'drizzle-orm/pg-core'
import type { Text } from '../../../domain/language/words.ts'
import { realTime } from '../columns.ts'

/** One row: how far the laboratory clock is ahead of (or behind) real time, in milliseconds. */
export const laboratoryClock = pgTable('laboratory_clock', {
  id: smallint('id').primaryKey(),
  offsetMs: bigint('offset_ms', { mode: 'number' }).notNull(),
})

export type Finding = { kind: string; words: Text; caseId: string | null; at: string }

/** What the independent auditor saw at each round. */
export const auditReports = pgTable('audit_reports', {
  at: realTime('at').primaryKey(),
  openCases: bigint('open_cases', { mode: 'number' }).notNull(),
  lateEscalationLevels: bigint('late_escalation_levels', { mode: 'number' }).notNull(),
  worstLatenessMs: bigint('worst_lateness_ms', { mode: 'number' }).notNull(),
  pendingEffects: bigint('pending_effects', { mode: 'number' }).notNull(),
  findings: jsonb('findings').$type<Finding[]>().notNull(),
})
