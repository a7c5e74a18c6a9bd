// Which feeds, devices and measuring points are registered, and how does each line stand?
import { sql } from 'drizzle-orm'
import {
  bigint,
  boolean,
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
import type { PointKind } from '../../../domain/duty/kinds.ts'
import type { Instant } from '../../../domain/time/instant.ts'
import { bytea, moment } from '../columns.ts'

/** A person by name answers for it. */
export type Signature = { by: string; byName: string; reason: string; at: Instant }

/** A line from or to somebody else's system. `port`: where it is listened for; null: we dial, or it comes through the API. */
export const feeds = pgTable('feeds', {
  id: text('id').primaryKey(),
  protocol: text('protocol').notNull(),
  name: text('name').notNull(),
  region: text('region').notNull(),
  port: integer('port'),
  /** A feed that says nothing for so long is itself an alarm, seconds. */
  silenceSeconds: integer('silence_seconds').notNull().default(300),
  enabled: boolean('enabled').notNull().default(true),
  /** By whom it is paused, for a while; null: it is not. A line that is switched off is out of use. */
  paused: jsonb('paused').$type<Signature>(),
  settings: jsonb('settings').$type<Record<string, unknown>>().notNull().default({}),
})

/**
 * Certificates that the servers of dialled feeds have shown. The devices process writes what it sees, the API whom people trust: nobody
 * but a person by name does, and no other certificate is believed.
 */
export const serverCertificates = pgTable(
  'server_certificates',
  {
    feed: text('feed')
      .notNull()
      .references(() => feeds.id),
    /** SHA-1 of the certificate in hex, as plants' engineers read it out over the telephone. */
    thumbprint: text('thumbprint').notNull(),
    sha256: text('sha256').notNull(),
    certificate: bytea('certificate').notNull(),
    subject: text('subject').notNull(),
    issuer: text('issuer').notNull(),
    /** URIs and hosts that it names. */
    names: text('names').notNull(),
    from: moment('from').notNull(),
    to: moment('to').notNull(),
    firstAt: moment('first_at').notNull(),
    lastAt: moment('last_at').notNull(),
    trusted: jsonb('trusted').$type<Signature>(),
  },
  (t) => [primaryKey({ columns: [t.feed, t.thumbprint] })],
)

/** A device of a feed; one row per time that it is valid, so that a reading stays with whom it belonged to. `secret` is never shown. */
export const devices = pgTable(
  'devices',
  {
    id: uuid('id').primaryKey().defaultRandom(),
    feed: text('feed')
      .notNull()
      .references(() => feeds.id),
    key: text('key').notNull(),
    name: text('name').notNull(),
    enterprise: text('enterprise'),
    region: text('region').notNull(),
    lon: doublePrecision('lon'),
    lat: doublePrecision('lat'),
    dialect: jsonb('dialect').$type<Record<string, unknown>>().notNull().default({}),
    secret: text('secret'),
    hosts: jsonb('hosts').$type<string[]>().notNull().default([]),
    /** A simulator plays it: whatever comes of it is an exercise. */
    synthetic: boolean('synthetic').notNull().default(false),
    /** Null: as its feed. */
    silenceSeconds: integer('silence_seconds'),
    since: moment('since').notNull(),
    until: moment('until'),
  },
  (t) => [
    uniqueIndex('devices_key').on(t.feed, t.key).where(sql`until IS NULL`),
    index('devices_enterprise').on(t.enterprise),
  ],
)

/** A measuring point with the limits that its enterprise answers for. Null: as the table of its kind says. */
export const points = pgTable(
  'points',
  {
    id: integer('id').primaryKey().generatedAlwaysAsIdentity(),
    device: uuid('device')
      .notNull()
      .references(() => devices.id),
    key: text('key').notNull(),
    name: text('name').notNull(),
    unit: text('unit'),
    kind: text('kind').$type<PointKind>().notNull(),
    lowLow: doublePrecision('low_low'),
    low: doublePrecision('low'),
    high: doublePrecision('high'),
    highHigh: doublePrecision('high_high'),
    /** Of its own unit in a minute. */
    risePerMinute: doublePrecision('rise_per_minute'),
    rangeLow: doublePrecision('range_low'),
    rangeHigh: doublePrecision('range_high'),
    /** Limits that have a name of their own, by that name: 汛限水位 `flood`, 警戒水位 `warning`, 保证水位 `guarantee`. */
    marks: jsonb('marks').$type<Record<string, number>>(),
    /** Percent of the range. */
    deadband: doublePrecision('deadband'),
    onDelay: integer('on_delay'),
    offDelay: integer('off_delay'),
    /** Minutes after its acknowledgement at which what still stands rings again; 0: never. */
    reAlarmMinutes: integer('re_alarm_minutes'),
    latching: boolean('latching'),
    shelvable: boolean('shelvable').notNull().default(true),
    /** The level (1 red … 4 blue) of the first and of the outer limit. */
    firstLevel: smallint('first_level').$type<1 | 2 | 3 | 4>(),
    outerLevel: smallint('outer_level').$type<1 | 2 | 3 | 4>(),
    since: moment('since').notNull(),
    until: moment('until'),
  },
  (t) => [uniqueIndex('points_key').on(t.device, t.key).where(sql`until IS NULL`)],
)

/** For how long a lease is held without being renewed; renewed every quarter of it, so it tells that its holder lives. */
export const feedLeaseMs = 20_000

/** Who holds a lease now. Whoever writes for it shows the fence that he was given; an older one is refused. */
export const feedOwners = pgTable('feed_owners', {
  feed: text('feed').primaryKey(),
  owner: text('owner'),
  fence: bigint('fence', { mode: 'number' }).notNull().default(0),
  leaseUntil: moment('lease_until'),
  since: moment('since'),
})

/** How a line does: the health strip of the desk. */
export const feedStates = pgTable('feed_states', {
  feed: text('feed').primaryKey(),
  state: text('state').$type<'listening' | 'connected' | 'down'>().notNull(),
  connections: integer('connections').notNull().default(0),
  lastSeenAt: moment('last_seen_at'),
  lastFrameAt: moment('last_frame_at'),
  /** Between what was sensed last and its receipt. */
  lagMs: bigint('lag_ms', { mode: 'number' }),
  frames: bigint('frames', { mode: 'number' }).notNull().default(0),
  faults: bigint('faults', { mode: 'number' }).notNull().default(0),
  detail: text('detail').notNull().default(''),
  at: moment('at').notNull(),
})

export const deviceStates = pgTable('device_states', {
  device: uuid('device').primaryKey(),
  lastSeenAt: moment('last_seen_at').notNull(),
})

/** Ten-minute periods, counted from the epoch, in which a line was heard: what figures of its alarms may be divided by. */
export const feedPeriods = pgTable(
  'feed_periods',
  { feed: text('feed').notNull(), period: integer('period').notNull() },
  (t) => [primaryKey({ columns: [t.feed, t.period] })],
)

/** Who keeps a connection to us and has none now; a platform that speaks for others loses them with it. Gone once it is there again. */
export const lostLinks = pgTable(
  'lost_links',
  { feed: text('feed').notNull(), device: text('device').notNull(), at: moment('at').notNull() },
  (t) => [primaryKey({ columns: [t.feed, t.device] })],
)

/** What was no frame or was refused, whole if it may be; at most ten in a minute for a device. Append-only until it is cleared away. */
export const badFrames = pgTable(
  'bad_frames',
  {
    seq: bigint('seq', { mode: 'number' }).primaryKey().generatedAlwaysAsIdentity(),
    feed: text('feed').notNull(),
    device: text('device'),
    peer: text('peer').notNull(),
    reason: text('reason').notNull(),
    offset: integer('offset').notNull(),
    words: text('words').notNull(),
    bytes: bytea('bytes').notNull(),
    /** Whether `bytes` are all of it, so that it can be read again. */
    whole: boolean('whole').notNull().default(false),
    /** What was known beside the bytes: kind and device, where the topic of a broker told them. */
    context: jsonb('context').$type<{ kind?: string; device?: string }>(),
    at: moment('at').notNull(),
  },
  (t) => [index('bad_frames_feed').on(t.feed, t.at), index('bad_frames_at').on(t.at, t.seq)],
)

/** Faults are counted, also those beyond what is kept. */
export const faultCounts = pgTable(
  'fault_counts',
  {
    feed: text('feed').notNull(),
    device: text('device').notNull(),
    reason: text('reason').notNull(),
    day: text('day').notNull(),
    count: bigint('count', { mode: 'number' }).notNull(),
  },
  (t) => [primaryKey({ columns: [t.feed, t.device, t.reason, t.day] })],
)

/** Who spoke without being registered: one row per device and day, for somebody to enrol it. */
export const unknownDevices = pgTable(
  'unknown_devices',
  {
    feed: text('feed').notNull(),
    device: text('device').notNull(),
    day: text('day').notNull(),
    peer: text('peer').notNull(),
    firstAt: moment('first_at').notNull(),
    lastAt: moment('last_at').notNull(),
    count: bigint('count', { mode: 'number' }).notNull(),
  },
  (t) => [primaryKey({ columns: [t.feed, t.device, t.day] })],
)

/** From when to when nothing was received, or something was lost, and why. */
export const feedGaps = pgTable(
  'feed_gaps',
  {
    seq: bigint('seq', { mode: 'number' }).primaryKey().generatedAlwaysAsIdentity(),
    feed: text('feed').notNull(),
    device: uuid('device'),
    reason: text('reason').notNull(),
    from: moment('from').notNull(),
    to: moment('to'),
  },
  (t) => [
    uniqueIndex('feed_gaps_open')
      .on(t.feed, sql`coalesce(device::text, '')`, t.reason)
      .where(sql`"to" IS NULL`),
  ],
)
