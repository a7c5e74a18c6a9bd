// How is a read confined to what its reader may see, even if a query forgets to?
import pg from 'pg'
import type { Scope } from '../domain/organisation/policy.ts'
import type { Database } from './client.ts'
import { databaseOn } from './statements.ts'
import { takeTurn } from './turns.ts'

/** What a read needs of the pool, and of a transaction. */
export type Pool = Pick<pg.Pool, 'connect'>
export type Reader = Pick<Database, 'select' | 'selectDistinctOn' | 'execute'>

/**
 * Runs `work` as a role that owns nothing, behind row-level security: one round trip opens the read-only
 * transaction and sets role and scope, one closes it.
 */
export const withScope = async <Result>(
  pool: Pool,
  scope: Scope,
  work: (tx: Reader) => Promise<Result>,
  planning: Planning = 'anew',
): Promise<Result> => {
  const endTurn = await takeTurn()
  try {
    return await readOn(await pool.connect(), opening(scope, planning), work)
  } finally {
    endTurn()
  }
}

const readOn = async <Result>(
  client: pg.PoolClient,
  begin: string,
  work: (tx: Reader) => Promise<Result>,
): Promise<Result> => {
  let broken: Error | undefined
  try {
    await client.query(begin)
    const result = await work(databaseOn(client))
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

/**
 * A list of three groups and one of three hundred want different plans: each is made for what is asked, and run at once. What is found by its
 * key needs one plan for all, and making it would take longer than the read.
 */
const plans = { anew: 'force_custom_plan', kept: 'force_generic_plan' } as const
export type Planning = keyof typeof plans

/** A plan that is kept is made for lists of ten: who has a few more or less is served by it as well as by one of his own. */
const mostForOnePlan = 20

/** How a list of what lies with so many groups is planned. */
export const planningFor = (groups: readonly string[]): Planning =>
  groups.length <= mostForOnePlan ? 'kept' : 'anew'

const opening = ({ regions, caseRegions, owner, person }: Scope, planning: Planning): string => {
  const settings = {
    role: 'anjian_reader',
    'anjian.regions': regions.join(','),
    'anjian.case_regions': caseRegions.join(','),
    'anjian.owner': owner ?? '',
    'anjian.person': person ?? '',
    plan_cache_mode: plans[planning],
    jit: 'off',
  }
  const set = Object.entries(settings).map(
    ([name, value]) => `set_config('${name}', ${pg.escapeLiteral(value)}, true)`,
  )
  return `BEGIN ISOLATION LEVEL REPEATABLE READ, READ ONLY; SELECT ${set.join(', ')}`
}
