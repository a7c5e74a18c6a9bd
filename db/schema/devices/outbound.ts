// Which warnings have left this system, who takes them, and what was answered?
import { sql } from 'drizzle-orm'
import {
  boolean,
  check,
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
import type { AlarmLevel as Level } from '../../../domain/duty/views.ts'
import type { DeliveryFault } from '../../../domain/warning/views.ts'
import type { WarningContent } from '../../../domain/warning/warning-content.ts'
import { moment } from '../columns.ts'

/** One row: in whose name warnings leave (GB/T 35965.1). Without it none does. */
export const outboundOffice = pgTable('outbound_office', {
  id: smallint('id').primaryKey(),
  region: text('region').notNull(),
  organisation: text('organisation').notNull(),
  unit: text('unit').notNull(),
  extension: text('extension').notNull(),
  /** No white space, no comma. */
  sender: text('sender').notNull(),
  name: text('name').notNull(),
})

/** How a receiver is reached, and what it wants. `secret`: signs what is sent; never shown. */
const receiver = {
  id: text('id').primaryKey(),
  name: text('name').notNull(),
  url: text('url').notNull(),
  format: text('format').$type<'cap' | 'geojson'>().notNull(),
  secret: text('secret'),
  /** Empty: all. */
  regions: jsonb('regions').$type<string[]>().notNull().default([]),
  /** 1 red … 4 blue: this one and graver ones. */
  leastLevel: smallint('least_level').$type<Level>().notNull(),
  /** Whether what simulators made is sent to it too, as an exercise. */
  exercises: boolean('exercises').notNull().default(false),
  enabled: boolean('enabled').notNull().default(true),
}

/** Where warnings are sent without anybody asking: only what two people have agreed to (or the seed has made, then without names) stands here. */
export const outboundReceivers = pgTable(
  'outbound_receivers',
  { ...receiver, proposedBy: text('proposed_by'), approvedBy: text('approved_by') },
  (t) => [
    check(
      'outbound_receivers_two_people',
      sql`(${t.proposedBy} IS NULL) = (${t.approvedBy} IS NULL) AND coalesce(${t.proposedBy} <> ${t.approvedBy}, true)`,
    ),
  ],
)

/** What one administrator wants of a receiver; nothing is sent by it until another one has approved it. */
export const outboundProposals = pgTable('outbound_proposals', {
  ...receiver,
  /** Another one with every change: what is approved is what was seen. */
  proposal: uuid('proposal').notNull().unique('outbound_proposals_proposal'),
  /** False: the receiver’s earlier secret stays. */
  newSecret: boolean('new_secret').notNull(),
  by: text('by').notNull(),
  byName: text('by_name').notNull(),
  at: moment('at').notNull(),
})

export type Reference = { sender: string; identifier: string; sent: string }

/** Append-only: what was said, byte for byte. */
export const outboundMessages = pgTable(
  'outbound_messages',
  {
    identifier: text('identifier').primaryKey(),
    /** What it is about: an alarm, or whatever a person has begun to warn of. */
    incident: uuid('incident').notNull(),
    /** The first message about an incident is 1. */
    place: integer('place').notNull(),
    type: text('type').$type<'Alert' | 'Update' | 'Cancel'>().notNull(),
    status: text('status').$type<'Actual' | 'Exercise' | 'Test'>().notNull(),
    synthetic: boolean('synthetic').notNull(),
    sender: text('sender').notNull(),
    sent: moment('sent').notNull(),
    level: smallint('level').$type<Level>().notNull(),
    region: text('region').notNull(),
    references: jsonb('references').$type<Reference[]>().notNull(),
    cap: text('cap').notNull(),
    geojson: text('geojson').notNull(),
    /** SHA-256 of `cap` in UTF-8, hexadecimal. */
    sha256: text('sha256').notNull(),
    /** What was said before it was written down as CAP; null: it was not kept then. */
    content: jsonb('content').$type<WarningContent>(),
    /** Who gave it; null: told by itself of an alarm. */
    by: text('by'),
    byName: text('by_name'),
    /** The request of whoever gave it: the same one made twice is one message. */
    request: uuid('request').unique('outbound_messages_request'),
    bodyHash: text('body_hash'),
  },
  (t) => [
    uniqueIndex('outbound_messages_place').on(t.incident, t.place),
    index('outbound_messages_sent').on(t.region, t.sent),
  ],
)

/** Alarms that belong to the event which an earlier one's warning tells: one unit's detectors are one warning. */
export const warnedAlarms = pgTable(
  'warned_alarms',
  {
    alarm: uuid('alarm').primaryKey(),
    incident: uuid('incident').notNull(),
    since: moment('since').notNull(),
  },
  (t) => [index('warned_alarms_incident').on(t.incident)],
)

/** One message on its way to one receiver; what has been answered stays. */
export const outboundDeliveries = pgTable(
  'outbound_deliveries',
  {
    message: text('message')
      .notNull()
      .references(() => outboundMessages.identifier),
    receiver: text('receiver')
      .notNull()
      .references(() => outboundReceivers.id),
    incident: uuid('incident').notNull(),
    place: integer('place').notNull(),
    /** `taken`: with success, but without an Ack of CAP. */
    state: text('state')
      .$type<'waiting' | 'acknowledged' | 'taken' | 'refused' | 'given-up'>()
      .notNull(),
    attempts: integer('attempts').notNull().default(0),
    since: moment('since').notNull(),
    dueAt: moment('due_at').notNull(),
    answeredAt: moment('answered_at'),
    httpStatus: smallint('http_status'),
    error: text('error').$type<DeliveryFault>(),
  },
  (t) => [
    check(
      'outbound_deliveries_error',
      sql`${t.error} IN ('unreachable', 'refused-address', 'bad-answer', 'declined')`,
    ),
    primaryKey({ columns: [t.message, t.receiver] }),
    index('outbound_deliveries_due').on(t.dueAt).where(sql`state = 'waiting'`),
    index('outbound_deliveries_incident').on(t.incident, t.receiver, t.place),
  ],
)
