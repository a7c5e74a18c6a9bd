// Whatever happens to its connection, does a transaction give its place in the pool back, and never a connection that is not what it was?
import { sql } from 'drizzle-orm'
import type pg from 'pg'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { apart, connect, type DatabaseConnection, type Executor } from '../../db/client.ts'
import { sqlState } from '../../db/failures.ts'
import { createDatabase } from '../support/servers/infra.ts'

let database: Awaited<ReturnType<typeof createDatabase>>
let connection: DatabaseConnection

beforeEach(async () => {
  database = await createDatabase()
  connection = connect(database.url, 1)
})
afterEach(async () => {
  await connection.close()
  await database.drop()
})

const backend = async (tx: Executor) =>
  (await tx.execute<{ pid: number }>(sql`SELECT pg_backend_pid() AS pid`)).rows[0]?.pid
const inTransaction = () => connection.db.transaction(backend)

test('a connection that breaks before the transaction has begun', async () => {
  connection.pool.once('acquire', (client: pg.PoolClient & { connection?: pg.Connection }) =>
    client.connection?.stream.destroy(),
  )
  await expect(inTransaction()).rejects.toThrow()
  await expect(inTransaction()).resolves.toBeTypeOf('number')
})

test('one that breaks in the middle: what is told is what went wrong, not that it could not be rolled back', async () => {
  const broken = connection.db.transaction((tx) =>
    tx.execute(sql`SELECT pg_terminate_backend(pg_backend_pid())`),
  )
  await expect(broken).rejects.toMatchObject({ cause: { code: '57P01' } })
  await expect(inTransaction()).resolves.toBeTypeOf('number')
})

test('one whose answer was not waited for is not handed on, for its statement still runs', async () => {
  const before = await inTransaction()
  connection.pool.once(
    'acquire',
    (client: pg.PoolClient & { connectionParameters?: { query_timeout: number } }) => {
      if (client.connectionParameters) client.connectionParameters.query_timeout = 200
    },
  )
  await expect(
    connection.db.transaction((tx) => tx.execute(sql`SELECT pg_sleep(3)`)),
  ).rejects.toMatchObject({
    cause: { message: 'Query read timeout' },
  })
  expect(await inTransaction()).not.toBe(before)
})

test('one whose work was refused is rolled back and used again', async () => {
  const before = await inTransaction()
  const refused = new TypeError('refused')
  const work = connection.db.transaction(async (tx) => {
    await tx.execute(sql`CREATE TABLE never_kept (id int)`)
    throw refused
  })
  await expect(work).rejects.toBe(refused)
  expect(await inTransaction()).toBe(before)
  const found = await connection.db.execute<{ kept: string | null }>(
    sql`SELECT to_regclass('never_kept') AS kept`,
  )
  expect(found.rows).toEqual([{ kept: null }])
})

test('of statements sent together what failed first is notified, not that the transaction is aborted', async () => {
  const before = await inTransaction()
  const work = connection.db.transaction(async (tx) => {
    const within = async () => void (await Promise.all([tx.execute(sql`SELECT 1 / 0`)]))
    await Promise.all([within(), tx.execute(sql`SELECT 1`)])
  })
  expect(sqlState(await work.catch((error: unknown) => error))).toBe('22012')
  expect(await inTransaction()).toBe(before)
})

test('whoever waits in transactions, as many as there can be, keeps nobody from reading', async () => {
  const both = apart(connect(database.url, 1), connect(database.url, 1))
  const waits = both.db.transaction((tx) => tx.execute(sql`SELECT pg_sleep(2)`))
  const { rows } = await both.db.execute(sql`SELECT state FROM pg_stat_activity LIMIT 1`)
  expect(rows.length).toBe(1)
  const first = await Promise.race([
    waits.then(() => 'the transaction'),
    both.pool.query('SELECT 1').then(() => 'the reading'),
  ])
  expect(first).toBe('the reading')
  await waits
  await both.close()
})
