// Which licences have been granted, and how does each stand?
import { date, index, pgTable, text } from 'drizzle-orm/pg-core'
import type { Standing } from '../../../domain/model/register-definition.ts'

/** One row per case that has granted a licence, drawn from its record by `advance`; nothing of its own. */
export const licences = pgTable(
  'licences',
  {
    caseId: text('case_id').primaryKey(),
    process: text('process').notNull(),
    number: text('number').notNull(),
    region: text('region').notNull(),
    owner: text('owner'),
    /** As it stands on the licence. */
    holder: text('holder').notNull(),
    scope: text('scope').notNull(),
    mode: text('mode').notNull(),
    premises: text('premises').notNull(),
    validFrom: date('valid_from', { mode: 'string' }),
    validUntil: date('valid_until', { mode: 'string' }),
    standing: text('standing').$type<Standing>().notNull(),
    /** The day on which it came to stand so. */
    since: date('since', { mode: 'string' }).notNull(),
    /** The number of the licence that it was granted in place of. */
    replaces: text('replaces'),
  },
  (t) => [
    index('licences_number').on(t.process, t.number),
    index('licences_owner').on(t.owner),
    index('licences_replaces').on(t.process, t.replaces),
    index('licences_until').on(t.validUntil, t.caseId),
  ],
)
