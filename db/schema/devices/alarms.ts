// Which alarms stand or stood, what has become of each, and what is still to be told to its case?
import { sql } from 'drizzle-orm'
import {
  bigint,
  boolean,
  doublePrecision,
  index,
  integer,
  jsonb,
  pgTable,
  smallint,
  text,
  uniqueIndex,
  uuid,
} from 'drizzle-orm/pg-core'
import type { AlarmStanding } from '../../../domain/duty/alarm-states.ts'
import { moment } from '../columns.ts'

/** 1 red … 4 blue. */
type Level = 1 | 2 | 3 | 4

/** The running evaluation of a condition of a point, also while nothing is wrong: what survives a restart. */
export const alarmStates = pgTable(
  'alarm_states',
  {
    key: text('key').primaryKey(),
    feed: text('feed').notNull(),
    state: jsonb('state').$type<Record<string, unknown>>().notNull(),
    revision: integer('revision').notNull(),
    /** When it is to be looked at again though nothing is received. */
    wakeAt: moment('wake_at'),
  },
  (t) => [index('alarm_states_wake').on(t.feed, t.wakeAt)],
)

/** One row per episode. Its id is that of the case which may come of it. */
export const alarms = pgTable(
  'alarms',
  {
    id: uuid('id').primaryKey().defaultRandom(),
    key: text('key').notNull(),
    feed: text('feed').notNull(),
    device: uuid('device'),
    /** As the device calls its point; `pointId` only where that is registered. */
    point: text('point').notNull(),
    pointId: integer('point_id'),
    condition: text('condition').notNull(),
    kind: text('kind').notNull(),
    name: text('name').notNull(),
    region: text('region').notNull(),
    enterprise: text('enterprise'),
    /** Its state of ISA-18.2; shelved, suppressed and out of service stand beside it, with their ends. */
    standing: text('standing').$type<AlarmStanding>().notNull(),
    active: boolean('active').notNull(),
    acked: boolean('acked').notNull(),
    ackedBy: text('acked_by'),
    ackedAt: moment('acked_at'),
    latched: boolean('latched').notNull(),
    shelvedUntil: moment('shelved_until'),
    shelvedBy: text('shelved_by'),
    shelvedReason: text('shelved_reason'),
    suppressed: boolean('suppressed').notNull(),
    outOfService: boolean('out_of_service').notNull(),
    /** Nothing good is known of it now; what was known last stands. */
    stale: boolean('stale').notNull(),
    /** 时间存疑: only a device whose clock is not known has reported it. */
    doubtful: boolean('doubtful').notNull().default(false),
    /** Its device, or its limits, are registered no more: only a person ends it. */
    unwatched: boolean('unwatched').notNull().default(false),
    chattering: boolean('chattering').notNull().default(false),
    fleeting: boolean('fleeting').notNull().default(false),
    level: smallint('level').$type<Level>().notNull(),
    value: doublePrecision('value'),
    limit: doublePrecision('limit'),
    unit: text('unit'),
    text: text('text').notNull(),
    lon: doublePrecision('lon'),
    lat: doublePrecision('lat'),
    raisedAt: moment('raised_at').notNull(),
    rtnAt: moment('rtn_at'),
    closedAt: moment('closed_at'),
    /** The sender's newest event: what an acknowledgement to him must name. */
    event: text('event'),
    synthetic: boolean('synthetic').notNull(),
    /** Of its newest event, and of the newest at which it rang: an acknowledgement that names an earlier one counts no more. */
    seq: integer('seq').notNull(),
    rang: integer('rang').notNull().default(1),
    policy: text('policy').$type<'record' | 'notify' | 'episode'>().notNull(),
    caseStarted: moment('case_started'),
    /** The alarm of the flood that it came in, and that stands for it. */
    flood: uuid('flood'),
    site: text('site').notNull(),
    readingsKept: boolean('readings_kept').notNull().default(false),
  },
  (t) => [
    uniqueIndex('alarms_open').on(t.key).where(sql`closed_at IS NULL`),
    index('alarms_standing').on(t.region, t.raisedAt, t.id).where(sql`closed_at IS NULL`),
    index('alarms_region').on(t.region, t.raisedAt, t.id),
    index('alarms_enterprise').on(t.enterprise, t.raisedAt, t.id),
    index('alarms_device').on(t.device, t.raisedAt),
    index('alarms_site').on(t.site, t.raisedAt),
    index('alarms_flood').on(t.flood),
    index('alarms_closed').on(
      t.closedAt,
      t.acked,
      t.region,
      t.enterprise,
      t.synthetic,
      t.condition,
    ),
    index('alarms_nuisance')
      .on(t.raisedAt, t.chattering, t.fleeting, t.region, t.enterprise, t.synthetic)
      .where(sql`chattering OR fleeting`),
    index('alarms_unkept').on(t.raisedAt).where(sql`NOT readings_kept`),
  ],
)

/** Append-only: what happened to an alarm, in its order. */
export const alarmEvents = pgTable(
  'alarm_events',
  {
    alarm: uuid('alarm').notNull(),
    seq: integer('seq').notNull(),
    key: text('key').notNull(),
    /** Of its alarm, which never changes them: so that a year of events is counted without reading a year of alarms. */
    region: text('region').notNull(),
    enterprise: text('enterprise'),
    condition: text('condition').notNull(),
    synthetic: boolean('synthetic').notNull(),
    kind: text('kind').notNull(),
    /** When it was sensed, and when we knew. */
    at: moment('at').notNull(),
    recordedAt: moment('recorded_at').notNull(),
    level: smallint('level').$type<Level>().notNull(),
    value: doublePrecision('value'),
    limit: doublePrecision('limit'),
    text: text('text').notNull(),
    by: text('by'),
    /** The sender's id of it. */
    event: text('event'),
    id: bigint('id', { mode: 'number' }).primaryKey().generatedAlwaysAsIdentity(),
  },
  (t) => [
    uniqueIndex('alarm_events_seq').on(t.alarm, t.seq),
    index('alarm_events_at').on(t.recordedAt),
    index('alarm_events_rang')
      .on(t.recordedAt, t.level, t.region, t.enterprise, t.synthetic, t.condition, t.key)
      .where(sql`kind IN ('raised', 're-alarm')`),
    index('alarm_events_key').on(t.key, t.recordedAt),
  ],
)

/** What the case of an alarm is still to be reported: one waiting row per alarm and kind, a newer one replaces it. */
export const alarmOutbox = pgTable(
  'alarm_outbox',
  {
    id: bigint('id', { mode: 'number' }).primaryKey().generatedAlwaysAsIdentity(),
    alarm: uuid('alarm').notNull(),
    seq: integer('seq').notNull(),
    kind: text('kind').notNull(),
    level: smallint('level').$type<Level>().notNull(),
    data: jsonb('data').$type<Record<string, unknown>>().notNull(),
    createdAt: moment('created_at').notNull(),
    notBefore: moment('not_before').notNull(),
    attempts: integer('attempts').notNull().default(0),
    error: text('error'),
    doneAt: moment('done_at'),
    /** `delivered`, or why it need not be any more; `refused`: its case had ended, and so has its alarm or what is told of it calls nobody. */
    outcome: text('outcome').$type<
      'delivered' | 'replaced' | 'fleeting' | 'recorded' | 'refused'
    >(),
  },
  (t) => [
    uniqueIndex('alarm_outbox_waiting').on(t.alarm, t.kind).where(sql`done_at IS NULL`),
    index('alarm_outbox_due').on(t.level, t.id).where(sql`done_at IS NULL`),
    index('alarm_outbox_alarm').on(t.alarm, t.id),
  ],
)

/** A request of a case or a person to an alarm or its device; carried out at most once by its key, and not after `until`. */
export const deviceCommands = pgTable(
  'device_commands',
  {
    key: text('key').primaryKey(),
    feed: text('feed').notNull(),
    /** As its feed calls it; empty: the feed's own alarm. */
    device: text('device').notNull(),
    alarm: uuid('alarm'),
    verb: text('verb')
      .$type<
        | 'acknowledge'
        | 'confirm'
        | 'shelve'
        | 'unshelve'
        | 'suppress'
        | 'reset'
        | 'declare-over'
        | 'begin-anew'
        | 'take-out'
        | 'put-back'
        | 'supervise'
        | 'query'
        | 'set-clock'
      >()
      .notNull(),
    args: jsonb('args').$type<Record<string, string>>().notNull(),
    by: text('by').notNull(),
    /** The alarm's region, or the device's: who may see it. */
    region: text('region').notNull(),
    createdAt: moment('created_at').notNull(),
    until: moment('until').notNull(),
    state: text('state').$type<'waiting' | 'sent' | 'done' | 'failed' | 'expired'>().notNull(),
    sentAt: moment('sent_at'),
    doneAt: moment('done_at'),
    result: text('result'),
  },
  (t) => [
    index('device_commands_waiting')
      .on(t.feed, t.createdAt)
      .where(sql`state IN ('waiting', 'sent')`),
  ],
)
