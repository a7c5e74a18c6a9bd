// What was told to a case that had ended, and what becomes of it?
import { and, eq, gte, inArray, sql } from 'drizzle-orm'
import type { Database } from '../../db/client.ts'
import { giveDeviceCommand } from '../../db/devices/device-commands.ts'
import { cases, commands } from '../../db/schema/cases/cases.ts'
import { alarmOutbox, deviceCommands } from '../../db/schema/devices/alarms.ts'
import { isRinging } from '../../domain/duty/alarm-states.ts'
import { commandId } from '../../domain/identity/commands.ts'
import { DomainError } from '../../domain/language/errors.ts'

type Deps = { db: Database; now: () => Date; log: (line: string) => void }

/** The command by which a case hears of a row of the outbox. */
export const outboxCommandId = (row: number): string => commandId('devices', `outbox:${row}`)

export const isCaseClosed = async (db: Database, alarm: string): Promise<boolean> => {
  const [found] = await db.select({ status: cases.status }).from(cases).where(eq(cases.id, alarm))
  return found?.status === 'closed'
}

/**
 * Pure. An alarm that still rings needs a case that goes on: it stays undelivered, for people to see, until another alarm has begun in its place or
 * it has ended at its devices. All else is kept at the alarm.
 */
export const isOwedToClosed = (
  { kind }: Pick<typeof alarmOutbox.$inferSelect, 'kind'>,
  { closedAt }: { closedAt: string | null },
): boolean => isRinging(kind) && closedAt === null

/** Asks the holder of its feed to begin another alarm, with a case of its own, in the place of one that rings and whose case has ended; once at a time. */
export const askAnew = (
  db: Database,
  { id, alarm, attempts }: Pick<typeof alarmOutbox.$inferSelect, 'id' | 'alarm' | 'attempts'>,
  now: Date,
): Promise<void> =>
  db.transaction(async (tx) => {
    const waiting = and(
      eq(deviceCommands.alarm, alarm),
      eq(deviceCommands.verb, 'begin-anew'),
      eq(deviceCommands.state, 'waiting'),
    )
    const [asked] = await tx.select({ key: deviceCommands.key }).from(deviceCommands).where(waiting)
    if (asked) return
    await giveDeviceCommand(tx, {
      key: `anew:${id}:${attempts}`,
      alarm,
      verb: 'begin-anew',
      args: {},
      by: 'system',
      at: now.toISOString(),
    })
  })

export const caseHasClosed = (): DomainError => new DomainError('case-closed')

const askEveryMs = 5_000
const firstMs = 3_600_000

/** A case may end between the look at it and the telling: what it has answered is read afterwards. */
export const createAnswers = ({ db, now, log }: Deps) => {
  let open: Map<string, number> | null = null
  let askedAt = 0
  return {
    told: (row: number): void => void open?.set(outboxCommandId(row), row),
    /** Takes back what a case has refused because it had ended: the next look decides what becomes of it. */
    round: async (): Promise<void> => {
      const at = now().getTime()
      open ??= await toldSince(db, new Date(at - firstMs))
      if (open.size === 0 || Math.abs(at - askedAt) < askEveryMs) return
      askedAt = at
      const kept = await db
        .select({ id: commands.id, answer: commands.answer })
        .from(commands)
        .where(inArray(commands.id, [...open.keys()]))
      const refused = kept.flatMap(({ id, answer }) =>
        answer?.ok === false && answer.problem.code === 'case-closed' ? (open?.get(id) ?? []) : [],
      )
      const unanswered = kept.filter(({ answer }) => answer === null).map(({ id }) => id)
      open = new Map([...open].filter(([id]) => unanswered.includes(id)))
      for (const row of refused) {
        log(`a case had ended when it was told of its alarm: row ${row} of the outbox`)
        await takeBack(db, row)
      }
    },
  }
}

const toldSince = async (db: Database, since: Date): Promise<Map<string, number>> => {
  const rows = await db
    .select({ id: alarmOutbox.id })
    .from(alarmOutbox)
    .where(and(eq(alarmOutbox.outcome, 'delivered'), gte(alarmOutbox.doneAt, since.toISOString())))
  return new Map(rows.map(({ id }) => [outboxCommandId(id), id]))
}

/** Unless a newer one of its kind waits: that says more. */
const takeBack = async (db: Database, row: number): Promise<void> => {
  await db
    .update(alarmOutbox)
    .set({ doneAt: null, outcome: null })
    .where(
      and(
        eq(alarmOutbox.id, row),
        sql`NOT EXISTS (SELECT 1 FROM alarm_outbox newer WHERE newer.alarm = ${alarmOutbox.alarm}
          AND newer.kind = ${alarmOutbox.kind} AND newer.id > ${alarmOutbox.id} AND newer.done_at IS NULL)`,
      ),
    )
}
