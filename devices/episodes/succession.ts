// What goes over to the alarm that begins in the place of one whose case has ended?
import { and, eq, isNull } from 'drizzle-orm'
import type { Executor } from '../../db/client.ts'
import { alarmOutbox, alarms } from '../../db/schema/devices/alarms.ts'
import type { AlarmEvent } from '../alarms/state.ts'
import type { Kept } from './evaluations.ts'
import { finishRows } from './fleeting.ts'

/**
 * Follows the events of a transaction in their order: what the case of the former was still to hear is told to nobody, since the other's hears how it
 * stands; and what a flood held back its successor holds back.
 */
export const createSuccession = (tx: Executor) => {
  let former: string | null = null
  return async (
    { kind, at }: Pick<AlarmEvent, 'kind' | 'at'>,
    before: Kept['alarm'],
    after: Kept['alarm'],
  ): Promise<void> => {
    if (kind === 'succeeded' && before) {
      former = before.id
      const waiting = and(eq(alarmOutbox.alarm, before.id), isNull(alarmOutbox.doneAt))
      await finishRows(tx, waiting, 'refused', new Date(at))
    } else if (kind === 'raised' && former !== null && after) {
      const held = and(eq(alarms.flood, former), isNull(alarms.closedAt))
      await tx.update(alarms).set({ flood: after.id }).where(held)
      former = null
    }
  }
}
