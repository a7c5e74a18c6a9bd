// Which notice is proposed in these tests?
import { sql } from 'drizzle-orm'
import { afterAll, beforeAll } from 'vitest'
import { calendarProposals } from '../../../db/schema/change/proposals.ts'
import { type House, openHouse } from '../house.ts'

export let house: House
/** Called at the head of each file of tests, which gets one of its own. */
export const useNoticeHouse = (): void => {
  beforeAll(async () => {
    house = await openHouse()
    await house.clock.setNow('2026-11-20T01:00:00.000Z')
    await house.db.execute(
      sql`UPDATE appointments SET role = 'administrator', office = '330800-administration' WHERE person IN ('shi', 'yu')`,
    )
    await house.db.execute(
      sql`UPDATE appointments SET role = 'administrator', office = '330802-administration' WHERE person = 'gao'`,
    )
  })
  afterAll(() => house.close())
}

export const notice = {
  decree: '国务院办公厅关于2027年部分节假日安排的通知（试验）',
  source: '试验文件',
  off: [
    '2027-01-01',
    '2027-02-05',
    '2027-02-08',
    '2027-02-09',
    '2027-02-10',
    '2027-02-11',
    '2027-02-12',
  ],
  work: ['2027-02-14'],
}
export const year = { kind: 'year', year: 2027, ...notice }
export const old = (who: string, which: string, json: unknown = notice) =>
  house.as(who, `/api/calendars/${which}`, { json })
export const propose = (
  who: string,
  proposed: unknown = year,
  headers: Record<string, string> = {},
) => house.as(who, '/api/changes', { json: { proposed, reason: '国办已发文' }, headers })

export const rows = () => house.db.select().from(calendarProposals)
