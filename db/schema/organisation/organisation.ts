// Who are the people, offices and enterprises, and what may machines do?
import { boolean, index, jsonb, pgTable, primaryKey, text, uniqueIndex } from 'drizzle-orm/pg-core'
import type { Text } from '../../../domain/language/words.ts'
import type { OfficeKind } from '../../../domain/organisation/offices.ts'
import type { Region } from '../../../domain/organisation/regions.ts'
import type { Role } from '../../../domain/organisation/roles.ts'
import { moment, realTime } from '../columns.ts'

export const offices = pgTable('offices', {
  id: text('id').primaryKey(),
  kind: text('kind').$type<OfficeKind>().notNull(),
  region: text('region').$type<Region>().notNull(),
  name: jsonb('name').$type<Text>().notNull(),
})

export const persons = pgTable(
  'persons',
  {
    id: text('id').primaryKey(),
    username: text('username').notNull(),
    name: text('name').notNull(),
    pinyin: text('pinyin').notNull(),
    mail: text('mail').notNull(),
    enterprise: text('enterprise'),
    active: boolean('active').notNull(),
  },
  (t) => [
    uniqueIndex('persons_username').on(t.username),
    index('persons_enterprise').on(t.enterprise),
  ],
)

/** Apart from the register of people, so that no reader of that has them: whoever shows one shows `masked`. */
export const personPhones = pgTable('person_phones', {
  person: text('person').primaryKey(),
  phone: text('phone').notNull(),
  masked: text('masked').notNull(),
  by: text('by').notNull(),
  at: moment('at').notNull(),
})

/** `office` is an office id or `enterprise:<id>`; an appointment counts from `since` until `until`; held again, it is a row of its own. */
export const appointments = pgTable(
  'appointments',
  {
    person: text('person').notNull(),
    office: text('office').notNull(),
    role: text('role').$type<Role>().notNull(),
    region: text('region').$type<Region>().notNull(),
    since: moment('since').notNull(),
    until: moment('until'),
  },
  (t) => [
    primaryKey({ columns: [t.person, t.office, t.role, t.since] }),
    index('appointments_group').on(t.office, t.role),
  ],
)

/** `registered`: the person came into the register; `link`: a link to set a password was sent; `factor-removed`: the second factor was taken off; `phone-changed`: the number to be called by, which stands nowhere here. */
export type PersonnelAct =
  | 'given'
  | 'ended'
  | 'disabled'
  | 'enabled'
  | 'registered'
  | 'link'
  | 'factor-removed'
  | 'phone-changed'
  | 'phone-removed'

/** Append-only: who gave or took which post or account, and on what ground. What was there at the beginning has no row. */
export const personnelActs = pgTable(
  'personnel_acts',
  {
    id: text('id').primaryKey(),
    bodyHash: text('body_hash').notNull(),
    person: text('person').notNull(),
    act: text('act').$type<PersonnelAct>().notNull(),
    /** The post, for `given` and `ended`. */
    office: text('office'),
    role: text('role').$type<Role>(),
    since: moment('since'),
    until: moment('until'),
    /** 文号 of the order, where there is one. */
    order: text('order_number'),
    reason: text('reason').notNull(),
    /** Groups `<office>/<role>` that nobody holds any more, known when it was done. */
    emptied: jsonb('emptied').$type<string[]>().notNull(),
    by: text('by').notNull(),
    byName: text('by_name').notNull(),
    at: moment('at').notNull(),
  },
  (t) => [index('personnel_acts_person').on(t.person, t.at)],
)

export const enterprises = pgTable(
  'enterprises',
  {
    id: text('id').primaryKey(),
    /** 统一社会信用代码, GB 32100-2015. */
    code: text('code').notNull(),
    name: text('name').notNull(),
    pinyin: text('pinyin').notNull(),
    region: text('region').$type<Region>().notNull(),
    industry: text('industry').notNull(),
    address: text('address').notNull(),
    principal: text('principal').notNull(),
  },
  (t) => [uniqueIndex('enterprises_code').on(t.code), index('enterprises_region').on(t.region)],
)

/** Bearer tokens of machine callers; only the SHA-256 of the token is kept. */
export const machineTokens = pgTable('machine_tokens', {
  id: text('id').primaryKey(),
  name: text('name').notNull(),
  tokenHash: text('token_hash').notNull(),
  scopes: jsonb('scopes').$type<string[]>().notNull(),
  region: text('region').$type<Region>().notNull(),
  createdAt: realTime('created_at').defaultNow().notNull(),
  /** Null only where the demo made it. */
  expiresAt: realTime('expires_at'),
  /** Null only where the demo made it. */
  createdBy: text('created_by'),
  createdByName: text('created_by_name'),
  revokedAt: realTime('revoked_at'),
  revokedByName: text('revoked_by_name'),
})
