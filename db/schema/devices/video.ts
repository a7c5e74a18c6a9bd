// Which cameras may be looked through, whose are they, and how is a picture asked for? No picture is kept here.
import {
  bigint,
  boolean,
  doublePrecision,
  index,
  integer,
  pgTable,
  text,
} from 'drizzle-orm/pg-core'
import { moment } from '../columns.ts'

/** A platform that shows pictures to whoever brings its token. `secret` makes the tokens; never shown. */
export const videoSources = pgTable('video_sources', {
  id: text('id').primaryKey(),
  name: text('name').notNull(),
  owner: text('owner').notNull(),
  /** An address with `{point}`, `{expires}` and `{token}`. */
  template: text('template').notNull(),
  secret: text('secret').notNull(),
  /** How long a link may be opened, seconds. */
  seconds: integer('seconds').notNull().default(60),
  enabled: boolean('enabled').notNull().default(true),
})

/** A camera by its number of 20 digits (GB/T 28181 annex D). */
export const videoPoints = pgTable(
  'video_points',
  {
    id: text('id').primaryKey(),
    source: text('source')
      .notNull()
      .references(() => videoSources.id),
    name: text('name').notNull(),
    region: text('region').notNull(),
    enterprise: text('enterprise'),
    lon: doublePrecision('lon'),
    lat: doublePrecision('lat'),
    synthetic: boolean('synthetic').notNull().default(false),
    since: moment('since').notNull(),
    until: moment('until'),
  },
  (t) => [
    index('video_points_region').on(t.region, t.id),
    index('video_points_enterprise').on(t.enterprise),
  ],
)

/** Append-only: who asked to look through which camera. */
export const videoLooks = pgTable(
  'video_looks',
  {
    id: bigint('id', { mode: 'number' }).primaryKey().generatedAlwaysAsIdentity(),
    point: text('point')
      .notNull()
      .references(() => videoPoints.id),
    person: text('person').notNull(),
    at: moment('at').notNull(),
    until: moment('until').notNull(),
  },
  (t) => [index('video_looks_point').on(t.point, t.at)],
)
