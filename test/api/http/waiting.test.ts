// Do people who wait for one case, one draw or one roster keep nobody from anything else?
import pg from 'pg'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { administrativeInspection } from '../../../domain/administrative-inspection/process.ts'
import { commitmentTo } from '../../../domain/drawing/lot.ts'
import { day } from '../../administrative-inspection/samples.ts'
import { settleCertificates } from '../../enforcement-case/certificates.ts'
import { type House, hazard, openHouse, report } from '../house.ts'

let house: House
beforeAll(async () => {
  house = await openHouse({}, null, { 'administrative-inspection': administrativeInspection })
  await settleCertificates(house.db)
  await house.clock.setNow(`${day}T01:00:00.000Z`)
  for (const who of ['lin', 'gao', 'qi']) await house.signIn(who)
})
afterAll(() => house?.close())

const many = Array.from({ length: 20 })

/** What `asked` answers once whoever holds something has let it go; meanwhile others do what they have to do. */
const whileHeld = async <Answer>(
  hold: string,
  values: string[],
  asked: () => Promise<Answer>[],
  others: () => Promise<{ status: number }>,
): Promise<Answer[]> => {
  const { connectionString } = house.deps.connection.pool.options
  const holder = new pg.Client({ connectionString })
  await holder.connect()
  await holder.query('BEGIN')
  await holder.query(hold, values)
  const answers = asked()
  await new Promise((resolve) => setTimeout(resolve, 300))
  const soon = new Promise<string>((resolve) => setTimeout(() => resolve('not soon'), 1_500))
  const answered = await Promise.race([others().then(({ status }) => status), soon])
  await holder.end()
  const all = await Promise.all(answers)
  expect([200, 201]).toContain(answered)
  return all
}

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
