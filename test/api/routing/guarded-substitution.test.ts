// Does a leader's post wait for a third person, whoever orders the substitution?
import { sql } from 'drizzle-orm'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { appointments } from '../../../db/schema/organisation/organisation.ts'
import { type House, openHouse } from '../house.ts'
import { agree } from './consenting.ts'

const order = '衢应急〔2026〕5号'
let house: House

beforeAll(async () => {
  house = await openHouse()
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

const grant = (who: string, wanted: Record<string, unknown>) =>
  house.as(who, '/api/substitutions', { json: { order, reason: '赴省培训', ...wanted } })

test('promise (secrecy): a leader’s post goes to nobody before the two and a third person have consented, whoever orders it', async () => {
  const gives = { person: 'gao', substitute: 'chen', from: '2026-03-20', to: '2026-03-21' }
  expect((await grant('chen', gives)).status).toBe(403)
  const { body } = await grant('yu', gives)
  expect(body.waitsFor.map(({ side }: { side: string }) => side)).toEqual([
    'giving',
    'taking',
    'confirming',
  ])
  await house.as('chen', `/api/substitutions/${body.id}/agree`, { method: 'POST' })
  const more = await house.as('gao', `/api/substitutions/${body.id}/agree`, { method: 'POST' })
  expect(more.body).toMatchObject({ status: 'waiting', waitsFor: [{ side: 'confirming' }] })
  for (const who of ['gao', 'chen', 'yu']) {
    const refused = await house.as(who, `/api/substitutions/${body.id}/agree`, { method: 'POST' })
    expect([who, refused.status]).toEqual([who, 403])
  }
  expect(
    (await house.as('lin', `/api/substitutions/${body.id}/agree`, { method: 'POST' })).status,
  ).toBe(404)
  expect((await house.as('shi', '/api/substitutions')).body.items[0]).toMatchObject({
    id: body.id,
    mayAgree: { zh: '第三方复核' },
  })
  await agree(house, body.id, 'shi')
  await expect(house.db.execute(sql`DELETE FROM substitution_consents`)).rejects.toThrow()
})
