// Do people who wait for one case, one draw or one roster keep nobody from anything else?
import { afterAll, beforeAll, expect, test } from 'vitest'
import { administrativeInspection } from '../../../domain/administrative-inspection/process.ts'
import { commitmentTo } from '../../../domain/drawing/lot.ts'
import { day } from '../../administrative-inspection/samples.ts'
import { settleCertificates } from '../../enforcement-case/certificates.ts'
import { type House, hazard, openHouse, report } from '../house.ts'
import { whileHeld } from './while-held.ts'

let house: House
beforeAll(async () => {
  house = await openHouse({}, null, { 'administrative-inspection': administrativeInspection })
  await settleCertificates(house.db)
  await house.clock.setNow(`${day}T01:00:00.000Z`)
  for (const who of ['lin', 'gao', 'qi']) await house.signIn(who)
})
afterAll(() => house?.close())

const many = Array.from({ length: 20 })

const statuses = (answers: { status: number }[]) => [
  ...new Set(answers.map(({ status }) => status)),
]

test('twenty who bind themselves in one draw', async () => {
  const { body: draw } = await house.as('lin', '/api/draws', {
    json: {
      region: '330802',
      count: 1,
      answers: { title: '抽查', checklist: 'general', scope: '设备', plannedOn: '2026-03-06' },
    },
  })
  const hash = commitmentTo(draw.id, 'lin', 'a'.repeat(64))
  const answers = await whileHeld(
    house,
    'SELECT pg_advisory_xact_lock(hashtext($1))',
    [`draw ${draw.id}`],
    () => many.map(() => house.as('lin', `/api/draws/${draw.id}/commitments`, { json: { hash } })),
    () => house.as('gao', '/api/me'),
  )
  expect(statuses(answers)).toEqual([200])
})

test('twenty who act on one case: another case is acted on meanwhile', async () => {
  const id = await report(house)
  const answers = await whileHeld(
    house,
    'SELECT FROM cases WHERE id = $1 FOR UPDATE',
    [id],
    () =>
      many.map(() =>
        house.as('lin', `/api/cases/${id}/acts`, { json: { type: 'claim', data: {} } }),
      ),
    () => house.as('qi', '/api/cases/hazard-rectification', { json: { data: hazard() } }),
  )
  expect(statuses(answers)).not.toContain(500)
})
