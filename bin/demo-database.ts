// Was this database filled by the demo, whose passwords everybody knows?
import { verify } from '@node-rs/argon2'
import { and, eq, inArray, isNotNull } from 'drizzle-orm'
import type { Executor } from '../db/client.ts'
import { account, user } from '../db/schema/organisation/auth.ts'
import { machineTokens } from '../db/schema/organisation/organisation.ts'
import { DEMO_PASSWORD, demoRegisters } from './seed/accounts.ts'
import { GATEWAY } from './seed/registers.ts'

/** A production server never serves such a database: the message is for the operator. */
export class DemoDatabase extends Error {
  override name = 'DemoDatabase'
}

/** The demo gives one password to all, hashed once; of hashes made one by one these many are looked at. */
const hashesLookedAt = 20

/** Throws `DemoDatabase` in production when accounts of the demo can still sign in, or its gateway has a token. */
export const refuseDemoDatabase = async (
  db: Executor,
  mode: 'demo' | 'production',
): Promise<void> => {
  if (mode === 'demo') return
  const found = (await demoGateway(db)) ?? (await demoSignIn(db))
  if (found === undefined) return
  throw new DemoDatabase(
    `DATABASE_URL names a database of the demo (${found}): production starts with an empty one of its own.`,
  )
}

async function demoGateway(db: Executor): Promise<string | undefined> {
  const [row] = await db
    .select({ id: machineTokens.id })
    .from(machineTokens)
    .where(eq(machineTokens.id, GATEWAY))
    .limit(1)
  return row && `the token "${row.id}"`
}

async function demoSignIn(db: Executor): Promise<string | undefined> {
  const names = demoRegisters().people.map(({ username }) => username)
  const hashes = await db
    .selectDistinctOn([account.password], { hash: account.password, username: user.username })
    .from(account)
    .innerJoin(user, eq(user.id, account.userId))
    .where(and(inArray(user.username, names), isNotNull(account.password)))
    .limit(hashesLookedAt)
  for (const { hash, username } of hashes)
    if (hash && (await verify(hash, DEMO_PASSWORD).catch(() => false)))
      return `the account "${username}" with the demo's password`
  return undefined
}
