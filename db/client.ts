// How does the product reach PostgreSQL?
import { drizzle, type NodePgDatabase } from 'drizzle-orm/node-postgres'
import pg from 'pg'

export type Database = NodePgDatabase
export type Transaction = Parameters<Parameters<Database['transaction']>[0]>[0]
/** Anything that can run a statement: the pool, or a transaction already open. */
export type Executor = Pick<Database, 'select' | 'insert' | 'update' | 'delete' | 'execute'>

export type DatabaseConnection = { db: Database; pool: pg.Pool; close: () => Promise<void> }

/**
 * Opens a pool. `statement_timeout` (8 s) stays below the activity time-out (10 s), so that a slow statement
 * fails inside its attempt and never commits after the next attempt has begun.
 */
export const connect = (url: string, size = 10): DatabaseConnection => {
  const pool = new pg.Pool({
    connectionString: url,
    max: size,
    connectionTimeoutMillis: 4_000,
    query_timeout: 9_000,
    options: '-c statement_timeout=8000',
  })
  // A connection that breaks, idle or in the middle of a transaction, must not end the process; the next query reports it.
  pool.on('error', () => undefined)
  pool.on('connect', (client) => client.on('error', () => undefined))
  return { db: drizzle(pool), pool, close: () => pool.end() }
}
