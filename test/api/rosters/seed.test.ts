// Does the demo enter the month of its founding and the next through the same doors as everybody, once?
import { expect, test } from 'vitest'
import { Refused } from '../../../bin/seed/people.ts'
import { enterRosters, seedRosters } from '../../../bin/seed/rosters.ts'
import { rosters } from '../../../db/schema/organisation/rosters.ts'
import { house, path, read, useRosterHouse } from './roster-house.ts'

useRosterHouse()

/** Whose part each plays here; nobody plays the people of other counties. */
const cast: Record<string, string> = { 'kecheng.duty': 'dan', 'kecheng.leader': 'gao' }
const asking = async (by: string, address: string, json?: unknown, key?: string) => {
  const who = cast[by]
  if (!who) throw new Refused(404, by)
  const headers: Record<string, string> = key ? { 'idempotency-key': key } : {}
  const answer = await house.as(who, address, { ...(json ? { json } : {}), headers })
  if (answer.status >= 400) throw new Error(`${by} ${address} ${JSON.stringify(answer.body)}`)
  return answer.body
}
const people: Parameters<typeof enterRosters>[0] = {
  roster: (by, office, month) => asking(by, path(month, office)),
  enterRoster: (by, office, month, json, key) => asking(by, path(month, office), json, key),
  publishRoster: (by, office, month, version) =>
    asking(by, `${path(month, office)}/decision`, { version, decision: 'approved' }),
}

test('the rest of this month and the whole of the next are in force, and entered again nothing is added', async () => {
  const others = seedRosters.length - 1
  const { now } = await asking('kecheng.duty', '/api/me')
  expect(await enterRosters(people, now, () => undefined)).toBe(others)
  const [march, april] = [await read('dan', '2026-03'), await read('dan', '2026-04')]
  expect(april.inForce?.gaps).toEqual([])
  // What had begun before the first roster was entered stays empty.
  expect(march.inForce?.gaps.every(({ day }) => day <= '2026-03-10')).toBe(true)
  expect(march.inForce?.entries.find(({ day }) => day === '2026-03-11')?.leader).not.toBeNull()
  await enterRosters(people, now, () => undefined)
  expect(await house.db.select().from(rosters)).toHaveLength(2)
})
