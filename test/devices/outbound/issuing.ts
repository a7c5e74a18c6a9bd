// Alarms as they would stand, and what is issued of them, on the database of a plant.
import { randomUUID } from 'node:crypto'
import { eq } from 'drizzle-orm'
import { alarms } from '../../../db/schema/devices/alarms.ts'
import { outboundMessages } from '../../../db/schema/devices/outbound.ts'
import { createIssuing } from '../../../devices/outbound/issue.ts'
import type { Plant } from '../plant.ts'

export const office = {
  region: '330800',
  organisation: '125',
  unit: '001',
  extension: '00',
  sender: 'anjian.qz.gov.cn',
  name: '衢州市应急管理局',
}
export const gas = {
  name: '一号罐',
  kind: 'gas',
  condition: 'high',
  region: '330802',
  level: 2 as const,
  text: '',
  lon: null,
  lat: null,
  unit: null,
}
export const now = new Date()
export const later = (ms: number): Date => new Date(now.getTime() + ms)

const tables = ['warned_alarms', 'outbound_deliveries', 'outbound_messages', 'alarms']

export const issuingOf = (plant: () => Plant) => ({
  raise: async (more: Partial<typeof alarms.$inferInsert> = {}): Promise<string> => {
    const [row] = await plant()
      .db.insert(alarms)
      .values({
        key: randomUUID(),
        feed: 'toy',
        point: 'gas',
        condition: 'high',
        kind: 'gas',
        name: '一号罐 可燃气',
        region: '330802',
        standing: 'unacknowledged',
        active: true,
        acked: false,
        latched: false,
        suppressed: false,
        outOfService: false,
        stale: false,
        level: 2,
        text: '<可燃气> 30%LEL',
        lon: 118.87,
        lat: 28.97,
        raisedAt: now.toISOString(),
        synthetic: false,
        seq: 1,
        policy: 'episode',
        site: 'e001',
        caseStarted: now.toISOString(),
        ...more,
      })
      .returning({ id: alarms.id })
    return row?.id ?? ''
  },
  change: (id: string, to: Partial<typeof alarms.$inferInsert>) =>
    plant().db.update(alarms).set(to).where(eq(alarms.id, id)),
  issue: (at = now) =>
    createIssuing({ db: plant().db, guard: async () => undefined, now: () => at }).round(),
  messages: () => plant().db.select().from(outboundMessages).orderBy(outboundMessages.place),
  clear: async () => {
    for (const table of tables)
      await plant().db.execute(`ALTER TABLE ${table} DISABLE TRIGGER USER`)
    for (const table of tables) await plant().db.execute(`DELETE FROM ${table}`)
    for (const table of tables) await plant().db.execute(`ALTER TABLE ${table} ENABLE TRIGGER USER`)
  },
})
