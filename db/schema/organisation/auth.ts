// Which accounts and sessions exist, and who has failed to sign in? (tables of the authentication library)
import { bigint, boolean, index, integer, pgTable, primaryKey, text } from 'drizzle-orm/pg-core'
import { realTime } from '../columns.ts'

export const user = pgTable('user', {
  id: text('id').primaryKey(),
  name: text('name').notNull(),
  email: text('email').notNull().unique(),
  emailVerified: boolean('email_verified').notNull().default(false),
  image: text('image'),
  username: text('username').unique(),
  displayUsername: text('display_username'),
  twoFactorEnabled: boolean('two_factor_enabled').notNull().default(false),
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
  /** Whether it began, or was raised, with a one-time code beside the password. */
  secondFactor: boolean('second_factor').notNull().default(false),
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

/** Secret and recovery codes of the second factor, both encrypted by the library under the server's secret. */
export const twoFactor = pgTable('two_factor', {
  id: text('id').primaryKey(),
  userId: text('user_id')
    .notNull()
    .unique()
    .references(() => user.id, { onDelete: 'cascade' }),
  secret: text('secret').notNull(),
  backupCodes: text('backup_codes').notNull(),
  verified: boolean('verified').default(true),
  failedVerificationCount: integer('failed_verification_count').default(0),
  lockedUntil: realTime('locked_until'),
})

export const rateLimit = pgTable('rate_limit', {
  id: text('id').primaryKey(),
  key: text('key').notNull().unique(),
  count: integer('count').notNull(),
  lastRequest: bigint('last_request', { mode: 'number' }).notNull(),
})

/** Failed sign-ins at a user name from one place, a known device or an address; the library itself counts nothing of the kind. */
export const signInAttempts = pgTable(
  'sign_in_attempts',
  {
    username: text('username').notNull(),
    /** `device …` or `address …`. */
    place: text('place').notNull(),
    failures: integer('failures').notNull(),
    lastFailure: realTime('last_failure').notNull(),
    /** Until then no password is looked at. */
    heldUntil: realTime('held_until'),
    /** Whether the last attempt came while it was held. */
    held: boolean('held').notNull().default(false),
  },
  (t) => [
    primaryKey({ columns: [t.username, t.place] }),
    index('sign_in_attempts_recent').on(t.lastFailure),
  ],
)
