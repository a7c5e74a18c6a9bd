// What are the cases told of the alarms that a flood held back, once it is over?
import { and, eq, inArray, isNull, or } from 'drizzle-orm'
import type { Executor } from '../../db/client.ts'
import { alarmEvents, alarms } from '../../db/schema/devices/alarms.ts'
import { readStates } from './evaluations.ts'
import { dataOf, tellOnce } from './keeping.ts'

type Alarm = typeof alarms.$inferSelect
type Said = Pick<Alarm, 'value' | 'limit' | 'text' | 'event'>

/** A flood has ended: what still stands of it, or is latched, is told one by one. */
export const release = async (tx: Executor, flood: string, at: string): Promise<void> => {
  const held = await tx
    .select()
    .from(alarms)
    .where(
      and(
        eq(alarms.flood, flood),
        isNull(alarms.closedAt),
        or(alarms.active, alarms.latched),
        eq(alarms.policy, 'episode'),
        isNull(alarms.caseStarted),
      ),
    )
    .orderBy(alarms.level, alarms.raisedAt)
  const states = await readStates(
    tx,
    held.map(({ key }) => key),
  )
  const rang = await lastEscalationLevel(
    tx,
    held.filter(({ active }) => !active),
  )
  for (const alarm of held) {
    const { id, seq, level, doubtful, raisedAt, rtnAt, stale, active } = alarm
    const about = states.get(alarm.key)?.about
    if (!about) continue
    const tell = (kind: string, { value, limit, text, event }: Said, sensedAt: string) => {
      const data = dataOf(
        about,
        {
          value,
          limit,
          text,
          event,
          stale,
          at: sensedAt,
          sensedAt,
          by: null,
          after: { level, doubtful },
          standing: alarm.standing,
        },
        alarm,
      )
      return tellOnce(tx, { alarm: id, seq, kind, level, data, createdAt: at, notBefore: at })
    }
    await tell('raised', rang.get(id) ?? alarm, raisedAt)
    if (!active) await tell('rtn', alarm, rtnAt ?? at)
    if (stale) await tell('quality', alarm, at)
  }
}

/** How they rang last, of alarms that have returned: their rows say only how they returned. */
const lastEscalationLevel = async (tx: Executor, returned: Alarm[]): Promise<Map<string, Said>> => {
  if (returned.length === 0) return new Map()
  const ids = returned.map(({ id }) => id)
  const rings = inArray(alarmEvents.kind, ['raised', 're-alarm', 'escalated', 'eased'])
  const rows = await tx
    .select()
    .from(alarmEvents)
    .where(and(inArray(alarmEvents.alarm, ids), rings))
    .orderBy(alarmEvents.seq)
  return new Map(rows.map((row) => [row.alarm, row]))
}
