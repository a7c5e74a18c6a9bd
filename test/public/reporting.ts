// Which house do the tests of public reports use?
import { afterAll, beforeAll } from 'vitest'
import { type House, openHouse } from '../api/house.ts'
import { asPublic } from './telling.ts'

export let house: House
export let people: ReturnType<typeof asPublic>
/** Called at the head of each file of tests, which gets one of its own. */
export const useReportingHouse = (): void => {
  beforeAll(async () => {
    house = await openHouse({ demo: false, behindProxy: true })
    people = asPublic(house)
    await house.clock.setNow('2026-03-02T01:00:00.000Z')
  })
  afterAll(() => house.close())
}
