// How is somebody ordered to stand in, in these tests?
import { afterAll, beforeAll } from 'vitest'
import { appointments } from '../../../db/schema/organisation/organisation.ts'
import { eyes } from '../../support/processes/eyes.ts'
import { type House, openHouse } from '../house.ts'

export const order = '衢应急〔2026〕5号'
export let house: House

/** Called at the head of each file of tests, which gets one of its own. */
export const useStandingInHouse = (): void => {
  beforeAll(async () => {
    house = await openHouse({}, null, { eyes })
    await house.clock.setNow('2026-03-02T01:00:00.000Z')
    const post = {
      office: '330800-administration',
      role: 'administrator' as const,
      region: '330800' as const,
    }
    await house.db
      .insert(appointments)
      .values({ person: 'yu', ...post, since: '2004-01-01T00:00:00.000Z', until: null })
  })
  afterAll(() => house.close())
}

export const grant = (who: string, more: Record<string, unknown> = {}, key?: string) =>
  house.as(who, '/api/substitutions', {
    json: {
      person: 'lin',
      substitute: 'gao',
      from: '2026-03-03',
      to: '2026-03-05',
      order,
      reason: '赴省培训',
      ...more,
    },
    headers: key ? { 'idempotency-key': key } : {},
  })
export const end = (who: string, id: string) =>
  house.as(who, `/api/substitutions/${id}/end`, { json: { reason: '提前返岗' } })
