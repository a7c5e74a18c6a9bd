// What have devices measured, where are they, and what papers have they sent?
import {
  bigint,
  doublePrecision,
  index,
  integer,
  jsonb,
  pgTable,
  primaryKey,
  smallint,
  text,
  uniqueIndex,
  uuid,
} from 'drizzle-orm/pg-core'
import { moment } from '../columns.ts'

/** Partitioned by day of `at`; a resend finds its row here already. `quality`: `devices/intake/quality.ts`. */
export const readings = pgTable(
  'readings',
  {
    point: integer('point').notNull(),
    at: moment('at').notNull(),
    /** From sensing to receipt, ms. */
    delay: integer('delay').notNull(),
    value: doublePrecision('value'),
    quality: smallint('quality').notNull(),
  },
  (t) => [uniqueIndex('readings_once').on(t.point, t.at)],
)

/** A minute of a point, kept for years. */
export const readings1m = pgTable(
  'readings_1m',
  {
    point: integer('point').notNull(),
    minute: moment('minute').notNull(),
    least: doublePrecision('least'),
    most: doublePrecision('most'),
    mean: doublePrecision('mean'),
    last: doublePrecision('last'),
    count: integer('count').notNull(),
    /** Of them not good. */
    bad: integer('bad').notNull(),
  },
  (t) => [primaryKey({ columns: [t.point, t.minute] })],
)

/** The newest of each point. */
export const latestReadings = pgTable('latest_readings', {
  point: integer('point').primaryKey(),
  at: moment('at').notNull(),
  receivedAt: moment('received_at').notNull(),
  value: doublePrecision('value'),
  quality: smallint('quality').notNull(),
})

/** Partitioned by day of `at`. WGS 84. */
export const positions = pgTable(
  'positions',
  {
    device: uuid('device').notNull(),
    at: moment('at').notNull(),
    delay: integer('delay').notNull(),
    lon: doublePrecision('lon').notNull(),
    lat: doublePrecision('lat').notNull(),
    speedKmh: doublePrecision('speed_kmh'),
    // -1: the terminal does not know it.
    direction: smallint('direction').notNull(),
    altitude: doublePrecision('altitude').notNull(),
    alarmBits: bigint('alarm_bits', { mode: 'number' }).notNull(),
    statusBits: bigint('status_bits', { mode: 'number' }).notNull(),
    flags: smallint('flags').notNull(),
  },
  (t) => [uniqueIndex('positions_once').on(t.device, t.at)],
)

export const latestPositions = pgTable('latest_positions', {
  device: uuid('device').primaryKey(),
  at: moment('at').notNull(),
  receivedAt: moment('received_at').notNull(),
  lon: doublePrecision('lon').notNull(),
  lat: doublePrecision('lat').notNull(),
  speedKmh: doublePrecision('speed_kmh'),
  direction: smallint('direction').notNull(),
  flags: smallint('flags').notNull(),
})

/** A waybill, a filling, a rescue … as it was told last; an older telling never overwrites a newer one. */
export const deviceDocuments = pgTable(
  'device_documents',
  {
    device: uuid('device').notNull(),
    document: text('document').notNull(),
    key: text('key').notNull(),
    version: integer('version').notNull(),
    at: moment('at').notNull(),
    receivedAt: moment('received_at').notNull(),
    body: jsonb('body').$type<Record<string, unknown>>().notNull(),
    flags: smallint('flags').notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.device, t.document, t.key] }),
    index('device_documents_at').on(t.document, t.at),
  ],
)

/** What devices say of themselves and of their line. */
export const deviceSigns = pgTable(
  'device_signs',
  {
    device: uuid('device').notNull(),
    sign: text('sign').notNull(),
    at: moment('at').notNull(),
    receivedAt: moment('received_at').notNull(),
    text: text('text').notNull(),
    flags: smallint('flags').notNull(),
  },
  (t) => [primaryKey({ columns: [t.device, t.sign, t.at] })],
)

/** Half an hour before and after an alarm of a point, so that clearing away readings takes no evidence. Append-only. */
export const alarmReadings = pgTable(
  'alarm_readings',
  {
    alarm: uuid('alarm').notNull(),
    at: moment('at').notNull(),
    value: doublePrecision('value'),
    quality: smallint('quality').notNull(),
  },
  (t) => [primaryKey({ columns: [t.alarm, t.at] })],
)
