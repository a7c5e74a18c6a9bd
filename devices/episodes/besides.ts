// What does a case want to know of an event of its alarm beyond what all of them tell?
import { and, desc, eq } from 'drizzle-orm'
import type { Executor } from '../../db/client.ts'
import { alarmEvents, type alarmOutbox, alarms } from '../../db/schema/devices/alarms.ts'
import { points } from '../../db/schema/devices/devices.ts'
import { persons } from '../../db/schema/organisation/organisation.ts'
import { kindFacts } from '../../domain/duty/kinds.ts'
import { branchesOf } from './keeping.ts'

/** By the type of the event as its case hears it. */
export const besides = async (
  tx: Executor,
  { alarm, data }: Pick<typeof alarmOutbox.$inferSelect, 'alarm' | 'data'>,
  type: string,
): Promise<Record<string, unknown>> => {
  if (type === 'raise')
    return {
      latching: kindFacts(data.kind).latching === true,
      shelvable: await isShelvable(tx, alarm),
    }
  if (type === 'note-branch') return { branch: named(branchesOf(data)) }
  if (type !== 'declared-over') return {}
  const [act] = await tx
    .select({ by: alarmEvents.by, name: persons.name, reason: alarmEvents.text })
    .from(alarmEvents)
    .leftJoin(persons, eq(persons.id, alarmEvents.by))
    .where(and(eq(alarmEvents.alarm, alarm), eq(alarmEvents.kind, type)))
    .orderBy(desc(alarmEvents.seq))
    .limit(1)
  return { by: act?.name ?? act?.by, reason: act?.reason }
}

/** So long is the field of the case. */
const mostNamed = 200

/** As many as the line holds; how many there are, where that is not all. */
const named = (branches: readonly unknown[]): string => {
  const whole = branches.map(String).join('、')
  if (whole.length <= mostNamed) return whole
  const rest = `…（${branches.length}）`
  return `${whole.slice(0, mostNamed - rest.length)}${rest}`
}

/** As its point is registered; what is no point of ours may be shelved. */
const isShelvable = async (tx: Executor, alarm: string): Promise<boolean> => {
  const [point] = await tx
    .select({ shelvable: points.shelvable })
    .from(alarms)
    .innerJoin(points, eq(points.id, alarms.pointId))
    .where(eq(alarms.id, alarm))
  return point?.shelvable ?? true
}
