// What do cases and people want of alarms and devices, and what has become of it?
import { and, asc, eq, gt, inArray, isNotNull, isNull, lt, or } from 'drizzle-orm'
import type { Database } from '../../db/client.ts'
import { alarms as alarmRows, deviceCommands } from '../../db/schema/devices/alarms.ts'
import { lapses } from '../../domain/duty/device-commands.ts'
import type { Act } from '../alarms/state.ts'
import type { Command } from '../port/port.ts'
import type { AlarmStore } from './store.ts'

type Row = typeof deviceCommands.$inferSelect

type Deps = {
  db: Database
  alarms: AlarmStore
  /** Feeds whose line is held here. */
  feeds: () => string[]
  /** Whether a feed is reached now; null: it is not waited for. */
  ready?: (feed: string) => boolean | null
  /** False: the device is not connected, or takes no commands. */
  send: (command: Command) => boolean
  now: () => Date
}

const acts: Partial<Record<Row['verb'], Act['act']>> = {
  acknowledge: 'acknowledge',
  shelve: 'shelve',
  unshelve: 'unshelve',
  suppress: 'suppress',
  reset: 'reset',
  'declare-over': 'declare-over',
  'begin-anew': 'begin-anew',
}
const verbs: Row['verb'][] = [
  'acknowledge',
  'confirm',
  'shelve',
  'unshelve',
  'supervise',
  'query',
  'set-clock',
]

/**
 * Carries out what waits for the feeds held here. What concerns an alarm is done to our own evaluation, however late; the device is asked too when
 * it is connected. Where a feed is waited for, it is asked when that is reached, also after a restart; a command whose answer was lost is
 * brought once more, as such. Elsewhere what was sent and not answered is not sent again: the device may have done it.
 */
export const createCommands = (deps: Deps) => {
  const { db, feeds, ready = () => null, now } = deps
  const set = keeping(db)
  return {
    round: async (): Promise<void> => {
      const held = feeds()
      if (held.length === 0) return
      // What waits for a plant that is away for a day must not stand before what can be done.
      const reached = held.filter((feed) => ready(feed) !== false)
      const due = or(isNull(deviceCommands.sentAt), inArray(deviceCommands.feed, reached))
      const waiting = and(
        inArray(deviceCommands.feed, held),
        eq(deviceCommands.state, 'waiting'),
        due,
      )
      for (const row of await db
        .select()
        .from(deviceCommands)
        .where(waiting)
        .orderBy(asc(deviceCommands.createdAt))
        .limit(100))
        await carryOut(deps, set, row)
      const unanswered = and(
        inArray(deviceCommands.state, ['sent', 'waiting']),
        isNotNull(deviceCommands.sentAt),
      )
      await db
        .update(deviceCommands)
        .set({ state: 'expired', doneAt: now().toISOString(), result: lapses.unanswered })
        .where(
          and(
            inArray(deviceCommands.feed, held),
            unanswered,
            lt(deviceCommands.until, now().toISOString()),
          ),
        )
    },
    answered: async (
      answers: { key: string; ok: boolean; words: string; again?: true }[],
    ): Promise<void> => {
      for (const { key, ok, words, again } of answers) {
        const result = words.slice(0, 500)
        if (again) await set(key, { state: 'waiting', result }, 'sent')
        else await set(key, { state: ok ? 'done' : 'failed', doneAt: now().toISOString(), result })
      }
    },
  }
}

/** Null: done to our own evaluation, or there is none that it concerns; else why not. */
const doHere = async ({ db, alarms, now }: Deps, row: Row): Promise<string | null> => {
  if (isOfPermit(row)) await alarms.service(row.feed, now())
  const act = acts[row.verb]
  if (row.alarm === null || act === undefined || isForDevice(row)) return null
  if (await isOvertaken(db, row)) return 'overtaken'
  const { until, reason, side } = row.args
  const of: Act = {
    kind: 'act',
    act,
    by: row.by,
    side: side === 'enterprise' ? 'enterprise' : 'city',
    ...(until ? { until } : {}),
    ...(reason ? { reason } : {}),
  }
  const refusal = await alarms.act(row.alarm, of, now())
  return refusal === undefined ? 'nothing-open' : refusal
}

const carryOut = async (deps: Deps, set: ReturnType<typeof keeping>, row: Row): Promise<void> => {
  const { db, ready = () => null } = deps
  const at = deps.now().toISOString()
  // Taken up before: it is done here, and only the device is still to be asked.
  const refusal = row.sentAt === null ? await doHere(deps, row) : await overtaken(db, row)
  // Acknowledged meanwhile is what was wanted.
  if (refusal !== null && refusal !== 'acked-already')
    return void (await set(row.key, { state: 'failed', doneAt: at, result: refusal }))
  if (hasLapsed(row, at))
    return void (await set(row.key, { state: 'expired', doneAt: at, result: lapseOf(row) }))
  if (isForDevices(row) && ready(row.feed) === false)
    return void (await set(row.key, { sentAt: row.sentAt ?? at }, 'waiting'))
  // A quick device has answered already.
  if (await bring(deps, row)) await set(row.key, { state: 'sent', sentAt: at }, 'waiting')
  else if (isOfPermit(row) || isDoneHere(row))
    await set(row.key, { state: 'done', doneAt: at, result: 'here' })
}

const isForDevices = ({ verb }: Row): boolean => verbs.includes(verb)

const isDoneHere = ({ alarm, verb }: Row): boolean => alarm !== null && acts[verb] !== undefined

/** What we do ourselves never lapses: a feed may be paused for days. A device, or a permit that is over, is not asked so late. */
const hasLapsed = (row: Row, at: string): boolean =>
  row.until <= at && (isForDevices(row) || isOfPermit(row))

const lapseOf = (row: Row): string =>
  isDoneHere(row) && !isForDevice(row) ? lapses.here : lapses.never

/** False: it is not for devices, or its device is not to be had. */
const bring = async ({ db, send }: Deps, row: Row): Promise<boolean> => {
  const { key, feed, device, verb, args, until } = row
  const asked = {
    key,
    feed,
    device,
    verb: verb as Command['verb'],
    args: await withEvent(db, row, args),
    until,
  }
  return isForDevices(row) && send({ ...asked, ...(row.sentAt === null ? {} : { again: true }) })
}

const overtaken = async (db: Database, row: Row): Promise<string | null> =>
  (await isOvertaken(db, row)) ? 'overtaken' : null

/** The row of the permit says what is wanted; the device command only that it has changed. */
const isOfPermit = ({ verb }: Row): boolean => verb === 'take-out' || verb === 'put-back'

/** Our own shelf has ended when this is asked; what somebody has shelved since is his. */
const isForDevice = ({ verb, by }: Row): boolean => verb === 'unshelve' && by === 'system'

/** `from`: only what still stands so is changed. */
const keeping =
  (db: Database) =>
  (key: string, values: Partial<typeof deviceCommands.$inferInsert>, from?: Row['state']) =>
    db
      .update(deviceCommands)
      .set(values)
      .where(and(eq(deviceCommands.key, key), from && eq(deviceCommands.state, from)))

/** Whoever acknowledged or reset it has not seen what made it worse since, so that is neither silenced nor ended. */
const isOvertaken = async (
  db: Database,
  { verb, alarm, args: { seen } }: Row,
): Promise<boolean> => {
  if ((verb !== 'acknowledge' && verb !== 'reset') || alarm === null || seen === undefined)
    return false
  const [since] = await db
    .select({ rang: alarmRows.rang })
    .from(alarmRows)
    .where(and(eq(alarmRows.id, alarm), gt(alarmRows.rang, Number(seen))))
  return since !== undefined
}

/** A plant wants the newest event named that is acknowledged. */
const withEvent = async (
  db: Database,
  { alarm }: Row,
  args: Record<string, string>,
): Promise<Record<string, string>> => {
  if (alarm === null) return args
  const [known] = await db
    .select({ event: alarmRows.event, point: alarmRows.point, condition: alarmRows.condition })
    .from(alarmRows)
    .where(eq(alarmRows.id, alarm))
  return known
    ? {
        ...args,
        point: known.point,
        condition: known.condition,
        ...(known.event ? { event: known.event } : {}),
      }
    : args
}
