// What has the desk done while a case could not hear it, and is it told now?
import { sql } from 'drizzle-orm'
import type { Database } from '../../db/client.ts'
import { keepCommand } from '../../db/commands.ts'
import { acknowledgedBody, type DeskAct, deskCommand, shelvedBody } from '../../domain/duty/commands.ts'

type Deps = {
  db: Database
  cases: { observe: (address: { caseId: string; process: string; life: number; commandId: string }) => Promise<void> }
  now: () => Date
  log: (line: string) => void
}

type Act = Omit<DeskAct, 'body'> & {
  process: string
  life: number
  measures: string | null
  until: string | null
  reason: string
  at: string
}

const again = 15_000
const atOnce = 50

/** The API tells a case at once if it can. Here is told what it could not: Temporal was away, or the case began only afterwards. */
export const createDeskActs = ({ db, cases, now, log }: Deps) => {
  const told = new Map<string, number>()
  return {
    /** Answers how many were told. A case that has answered is not told again; one that has not, every fifteen seconds. */
    round: async (): Promise<number> => {
      const at = now().getTime()
      for (const [id, since] of told) if (at - since > again) told.delete(id)
      const due = (await unanswered(db, now())).filter(({ id }) => !told.has(id))
      for (const act of due) {
        await keepCommand(db, deskCommand({ ...act, body: bodyOf(act) }))
        try {
          await cases.observe({ caseId: act.alarm, process: act.process, life: act.life, commandId: act.id })
        } catch (error) {
          log(`acts of the desk wait, the cases cannot be reached: ${(error as Error).message}`)
          return 0
        } finally {
          told.set(act.id, at)
        }
      }
      return due.length
    },
  }
}

const bodyOf = (act: Act) => (act.type === 'acknowledge' ? acknowledgedBody(act.measures) : shelvedBody(act))

/** Of the last week, for cases that are open, in their order. */
const unanswered = async (db: Database, now: Date): Promise<Act[]> => {
  const since = new Date(now.getTime() - 7 * 86_400_000).toISOString()
  const { rows } = await db.execute<Act>(sql`
    SELECT d.*, c.process, c.life FROM (
      SELECT id, alarm, "by", 'acknowledge' AS type, measures, NULL::timestamptz AS until, '' AS reason, at, occurred_at AS "occurredAt"
      FROM alarm_acknowledgements WHERE at > ${since}::timestamptz
      UNION ALL
      SELECT id, alarm, "by", act, NULL, until, reason, at, occurred_at FROM alarm_shelvings WHERE at > ${since}::timestamptz) d
    JOIN cases c ON c.id = d.alarm::text AND c.status = 'open' LEFT JOIN commands m ON m.id = d.id
    WHERE m.answer IS NULL ORDER BY d.at, d.id LIMIT ${atOnce}`)
  const iso = (at: string) => new Date(at).toISOString()
  return rows.map((row) => ({
    ...row,
    at: iso(row.at),
    occurredAt: iso(row.occurredAt),
    until: row.until === null ? null : iso(row.until),
  }))
}
