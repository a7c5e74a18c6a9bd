// Who are the first administrators of an empty server, and which posts wait for a second administrator?
import { sql } from 'drizzle-orm'
import {
  bigint,
  check,
  foreignKey,
  index,
  integer,
  pgTable,
  text,
  unique,
} from 'drizzle-orm/pg-core'
import type { Region } from '../../../domain/organisation/regions.ts'
import type { Role } from '../../../domain/organisation/roles.ts'
import { realTime } from '../columns.ts'
import { decidedColumns, proposedColumns } from '../four-eyes.ts'

/** The places of the first administrators; of a link only the SHA-256 is kept, and whoever took it stands here for ever. */
export const foundingSeats = pgTable('founding_seats', {
  seat: integer('seat').primaryKey(),
  tokenHash: text('token_hash').notNull(),
  expiresAt: realTime('expires_at').notNull(),
  person: text('person'),
  takenAt: realTime('taken_at'),
})

/** Append-only: what one administrator wants to give of the posts that need two. */
export const postProposals = pgTable(
  'post_proposals',
  {
    id: text('id').primaryKey(),
    bodyHash: text('body_hash').notNull(),
    person: text('person').notNull(),
    office: text('office').notNull(),
    role: text('role').$type<Role>().notNull(),
    region: text('region').$type<Region>().notNull(),
    fromDay: text('from_day').notNull(),
    untilDay: text('until_day'),
    /** 文号 of the order, where there is one. */
    order: text('order_number'),
    reason: text('reason').notNull(),
    ...proposedColumns,
  },
  (t) => [
    index('post_proposals_person').on(t.person),
    unique('post_proposals_parties').on(t.id, t.proposedBy, t.person),
  ],
)

/** Append-only. Proposer and person stand here again so that the database itself refuses who approves his own, or for himself. */
export const postDecisions = pgTable(
  'post_decisions',
  {
    proposal: text('proposal').primaryKey(),
    seq: bigint('seq', { mode: 'number' }).generatedAlwaysAsIdentity(),
    ...decidedColumns,
    person: text('person').notNull(),
  },
  (t) => [
    foreignKey({
      name: 'post_decisions_proposal',
      columns: [t.proposal, t.proposedBy, t.person],
      foreignColumns: [postProposals.id, postProposals.proposedBy, postProposals.person],
    }),
    check(
      'post_decisions_four_eyes',
      sql`(${t.decision} = 'withdrawn') = (${t.by} = ${t.proposedBy}) AND ${t.by} <> ${t.person}`,
    ),
  ],
)
