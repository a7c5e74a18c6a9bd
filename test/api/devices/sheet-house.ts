// How is a sheet sent in these tests, and what is in use afterwards?
import { randomUUID } from 'node:crypto'
import { and, eq, isNull, sql } from 'drizzle-orm'
import { afterAll, beforeAll } from 'vitest'
import { devices, points } from '../../../db/schema/devices/devices.ts'
import { columns } from '../../../domain/duty/registry-sheet.ts'
import { settlePlant } from '../duty/standing-alarms.ts'
import { type House, openHouse } from '../house.ts'

export let house: House
export let point = 0
/** Called at the head of each file of tests, which gets one of its own. */
export const useSheetHouse = (): void => {
  beforeAll(async () => {
    house = await openHouse()
    point = (await settlePlant(house)).point
    await house.db.execute(
      sql`UPDATE appointments SET role = 'administrator', office = '330800-administration' WHERE person = 'hao'`,
    )
  })
  afterAll(() => house.close())
}

export const heads = columns.map(({ header }) => header.zh).join(',')
export const code = '91330802MA00000000'
/** feed, key, name, enterprise, region, lon, lat, exercise, point, name, unit, kind, low-low … */
export const line = (more: Partial<Record<string, string>> = {}) => {
  const usual: Record<string, string> = {
    feed: 'park',
    deviceKey: 'T2',
    deviceName: '乙醇储罐',
    enterprise: code,
    region: '330802',
    pointKey: 'LT-201',
  }
  return columns
    .map(
      ({ name }) =>
        ({
          ...usual,
          pointName: '液位',
          unit: 'm',
          kind: 'level',
          high: '8',
          highHigh: '9',
          ...more,
        })[name] ?? '',
    )
    .join(',')
}
export const send = (
  lines: string[],
  more: Record<string, unknown> = {},
  who = 'hao',
  key: string = randomUUID(),
) =>
  house.as(who, '/api/registry/sheet', {
    json: {
      format: 'csv',
      content: [heads, ...lines].join('\r\n'),
      apply: true,
      reason: '建档',
      ...more,
    },
    headers: { 'idempotency-key': key },
  })
export const inUse = (key: string) =>
  house.db
    .select()
    .from(devices)
    .where(and(eq(devices.key, key), isNull(devices.until)))
export const pointsOf = (device: string) =>
  house.db
    .select()
    .from(points)
    .where(and(eq(points.device, device), isNull(points.until)))
