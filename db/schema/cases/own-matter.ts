// Who has come in by number, code and telephone to read what concerns him, and with which one-time code?
import { index, pgTable, smallint, text } from 'drizzle-orm/pg-core'
import { realTime } from '../columns.ts'

/**
 * One row for each one-time code that was sent to a telephone; of the code a keyed hash. `holder`: for whom, as he acts. The reader role may
 * see neither table.
 */
export const ownMatterCodes = pgTable(
  'own_matter_codes',
  {
    id: text('id').primaryKey(),
    holder: text('holder').notNull(),
    caseId: text('case_id').notNull(),
    /** The paper by whose code it was asked for: what was sent ends with the paper. */
    document: text('document').notNull().default(''),
    codeHash: text('code_hash').notNull(),
    /** How often it was tried, right or wrong. */
    tries: smallint('tries').notNull().default(0),
    expiresAt: realTime('expires_at').notNull(),
    usedAt: realTime('used_at'),
  },
  (t) => [index('own_matter_codes_end').on(t.expiresAt)],
)

/** Short sessions, each bound to one item of one case; of the cookie a hash. */
export const ownMatterSessions = pgTable(
  'own_matter_sessions',
  {
    tokenHash: text('token_hash').primaryKey(),
    holder: text('holder').notNull(),
    caseId: text('case_id').notNull(),
    document: text('document').notNull().default(''),
    expiresAt: realTime('expires_at').notNull(),
  },
  (t) => [index('own_matter_sessions_end').on(t.expiresAt)],
)

/** How often in a row one-time codes asked for by a paper were wrong: after too many it opens nothing until it is issued anew. */
export const ownMatterFailures = pgTable('own_matter_failures', {
  document: text('document').primaryKey(),
  caseId: text('case_id').notNull(),
  failures: smallint('failures').notNull(),
  lastFailure: realTime('last_failure').notNull(),
})
