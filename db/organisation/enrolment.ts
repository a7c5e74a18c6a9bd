// How does a new person come into the register, with a name to sign in by and no password yet?
import { and, eq, or, sql } from 'drizzle-orm'
import { initialsOf } from '../../domain/search/pinyin.ts'
import type { Executor } from '../client.ts'
import { account, user } from '../schema/organisation/auth.ts'
import { persons } from '../schema/organisation/organisation.ts'
import { saveUsers } from './accounts.ts'

export type Enrolment = {
  id: string
  username: string
  name: string
  mail: string
  enterprise: string | null
}

/** User names differ in more than their case. */
export const isNameTaken = async (
  tx: Pick<Executor, 'select'>,
  username: string,
): Promise<boolean> => {
  const plain = username.toLowerCase()
  const taken = or(eq(sql`lower(${persons.username})`, plain), eq(user.username, plain))
  const found = await tx
    .select({ id: persons.id })
    .from(persons)
    .leftJoin(user, eq(user.id, persons.id))
    .where(taken)
    .limit(1)
  return found.length > 0
}

/** Whether a password has been set, and whether a code is asked for beside it. */
export const accountState = async (
  db: Pick<Executor, 'select'>,
  id: string,
): Promise<{ entered: boolean; secondFactor: boolean }> => {
  const [found] = await db
    .select({ password: account.password, secondFactor: user.twoFactorEnabled })
    .from(user)
    .leftJoin(account, and(eq(account.userId, user.id), eq(account.providerId, 'credential')))
    .where(eq(user.id, id))
  return {
    entered: typeof found?.password === 'string',
    secondFactor: found?.secondFactor === true,
  }
}

/** Where letters about an account go. */
export const readAddressee = async (db: Pick<Executor, 'select'>, id: string) => {
  const [found] = await db
    .select({ name: persons.name, username: persons.username, mail: persons.mail })
    .from(persons)
    .where(eq(persons.id, id))
  if (!found) throw new Error(`no person ${id}`)
  return found
}

export const enrol = async (tx: Executor, one: Enrolment): Promise<void> => {
  await tx.insert(persons).values({ ...one, pinyin: initialsOf(one.name), active: true })
  await saveUsers(tx, [one])
}
