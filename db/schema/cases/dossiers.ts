// Which dossiers of cases have been asked for, and how far is each?
import { bigint, index, integer, jsonb, pgTable, text } from 'drizzle-orm/pg-core'
import type { Text } from '../../../domain/language/words.ts'
import { moment, realTime } from '../columns.ts'

export type DossierState = 'waiting' | 'making' | 'made' | 'failed'

/** One row for each asking; the files themselves lie in the file store under their hashes. The reader role may not see the table at all. */
export const dossiers = pgTable(
  'dossiers',
  {
    id: text('id').primaryKey(),
    caseId: text('case_id').notNull(),
    person: text('person').notNull(),
    state: text('state').$type<DossierState>().notNull(),
    /** Papers laid in so far, of how many. */
    done: integer('done').notNull(),
    total: integer('total').notNull(),
    /** The number of the last fact that it knows. */
    facts: integer('facts').notNull(),
    missing: jsonb('missing').$type<Text[]>().notNull(),
    askedAt: moment('asked_at').notNull(),
    madeAt: moment('made_at'),
    /** Who makes it shows a sign of life; when that is old another one takes it over. */
    beat: realTime('beat'),
    /** How often somebody has begun to make it: papers that kill whoever lays them out are not tried for ever. */
    attempts: integer('attempts').notNull().default(0),
    pdfSha256: text('pdf_sha256'),
    pdfSize: bigint('pdf_size', { mode: 'number' }),
    zipSha256: text('zip_sha256'),
    zipSize: bigint('zip_size', { mode: 'number' }),
  },
  (t) => [index('dossiers_case').on(t.caseId, t.askedAt), index('dossiers_state').on(t.state)],
)
