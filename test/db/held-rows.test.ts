// Is whoever waits for a held row seen, whenever he has connected, and is he asked again as long as nobody knows?
import pg from 'pg'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { holdRows } from '../crash/house.ts'
import { createDatabase } from '../support/servers/infra.ts'

let opened: Awaited<ReturnType<typeof openTable>>
beforeAll(async () => {
  opened = await openTable()
})
afterAll(() => opened?.close())

const openTable = async () => {
  const { url, drop } = await createDatabase()
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  await client.query('CREATE TABLE t (id int)')
  await client.query('INSERT INTO t VALUES (1)')
  const lock = await holdRows({ env: { DATABASE_URL: url } } as never, 'SELECT 1 FROM t FOR UPDATE')
  const close = async () => {
    await lock.release()
    await client.end()
    await drop()
  }
  return { url, lock, close }
}

const answer = (status: number, body = '{}') => new Response(body, { status })

/** Connects, waits for the row as an act does, and hears that nobody knows. */
const waiting = async (): Promise<Response> => {
  const client = new pg.Client({ connectionString: opened.url })
  await client.connect()
  await client.query("SET lock_timeout = '1s'")
  await expect(client.query('UPDATE t SET id = 2')).rejects.toThrow('lock timeout')
  await client.end()
  return answer(503)
}

test('who has connected only after the first look is seen to wait; 503 is asked again', async () => {
  let times = 0
  const { sending } = await opened.lock.wantedBy(async () => {
    times += 1
    return times < 3 ? answer(503) : waiting()
  })
  expect(times).toBe(3)
  expect((await sending).status).toBe(503)
})

test('any other answer is told, and so is a request that fails', async () => {
  const { wantedBy } = opened.lock
  await expect(wantedBy(async () => answer(403, '{"code":"not-allowed"}'))).rejects.toThrow(
    'answered before it waited: 403 {"code":"not-allowed"}',
  )
  await expect(wantedBy(() => Promise.reject(new TypeError('fetch failed')))).rejects.toThrow(
    'fetch failed',
  )
})
