// Does one transaction come to wait for another?
import { setTimeout } from 'node:timers/promises'
import { sql } from 'drizzle-orm'
import type { Executor } from '../../db/client.ts'

/** Whether somebody in this database waits, soon, for another to let go of what he has locked by name. */
export const someoneWaits = async (
  db: Pick<Executor, 'execute'>,
): Promise<'waits' | 'nobody waits'> => {
  for (let looks = 0; looks < 200; looks += 1) {
    const { rows } = await db.execute(
      sql`SELECT 1 FROM pg_locks WHERE locktype = 'advisory' AND NOT granted AND database = (SELECT oid FROM pg_database WHERE datname = current_database())`,
    )
    if (rows.length > 0) return 'waits'
    await setTimeout(20)
  }
  return 'nobody waits'
}
