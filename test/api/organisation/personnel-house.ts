// How are posts given and ended in these tests?
import { randomUUID } from 'node:crypto'
import { sql } from 'drizzle-orm'
import { afterAll, beforeAll } from 'vitest'
import type { PersonView } from '../../../contract/organisation/personnel.ts'
import { offices } from '../../../db/schema/organisation/organisation.ts'
import { type House, openHouse } from '../house.ts'

export let house: House
/** Called at the head of each file of tests, which gets one of its own. */
export const usePersonnelHouse = (): void => {
  beforeAll(async () => {
    house = await openHouse()
    await house.clock.setNow('2026-03-02T02:00:00.000Z')
    await house.db.insert(offices).values(
      (['330800', '330802', '330881'] as const).map((region) => ({
        id: `${region}-administration`,
        kind: 'administration' as const,
        region,
        name: { zh: region, en: region },
      })),
    )
    await house.db.execute(
      sql`UPDATE appointments SET role = 'administrator', office = '330800-administration' WHERE person IN ('shi', 'yu')`,
    )
    await house.db.execute(
      sql`UPDATE appointments SET role = 'administrator', office = '330802-administration' WHERE person = 'fang'`,
    )
    await house.db.execute(
      sql`UPDATE appointments SET role = 'administrator', office = '330881-administration', region = '330881' WHERE person = 'hao'`,
    )
  })
  afterAll(() => house.close())
}

export const base = '/api/personnel/people'
export const bureau = '330802-bureau'
export const view = async (id: string, who = 'fang'): Promise<PersonView> =>
  (await house.as(who, `${base}/${id}`)).body
export const post = (office: string, role: string, more = {}) => ({
  office,
  role,
  from: '2026-03-02',
  reason: '工作需要',
  order: '柯应急〔2026〕3号',
  ...more,
})
export const give = (who: string, id: string, what: unknown, key: string = randomUUID()) =>
  house.as(who, `${base}/${id}/appointments`, { json: what, headers: { 'idempotency-key': key } })

export const end = async (who: string, id: string, office: string, role: string, more = {}) => {
  const held = (await view(id, 'yu')).posts?.find(
    (one) => one.office === office && one.role === role && one.status !== 'over',
  )
  return house.as(who, `${base}/${id}/appointments/end`, {
    json: {
      office,
      role,
      since: held?.since ?? '2026-01-01T00:00:00.000Z',
      reason: '调离',
      ...more,
    },
  })
}
export const words = (body: { reasons: { zh: string }[] }) =>
  body.reasons.map(({ zh }) => zh).join('；')
