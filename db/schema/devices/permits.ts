// Which device or point stands out of service, under which permit, by whom and until when?
import { sql } from 'drizzle-orm'
import { index, jsonb, pgTable, text, uuid } from 'drizzle-orm/pg-core'
import { moment } from '../columns.ts'
import { devices, type Signature } from './devices.ts'

/** Written by the API, followed by whoever holds the lease of the feed. Nothing of a row changes but that somebody ends it, once. */
export const servicePermits = pgTable(
  'service_permits',
  {
    /** Of the request: whoever sends it twice has said it once. */
    id: text('id').primaryKey(),
    device: uuid('device')
      .notNull()
      .references(() => devices.id),
    /** As the device calls its point; null: all that it tells. */
    point: text('point'),
    feed: text('feed').notNull(),
    region: text('region').notNull(),
    enterprise: text('enterprise'),
    /** 作业票编号 or the number of the permit for maintenance. */
    number: text('number').notNull(),
    work: text('work').notNull(),
    /** Who wanted it: a person of the enterprise as a rule, who has no account here. */
    requestedBy: text('requested_by').notNull(),
    reason: text('reason').notNull(),
    by: text('by').notNull(),
    byName: text('by_name').notNull(),
    at: moment('at').notNull(),
    until: moment('until').notNull(),
    /** By whom it was put back before its end. */
    ended: jsonb('ended').$type<Signature>(),
  },
  (t) => [
    index('service_permits_device').on(t.device, t.at),
    index('service_permits_feed').on(t.feed, t.until),
    index('service_permits_standing').on(t.region, t.until).where(sql`ended IS NULL`),
  ],
)
