// Which accounts and sessions exist, and who is locked out? (tables of the authentication library)
import { bigint, boolean, integer, pgTable, text } from 'drizzle-orm/pg-core'
import { realTime } from './columns.ts'

export const user = pgTable('user', {
  id: text('id').primaryKey(),
  name: text('name').notNull(),
  email: text('email').notNull().unique(),
  emailVerified: boolean('email_verified').notNull().default(false),
  image: text('image'),
  username: text('username').unique(),
  displayUsername: text('display_username'),
  createdAt: realTime('created_at').notNull().defaultNow(),
  updatedAt: realTime('updated_at').notNull().defaultNow(),
})

export const session = pgTable('session', {
  id: text('id').primaryKey(),
  expiresAt: realTime('expires_at').notNull(),
  token: text('token').notNull().unique(),
  createdAt: realTime('created_at').notNull().defaultNow(),
  updatedAt: realTime('updated_at').notNull().defaultNow(),
  ipAddress: text('ip_address'),
  userAgent: text('user_agent'),
  userId: text('user_id')
    .notNull()
    .references(() => user.id, { onDelete: 'cascade' }),
})

export const account = pgTable('account', {
  id: text('id').primaryKey(),
  accountId: text('account_id').notNull(),
  providerId: text('provider_id').notNull(),
  userId: text('user_id')
    .notNull()
    .references(() => user.id, { onDelete: 'cascade' }),
  accessToken: text('access_token'),
  refreshToken: text('refresh_token'),
  idToken: text('id_token'),
  accessTokenExpiresAt: realTime('access_token_expires_at'),
  refreshTokenExpiresAt: realTime('refresh_token_expires_at'),
  scope: text('scope'),
  password: text('password'),
  createdAt: realTime('created_at').notNull().defaultNow(),
  updatedAt: realTime('updated_at').notNull().defaultNow(),
})

export const verification = pgTable('verification', {
  id: text('id').primaryKey(),
  identifier: text('identifier').notNull(),
  value: text('value').notNull(),
  expiresAt: realTime('expires_at').notNull(),
  createdAt: realTime('created_at').notNull().defaultNow(),
  updatedAt: realTime('updated_at').notNull().defaultNow(),
})

export const rateLimit = pgTable('rate_limit', {
  id: text('id').primaryKey(),
  key: text('key').notNull().unique(),
  count: integer('count').notNull(),
  lastRequest: bigint('last_request', { mode: 'number' }).notNull(),
})

/** Failed sign-ins per user name; the library itself has no password lock-out. */
export const lockouts = pgTable('lockouts', {
  username: text('username').primaryKey(),
  failures: integer('failures').notNull(),
  lastFailure: realTime('last_failure').notNull(),
  lockedUntil: realTime('locked_until'),
})
