// Which letters lie there in these tests?
import { randomUUID } from 'node:crypto'
import { sql } from 'drizzle-orm'
import { afterAll, beforeAll } from 'vitest'
import { replays } from '../../../db/schema/cases/replays.ts'
import { badFrames, feeds } from '../../../db/schema/devices/devices.ts'
import { ago, settlePlant } from '../duty/standing-alarms.ts'
import { type House, openHouse } from '../house.ts'

export let house: House
/** Called at the head of each file of tests, which gets one of its own. */
export const useLetterHouse = (): void => {
  beforeAll(async () => {
    house = await openHouse()
    await settlePlant(house)
    await house.db.execute(
      sql`UPDATE appointments SET role = 'administrator', office = '330800-administration' WHERE person = 'hao'`,
    )
    await house.db.execute(
      sql`UPDATE appointments SET role = 'administrator', office = '330881-bureau' WHERE person = 'jiang'`,
    )
    await house.db
      .insert(feeds)
      .values({ id: 'stack', protocol: 'hj212', name: '污染源', region: '330802' })
  })
  afterAll(() => house.close())
}

export const frame = async (more: Partial<typeof badFrames.$inferInsert> = {}): Promise<number> => {
  const row = {
    feed: 'stack',
    device: null,
    peer: '10.0.0.9',
    reason: 'sum',
    offset: 4,
    words: '校验错',
    at: ago(5),
    whole: true,
  }
  const [made] = await house.db
    .insert(badFrames)
    .values({ ...row, bytes: Buffer.from('##0101QN=2026;PW=123456;MN=X'), ...more })
    .returning({ seq: badFrames.seq })
  return made?.seq ?? 0
}
export const get = (path: string, who = 'hao') => house.as(who, `/api/letters${path}`)
export const replay = (path: string, more: { who?: string; key?: string; reason?: string } = {}) =>
  house.as(more.who ?? 'hao', `/api/letters${path}/replay`, {
    json: { reason: more.reason ?? '方言已更正' },
    headers: { 'idempotency-key': more.key ?? randomUUID() },
  })
export const kept = () => house.db.select().from(replays)
