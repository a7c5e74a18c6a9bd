// How were the bytes under a hash found when all of them were last read?
import { pgTable, text } from 'drizzle-orm/pg-core'
import type { BytesFound } from '../../../domain/evidence/kept-bytes.ts'
import { moment } from '../columns.ts'

/** One row for each content of the file store that has been read again; none: not yet. */
export const keptBytes = pgTable('kept_bytes', {
  sha256: text('sha256').primaryKey(),
  found: text('found').$type<BytesFound>().notNull(),
  /** As the file system knew them then: written since, it is another. */
  stamp: text('stamp').notNull(),
  checkedAt: moment('checked_at').notNull(),
  /** Since when they have been found so. */
  since: moment('since').notNull(),
})

/** Hashes under which a file was forgotten, or is just being kept: their bytes are to be taken away by night, unless a file lies there by then. */
export const unneededBytes = pgTable('unneeded_bytes', {
  sha256: text('sha256').primaryKey(),
  since: moment('since').notNull(),
})
