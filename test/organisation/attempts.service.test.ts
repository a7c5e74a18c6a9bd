// Are sign-ins counted right when many arrive in the same moment?
import { sql } from 'drizzle-orm'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { connect, type DatabaseConnection } from '../../db/client.ts'
import { countInMinute } from '../../db/organisation/accounts.ts'
import { countAttempt, readGuessing } from '../../db/organisation/sign-in-attempts.ts'
import { createDatabase } from '../support/servers/infra.ts'

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

const atOnce = <Answer>(ask: () => Promise<Answer>): Promise<Answer[]> =>
  Promise.all(Array.from({ length: 10 }, ask))
const upTo = (n: number) => Array.from({ length: n }, (_, at) => at + 1)
const rounds = upTo(100)

test('the first requests of an address, all at once, are each counted once', async () => {
  for (const round of rounds) {
    const counts = await atOnce(() =>
      countInMinute(connection.db, `sign-in 192.0.2.${round}`, 60_000),
    )
    expect(counts.sort((one, other) => one - other)).toEqual(upTo(10))
  }
})

test('of ten attempts at a name from one place, all at once, five are looked at', async () => {
  for (const round of rounds) {
    const answers = await atOnce(() =>
      countAttempt(connection.db, `nobody.${round}`, 'address 192.0.2.1'),
    )
    expect(answers.filter(({ heldFor }) => heldFor === null)).toHaveLength(5)
  }
})

test('each further failure holds the name there twice as long, up to a quarter of an hour', async () => {
  const waits: number[] = []
  for (let n = 0; n < 18; n += 1) {
    await connection.db.execute(
      sql`UPDATE sign_in_attempts SET held_until = now() - interval '1 second' WHERE username = 'slow'`,
    )
    await countAttempt(connection.db, 'slow', 'address 192.0.2.9')
    const { heldFor } = await countAttempt(connection.db, 'slow', 'address 192.0.2.9')
    if (heldFor !== null) waits.push(heldFor)
  }
  expect(waits.slice(0, 5)).toEqual([1, 2, 4, 8, 16])
  expect(waits.at(-1)).toBe(900)
})

test('promise (secrecy): whoever tries many names from one address, or one name from many, is named to those who watch', async () => {
  await connection.db.execute(sql`DELETE FROM sign_in_attempts`)
  for (const n of upTo(9)) await countAttempt(connection.db, `name.${n}`, 'address 203.0.113.5')
  expect(await readGuessing(connection.db)).toEqual([])
  await countAttempt(connection.db, 'name.10', 'address 203.0.113.5')
  for (const n of upTo(10)) await countAttempt(connection.db, 'duty', `address 198.51.100.${n}`)
  const found = await readGuessing(connection.db)
  expect(found.map(({ kind, who, n }) => [kind, who, n]).sort()).toEqual([
    ['besieged', 'duty', 10],
    ['sprayed', '203.0.113.5', 10],
  ])
})
