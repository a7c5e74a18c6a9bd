// Which files have been uploaded, by whom, and under which content hash do they lie?
import { sql } from 'drizzle-orm'
import { bigint, doublePrecision, index, jsonb, pgTable, real, text } from 'drizzle-orm/pg-core'
import type { Taken } from '../../../domain/evidence/photo.ts'
import type { Recorded } from '../../../domain/evidence/recording.ts'
import { moment } from '../columns.ts'

export const files = pgTable(
  'files',
  {
    id: text('id').primaryKey(),
    sha256: text('sha256').notNull(),
    name: text('name').notNull(),
    type: text('type').notNull(),
    size: bigint('size', { mode: 'number' }).notNull(),
    uploadedBy: text('uploaded_by').notNull(),
    /** For which enterprise, if for any; a file of no case yet is seen only by who still acts for it. */
    enterprise: text('enterprise'),
    /** Set by the first act that refers to the file; until then only its uploader sees it. */
    caseId: text('case_id'),
    /** Set by the first entry of a ledger of self-checks that names the file. */
    selfCheck: text('self_check'),
    at: moment('at').notNull(),
    /** What the client says of a photograph: never proof, always with its source. */
    takenAt: moment('taken_at'),
    takenSource: text('taken_source').$type<NonNullable<Taken['source']>>(),
    lat: doublePrecision('lat'),
    lon: doublePrecision('lon'),
    /** Metres. */
    accuracy: real('accuracy'),
    /** What is said of a recording of enforcement; absent: the file is none. */
    recording: jsonb('recording').$type<Recorded>(),
  },
  (t) => [
    index('files_case').on(t.caseId),
    index('files_sha256').on(t.sha256),
    index('files_loose')
      .on(t.uploadedBy)
      .where(sql`${t.caseId} IS NULL AND ${t.selfCheck} IS NULL`),
  ],
)
