// Do cases of a penalty name an enterprise in a plan only once they are filed, and not when they came to nothing?
import { sql } from 'drizzle-orm'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { house } from '../api/change/calendar-house.ts'
import { makes, openPlans } from './house.ts'

beforeAll(openPlans)
afterAll(() => house?.close())

/** As the projection writes it: one state of each region of the chart. */
const states = [
  'handling.filing',
  'handling.investigating',
  'handling.closed',
  'handling.not-filed',
  'handling.withdrawn',
  'handling.not-punished',
].map((handling) => ['compulsion.none', handling, 'payment.none', 'remedy.none'].join('|'))

test('proposed, refused, withdrawn, unpunished and annulled cases make nobody a key enterprise', async () => {
  for (const [at, state] of states.entries())
    await house.db.execute(sql`
      INSERT INTO cases (id, process, chart, number, generation, revision, status, region, owner, title, search, state, record, opened_at)
      VALUES (${`past-${at}`}, 'enforcement-case', 1, ${`案${at}`}, 1, 1, 'open', '330802', ${`x-${at + 1}`}, '案', '案', ${state}, '{}', '2026-06-01T00:00:00Z')`)
  await house.db.execute(sql`
    INSERT INTO cases (id, process, chart, number, generation, revision, status, region, owner, title, search, state, record, opened_at)
    SELECT 'annulled', process, chart, '撤销', generation, revision, status, region, 'x-9', title, search, state,
      '{"snapshot":{"context":{"annulled":true}}}', opened_at FROM cases WHERE id = 'past-2'`)
  const { body: made } = await makes('lin', {
    classes: [{ class: 'past', of: ['1'], visits: 1 }],
    random: [],
  })
  const { body: rows } = await house.as('lin', `/api/year-plans/${made.id}/rows`)
  expect(rows.items.map(({ name }: { name: string }) => name)).toEqual(['企业2', '企业3'])
})
