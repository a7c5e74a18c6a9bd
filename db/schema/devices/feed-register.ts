// Which feeds does somebody want us to dial, and as whom do we come to those that we dial?
import { boolean, integer, jsonb, pgTable, text, uuid } from 'drizzle-orm/pg-core'
import { bytea, moment } from '../columns.ts'
import { feeds } from './devices.ts'

/**
 * What one administrator wants of a feed that we dial: nothing is dialled by it until another one has approved it. `fresh`: there is no such feed
 * yet, and its sender is enrolled with `secret`; else its settings alone are others.
 */
export const feedProposals = pgTable('feed_proposals', {
  id: text('id').primaryKey(),
  /** Another one with every change: what is approved is what was seen. */
  proposal: uuid('proposal').notNull().unique('feed_proposals_proposal'),
  fresh: boolean('fresh').notNull(),
  protocol: text('protocol').notNull(),
  name: text('name').notNull(),
  region: text('region').notNull(),
  silenceSeconds: integer('silence_seconds').notNull(),
  settings: jsonb('settings').$type<Record<string, unknown>>().notNull(),
  secret: text('secret'),
  synthetic: boolean('synthetic').notNull(),
  by: text('by').notNull(),
  byName: text('by_name').notNull(),
  at: moment('at').notNull(),
})

/** As whom a link says that it comes: our own certificate, for the plant's engineers. The key never leaves its machine. */
export const linkCertificates = pgTable('link_certificates', {
  feed: text('feed')
    .primaryKey()
    .references(() => feeds.id),
  /** DER. */
  certificate: bytea('certificate').notNull(),
  /** SHA-1 in hex. */
  thumbprint: text('thumbprint').notNull(),
  to: moment('to').notNull(),
  at: moment('at').notNull(),
})
