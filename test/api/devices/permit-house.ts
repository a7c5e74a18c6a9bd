// Under which permits are devices taken out of service in these tests?
import { randomUUID } from 'node:crypto'
import { sql } from 'drizzle-orm'
import { afterAll, beforeAll } from 'vitest'
import { openAlarmDesk } from '../duty/alarm-desk.ts'
import { tank } from '../duty/standing-alarms.ts'
import type { House } from '../house.ts'

export let house: House
/** Called at the head of each file of tests, which gets one of its own. */
export const usePermitHouse = (): void => {
  beforeAll(async () => {
    house = (await openAlarmDesk()).house
    await house.db.execute(
      sql`UPDATE appointments SET role = 'administrator', office = '330800-administration' WHERE person = 'hao'`,
    )
  })
  afterAll(() => house.close())
}

export const soon = (hours: number) => new Date(Date.now() + hours * 3_600_000).toISOString()
export const form = (more: Record<string, unknown> = {}) => ({
  device: tank,
  point: 'LT-101',
  number: 'JX-2026-031',
  work: 'maintenance',
  requestedBy: '戚安全',
  reason: '更换液位计',
  until: soon(4),
  ...more,
})
export const take = (who: string, more: Record<string, unknown> = {}, key: string = randomUUID()) =>
  house.as(who, '/api/permits', { json: form(more), headers: { 'idempotency-key': key } })
export const end = (
  who: string,
  id: string,
  json: unknown = { reason: '提前完工' },
  key: string = randomUUID(),
) => house.as(who, `/api/permits/${id}/end`, { json, headers: { 'idempotency-key': key } })
