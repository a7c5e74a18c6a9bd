// When the county's desk does nothing, who hears of it, and what do the desks of the city and the province see?
import { afterAll, beforeAll, expect, test } from 'vitest'
import { saveAccounts } from '../../db/organisation/accounts.ts'
import { notices } from '../../db/schema/cases/cases.ts'
import { emergencyResponse } from '../../domain/emergency-response/process.ts'
import { type House, openHouse, password } from '../api/house.ts'
import { quickHash } from '../support/people/passwords.ts'
import { inCommand, onDuty, settleThem } from '../support/people/people.ts'
import { inLift, start } from './samples.ts'

const process = 'emergency-response'
let house: House
beforeAll(async () => {
  house = await openHouse({}, null, { [process]: emergencyResponse })
  const them = { ...onDuty, ...inCommand }
  await settleThem(house.db, them)
  const passwordHash = await quickHash(password)
  await saveAccounts(
    house.db,
    Object.entries(them).map(([id, [name]]) => ({ id, username: id, name, passwordHash })),
  )
  await house.clock.setNow(start)
})
afterAll(() => house?.close())

const escalations = async (id: string, who: string): Promise<Record<string, unknown>[]> => {
  const { body } = await house.as(who, `/api/cases/${id}/timeline`)
  return body.items.filter(({ type }: { type: string }) => type === 'escalation')
}

test('promise (emergencies): a county that neither calls back nor verifies is escalated to its leader and the city; the province’s desk sees the case and the escalation', async () => {
  const { body, status } = await house.as('dan', `/api/cases/${process}`, {
    json: { data: inLift },
  })
  expect(status).toBe(201)
  const { id } = body
  expect(await escalations(id, 'sun')).toEqual([])
  await house.clock.setNow('2026-03-02T01:16:00.000Z')
  await house.deps.cases.tick({ caseId: id, process, generation: 1 })
  const rows = await house.db.select().from(notices)
  const told = (words: string) =>
    rows
      .filter(
        ({ title, escalationLevel }) => escalationLevel === 'missed' && title.zh.includes(words),
      )
      .map(({ person }) => person)
      .sort()
  expect(told('回拨轿厢')).toEqual(['dan', 'du', 'gao'])
  expect(told('接报核实')).toEqual(['dan', 'du', 'gao'])
  for (const who of ['du', 'sun']) {
    const listed = (await house.as(who, `/api/cases?process=${process}`)).body.items
    expect(listed.map((one: { id: string }) => one.id)).toContain(id)
    expect(await escalations(id, who)).toHaveLength(2)
  }
  expect((await house.as('jiang', `/api/cases/${id}`)).status).toBe(404)
})
