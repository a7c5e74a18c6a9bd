// Which calendars are in force, where does the laboratory clock stand, and what did the auditor find?
import { bigint, jsonb, pgTable, smallint, text } from 'drizzle-orm/pg-core'
import type { Text } from '../../domain/case/words.ts'
import { moment, realTime } from './columns.ts'

/** Decreed years beyond the committed set, imported as rows. */
export const calendarYears = pgTable('calendar_years', {
  year: smallint('year').primaryKey(),
  decree: text('decree').notNull(),
  source: text('source').notNull(),
  off: jsonb('off').$type<string[]>().notNull(),
  work: jsonb('work').$type<string[]>().notNull(),
  importedBy: text('imported_by').notNull(),
  importedAt: moment('imported_at').notNull(),
})

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
  lateRungs: bigint('late_rungs', { mode: 'number' }).notNull(),
  worstLatenessMs: bigint('worst_lateness_ms', { mode: 'number' }).notNull(),
  pendingEffects: bigint('pending_effects', { mode: 'number' }).notNull(),
  findings: jsonb('findings').$type<Finding[]>().notNull(),
})
