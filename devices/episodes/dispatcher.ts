// How do alarms reach their cases: at a bounded rate, the gravest first, each alarm in its order, and none lost while Temporal is away?
import { and, eq, isNull, lt, sql } from 'drizzle-orm'
import { keepCommand } from '../../db/cases/commands.ts'
import type { Database, Executor } from '../../db/client.ts'
import { rowInForce } from '../../db/devices/device-rows.ts'
import { alarmOutbox, alarms } from '../../db/schema/devices/alarms.ts'
import { isRinging } from '../../domain/duty/alarm-states.ts'
import { bodyHash, commandId } from '../../domain/identity/commands.ts'
import type { CaseClient } from '../../workflows/client.ts'
import { createPace } from '../port/pace.ts'
import { besides } from './besides.ts'
import {
  askAnew,
  caseHasClosed,
  createAnswers,
  isCaseClosed,
  isOwedToClosed,
  outboxCommandId,
} from './closed-cases.ts'
import { finishRows, forgetFleeting } from './fleeting.ts'
import { isItsOwn, putOff, type Undelivered } from './undelivered.ts'

export type Waiting = typeof alarmOutbox.$inferSelect

type Deps = {
  db: Database
  /** Refuses a dispatcher that was frozen while another took over. */
  guard: (tx: Executor) => Promise<void>
  cases: Pick<CaseClient, 'start' | 'observe'>
  /** What an alarm becomes; null: this version has no such process, and the rows wait. */
  process: string | null
  /** Ends an alarm that came and went before anybody was told. */
  closeUnreported: (alarm: string) => Promise<void>
  now: () => Date
  /** What the legal clock says: the time of commands. */
  legalNow: () => Promise<string>
  log: (line: string) => void
  perSecond?: number
  /** How many are on their way at once. */
  together?: number
}

/** `told`: a case was told of this row, and its answer is still to be read. */
type Telling = Deps & { told: (row: number) => void }

export type Dispatcher = ReturnType<typeof createDispatcher>

const atOnce = 50
const longestPauseMs = 30_000
const complainEveryMs = 60_000

/** Event types of the case, by what happened; what is not here is recorded at the alarm and not told. */
const types: Record<string, (data: Record<string, unknown>) => string> = {
  raised: () => 're-alarm',
  're-alarm': () => 're-alarm',
  escalated: () => 'escalate',
  rtn: () => 'return-to-normal',
  'declared-over': () => 'declared-over',
  acked: () => 'acknowledged-at-plant',
  ended: () => 'alarm-ended',
  branch: () => 'note-branch',
  quality: ({ stale }) => (stale ? 'lose-quality' : 'regain-quality'),
  shelved: () => 'shelved-at-plant',
}

/** `round` delivers what is due and answers how many rows are done with; call it again and again. */
export const createDispatcher = (deps: Deps) => {
  const { perSecond = 50, together = 8 } = deps
  const pace = createPace(perSecond)
  const answers = createAnswers(deps)
  const telling: Telling = { ...deps, told: answers.told }
  let failures = 0
  let pausedUntil = 0
  let complainedAt = 0
  const complain = (line: string): void => {
    if (Date.now() - complainedAt < complainEveryMs) return
    complainedAt = Date.now()
    deps.log(line)
  }
  const failed = (error: Error): void => {
    failures += 1
    pausedUntil =
      Date.now() + Math.min(longestPauseMs, 500 * 2 ** failures) * (0.5 + Math.random() / 2)
    complain(`alarms wait, the cases cannot be reached: ${error.message}`)
  }
  return {
    round: async (): Promise<number> => {
      let done = await forgetFleeting(deps)
      if (Date.now() < pausedUntil) return done
      await answers.round()
      const due = await dueRows(deps)
      if (due.length > 0 && deps.process === null) {
        complain(`${due.length} alarms wait: this version has no process for them`)
        return done
      }
      for (let first = 0; first < due.length; first += together) {
        const some = due.slice(first, first + together)
        const outcomes = await Promise.allSettled(
          some.map((row) => pace().then(() => deliverOrPutOff(telling, row))),
        )
        done += outcomes.filter((one) => one.status === 'fulfilled' && one.value === null).length
        const broken = outcomes.find((one) => one.status === 'rejected')
        if (broken) {
          failed(broken.reason as Error)
          return done
        }
        failures = 0
      }
      return done
    },
    again: (id: number): Promise<Again> => deliverAgain(telling, id),
  }
}

export type Again = { state: 'delivered' | 'over' | 'waits' } | { state: 'failed'; error: string }

/** One row at once, whatever it was put off to. */
const deliverAgain = async (deps: Telling, id: number): Promise<Again> => {
  const [row] = await deps.db.select().from(alarmOutbox).where(eq(alarmOutbox.id, id))
  if (!row || row.doneAt !== null) return { state: 'over' }
  const [earlier] = await deps.db
    .select({ id: alarmOutbox.id })
    .from(alarmOutbox)
    .where(
      and(eq(alarmOutbox.alarm, row.alarm), lt(alarmOutbox.id, id), isNull(alarmOutbox.doneAt)),
    )
    .limit(1)
  if (earlier) return { state: 'waits' }
  const failure = await deliverOrPutOff(deps, row)
  return failure ? { state: 'failed', error: failure.error } : { state: 'delivered' }
}

/** What is wrong with the row itself must not hold up the others; null: it was delivered. */
const deliverOrPutOff = async (deps: Telling, row: Waiting): Promise<Undelivered | null> => {
  try {
    await deliver(deps, row)
    return null
  } catch (error) {
    if (!isItsOwn(error)) throw error
    return putOff(deps.db, row, error as Error, deps.now())
  }
}

/** The first waiting row of each alarm, the gravest and then the newest first. */
const dueRows = ({ db, now }: Deps): Promise<Waiting[]> => {
  const before = sql`EXISTS (SELECT 1 FROM alarm_outbox earlier
    WHERE earlier.alarm = ${alarmOutbox.alarm} AND earlier.id < ${alarmOutbox.id} AND earlier.done_at IS NULL)`
  // No case begins of what stands out of service: it rings, if it still stands, when it is put back.
  const aside = sql`EXISTS (SELECT 1 FROM alarms a JOIN service_permits p ON p.device = ${rowInForce(sql`a.device`)}
      AND (p.point IS NULL OR p.point = a.point)
    WHERE a.id = ${alarmOutbox.alarm} AND a.case_started IS NULL AND p.ended IS NULL AND p.until > ${now().toISOString()})`
  return db
    .select()
    .from(alarmOutbox)
    .where(
      and(
        isNull(alarmOutbox.doneAt),
        sql`${alarmOutbox.notBefore} <= ${now().toISOString()}`,
        sql`NOT ${before}`,
        sql`NOT ${aside}`,
      ),
    )
    .orderBy(alarmOutbox.level, sql`${alarmOutbox.id} DESC`)
    .limit(atOnce)
}

/** The command is a row under an id of the outbox row's own: however often this is repeated, the case hears it once. */
const deliver = async (deps: Telling, row: Waiting): Promise<void> => {
  const { db, cases, process } = deps
  const [alarm] = await db.select().from(alarms).where(eq(alarms.id, row.alarm))
  const type = alarm ? caseEventFor(alarm.caseStarted !== null, row) : null
  if (!alarm || type === null || process === null) return settle(deps, row, 'recorded')
  if (alarm.caseStarted !== null && (await isCaseClosed(db, row.alarm))) {
    if (isOwedToClosed(row, alarm)) {
      await askAnew(db, row, deps.now())
      throw caseHasClosed()
    }
    return settle(deps, row, 'refused')
  }
  const id = await keep(deps, row, type)
  const address = { caseId: row.alarm, process, generation: 1 }
  if (alarm.caseStarted === null) await cases.start(address)
  else await cases.observe({ ...address, commandId: id })
  await settle(deps, row, 'delivered')
  if (alarm.caseStarted !== null) deps.told(row.id)
}

const settle = async (
  { db, guard, now }: Deps,
  row: Waiting,
  outcome: 'delivered' | 'recorded' | 'refused',
): Promise<void> =>
  db.transaction(async (tx) => {
    await guard(tx)
    // The alarm before its rows, as whoever writes down what happens to it.
    if (outcome === 'delivered')
      await tx
        .update(alarms)
        .set({ caseStarted: now().toISOString() })
        .where(and(eq(alarms.id, row.alarm), isNull(alarms.caseStarted)))
    await finishRows(tx, eq(alarmOutbox.id, row.id), outcome, now())
  })

/** Pure. Null: the case, or one that has not begun, need not hear of it. */
export const caseEventFor = (
  started: boolean,
  { kind, data }: Pick<Waiting, 'kind' | 'data'>,
): string | null => {
  if (!started) return isRinging(kind) ? 'raise' : null
  return types[kind]?.(data) ?? null
}

/**
 * Pure. An end is told with how its alarm stands now, not as it stood then: what returned while nobody could be told, and rings
 * again since, must not end its case.
 */
export const dataToTell = (
  { kind, data }: Pick<Waiting, 'kind' | 'data'>,
  { rang, standing }: Pick<typeof alarms.$inferSelect, 'rang' | 'standing'>,
): Record<string, unknown> =>
  kind === 'rtn' || kind === 'declared-over' ? { ...data, rang, standing } : data

const keep = async ({ db, guard, legalNow }: Deps, row: Waiting, type: string): Promise<string> => {
  const at = await legalNow()
  return db.transaction(async (tx) => {
    await guard(tx)
    const [alarm] = await tx.select().from(alarms).where(eq(alarms.id, row.alarm))
    if (!alarm) throw new RangeError(`no alarm ${row.alarm}`)
    const body = { ...dataToTell(row, alarm), ...(await besides(tx, row, type)) }
    const id =
      type === 'raise' ? commandId('devices', `raise:${row.alarm}`) : outboxCommandId(row.id)
    await keepCommand(tx, {
      id,
      caseId: row.alarm,
      actor: { kind: 'machine', id: 'devices' },
      type,
      body,
      taskId: null,
      ifMatch: null,
      bodyHash: bodyHash({ type, body }),
      occurredAt: at,
      recordedAt: at,
    })
    return id
  })
}

/** Rows that have been dealt with long ago. */
export const clearDelivered = async (db: Database, now: Date, keptDays: number): Promise<void> => {
  const before = new Date(now.getTime() - keptDays * 86_400_000).toISOString()
  await db.delete(alarmOutbox).where(lt(alarmOutbox.doneAt, before))
}
