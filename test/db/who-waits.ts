// Does one transaction come to wait for another?
import { setTimeout } from 'node:timers/promises'
import { sql } from 'drizzle-orm'
import type { Executor } from '../../db/client.ts'

/** Whether somebody in this database waits, soon, for another to let go of what he has locked, by name or row by row. */
export const someoneWaits = async (
  db: Pick<Executor, 'execute'>,
): Promise<'waits' | 'nobody waits'> => {
  for (let looks = 0; looks < 200; looks += 1) {
    const { rows } = await db.execute(
      sql`SELECT 1 FROM pg_stat_activity WHERE datname = current_database() AND wait_event_type = 'Lock'`,
    )
    if (rows.length > 0) return 'waits'
    await setTimeout(20)
  }
  return 'nobody waits'
}
