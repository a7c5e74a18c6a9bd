// What stands on the stage once it is filled, and what has every night reckoned of it?
import { sql } from 'drizzle-orm'
import { refreshDiscretion } from '../../db/statistics/discretion.ts'
import { refreshFlow } from '../../db/statistics/flow.ts'
import { processes } from '../../domain/processes.ts'
import type { Stage } from '../stage.ts'

const SETTLE_MS = 3_000

/** What every night reckons has been reckoned, and PostgreSQL has come to rest. */
export const reckonNight = async ({ db }: Stage): Promise<void> => {
  const kept = { db, processes: Object.values(processes) }
  while ((await refreshFlow(kept, 600_000)).more);
  while ((await refreshDiscretion(kept, 600_000)).more);
  await new Promise((resolve) => setTimeout(resolve, SETTLE_MS))
}

export const countRows = async ({ db }: Stage): Promise<{ cases: number; facts: number }> => {
  const { rows } = await db.execute<{ cases: number; facts: number }>(
    sql`SELECT (SELECT count(*)::int FROM cases) AS cases, (SELECT count(*)::int FROM case_facts) AS facts`,
  )
  return rows[0] ?? { cases: 0, facts: 0 }
}
