// What has the desk done while a case could not hear it, and is it told now?
import { inArray, sql } from 'drizzle-orm'
import { readPermitActs } from '../../db/alarms/permits.ts'
import { keepCommand, type NewCommand } from '../../db/cases/commands.ts'
import type { Database } from '../../db/client.ts'
import { commands } from '../../db/schema/cases/cases.ts'
import {
  acknowledgedBody,
  type DeskAct,
  deskCommand,
  permitCommand,
  permitCommandId,
  shelvedBody,
} from '../../domain/duty/commands.ts'

type Deps = {
  db: Database
  cases: {
    observe: (address: {
      caseId: string
      process: string
      generation: number
      commandId: string
    }) => Promise<void>
  }
  now: () => Date
  /** What the legal clock says: cases count by it. */
  legalNow: () => Promise<string>
  log: (line: string) => void
}

type Act = Omit<DeskAct, 'body'> & {
  process: string
  generation: number
  seq: number
  measures: string | null
  until: string | null
  reason: string
  at: string
}

const again = 15_000
const atOnce = 50
const pairsAPage = 500

/** The API tells a case at once if it can. Here is told what it could not: Temporal was away, or the case began only afterwards. */
export const createDeskActs = (deps: Deps) => {
  const { db, cases, now, log } = deps
  const told = new Map<string, number>()
  return {
    /** Answers how many were told. A case that has answered is not told again; one that has not, every fifteen seconds. */
    round: async (): Promise<number> => {
      const at = now().getTime()
      for (const [id, since] of told) if (at - since > again) told.delete(id)
      const due = [
        ...(await unanswered(db, now(), [...told.keys()])),
        ...(await ofPermits(deps, told)),
      ].filter(({ command }) => !told.has(command.id))
      for (const { command, process, generation } of due) {
        await keepCommand(db, command)
        try {
          await cases.observe({
            caseId: command.caseId,
            process,
            generation,
            commandId: command.id,
          })
        } catch (error) {
          log(`acts of the desk wait, the cases cannot be reached: ${(error as Error).message}`)
          return 0
        } finally {
          told.set(command.id, at)
        }
      }
      return due.length
    },
  }
}

const bodyOf = (act: Act) =>
  act.type === 'acknowledge' ? acknowledgedBody(act.seq, act.measures) : shelvedBody(act)

type Due = { command: NewCommand & { caseId: string }; process: string; generation: number }

/** Of the last week, for cases that are open, in their order; those that have just been told keep no others waiting. */
const unanswered = async (db: Database, now: Date, told: string[]): Promise<Due[]> => {
  const since = new Date(now.getTime() - 7 * 86_400_000).toISOString()
  const { rows } = await db.execute<Act>(sql`
    SELECT d.*, c.process, c.generation FROM (
      SELECT id, alarm, "by", 'acknowledge' AS type, seq, measures, NULL::timestamptz AS until, '' AS reason, at, occurred_at AS "occurredAt"
      FROM alarm_acknowledgements WHERE at > ${since}::timestamptz
      UNION ALL
      SELECT id, alarm, "by", act, 0, NULL, until, reason, at, occurred_at FROM alarm_shelvings WHERE at > ${since}::timestamptz) d
    JOIN cases c ON c.id = d.alarm::text AND c.status = 'open' LEFT JOIN commands m ON m.id = d.id
    WHERE m.answer IS NULL AND d.id <> ALL(${sql.param(told)}::text[]) ORDER BY d.at, d.id LIMIT ${atOnce}`)
  const iso = (at: string) => new Date(at).toISOString()
  return rows
    .map((row) => ({
      ...row,
      at: iso(row.at),
      occurredAt: iso(row.occurredAt),
      until: row.until === null ? null : iso(row.until),
    }))
    .map((act) => ({
      command: deskCommand({ ...act, body: bodyOf(act) }),
      process: act.process,
      generation: act.generation,
    }))
}

/** A case that began while its point was taken out, or could not be told; in pages, so that those told before keep none behind them waiting. */
const ofPermits = async (
  { db, now, legalNow }: Deps,
  told: ReadonlyMap<string, number>,
): Promise<Due[]> => {
  const at = now().toISOString()
  const due: Due[] = []
  let after: PermitPair | undefined
  for (;;) {
    const pairs = await readPermitActs(db, at, { after, limit: pairsAPage })
    due.push(
      ...(await untoldOf(db, pairs, at, legalNow)).filter(({ command }) => !told.has(command.id)),
    )
    if (pairs.length < pairsAPage || due.length >= atOnce) return due
    after = pairs.at(-1)
  }
}

type PermitPair = Awaited<ReturnType<typeof readPermitActs>>[number]

/** Put back is only told to a case that was told the other. */
const untoldOf = async (
  db: Database,
  pairs: readonly PermitPair[],
  at: string,
  legalNow: Deps['legalNow'],
): Promise<Due[]> => {
  if (pairs.length === 0) return []
  const idsOf = ({ id, alarm }: PermitPair) => {
    const of = { permit: { id }, alarm }
    return {
      out: permitCommandId({ ...of, type: 'take-out-of-service' }),
      back: permitCommandId({ ...of, type: 'return-to-service' }),
    }
  }
  const ids = pairs.flatMap((pair) => Object.values(idsOf(pair)))
  const known = new Map(
    (await db.select().from(commands).where(inArray(commands.id, ids))).map(({ id, answer }) => [
      id,
      answer,
    ]),
  )
  const occurredAt = await legalNow()
  return pairs.flatMap((pair) => {
    const { out, back } = idsOf(pair)
    const { alarm, process, generation, ended } = pair
    const answered = known.get(ended === null ? out : back)
    if (answered || (ended !== null && !known.get(out)?.ok)) return []
    const type = ended === null ? ('take-out-of-service' as const) : ('return-to-service' as const)
    const command = permitCommand({
      permit: pair,
      alarm,
      type,
      by: ended?.by ?? pair.by,
      at,
      occurredAt,
    })
    return [{ command, process, generation }]
  })
}
