// Which handwritten signatures have people had, one after another?
import { integer, pgTable, smallint, text, uniqueIndex } from 'drizzle-orm/pg-core'
import type { SignatureWay } from '../../../domain/signature/views.ts'
import { bytea, moment } from '../columns.ts'

/** Append-only: a version stays what it was, for acts refer to it by its hash. Its owner alone reads the rows (row-level security). */
export const signatures = pgTable(
  'signatures',
  {
    id: text('id').primaryKey(),
    person: text('person').notNull(),
    version: smallint('version').notNull(),
    /** Null: from then on he signs with his typed name. */
    sha256: text('sha256'),
    width: integer('width'),
    height: integer('height'),
    way: text('way').$type<SignatureWay | 'withdrawn'>().notNull(),
    at: moment('at').notNull(),
  },
  (t) => [uniqueIndex('signatures_version').on(t.person, t.version)],
)

/** Append-only, and read by no reader's role: the API hands a picture out where it belongs. */
export const signaturePictures = pgTable('signature_pictures', {
  sha256: text('sha256').primaryKey(),
  bytes: bytea('bytes').notNull(),
})
