// Who may not say that he comes by the yearly plan, although no plan has named the visit?
import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { refuseOutsidePlan } from '../../commit/outside-plan.ts'
import { yearPlanSteps, yearPlans } from '../../db/schema/planning/year-plans.ts'
import { DomainError } from '../../domain/language/errors.ts'
import { openStore, type Store } from '../db/cases/stored.ts'
import { actor } from '../support/people/cast.ts'
import { counter } from '../support/processes/counter.ts'

let opened: Store
beforeAll(async () => {
  opened = await openStore()
})
afterAll(() => opened?.close())

/** A process whose visits the plans of this year and bureau foresee. */
const plannedBy = async (
  year: number,
  region: '330802' | '330800' | '330881' = '330802',
  approved = true,
) => {
  const [id, plan] = [`visiting-${randomUUID()}`, randomUUID()]
  const made = { by: 'lin', byName: '林检查', at: '2026-01-02T01:00:00.000Z' }
  await opened.db.insert(yearPlans).values({
    ...made,
    id: plan,
    bodyHash: 'x',
    process: id,
    region,
    year,
    version: 1,
    name: 'x',
    reason: '',
    head: {} as never,
    sha256: 'x',
  })
  const step = { plan, madeBy: 'lin', seq: 1, once: 'approved', data: {} as never }
  if (approved)
    await opened.db.insert(yearPlanSteps).values({ ...step, ...made, by: 'gao', kind: 'approved' })
  const yearPlan = {
    claims: ({ ground }: Record<string, unknown>) => ground === 'plan',
    counted: { day: 'plannedOn' },
  }
  return { ...counter, id, start: { ...counter.start, yearPlan } } as never
}
const planned = { ground: 'plan', plannedOn: '2026-06-01' }
const visited = (
  process: never,
  data: object = planned,
  { who = 'lin', region = '330802', at = '2026-03-01T01:00:00.000Z' } = {},
) =>
  opened.db.transaction((tx) =>
    refuseOutsidePlan(tx as never, process, { data: data as never, at, by: actor(who) }, region),
  )

test('who says so is refused where his bureau has signed a plan of that year, and told at the ground that he gave', async () => {
  const refusal = await visited(await plannedBy(2026)).catch((error: unknown) => error)
  expect(refusal).toBeInstanceOf(DomainError)
  expect(refusal).toMatchObject({
    code: 'invalid-input',
    reasons: [{ zh: expect.stringContaining('计划已经局内审签') }],
    details: { fields: { ground: { zh: expect.stringContaining('计划已经局内审签') } } },
  })
})

test('who gives another ground is not, nor is anybody whose process has no plans', async () => {
  const process = await plannedBy(2026)
  expect(await visited(process, { ...planned, ground: 'report' })).toBe(undefined)
  expect(await visited(counter as never)).toBe(undefined)
})

test.each([
  ['of another year', 2027, '330802', true],
  ['that nobody has approved', 2026, '330802', false],
  ['of another bureau', 2026, '330881', true],
  ['of a bureau above that is not his own', 2026, '330800', true],
] as const)('a plan %s stands in nobody’s way', async (_, year, region, approved) => {
  expect(await visited(await plannedBy(year, region, approved))).toBe(undefined)
})

test('a bureau above goes by its own plan at a place of its county', async () => {
  const [own, county] = [await plannedBy(2026, '330800'), await plannedBy(2026)]
  await expect(visited(own, planned, { who: 'hao' })).rejects.toThrow(DomainError)
  expect(await visited(county, planned, { who: 'hao' })).toBe(undefined)
})

test('of several posts one of the bureau is enough', async () => {
  const lin = actor('lin')
  const elsewhere = actor('jiang').appointments
  const by = { ...lin, appointments: [...elsewhere, ...lin.appointments] }
  const process = await plannedBy(2026)
  const asked = { data: planned, at: '2026-03-01T01:00:00.000Z', by }
  const visit = opened.db.transaction((tx) =>
    refuseOutsidePlan(tx as never, process, asked, '330802'),
  )
  await expect(visit).rejects.toThrow(DomainError)
})

test('where the day of the visit is said it is the plan of its year that counts', async () => {
  const process = await plannedBy(2027)
  const inJanuary = { ground: 'plan', plannedOn: '2027-01-05' }
  await expect(visited(process, inJanuary)).rejects.toThrow(DomainError)
})

test('where no day is said the year is that of the act, in Beijing', async () => {
  const process = await plannedBy(2027)
  const newYear = { at: '2026-12-31T16:00:00.000Z' }
  await expect(visited(process, { ground: 'plan' }, newYear)).rejects.toThrow(DomainError)
  const before = { at: '2026-12-31T15:59:59.999Z' }
  expect(await visited(process, { ground: 'plan' }, before)).toBe(undefined)
})

test('a place that is no region, and who is no person, are nothing that a plan speaks of', async () => {
  const process = await plannedBy(2026)
  expect(await visited(process, planned, { region: 'nowhere' })).toBe(undefined)
  const by = { kind: 'public', id: 'x' } as const
  const at = '2026-03-01T01:00:00.000Z'
  const asked = { data: planned, at, by }
  expect(await refuseOutsidePlan(null as never, process, asked, '330802')).toBe(undefined)
})
