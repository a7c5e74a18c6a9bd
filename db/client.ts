// How does the product reach PostgreSQL?
import type { Writable } from 'node:stream'
import { drizzle, type NodePgDatabase } from 'drizzle-orm/node-postgres'
import pg from 'pg'
import { sqlState } from './failures.ts'
import { databaseOn, noteConnection } from './statements.ts'

export type Database = NodePgDatabase
/** Anything that can run a statement: the pool, or a transaction already open. */
export type Executor = Pick<
  Database,
  'select' | 'selectDistinctOn' | 'insert' | 'update' | 'delete' | 'execute'
>

/** Statements that PostgreSQL keeps planned per connection; texts beyond these are planned anew each time. */
const mostPrepared = 300
const prepared = new Map<string, string>()

/** Gives every statement with parameters a name, so that each connection parses and plans it once. */
class PreparingClient extends pg.Client {
  /** What failed first since the transaction began: statements sent behind it only say that it is aborted. */
  firstFailure: unknown
  // biome-ignore lint/suspicious/noExplicitAny: the many signatures of pg
  override query(...args: any[]): any {
    const [config] = args
    holdTogether((this as unknown as { connection: { stream: Writable } }).connection.stream)
    if (
      typeof config === 'object' &&
      config !== null &&
      typeof config.text === 'string' &&
      config.name === undefined
    ) {
      if (Array.isArray(args[1]) || Array.isArray(config.values)) {
        const name = nameOf(config.text)
        if (name !== undefined) args[0] = { ...config, name }
      }
    }
    const answer = (super.query as (...all: unknown[]) => unknown)(...args)
    if (answer instanceof Promise)
      answer.catch((error: unknown) => {
        this.firstFailure ??= error
      })
    return answer
  }
}

/** What is asked in one go leaves in one packet. */
const holdTogether = (stream: Writable): void => {
  stream.cork()
  process.nextTick(() => stream.uncork())
}

const transactionAborted = '25P02'

const nameOf = (text: string): string | undefined => {
  const known = prepared.get(text)
  if (known !== undefined || prepared.size >= mostPrepared) return known
  const name = `s${prepared.size}`
  prepared.set(text, name)
  return name
}

export type DatabaseConnection = { db: Database; pool: pg.Pool; close: () => Promise<void> }

/** Of connections by which people act: who waits for a case longer is told to ask again, and who freezes holds nobody up. */
export const actLimits = '-c lock_timeout=2000 -c idle_in_transaction_session_timeout=5000'

/**
 * Opens a pool. `statement_timeout` (8 s) stays below the activity time-out (10 s), so that a slow statement
 * fails inside its attempt and never commits after the next attempt has begun.
 */
export const connect = (url: string, size = 10, limits = ''): DatabaseConnection => {
  const pool = new pg.Pool({
    Client: PreparingClient,
    // Statements that do not wait for one another are sent together; each still ends by itself.
    pipeline: true,
    connectionString: url,
    max: size,
    connectionTimeoutMillis: 4_000,
    query_timeout: 9_000,
    options: `-c statement_timeout=8000 ${limits}`,
  })
  // A connection that breaks, idle or in the middle of a transaction, must not end the process; the next query reports it.
  pool.on('error', () => undefined)
  pool.on('connect', (client) => client.on('error', () => undefined))
  const db = Object.assign(drizzle(pool), { transaction: transactionsOf(pool) })
  return { db, pool, close: () => pool.end() }
}

/** Transactions on connections of their own: whoever waits in one, for whatever, keeps nobody from reading. */
export const apart = (
  reading: DatabaseConnection,
  acting: DatabaseConnection,
): DatabaseConnection => ({
  db: Object.assign(reading.db, { transaction: acting.db.transaction }),
  pool: reading.pool,
  close: async () => void (await Promise.all([reading.close(), acting.close()])),
})

/**
 * Those of drizzle keep the place in the pool for ever where BEGIN fails, hand a connection on whose statement still runs, and tell that it
 * could not be rolled back instead of why. Here only what is known to be rolled back is used again; else the connection is closed.
 */
const transactionsOf =
  (pool: pg.Pool): Database['transaction'] =>
  async (work, config) => {
    const client = (await pool.connect()) as PreparingClient & pg.PoolClient
    client.firstFailure = undefined
    let refused: { why: unknown } | undefined
    let broken = false
    const noted: typeof work = async (tx) => {
      noteConnection(tx, client)
      try {
        return await work(tx)
      } catch (error) {
        const why = sqlState(error) === transactionAborted ? (client.firstFailure ?? error) : error
        refused = { why }
        throw why
      }
    }
    try {
      return await databaseOn(client).transaction(noted, config)
    } catch (error) {
      broken = refused === undefined || refused.why !== error
      throw refused ? refused.why : error
    } finally {
      client.release(broken)
    }
  }
