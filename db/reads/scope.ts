// How is a read confined to what its reader may see, even if a query forgets to?
import { drizzle } from 'drizzle-orm/node-postgres'
import pg from 'pg'
import type { Scope } from '../../domain/organisation/policy.ts'
import type { Database } from '../client.ts'

/** What a read needs of the pool, and of a transaction. */
export type Pool = Pick<pg.Pool, 'connect'>
export type Reader = Pick<Database, 'select' | 'selectDistinctOn' | 'execute'>

/**
 * Runs `work` as a role that owns nothing, behind row-level security: one round trip opens the read-only
 * transaction and sets role and scope, one closes it.
 */
export const withScope = async <Result>(pool: Pool, scope: Scope, work: (tx: Reader) => Promise<Result>): Promise<Result> => {
  const client = await pool.connect()
  let broken: Error | undefined
  try {
    await client.query(opening(scope))
    const result = await work(drizzle(client))
    await client.query('COMMIT')
    return result
  } catch (error) {
    broken = await client.query('ROLLBACK').then(
      () => undefined,
      (failed: Error) => failed,
    )
    throw error
  } finally {
    client.release(broken)
  }
}

/** A list of three groups and one of three hundred want different plans: each is made for what is asked, and run at once. */
const planning = { plan_cache_mode: 'force_custom_plan', jit: 'off' }

const opening = ({ regions, owner, person }: Scope): string => {
  const settings = {
    role: 'anjian_reader',
    'anjian.regions': regions.join(','),
    'anjian.owner': owner ?? '',
    'anjian.person': person ?? '',
    ...planning,
  }
  const set = Object.entries(settings).map(([name, value]) => `set_config('${name}', ${pg.escapeLiteral(value)}, true)`)
  return `BEGIN ISOLATION LEVEL REPEATABLE READ, READ ONLY; SELECT ${set.join(', ')}`
}
