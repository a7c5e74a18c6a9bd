// Are sign-ins counted right when many arrive in the same moment?
import { afterAll, beforeAll, expect, test } from 'vitest'
import { countAttempt, countInMinute } from '../../db/accounts.ts'
import { connect, type DatabaseConnection } from '../../db/client.ts'
import { createDatabase } from '../support/infra.ts'

let connection: DatabaseConnection
let drop: () => Promise<void>

beforeAll(async () => {
  const database = await createDatabase()
  drop = database.drop
  connection = connect(database.url, 10)
})
afterAll(async () => {
  await connection.close()
  await drop()
})

const atOnce = <Answer>(ask: () => Promise<Answer>): Promise<Answer[]> => Promise.all(Array.from({ length: 10 }, ask))
const upTo = (n: number) => Array.from({ length: n }, (_, at) => at + 1)
const rounds = upTo(200)

test('the first requests of an address, all at once, are each counted once', async () => {
  for (const round of rounds) {
    const counts = await atOnce(() => countInMinute(connection.db, `sign-in 192.0.2.${round}`, 60_000))
    expect(counts.sort((one, other) => one - other)).toEqual(upTo(10))
  }
})

test('the first attempts at a name, all at once, lock nobody out before the tenth has failed', async () => {
  for (const round of rounds) {
    const locked = await atOnce(() => countAttempt(connection.db, `nobody.${round}`))
    expect(locked.every(({ lockedFor }) => lockedFor === null)).toBe(true)
  }
})
