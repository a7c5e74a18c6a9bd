// How far is the clock of each device off ours, as far as that was learned?
import { bigint, pgTable, uuid } from 'drizzle-orm/pg-core'
import { moment } from '../columns.ts'

/** Written when an offset is learned or lost, and while a device speaks every few minutes. */
export const deviceClocks = pgTable('device_clocks', {
  device: uuid('device').primaryKey(),
  /** Our clock less the device's; null: unknown, its alarms are marked 时间存疑 and it ends none. */
  offsetMs: bigint('offset_ms', { mode: 'number' }),
  learnedAt: moment('learned_at').notNull(),
  /** The newest moment that was heard of it, by our clock. */
  newest: moment('newest'),
})
