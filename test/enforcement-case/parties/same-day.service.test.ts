// Do the periods of two persons who were served on the same day both end, and the case go on?
import { afterAll, beforeAll, expect, test } from 'vitest'
import { caseFacts } from '../../../db/schema/cases/cases.ts'
import type { House } from '../../api/house.ts'
import { openPersonsHouse, type PersonsCase, personsCase } from '../../own-matter/persons-case.ts'
import { told } from './party-samples.ts'

let house: House
let matter: PersonsCase
beforeAll(async () => {
  house = await openPersonsHouse()
  matter = await personsCase(house)
})
afterAll(() => house?.close())

test('the same period of two persons, due at the same instant, is warned of and ends for each', async () => {
  for (const tag of ['PA', 'PB'] as const) {
    await matter.does('zhou', tag, 'notify-party', { ...told, fine: 8_000 })
    await matter.does('lin', tag, 'serve-party-notice')
  }
  await house.clock.setNow('2026-03-06T01:00:00.000Z')
  await matter.issued()
  const facts = await house.db.select().from(caseFacts)
  const expired = facts.filter(({ type, data }) => type === 'expired' && data.item !== undefined)
  const fired = facts.filter(({ type }) => type === 'escalation')
  expect([expired.length, fired.length]).toEqual([2, 4])
})
