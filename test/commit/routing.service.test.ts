// To whom does a decision give the tasks that it opens?
import { randomUUID } from 'node:crypto'
import { eq } from 'drizzle-orm'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { assignTasks } from '../../commit/routing.ts'
import { appointments } from '../../db/schema/organisation/organisation.ts'
import { routingTurns, vacancies } from '../../db/schema/organisation/routing.ts'
import { keepRule } from '../../db/tasks/routing.ts'
import { counter } from '../support/processes/counter.ts'
import { decisionContextAt } from '../support/walks/walk.ts'
import { began, type Counting, openCounting } from './counting.ts'

let opened: Counting
beforeAll(async () => {
  opened = await openCounting()
})
afterAll(() => opened?.close())

const inspectors = '330802-bureau/inspector'
const chiefs = '330802-bureau/section-chief'
const taskOf = async (caseId: string) =>
  Object.values((await opened.record(caseId)).openTasks).at(0)

test('a task goes to whom the rule of its post names, the turn is counted, and later acts leave it there', async () => {
  const rule = randomUUID()
  await keepRule(opened.db, {
    id: rule,
    bodyHash: 'x',
    grp: inspectors,
    process: 'counter',
    region: null,
    field: null,
    value: null,
    way: 'person',
    person: 'wu',
    since: began,
    until: '2026-03-02T01:00:00.000Z',
    order: null,
    reason: '指定',
    by: 'lin',
    byName: '林检查',
    at: began,
  })
  const caseId = await opened.begin()
  expect((await taskOf(caseId))?.assignee).toMatchObject({ id: 'wu', name: '吴检查' })
  const turns = () => opened.db.select().from(routingTurns).where(eq(routingTurns.rule, rule))
  expect(await turns()).toEqual([{ rule, person: 'wu', turn: 1 }])
  await opened.give(caseId, 'add', { n: 1 }, { who: 'wu' })
  expect(await turns()).toEqual([{ rule, person: 'wu', turn: 1 }])
  opened.clock.at = '2026-03-02T01:00:00.000Z'
  const later = randomUUID()
  await opened.give(later, 'start', { region: '330802', date: '2026-03-10' })
  expect((await taskOf(later))?.assignee).toBe(null)
})

test('a task whose post nobody holds goes up as well, and the post is kept as empty since then', async () => {
  opened.clock.at = '2026-03-03T01:00:00.000Z'
  const caseId = randomUUID()
  await opened.give(caseId, 'start', { region: '330802', date: '2026-03-10' })
  const holding = eq(appointments.role, 'section-chief')
  await opened.db.update(appointments).set({ until: opened.clock.at }).where(holding)
  await opened.give(caseId, 'finish')
  expect((await taskOf(caseId))?.climbed).toMatchObject({ why: expect.anything() })
  expect(await opened.db.select().from(vacancies)).toMatchObject([
    { grp: chiefs, since: opened.clock.at, cause: 'task' },
  ])
})

test('nothing is asked of the database where a decision opens no task', async () => {
  const record = await opened.record(await opened.begin())
  const turn = { process: counter, record, decisionContext: decisionContextAt(began) }
  const draft = { record: { ...record, revision: 2 }, facts: [], effects: [] } as never
  expect(await assignTasks({ tx: null as never, ...turn }, draft)).toBe(draft)
})
