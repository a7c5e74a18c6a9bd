// Which posts stand empty that somebody needs, since when, and until when?
import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { tasks } from '../../../db/schema/cases/cases.ts'
import { enterprises } from '../../../db/schema/organisation/organisation.ts'
import { vacancies } from '../../../db/schema/organisation/routing.ts'
import {
  closeFilled,
  openVacancies,
  readEmptyPosts,
  readVacancies,
} from '../../../db/tasks/vacancies.ts'
import { later } from '../../../domain/time/instant.ts'
import { after, before, now, type Orders, openOrders } from './ordering.ts'
import { taskIn } from './waiting.ts'

let opened: Orders
beforeAll(async () => {
  opened = await openOrders()
})
afterAll(() => opened?.close())
beforeEach(async () => {
  await opened.db.delete(tasks)
  await opened.db.delete(vacancies)
})

/** An office of the county that no other test knows. */
const newOffice = () => `330802-${randomUUID()}`
const open = (groups: string[], at = now) => openVacancies(opened.db, groups, { cause: 'act', at })
const stand = async (regions = ['330802']) =>
  (await readVacancies(opened.db, regions)).map(({ group }) => group)
const emptyIn = async (office: string, at = now) =>
  (await readEmptyPosts(opened.db, at))
    .filter(({ group }) => group.startsWith(office))
    .map(({ group, stuck }) => [group.slice(office.length + 1), stuck])

test('an alarm opens for a post that nobody active holds at that moment, with its region, its moment and its cause', async () => {
  const office = newOffice()
  const post = (role: string, more = {}) => ({ role, office, ...more })
  await opened.somebody([
    post('leader', { since: now }),
    post('reviewer', { until: now }),
    post('clerk', { since: later(now, 1) }),
  ])
  await opened.somebody([post('inspector')], false)
  const roles = ['leader', 'reviewer', 'clerk', 'inspector', 'supervisor']
  await open(roles.map((role) => `${office}/${role}`))
  const found = await readVacancies(opened.db, ['330802'])
  expect(found).toEqual(
    ['clerk', 'inspector', 'reviewer', 'supervisor'].map((role) => ({
      group: `${office}/${role}`,
      region: '330802',
      since: now,
      cause: 'act',
    })),
  )
})

test('an alarm of an enterprise lies in the region of the enterprise', async () => {
  const id = `e-${randomUUID()}`
  const fixed = { code: id, name: 'x', pinyin: 'x', industry: 'x', address: 'x', principal: 'x' }
  await opened.db.insert(enterprises).values({ id, region: '330881', ...fixed })
  const group = `enterprise:${id}/enterprise-safety`
  await open([group])
  expect([await stand(['330881']), await stand()]).toEqual([[group], []])
})

test('an alarm that is open already stays as it was, and of none nothing is opened', async () => {
  const group = `${newOffice()}/leader`
  await open([group], before)
  await open([group], now)
  await open([], now)
  const found = await readVacancies(opened.db, ['330802'])
  expect(found).toMatchObject([{ group, since: before }])
})

test('open alarms come by since when the posts stand empty, then by name, of the regions asked for', async () => {
  const [first, second] = [newOffice(), newOffice()].toSorted()
  await open([`${second}/leader`, `${first}/leader`], now)
  await open([`${second}/clerk`], before)
  await open(['330881-bureau/leader'], before)
  expect(await stand()).toEqual([`${second}/clerk`, `${first}/leader`, `${second}/leader`])
  expect(await stand(['330881', '330802'])).toHaveLength(4)
  expect(await stand([])).toEqual([])
})

test('an alarm closes when somebody holds the post, or when nobody ever did and nothing waits for it any more', async () => {
  const office = newOffice()
  const group = (role: string) => `${office}/${role}`
  const roles = ['leader', 'reviewer', 'clerk', 'inspector']
  await opened.somebody([{ role: 'reviewer', office, until: before }])
  await taskIn(opened.db, { groups: [group('clerk')] })
  await taskIn(opened.db, { groups: [group('inspector')], open: false })
  await open(roles.map(group))
  await opened.somebody([{ role: 'leader', office, since: after }])
  await closeFilled(opened.db, now)
  expect(await stand()).toEqual(['clerk', 'reviewer'].map(group))
  await opened.somebody([{ role: 'reviewer', office, since: now }])
  await closeFilled(opened.db, after)
  expect(await stand()).toEqual([group('clerk')])
  const kept = await opened.db.select().from(vacancies)
  expect(kept.find(({ grp }) => grp === group('inspector'))?.filledAt).toBe(now)
  expect(kept.find(({ grp }) => grp === group('reviewer'))?.filledAt).toBe(after)
})

test('a post that was emptied is told, as stuck where a task lies with it and with nobody who is there', async () => {
  const office = newOffice()
  const group = (role: string) => `${office}/${role}`
  await opened.somebody([
    { role: 'leader', office, until: now },
    { role: 'reviewer', office, until: now },
    { role: 'clerk', office },
    { role: 'supervisor', office, since: before, until: before },
  ])
  await taskIn(opened.db, { groups: [group('leader'), group('inspector')] })
  await taskIn(opened.db, { groups: [group('reviewer'), group('clerk')] })
  await taskIn(opened.db, { groups: [group('commander')], open: false })
  expect(await emptyIn(office)).toEqual([
    ['inspector', true],
    ['leader', true],
    ['reviewer', false],
  ])
  expect(await emptyIn(office, later(now, -1))).toEqual([])
})

test('a post of an enterprise is told only where a task is stuck with it', async () => {
  const office = `enterprise:${randomUUID()}`
  await opened.somebody([{ role: 'enterprise-safety', office, until: before }])
  expect(await emptyIn(office)).toEqual([])
  await taskIn(opened.db, { groups: [`${office}/enterprise-safety`] })
  expect(await emptyIn(office)).toEqual([['enterprise-safety', true]])
})
