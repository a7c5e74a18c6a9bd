// How is the text of a statement that every act needs built once for a connection, and not at each act?
import { sql } from 'drizzle-orm'
import { drizzle, type NodePgDatabase } from 'drizzle-orm/node-postgres'
import type pg from 'pg'

const onConnection = new WeakMap<pg.PoolClient, NodePgDatabase>()
const connectionOf = new WeakMap<object, NodePgDatabase>()
const builtFor = new WeakMap<object, Map<string, unknown>>()

/** drizzle on one connection, the same object as long as the connection lives. */
export const databaseOn = (client: pg.PoolClient): NodePgDatabase => {
  const known = onConnection.get(client)
  if (known) return known
  const made = drizzle(client)
  onConnection.set(client, made)
  return made
}

/** Notes on which connection a transaction runs, so that its statements are built once for the connection. */
export const noteConnection = (tx: object, client: pg.PoolClient): void => {
  connectionOf.set(tx, databaseOn(client))
}

/**
 * A statement with `sql.placeholder(…)` for all that differs from time to time; `execute` takes the values by name. `name` is unique in the
 * product: under it PostgreSQL keeps the plan.
 */
export const statement = <On extends object, Built>(
  executor: On,
  name: string,
  build: (db: On) => { prepare(name: string): Built },
): Built => {
  const db = connectionOf.get(executor) ?? executor
  const built = builtFor.get(db) ?? new Map<string, unknown>()
  builtFor.set(db, built)
  const known = built.get(name) ?? build(db as On).prepare(name)
  built.set(name, known)
  return known as Built
}

/** A row of placeholders, one for each column, for `values` or `set`; `row` tells several apart. */
export const placeholdersFor = <Column extends string>(
  columns: readonly Column[],
  row: number | '' = '',
): Record<Column, never> =>
  Object.fromEntries(columns.map((name) => [name, sql.placeholder(`${name}${row}`)])) as Record<
    Column,
    never
  >

/** The values for several rows of such placeholders. */
export const valuesOfRows = (rows: readonly Record<string, unknown>[]): Record<string, unknown> =>
  Object.fromEntries(
    rows.flatMap((row, index) =>
      Object.entries(row).map(([name, value]) => [`${name}${index}`, value]),
    ),
  )
