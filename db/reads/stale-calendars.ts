// Which open cases still reckon with an older set of calendars?
import { sql } from 'drizzle-orm'
import type { Executor } from '../client.ts'

export type StaleCase = { caseId: string; process: string; life: number }

/** Open cases with a running period under another calendar version, oldest first. */
export const readStaleCases = async (db: Pick<Executor, 'execute'>, version: string): Promise<StaleCase[]> => {
  const { rows } = await db.execute<{ id: string; process: string; life: number }>(sql`
    select c.id, c.process, c.life from cases c
    where c.status = 'open' and exists (
      select 1 from obligations o
      where o.case_id = c.id and o.status in ('running', 'paused', 'overdue') and o.calendar <> ${version})
    order by c.opened_at, c.id`)
  return rows.map(({ id, process, life }) => ({ caseId: id, process, life }))
}
