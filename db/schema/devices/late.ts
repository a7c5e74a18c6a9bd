// Which limits were exceeded by measurements that came too late to ring?
import {
  boolean,
  doublePrecision,
  index,
  integer,
  pgTable,
  primaryKey,
  smallint,
  text,
  uuid,
} from 'drizzle-orm/pg-core'
import { moment } from '../columns.ts'

/** One row for each hour of a point and side of its limits; never a live alarm. Written by the devices process. */
export const lateExceedances = pgTable(
  'late_exceedances',
  {
    point: integer('point').notNull(),
    condition: text('condition').$type<'high' | 'low'>().notNull(),
    hour: moment('hour').notNull(),
    device: uuid('device').notNull(),
    region: text('region').notNull(),
    enterprise: text('enterprise'),
    /** First and last moment at which it was exceeded within the hour, as far as is known. */
    firstAt: moment('first_at').notNull(),
    lastAt: moment('last_at').notNull(),
    /** The worst value. */
    value: doublePrecision('value').notNull(),
    /** The outermost that it exceeds, with its level: 1 red … 4 blue. */
    limit: doublePrecision('limit').notNull(),
    level: smallint('level').$type<1 | 2 | 3 | 4>().notNull(),
    synthetic: boolean('synthetic').notNull(),
    /** When the last of it came. */
    receivedAt: moment('received_at').notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.point, t.condition, t.hour] }),
    index('late_exceedances_device').on(t.device, t.hour),
    index('late_exceedances_region').on(t.region, t.receivedAt),
  ],
)
