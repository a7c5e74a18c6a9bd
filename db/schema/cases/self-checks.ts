// What have enterprises found when they looked at themselves, and what became of it?
import { sql } from 'drizzle-orm'
import {
  check,
  date,
  index,
  jsonb,
  pgTable,
  primaryKey,
  text,
  uniqueIndex,
} from 'drizzle-orm/pg-core'
import { moment } from '../columns.ts'

/** Append-only: an entry is corrected by a later one that supersedes it; a trigger refuses UPDATE and DELETE. */
export const selfChecks = pgTable(
  'self_checks',
  {
    id: text('id').primaryKey(),
    /** The first entry of the chain of corrections, itself included. */
    root: text('root').notNull(),
    supersedes: text('supersedes'),
    enterprise: text('enterprise').notNull(),
    region: text('region').notNull(),
    day: date('day', { mode: 'string' }).notNull(),
    place: text('place').notNull(),
    checked: text('checked').notNull(),
    /** What was found, item by item; empty means that nothing was. */
    found: jsonb('found').$type<string[]>().notNull(),
    note: text('note'),
    photos: text('photos').array().notNull(),
    by: text('by').notNull(),
    byName: text('by_name').notNull(),
    at: moment('at').notNull(),
    bodyHash: text('body_hash').notNull(),
  },
  (t) => [
    uniqueIndex('self_checks_corrected_once').on(t.supersedes),
    index('self_checks_enterprise').on(t.enterprise, t.at, t.id),
    index('self_checks_region').on(t.region, t.at, t.id),
    index('self_checks_root').on(t.root),
    index('self_checks_photos').using('gin', t.photos),
    check('self_checks_not_itself', sql`${t.supersedes} IS DISTINCT FROM ${t.id}`),
  ],
)

/** Which case was reported from which entry. */
export const selfCheckCases = pgTable(
  'self_check_cases',
  {
    selfCheck: text('self_check').notNull(),
    caseId: text('case_id').notNull(),
    by: text('by').notNull(),
    at: moment('at').notNull(),
  },
  (t) => [primaryKey({ columns: [t.selfCheck, t.caseId] })],
)
