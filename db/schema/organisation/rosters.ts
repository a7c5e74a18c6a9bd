// Who is entered for which shift, who published it, who took whose shift, and whom did a level call by it? Nothing is changed or deleted.
import { sql } from 'drizzle-orm'
import {
  check,
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
import type { Seat } from '../../../domain/rosters/offices.ts'
import type { RosterEntry } from '../../../domain/rosters/roster.ts'
import type { ShiftKey } from '../../../domain/rosters/shifts.ts'
import { moment } from '../columns.ts'
import { decidedColumns, proposedColumns } from '../four-eyes.ts'

/** One row per version of a month: each time it is saved. */
export const rosters = pgTable(
  'rosters',
  {
    id: text('id').primaryKey(),
    bodyHash: text('body_hash').notNull(),
    office: text('office').notNull(),
    region: text('region').$type<Region>().notNull(),
    /** 'YYYY-MM' in Asia/Shanghai. */
    month: text('month').notNull(),
    version: integer('version').notNull(),
    starts: jsonb('starts').$type<string[]>().notNull(),
    entries: jsonb('entries').$type<RosterEntry[]>().notNull(),
    reason: text('reason').notNull(),
    ...proposedColumns,
  },
  (t) => [
    unique('rosters_version').on(t.office, t.month, t.version),
    unique('rosters_author').on(t.id, t.proposedBy),
  ],
)

/** Who entered it stands here again, so that the database itself refuses who publishes his own. */
export const rosterDecisions = pgTable(
  'roster_decisions',
  {
    roster: text('roster').primaryKey(),
    ...decidedColumns,
  },
  (t) => [
    foreignKey({
      name: 'roster_decisions_roster',
      columns: [t.roster, t.proposedBy],
      foreignColumns: [rosters.id, rosters.proposedBy],
    }),
    check(
      'roster_decisions_four_eyes',
      sql`(${t.decision} = 'withdrawn') = (${t.by} = ${t.proposedBy})`,
    ),
  ],
)

/** 换班: `person` asks `substitute` to take his shift. */
export const rosterExchanges = pgTable(
  'roster_exchanges',
  {
    id: text('id').primaryKey(),
    bodyHash: text('body_hash').notNull(),
    office: text('office').notNull(),
    region: text('region').$type<Region>().notNull(),
    month: text('month').notNull(),
    shift: jsonb('shift').$type<ShiftKey>().notNull(),
    seat: text('seat').$type<Seat>().notNull(),
    person: text('person').notNull(),
    substitute: text('substitute').notNull(),
    inReturn: jsonb('in_return').$type<ShiftKey>(),
    reason: text('reason').notNull(),
    at: moment('at').notNull(),
  },
  (t) => [
    index('roster_exchanges_office').on(t.office, t.month),
    index('roster_exchanges_substitute').on(t.substitute),
    index('roster_exchanges_person').on(t.person),
  ],
)

export type ExchangeDecision = 'accepted' | 'declined' | 'withdrawn'

export const rosterExchangeDecisions = pgTable('roster_exchange_decisions', {
  exchange: text('exchange')
    .primaryKey()
    .references(() => rosterExchanges.id),
  decision: text('decision').$type<ExchangeDecision>().notNull(),
  by: text('by').notNull(),
  byName: text('by_name').notNull(),
  at: moment('at').notNull(),
  reason: text('reason').notNull(),
})

/** Whom a level called by the roster, per post; `gap`: nobody was on it, and everybody who holds the post was called. */
export const rosterCalls = pgTable(
  'roster_calls',
  {
    effect: text('effect').notNull(),
    grp: text('grp').notNull(),
    office: text('office').notNull(),
    region: text('region').notNull(),
    caseId: text('case_id').notNull(),
    outcome: text('outcome').$type<'on-duty' | 'gap'>().notNull(),
    people: jsonb('people').$type<string[]>().notNull(),
    at: moment('at').notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.effect, t.grp] }),
    index('roster_calls_office').on(t.office, t.at),
  ],
)
