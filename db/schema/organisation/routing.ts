// Who gets a new task by which rule, whose turn it was, and which posts stand empty?
import { sql } from 'drizzle-orm'
import { bigint, index, integer, pgTable, primaryKey, text, uniqueIndex } from 'drizzle-orm/pg-core'
import type { Region } from '../../../domain/organisation/regions.ts'
import type { VacancyCause } from '../../../domain/organisation/vacancies.ts'
import type { Way } from '../../../domain/tasks/routing/rules.ts'
import { moment } from '../columns.ts'

/** Append-only: a rule is never changed, an early end is a row of its own. */
export const routingRules = pgTable(
  'routing_rules',
  {
    id: text('id').primaryKey(),
    seq: bigint('seq', { mode: 'number' }).generatedAlwaysAsIdentity(),
    bodyHash: text('body_hash').notNull(),
    /** The post `<office>/<role>` whose new tasks it gives out. */
    grp: text('grp').notNull(),
    process: text('process'),
    /** Only of cases in this region and below. */
    region: text('region').$type<Region>(),
    /** Only where the form that started the case answers `value` to the question `field`. */
    field: text('field'),
    value: text('value'),
    way: text('way').$type<Way>().notNull(),
    person: text('person'),
    since: moment('since').notNull(),
    until: moment('until'),
    order: text('order_number'),
    reason: text('reason').notNull(),
    by: text('by').notNull(),
    byName: text('by_name').notNull(),
    at: moment('at').notNull(),
  },
  (t) => [index('routing_rules_group').on(t.grp)],
)

export const routingRuleEnds = pgTable('routing_rule_ends', {
  rule: text('rule')
    .primaryKey()
    .references(() => routingRules.id),
  by: text('by').notNull(),
  byName: text('by_name').notNull(),
  at: moment('at').notNull(),
  reason: text('reason').notNull(),
})

/** Whose turn it was last; counted up by one for each task that a rule gives out. */
export const routingTurns = pgTable(
  'routing_turns',
  {
    rule: text('rule').notNull(),
    person: text('person').notNull(),
    turn: integer('turn').notNull(),
  },
  (t) => [primaryKey({ columns: [t.rule, t.person] })],
)

/** One row per post and time in which it stood empty. */
export const vacancies = pgTable(
  'vacancies',
  {
    seq: bigint('seq', { mode: 'number' }).generatedAlwaysAsIdentity().primaryKey(),
    grp: text('grp').notNull(),
    region: text('region').notNull(),
    since: moment('since').notNull(),
    cause: text('cause').$type<VacancyCause>().notNull(),
    filledAt: moment('filled_at'),
  },
  (t) => [uniqueIndex('vacancies_open').on(t.grp).where(sql`filled_at IS NULL`)],
)
