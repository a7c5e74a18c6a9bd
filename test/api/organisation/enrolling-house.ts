// How is somebody entered and decided on in these tests?
import { randomUUID } from 'node:crypto'
import { sql } from 'drizzle-orm'
import { afterAll, beforeAll } from 'vitest'
import { offices } from '../../../db/schema/organisation/organisation.ts'
import { standingOffices } from '../../../domain/organisation/offices.ts'
import { type House, openHouse } from '../house.ts'

export let house: House
/** Called at the head of each file of tests, which gets one of its own. */
export const useEnrollingHouse = (): void => {
  beforeAll(async () => {
    house = await openHouse()
    await house.db.insert(offices).values(standingOffices()).onConflictDoNothing()
    for (const id of ['shi', 'yu', 'sheng'])
      await house.db.execute(
        sql`UPDATE appointments SET role = 'administrator', office = '330800-administration', region = '330800' WHERE person = ${id}`,
      )
    await house.db.execute(
      sql`UPDATE appointments SET role = 'administrator', office = '330802-administration' WHERE person = 'fang'`,
    )
  })
  afterAll(() => house.close())
}

export const today = new Date(Date.now() + 8 * 3_600_000).toISOString().slice(0, 10)
export const base = '/api/personnel'
export const send = (who: string, path: string, json: unknown, key: string = randomUUID()) =>
  house.as(who, `${base}${path}`, { json, headers: { 'idempotency-key': key } })

export const reasons = (body: { reasons: { zh: string }[] }) =>
  body.reasons.map(({ zh }) => zh).join('；')
