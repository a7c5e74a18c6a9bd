// How is an alarm put into the store, with what its case is still to be told?
import { randomUUID } from 'node:crypto'
import { cases } from '../../../db/schema/cases/cases.ts'
import { alarmOutbox, alarms } from '../../../db/schema/devices/alarms.ts'
import type { Plant } from '../plant.ts'

type Put = Partial<typeof alarms.$inferInsert>

export const outboxOf = (plant: () => Plant, now: () => number) => {
  const put = async (more: Put = {}): Promise<string> => {
    const id = more.id ?? randomUUID()
    const at = new Date(now()).toISOString()
    await plant()
      .db.insert(alarms)
      .values({
        id,
        key: id,
        feed: 'toy',
        point: 'level',
        condition: 'high',
        kind: 'level',
        name: '一号罐 液位',
        region: '330802',
        standing: 'unacknowledged',
        active: true,
        acked: false,
        latched: false,
        suppressed: false,
        outOfService: false,
        stale: false,
        level: 2,
        text: '',
        raisedAt: at,
        synthetic: false,
        seq: 1,
        policy: 'episode',
        site: 'e001',
        ...more,
      })
    return id
  }
  const waits = async (
    alarm: string,
    kind: string,
    more: Partial<typeof alarmOutbox.$inferInsert> = {},
  ) => {
    const at = new Date(now()).toISOString()
    const [row] = await plant()
      .db.insert(alarmOutbox)
      .values({
        alarm,
        seq: 1,
        kind,
        level: 2,
        data: { alarm, kind: 'level', text: kind },
        createdAt: at,
        notBefore: at,
        ...more,
      })
      .returning()
    return row?.id ?? 0
  }

  return { put, waits }
}

/** The row of its case, as far as devices look at it. */
export const caseOf = async (
  plant: Plant,
  id: string,
  status: 'open' | 'closed',
): Promise<void> => {
  await plant.db.insert(cases).values({
    id,
    process: 'alarms-of-the-test',
    chart: 1,
    number: id,
    generation: 1,
    revision: 1,
    status,
    region: '330802',
    title: '',
    search: '',
    state: '',
    record: {} as never,
    openedAt: new Date().toISOString(),
  })
}
