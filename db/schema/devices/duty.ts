// Who has acknowledged or shelved an alarm at the desk, who keeps the desk, and what was handed over?
import { bigint, index, integer, jsonb, pgTable, text, uuid } from 'drizzle-orm/pg-core'
import { moment } from '../columns.ts'
import { alarms } from './alarms.ts'

/** Append-only, and in force at once: it needs neither the devices process nor Temporal. */
export const alarmAcknowledgements = pgTable(
  'alarm_acknowledgements',
  {
    /** Of the request: whoever sends it twice has said it once. It is also the id of the command to its case. */
    id: text('id').primaryKey(),
    alarm: uuid('alarm')
      .notNull()
      .references(() => alarms.id),
    /** The newest event that the person saw: what rings after it is not acknowledged. */
    seq: integer('seq').notNull(),
    measures: text('measures'),
    by: text('by').notNull(),
    byName: text('by_name').notNull(),
    bodyHash: text('body_hash').notNull(),
    at: moment('at').notNull(),
    /** What the legal clock said. */
    occurredAt: moment('occurred_at').notNull(),
  },
  (t) => [
    index('alarm_acknowledgements_alarm').on(t.alarm, t.seq),
    index('alarm_acknowledgements_at').on(t.at),
  ],
)

/** Append-only. What counts until the holder of the feed has done it; afterwards the alarm's own row does. */
export const alarmShelvings = pgTable(
  'alarm_shelvings',
  {
    id: text('id').primaryKey(),
    alarm: uuid('alarm')
      .notNull()
      .references(() => alarms.id),
    act: text('act').$type<'shelve' | 'unshelve'>().notNull(),
    until: moment('until'),
    reason: text('reason').notNull(),
    by: text('by').notNull(),
    byName: text('by_name').notNull(),
    bodyHash: text('body_hash').notNull(),
    at: moment('at').notNull(),
    occurredAt: moment('occurred_at').notNull(),
  },
  (t) => [index('alarm_shelvings_alarm').on(t.alarm, t.at)],
)

/** What still stands when a desk changes hands: the gravest by name, and how many there are in all. */
export type Standing = {
  total: number
  items: { id: string; name: string; level: number; acked: boolean; raisedAt: string }[]
}

/** Append-only: a shift lasts until the next one of its desk begins. */
export const dutyShifts = pgTable(
  'duty_shifts',
  {
    id: text('id').primaryKey(),
    region: text('region').notNull(),
    person: text('person').notNull(),
    personName: text('person_name').notNull(),
    since: moment('since').notNull(),
    /** Who kept it before. */
    from: text('from'),
    fromName: text('from_name'),
    standing: jsonb('standing').$type<Standing>().notNull(),
    note: text('note').notNull(),
    bodyHash: text('body_hash').notNull(),
  },
  (t) => [index('duty_shifts_region').on(t.region, t.since)],
)

/** Append-only: the log of a desk. */
export const dutyNotes = pgTable(
  'duty_notes',
  {
    id: text('id').primaryKey(),
    seq: bigint('seq', { mode: 'number' }).generatedAlwaysAsIdentity().notNull(),
    region: text('region').notNull(),
    alarm: uuid('alarm'),
    text: text('text').notNull(),
    by: text('by').notNull(),
    byName: text('by_name').notNull(),
    at: moment('at').notNull(),
    bodyHash: text('body_hash').notNull(),
  },
  (t) => [index('duty_notes_region').on(t.region, t.at)],
)

/** Append-only: who has changed what is registered of lines, devices, points and limits, and why. */
export const registryChanges = pgTable(
  'registry_changes',
  {
    id: text('id').primaryKey(),
    region: text('region').notNull(),
    words: text('words').notNull(),
    reason: text('reason').notNull(),
    /** Before and after of each row. */
    rows: jsonb('rows')
      .$type<{ what: string; key: string; before: unknown; after: unknown }[]>()
      .notNull(),
    by: text('by').notNull(),
    byName: text('by_name').notNull(),
    at: moment('at').notNull(),
    bodyHash: text('body_hash').notNull(),
  },
  (t) => [index('registry_changes_at').on(t.at)],
)
