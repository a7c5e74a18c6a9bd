// Which files are still on their way in, and how much of each has arrived?
import { sql } from 'drizzle-orm'
import { bigint, check, index, jsonb, pgTable, text } from 'drizzle-orm/pg-core'
import type { Taken } from '../../../domain/evidence/photo.ts'
import type { RecordingSaid } from '../../../domain/evidence/recording.ts'
import { moment, realTime } from '../columns.ts'

/** A row lives until its file is whole and kept under the same id, or given up, or forgotten for too long. */
export const uploads = pgTable(
  'uploads',
  {
    id: text('id').primaryKey(),
    uploadedBy: text('uploaded_by').notNull(),
    /** For which enterprise, if for any: who no longer acts for it does not reach the upload either. */
    enterprise: text('enterprise'),
    name: text('name').notNull(),
    size: bigint('size', { mode: 'number' }).notNull(),
    /** What the whole must hash to, where the client can reckon it. */
    sha256: text('sha256'),
    taken: jsonb('taken').$type<Taken>().notNull(),
    /** What is said of a recording of enforcement, which may be large; absent: the file is none. */
    recording: jsonb('recording').$type<RecordingSaid>(),
    /** Bytes that are safely stored, from the first on. */
    received: bigint('received', { mode: 'number' }).notNull(),
    at: moment('at').notNull(),
    touchedAt: realTime('touched_at').notNull().defaultNow(),
  },
  (t) => [
    index('uploads_of').on(t.uploadedBy),
    index('uploads_touched').on(t.touchedAt),
    check('uploads_within', sql`${t.received} BETWEEN 0 AND ${t.size}`),
  ],
)
