// Which entries stand in the registers, and who has proposed and confirmed each change of them?
import { type SQL, sql } from 'drizzle-orm'
import {
  bigint,
  boolean,
  check,
  date,
  doublePrecision,
  foreignKey,
  index,
  integer,
  jsonb,
  pgTable,
  primaryKey,
  text,
  unique,
} from 'drizzle-orm/pg-core'
import type { Region } from '../../../domain/organisation/regions.ts'
import type { Due } from '../../../domain/registers/due-days.ts'
import { moment } from '../columns.ts'
import { decidedColumns, proposedColumns } from '../four-eyes.ts'

const place = {
  register: text('register').notNull(),
  region: text('region').$type<Region>().notNull(),
  /** The enterprise; null: the authorities' own. */
  owner: text('owner'),
}

const entryColumns = {
  standing: text('standing').notNull(),
  /** The day from which it holds. */
  fromDay: date('from_day', { mode: 'string' }).notNull(),
  data: jsonb('data').$type<Record<string, unknown>>().notNull(),
}

const coordinate = (nth: 1 | 2): SQL =>
  sql.raw(
    `CASE WHEN data->>'coordinates' ~ '^[0-9]{2,3}(\\.[0-9]{1,8})?,[0-9]{1,2}(\\.[0-9]{1,8})?$' THEN split_part(data->>'coordinates', ',', ${nth})::double precision END`,
  )

/** Each as it stands after its last confirmed change; all of it follows from the changes. */
export const registerEntries = pgTable(
  'register_entries',
  {
    id: text('id').primaryKey(),
    ...place,
    number: text('number').notNull(),
    version: integer('version').notNull(),
    ...entryColumns,
    /** What people call it, out of its data. */
    name: text('name').notNull(),
    /** By when what is to be done, out of its data, the first first; which of it is open says the day of reading (`domain/registers/due-days.ts`). */
    dues: jsonb('dues').$type<Due[]>().notNull().default([]),
    /** The day from which it has stood so. */
    since: date('since', { mode: 'string' }).notNull(),
    /** Its place in the list, after all with an open day. */
    listedAt: moment('listed_at').notNull(),
    /** Out of its data, where that says so (`domain/organisation/coordinates.ts`). */
    lon: doublePrecision('lon').generatedAlwaysAs(coordinate(1)),
    lat: doublePrecision('lat').generatedAlwaysAs(coordinate(2)),
  },
  (t) => [
    index('register_entries_placed').on(t.register, t.lat, t.lon),
    unique('register_entries_number').on(t.register, t.number),
    index('register_entries_listed').on(t.register, t.listedAt, t.id),
    index('register_entries_owner').on(t.owner),
  ],
)

/** Append-only: what somebody wants of an entry, the whole of it. `seen`: the version that he saw, 0 for a new one. */
export const registerChanges = pgTable(
  'register_changes',
  {
    id: text('id').primaryKey(),
    bodyHash: text('body_hash').notNull(),
    entry: text('entry').notNull(),
    ...place,
    /** As it was typed; null: the product gives it when the entry is confirmed. */
    number: text('number'),
    seen: integer('seen').notNull(),
    ...entryColumns,
    reason: text('reason').notNull(),
    /** By people of the enterprise whose it is. */
    byOwner: boolean('by_owner').notNull(),
    ...proposedColumns,
  },
  (t) => [
    index('register_changes_entry').on(t.entry),
    index('register_changes_register').on(t.register, t.proposedAt),
    unique('register_changes_parties').on(t.id, t.entry, t.proposedBy),
  ],
)

/** Append-only. */
export const registerDecisions = pgTable(
  'register_decisions',
  {
    change: text('change').primaryKey(),
    request: text('request').notNull(),
    bodyHash: text('body_hash').notNull(),
    seq: bigint('seq', { mode: 'number' }).generatedAlwaysAsIdentity(),
    entry: text('entry').notNull(),
    /** Of its change, for who may read it. */
    region: text('region').$type<Region>().notNull(),
    owner: text('owner'),
    byOwner: boolean('by_owner').notNull(),
    ...decidedColumns,
    /** That which the entry has with it; null: it was not confirmed. */
    version: integer('version'),
  },
  (t) => [
    foreignKey({
      name: 'register_decisions_change',
      columns: [t.change, t.entry, t.proposedBy],
      foreignColumns: [registerChanges.id, registerChanges.entry, registerChanges.proposedBy],
    }),
    unique('register_decisions_version').on(t.entry, t.version),
    unique('register_decisions_request').on(t.request),
    check(
      'register_decisions_two',
      sql`(${t.decision} = 'withdrawn') = (${t.by} = ${t.proposedBy}) AND (${t.decision} = 'approved') = (${t.version} IS NOT NULL)`,
    ),
  ],
)

/** The last number given, by register, region and year. */
export const registerNumbers = pgTable(
  'register_numbers',
  {
    register: text('register').notNull(),
    region: text('region').notNull(),
    year: integer('year').notNull(),
    last: integer('last').notNull(),
  },
  (t) => [primaryKey({ columns: [t.register, t.region, t.year] })],
)
