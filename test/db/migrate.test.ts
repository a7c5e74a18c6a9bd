// What does somebody hear who starts on a database of before the first release?
import pg from 'pg'
import { expect, test } from 'vitest'
import { migrate } from '../../db/migrate.ts'
import { createDatabase } from '../support/servers/infra.ts'

test('tables that no migration of this version has made are not taken over, and it says so', async () => {
  const { url, drop } = await createDatabase()
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  await client.query('DROP SCHEMA drizzle CASCADE')
  await expect(migrate(url)).rejects.toThrow('name an empty one')
  await client.end()
  await drop()
})
