// Which rules are entered in the tests of routing, and what comes of them?
import { sql } from 'drizzle-orm'
import { afterAll, beforeAll, expect } from 'vitest'
import { saveAccount } from '../../../db/organisation/accounts.ts'
import { offices } from '../../../db/schema/organisation/organisation.ts'
import { hazchemLicence } from '../../../domain/hazchem-licence/process.ts'
import { threeSimultaneities } from '../../../domain/three-simultaneities/process.ts'
import { broughtTo } from '../../support/people/papers.ts'
import { quickHash } from '../../support/people/passwords.ts'
import { licensers, settleThem } from '../../support/people/people.ts'
import { type House, openHouse, password } from '../house.ts'

export let house: House
export const further = {
  'hazchem-licence': hazchemLicence,
  'three-simultaneities': threeSimultaneities,
}
export const inspectors = '330802-bureau/inspector'

/** Called at the head of each file of tests, which gets one of its own. */
export const useRuledHouse = (): void => {
  beforeAll(async () => {
    house = await openHouse({}, null, further)
    await house.clock.setNow('2026-03-02T02:00:00.000Z')
    await settleThem(house.db, licensers)
    const passwordHash = await quickHash(password)
    for (const id of ['kou', 'shen'])
      await saveAccount(house.db, { id, username: id, name: id, passwordHash })
    await house.db.insert(offices).values(
      (['330800', '330802', '330881'] as const).map((region) => ({
        id: `${region}-administration`,
        kind: 'administration' as const,
        region,
        name: { zh: region, en: region },
      })),
    )
    await house.db.execute(
      sql`UPDATE appointments SET role = 'administrator', office = '330800-administration' WHERE person = 'yu'`,
    )
    await house.db.execute(
      sql`UPDATE appointments SET role = 'administrator', office = '330802-administration' WHERE person = 'fang'`,
    )
  })
  afterAll(() => house.close())
}

export const task = async (id: string, who = 'lin') =>
  (await house.as(who, `/api/cases/${id}`)).body.tasks[0]

export const start = async (
  who: string,
  process: string,
  data: Record<string, unknown>,
): Promise<string> => {
  const whole =
    process in further
      ? await broughtTo(house, further[process as keyof typeof further])(who, 'apply', data)
      : data
  const { status, body } = await house.as(who, `/api/cases/${process}`, { json: { data: whole } })
  expect([status, body.code, body.reasons]).toEqual([201, undefined, undefined])
  return body.id
}

export const boxOf = async (who: string, box: string): Promise<string[]> =>
  (await house.as(who, `/api/inbox?box=${box}`)).body.items.map(
    ({ caseId }: { caseId: string }) => caseId,
  )
