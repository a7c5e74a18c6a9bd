// Which files have been uploaded, by whom, and under which content hash do they lie?
import { bigint, index, pgTable, text } from 'drizzle-orm/pg-core'
import { moment } from './columns.ts'

export const files = pgTable(
  'files',
  {
    id: text('id').primaryKey(),
    sha256: text('sha256').notNull(),
    name: text('name').notNull(),
    type: text('type').notNull(),
    size: bigint('size', { mode: 'number' }).notNull(),
    uploadedBy: text('uploaded_by').notNull(),
    /** Set by the first act that refers to the file; until then only its uploader sees it. */
    caseId: text('case_id'),
    at: moment('at').notNull(),
  },
  (t) => [index('files_case').on(t.caseId)],
)
