// What does the database remember of draws by lot?
import { index, integer, jsonb, pgTable, primaryKey, text, uniqueIndex } from 'drizzle-orm/pg-core'
import type { DrawStep } from '../../../domain/drawing/draw.ts'
import type { Pool } from '../../../domain/drawing/pool.ts'
import type { Region } from '../../../domain/organisation/regions.ts'
import { moment } from '../columns.ts'

/** Frozen as it is written; a trigger refuses UPDATE and DELETE. */
export const draws = pgTable(
  'draws',
  {
    id: text('id').primaryKey(),
    bodyHash: text('body_hash').notNull(),
    process: text('process').notNull(),
    region: text('region').$type<Region>().notNull(),
    title: text('title').notNull(),
    pool: jsonb('pool').$type<Pool>().notNull(),
    poolSha256: text('pool_sha256').notNull(),
    by: text('by').notNull(),
    byName: text('by_name').notNull(),
    at: moment('at').notNull(),
  },
  (t) => [index('draws_region').on(t.region, t.at, t.id)],
)

/** What happened to one, in order, append-only; `once` keeps the same from happening twice. */
export const drawSteps = pgTable(
  'draw_steps',
  {
    draw: text('draw').notNull(),
    seq: integer('seq').notNull(),
    once: text('once').notNull(),
    kind: text('kind').$type<DrawStep['kind']>().notNull(),
    data: jsonb('data').$type<DrawStep['data']>().notNull(),
    by: text('by').notNull(),
    byName: text('by_name').notNull(),
    at: moment('at').notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.draw, t.seq] }),
    uniqueIndex('draw_steps_once').on(t.draw, t.once),
  ],
)
