// What waits in the offices of a chief, with whom, how urgent is it, and who can still work it?
import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { decodeCursor } from '../../../db/keyset.ts'
import { tasks } from '../../../db/schema/cases/cases.ts'
import { groupsOfOffices, readLoads, readMembers, readTeam } from '../../../db/tasks/team-reads.ts'
import { later } from '../../../domain/time/instant.ts'
import { before, chief, long, now, type Orders, office, openOrders } from './ordering.ts'
import { caseIn, settleOwner, taskIn } from './waiting.ts'

let opened: Orders
beforeAll(async () => {
  opened = await openOrders()
})
afterAll(() => opened?.close())
beforeEach(() => opened.db.delete(tasks))

const [soon, next] = [later(now, 10_000), later(now, 20_000)]
const inspectors = `${office}/inspector`
const other = '330802-window'
const loads = (offices = [office]) => readLoads(opened.db, offices, { at: now, soon, next })
const loadOf = async (holder: string | null, group: string | null = null) =>
  (await loads()).find((one) => one.holder === holder && one.group === group)
const task = (more: Parameters<typeof taskIn>[1] = {}) => taskIn(opened.db, more)
const page = (more: Partial<Parameters<typeof readTeam>[1]> = {}) =>
  readTeam(opened.db, { offices: [office], holder: null, at: now, after: null, limit: 50, ...more })
const idsOf = async (holder: string | null, offices = [office]) =>
  (await page({ holder, offices })).rows.map(({ taskId }) => taskId)
const inspector = () => opened.somebody([{ role: 'inspector' }])

describe('the load of somebody', () => {
  test('is counted by legal ends, each bound belonging to what ends with it', async () => {
    const assignee = await inspector()
    for (const dueAt of [before, now, later(now, 1), soon, later(soon, 1), next, later(next, 1)])
      await task({ assignee, assigneeName: '甲', dueAt })
    expect(await loads()).toEqual([
      {
        holder: assignee,
        name: '甲',
        group: null,
        open: 7,
        overdue: 2,
        soon: 2,
        next: 2,
        later: 1,
        stray: 0,
        shared: 0,
      },
    ])
  })
  test('counts a task that lies with two posts once, and none that is closed or lies in another office', async () => {
    const assignee = await inspector()
    await task({ assignee, groups: [inspectors, chief] })
    await task({ assignee, open: false })
    await task({ assignee, groups: [`${other}/inspector`] })
    expect(await loads()).toMatchObject([{ holder: assignee, open: 1, shared: 0 }])
    expect((await loads([office, other]))[0]).toMatchObject({ open: 2 })
    expect(await loads([])).toEqual([])
  })
  test('is stray where he has left, and not where one post of his that may work it is in force', async () => {
    const of = async (posts: Parameters<Orders['somebody']>[0], active = true) => {
      const assignee = await opened.somebody(posts, active)
      await task({ assignee, groups: [inspectors, chief] })
      return (await loadOf(assignee))?.stray
    }
    expect(await of([{ role: 'inspector', since: now }])).toBe(0)
    expect(await of([{ role: 'section-chief', until: later(now, 1) }])).toBe(0)
    expect(await of([{ role: 'inspector', since: later(now, 1) }])).toBe(1)
    expect(await of([{ role: 'inspector', until: now }])).toBe(1)
    expect(await of([{ role: 'leader' }])).toBe(1)
    expect(await of([{ role: 'inspector', office: other }])).toBe(1)
    expect(await of([{ role: 'inspector' }], false)).toBe(1)
  })
})

test('what nobody has claimed is counted once in all, and for each post that may claim it; shared is what two may', async () => {
  await task({ dueAt: before })
  await task({ groups: [inspectors, chief], dueAt: soon })
  await task({ groups: [inspectors, `${other}/inspector`], dueAt: later(next, 1) })
  await task({ groups: [inspectors], open: false })
  await task({ groups: [inspectors], assignee: await inspector() })
  expect(await loadOf(null)).toMatchObject({ name: null, open: 3, overdue: 1, soon: 1, later: 1 })
  expect(await loadOf(null)).toMatchObject({ stray: 0, shared: 0 })
  expect(await loadOf(null, inspectors)).toMatchObject({ open: 3, overdue: 1, shared: 1, stray: 0 })
  expect(await loadOf(null, chief)).toMatchObject({ open: 1, soon: 1, shared: 1 })
  expect(await loadOf(null, `${other}/inspector`)).toBeUndefined()
  expect(await loads()).toHaveLength(4)
})

test('members are who holds a post of the offices now, by person, each post for itself', async () => {
  const [here, there] = [`o-${randomUUID()}`, `o-${randomUUID()}`]
  const post = (role: string, more = {}) => ({ role, office: here, ...more })
  const people = [
    await opened.somebody([
      post('leader', { since: now }),
      post('clerk', { office: there }),
      post('inspector', { until: later(now, 1) }),
    ]),
    await opened.somebody([post('clerk')]),
  ]
  await opened.somebody([post('inspector', { until: now })])
  await opened.somebody([post('inspector', { since: later(now, 1) })])
  await opened.somebody([post('inspector')], false)
  await opened.somebody([{ role: 'inspector' }])
  const [first, second] = people.map((id) => ({ id, name: `甲${id}` }))
  const rows = [
    { ...first, office: there, role: 'clerk' },
    { ...first, office: here, role: 'inspector' },
    { ...first, office: here, role: 'leader' },
    { ...second, office: here, role: 'clerk' },
  ]
  const found = await readMembers(opened.db, [here, there], now)
  expect(found).toEqual(rows.sort((a, b) => (keyOf(a) < keyOf(b) ? -1 : 1)))
  expect(await readMembers(opened.db, [here], now)).toHaveLength(3)
  expect(await readMembers(opened.db, [], now)).toEqual([])
})
const keyOf = (one: { id?: string | undefined; office: string; role: string }) =>
  [one.id, one.office, one.role].join(' ')

describe('the queue of offices', () => {
  test('holds each of their open tasks once, the first legal end first, in pages that neither overlap nor leave out', async () => {
    const ends = [3, 1, 2, 1, 5]
    const made = await Promise.all(
      ends.map((n) =>
        task({ id: `t-${n}-${Math.random()}`, dueAt: later(now, n), groups: [inspectors, chief] }),
      ),
    )
    await task({ open: false })
    await task({ groups: [`${other}/inspector`] })
    const seen: (string | null)[] = []
    for (let cursor: string | null = ''; cursor !== null; ) {
      const found = await page({ limit: 2, after: decodeCursor(cursor) })
      expect([found.total, found.rows.length <= 2]).toEqual([5, true])
      seen.push(...found.rows.map(({ taskId }) => taskId))
      cursor = found.cursor
    }
    expect(seen).toEqual(made.toSorted())
    expect(await idsOf(null, [other])).toHaveLength(1)
    expect(await page({ offices: [] })).toEqual({ rows: [], total: 0, cursor: null })
  })
  test('is narrowed to a holder, to what nobody has, to what one post may claim of it, and to what is stray', async () => {
    const [assignee, gone] = [await inspector(), await opened.somebody([])]
    const held = await task({ assignee, groups: [inspectors, chief] })
    const stray = await task({ assignee: gone })
    const free = await task({ dueAt: now })
    const shared = await task({ groups: [inspectors, chief], dueAt: soon })
    expect(await idsOf(assignee)).toEqual([held])
    expect(await idsOf('none')).toEqual([free, shared])
    expect(await idsOf(`group:${chief}`)).toEqual([shared])
    expect(await idsOf(`group:${inspectors}`)).toEqual([free, shared])
    expect(await idsOf(`group:${office}/leader`)).toEqual([])
    expect(await idsOf('stray')).toEqual([stray])
    expect(await idsOf('p-nobody')).toEqual([])
    expect(await idsOf(chief)).toEqual([])
    expect(await idsOf(null)).toHaveLength(4)
  })
  test('says of each task who has it, whether he can work it, since when it is open, and of which case and enterprise it is', async () => {
    await settleOwner(opened.db)
    const caseId = await caseIn(opened.db, { owner: 'e-1', level: 2 })
    const assignee = await inspector()
    const taskId = await task({ caseId, assignee, assigneeName: '甲', seen: true, dueAt: now })
    await task({ caseId, assignee: 'p-gone', dueAt: soon })
    const { rows } = await page()
    expect(rows[0]).toMatchObject({
      taskId,
      task: 'verify',
      assignee: '甲',
      assigneeId: assignee,
      workable: true,
      unread: false,
      openedAt: long,
      enterprise: '衢州试验化工',
      level: 2,
      record: { id: caseId },
      forms: null,
    })
    expect(rows[1]).toMatchObject({ assigneeId: 'p-gone', workable: false, unread: true })
  })
})

test('an office has one inbox for each role there is', () => {
  const groups = groupsOfOffices([office, other])
  expect(groups).toEqual(expect.arrayContaining([inspectors, chief, `${other}/clerk`]))
  expect(groups.filter((one) => one.startsWith(`${other}/`))).toHaveLength(groups.length / 2)
})
