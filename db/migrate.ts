// Is the database's schema the one this version needs?
import { join } from 'node:path'
import { drizzle } from 'drizzle-orm/node-postgres'
import { migrate as apply } from 'drizzle-orm/node-postgres/migrator'
import pg from 'pg'
import { sqlState } from './failures.ts'

/** Applies all committed migrations that the database at `url` has not seen yet, one process at a time. */
export const migrate = async (url: string): Promise<void> => {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  try {
    await client.query('SELECT pg_advisory_lock(4120)')
    await apply(drizzle(client), {
      migrationsFolder: join(import.meta.dirname, 'migrations'),
    }).catch(explain)
  } finally {
    await client.end()
  }
}

const tableExists = '42P07'

const explain = (error: unknown): never => {
  if (sqlState(error) !== tableExists) throw error
  throw new Error(
    'This database was made by a version of before the first release and cannot be taken over: name an empty one',
    {
      cause: error,
    },
  )
}

if (import.meta.main) {
  const url = process.env.DATABASE_URL
  if (!url) throw new Error('DATABASE_URL is missing')
  await migrate(url)
}
