// Which account may sign in, and who is behind it?
import { randomUUID } from 'node:crypto'
import { and, eq, gt, isNull, lte, or, type Placeholder, sql } from 'drizzle-orm'
import type { AnyPgColumn } from 'drizzle-orm/pg-core'
import type { Appointment, Machine, Person } from '../../domain/organisation/actor.ts'
import type { Instant } from '../../domain/time/instant.ts'
import type { Database, Executor } from '../client.ts'
import { account, rateLimit, session, user } from '../schema/organisation/auth.ts'
import {
  appointments,
  enterprises,
  machineTokens,
  persons,
} from '../schema/organisation/organisation.ts'
import { statement } from '../statements.ts'
import { standsIn, substitutedPosts } from '../tasks/substitutions.ts'

/** `unproven`: posts are withheld until the session has a second factor. */
export type SignedIn = {
  person: Person
  username: string
  enterpriseName: string | null
  unproven?: true
}

const columnsOfPerson = (at: Placeholder) => ({
  person: persons,
  enterpriseName: enterprises.name,
  office: appointments.office,
  region: appointments.region,
  role: appointments.role,
  standsIn: standsIn(at),
})

const inForce = (at: Placeholder) =>
  and(
    eq(appointments.person, persons.id),
    lte(appointments.since, at),
    or(isNull(appointments.until), gt(appointments.until, at)),
  )

const personNow = (db: Executor) => {
  const at = sql.placeholder('at')
  return db
    .select(columnsOfPerson(at))
    .from(persons)
    .leftJoin(appointments, inForce(at))
    .leftJoin(enterprises, eq(enterprises.id, persons.enterprise))
    .where(and(eq(persons.id, sql.placeholder('id')), eq(persons.active, true)))
    .orderBy(appointments.office, appointments.role)
}

const personBySession = (db: Executor) => {
  const at = sql.placeholder('at')
  const fresh = sql`${session.expiresAt} > now() + make_interval(secs => ${sql.placeholder('leftSeconds')})`
  return db
    .select({ ...columnsOfPerson(at), secondFactor: session.secondFactor })
    .from(session)
    .innerJoin(persons, and(eq(persons.id, session.userId), eq(persons.active, true)))
    .leftJoin(appointments, inForce(at))
    .leftJoin(enterprises, eq(enterprises.id, persons.enterprise))
    .where(and(eq(session.token, sql.placeholder('token')), fresh))
    .orderBy(appointments.office, appointments.role)
}

type PersonRow = Awaited<ReturnType<ReturnType<typeof personNow>['execute']>>[number]

/** One row for each post, his own first. */
const signedInFrom = async (
  db: Executor,
  rows: PersonRow[],
  at: Instant,
): Promise<SignedIn | null> => {
  const first = rows[0]
  if (!first) return null
  const { id, name, username, enterprise } = first.person
  const own = rows.flatMap(({ office, region, role }): Appointment[] =>
    office && region && role ? [{ office, region, role }] : [],
  )
  const held =
    first.standsIn && own.length > 0 ? [...own, ...(await substitutedPosts(db, id, at))] : own
  return {
    person: { kind: 'person', id, name, enterprise, appointments: held },
    username,
    enterpriseName: first.enterpriseName,
  }
}

/** The active person behind an account, with the appointments in force at `at`, his own first; in one round trip unless he stands in for somebody. */
export const personOf = async (db: Executor, id: string, at: Instant): Promise<SignedIn | null> =>
  signedInFrom(db, await statement(db, 'person_signed_in', personNow).execute({ id, at }), at)

/** The same behind a session that lasts at least `leftSeconds` longer, real time; null: there is no such session. */
export const personOfSession = async (
  db: Executor,
  { token, leftSeconds, at }: { token: string; leftSeconds: number; at: Instant },
): Promise<{ signedIn: SignedIn; secondFactor: boolean } | null> => {
  const rows = await statement(db, 'person_of_session', personBySession).execute({
    token,
    leftSeconds,
    at,
  })
  const signedIn = await signedInFrom(db, rows, at)
  return signedIn && { signedIn, secondFactor: rows[0]?.secondFactor === true }
}

/** Whether the person of an account is still one who may sign in. */
export const isActive = async (db: Executor, id: string): Promise<boolean> =>
  (await db.select({ active: persons.active }).from(persons).where(eq(persons.id, id)))[0]
    ?.active === true

const ofProvider = (id: string) => and(eq(account.userId, id), eq(account.providerId, 'oidc'))

/** Since when the single sign-on knows the person of an account by its own subject; null: it does not. */
export const subjectSince = async (db: Executor, id: string): Promise<Instant | null> =>
  (
    await db.select({ at: account.createdAt }).from(account).where(ofProvider(id))
  )[0]?.at.toISOString() ?? null

export const untieSubject = async (db: Executor, id: string): Promise<void> => {
  await db.delete(account).where(ofProvider(id))
}

const lasting = sql`(${machineTokens.expiresAt} IS NULL OR ${machineTokens.expiresAt} > now())`

/** The machine behind the SHA-256 of a bearer token that has neither been revoked nor expired. */
export const machineOf = async (db: Executor, tokenHash: string): Promise<Machine | null> => {
  const [found] = await db
    .select()
    .from(machineTokens)
    .where(and(eq(machineTokens.tokenHash, tokenHash), isNull(machineTokens.revokedAt), lasting))
  return found
    ? {
        kind: 'machine',
        id: found.id,
        name: found.name,
        scopes: found.scopes,
        region: found.region,
      }
    : null
}

export type NewUser = { id: string; username: string; name: string }
export type NewAccount = NewUser & { passwordHash: string }

/** The account of a user name, whatever its case. */
export const findUser = async (
  db: Pick<Executor, 'select'>,
  username: string,
): Promise<string | null> =>
  (await db.select({ id: user.id }).from(user).where(eq(user.username, username.toLowerCase())))[0]
    ?.id ?? null

/** Who may sign in once he has a password; a name once given stays with its account. */
export const saveUsers = async (tx: Executor, them: NewUser[]): Promise<void> => {
  const users = them.map(({ id, name, username }) => {
    const plain = username.toLowerCase()
    return {
      id,
      name,
      username: plain,
      displayUsername: username,
      email: `${plain}@u.invalid`,
      emailVerified: true,
    }
  })
  const { name, username, displayUsername, email, emailVerified } = user
  const known = Object.entries({ name, username, displayUsername, email, emailVerified }).map(
    ([key, column]) => [key, excluded(column)],
  )
  await tx
    .insert(user)
    .values(users)
    .onConflictDoUpdate({ target: user.id, set: Object.fromEntries(known) })
}

/** Gives people accounts with a password, or a new password to the account one has. */
export const saveAccounts = (
  db: Pick<Database, 'transaction'>,
  accounts: NewAccount[],
): Promise<void> =>
  db.transaction(async (tx) => {
    if (accounts.length === 0) return
    await saveUsers(tx, accounts)
    await savePasswords(tx, accounts)
  })

/** For people who are users already. */
export const savePasswords = async (tx: Executor, accounts: NewAccount[]): Promise<void> => {
  await tx
    .insert(account)
    .values(accounts.map(({ id, passwordHash }) => ({ ...credential(id), password: passwordHash })))
    .onConflictDoUpdate({
      target: account.id,
      set: { password: excluded(account.password), updatedAt: new Date() },
    })
}

/** The same for one. */
export const saveAccount = (db: Database, one: NewAccount): Promise<void> => saveAccounts(db, [one])

const credential = (id: string) => ({
  id: `password-${id}`,
  accountId: id,
  providerId: 'credential',
  userId: id,
})
const excluded = (column: AnyPgColumn) => sql`excluded.${sql.identifier(column.name)}`

/** Counts a request under `key` in windows of a minute or another length; answers how many there were in this one. */
export const countInMinute = async (
  db: Executor,
  key: string,
  now = Date.now(),
  windowMs = 60_000,
): Promise<number> => {
  const started = now - (now % windowMs)
  const [row] = await db
    .insert(rateLimit)
    // An id that nobody else writes: ON CONFLICT watches one index, and a second one in conflict is an error.
    .values({ id: randomUUID(), key, count: 1, lastRequest: started })
    .onConflictDoUpdate({
      target: rateLimit.key,
      set: {
        count: sql`CASE WHEN ${rateLimit.lastRequest} = ${started} THEN ${rateLimit.count} + 1 ELSE 1 END`,
        lastRequest: started,
      },
    })
    .returning({ count: rateLimit.count })
  return row?.count ?? 1
}
