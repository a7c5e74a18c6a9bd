// What are cases found by, and how is it indexed?
import { sql } from 'drizzle-orm'
import { customType, index, integer, pgTable, primaryKey, text } from 'drizzle-orm/pg-core'
import { moment } from '../columns.ts'

/** Tokens cut by the product itself: PostgreSQL knows no Chinese words. */
const tokens = customType<{ data: string; driverData: string }>({ dataType: () => 'tsvector' })

/**
 * Row 0 of a case is its head (number, title, enterprise), found by whoever may see the case; the others are what its facts say at
 * length, found by the authorities alone. Written once with the fact, never changed. Readers reach it only through `search_cases`.
 */
export const searchTexts = pgTable(
  'search_texts',
  {
    caseId: text('case_id').notNull(),
    seq: integer('seq').notNull(),
    region: text('region').notNull(),
    owner: text('owner'),
    at: moment('at').notNull(),
    /** As it was written; empty for heads, whose columns stand in the case. */
    body: text('body').notNull(),
    /** As it is compared. */
    plain: text('plain').notNull(),
    tokens: tokens('tokens').notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.caseId, t.seq] }),
    index('search_heads').using('gin', t.tokens).where(sql`seq = 0`),
    index('search_facts').using('gin', t.tokens).where(sql`seq > 0`),
    index('search_heads_newest').on(t.at.desc()).where(sql`seq = 0`),
    index('search_facts_newest').on(t.at.desc()).where(sql`seq > 0`),
    index('search_owner').on(t.owner).where(sql`seq = 0`),
  ],
)
