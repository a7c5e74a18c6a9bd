// Is a plan decided about by two people, and is what cannot be refused without a trace?
import { sql } from 'drizzle-orm'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { house } from '../api/change/calendar-house.ts'
import { body, makes, openPlans, post, stored } from './house.ts'

beforeAll(openPlans)
afterAll(() => house?.close())

test('whoever has worked on a plan decides nothing about it, and PostgreSQL itself refuses its maker', async () => {
  const { body: own } = await makes('both', { year: 2027 })
  expect((await post('both', `${own.id}/submission`)).status).toBe(200)
  const refused = await post('both', `${own.id}/approval`)
  expect([refused.status, JSON.stringify(refused.body)]).toEqual([
    403,
    expect.stringContaining('编制人不能审签自己的计划'),
  ])
  const { body: submitted } = await makes('lin', { year: 2027 })
  expect((await post('both', `${submitted.id}/submission`)).status).toBe(200)
  expect((await post('both', `${submitted.id}/approval`)).status).toBe(403)
  await expect(
    house.db.execute(sql`INSERT INTO year_plan_steps (plan, made_by, seq, once, kind, data, by, by_name, at)
      VALUES (${own.id}, 'both', 9, 'decided', 'approved', '{}', 'both', '双职', now())`),
  ).rejects.toThrow()
  await expect(
    house.db.execute(sql`UPDATE year_plans SET name = '改' WHERE id = ${own.id}`),
  ).rejects.toThrow()
  expect((await post('lin', `${own.id}/withdrawal`)).body.phase).toBe('withdrawn')
  expect((await post('lin', `${own.id}/withdrawal`)).status).toBe(200)
  expect((await post('gao', `${own.id}/approval`)).status).toBe(409)
})

test('what cannot be is refused with its field, and nothing is kept', async () => {
  const before = await stored()
  const wrong = [
    { year: 2020 },
    { year: 2030 },
    { year: '2026' },
    { region: '330881' },
    { classes: [{ class: 'nobody', of: [], visits: 1 }] },
    { classes: [{ class: 'trade', of: [], visits: 1 }] },
    { classes: [{ class: 'risk', of: ['9'], visits: 1 }] },
    { classes: [{ class: 'named', of: ['没有这家企业'], visits: 1 }] },
    { classes: [{ class: 'trade', of: ['化工'], visits: 13 }] },
    { classes: [...body.classes, ...body.classes] },
    { classes: [], random: [] },
    { random: [{ industry: null, percent: 0 }] },
    { random: [{ industry: null, percent: 101 }] },
    { otherDays: -1 },
    { keyVisitDays: 0 },
    { answers: { ...body.answers, checklist: 'none' } },
    { answers: { ...body.answers, scope: '' } },
    { more: 1 },
  ]
  for (const one of wrong) {
    const answer = await makes('lin', { reason: '调整', ...one })
    expect([JSON.stringify(one), [403, 422].includes(answer.status)]).toEqual([
      JSON.stringify(one),
      true,
    ])
    expect(answer.headers.get('content-type')).toContain('problem+json')
  }
  expect(await stored()).toBe(before)
})

test('the same plan sent again is the same plan, another one under its key is refused, also at the same moment', async () => {
  const under = (key: string, otherDays: number) =>
    house.as('lin', '/api/year-plans', {
      json: { ...body, year: 2027, otherDays },
      headers: { 'idempotency-key': key },
    })
  const first = await under('plan', 10)
  const again = await under('plan', 10)
  expect([again.status, again.body.id]).toEqual([201, first.body.id])
  const other = await under('plan', 11)
  expect([other.status, other.body.code]).toEqual([422, 'key-reused'])
  expect(other.headers.get('content-type')).toContain('problem+json')
  const before = await stored()
  const answered = await Promise.all([12, 13, 14, 15].map((days) => under('at-once', days)))
  expect(answered.filter(({ status }) => status === 201).length).toBe(1)
  expect(answered.filter((one) => one.body.code === 'key-reused').length).toBe(3)
  expect(await stored()).toBe(before + 1)
})

test('many who submit a plan at once wait for one another, and nobody for them all', async () => {
  const { body: made } = await makes('lin', { year: 2027 })
  const asked = Array.from({ length: 20 }, () => post('lin', `${made.id}/submission`))
  const statuses = (await Promise.all(asked)).map(({ status }) => status)
  expect([...new Set(statuses)]).toEqual([200])
})
