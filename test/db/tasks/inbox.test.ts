// What lies in whose boxes: of his own, of those he stands in for, and of what he is asked to sign?
import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { cases, taskPeople, tasks } from '../../../db/schema/cases/cases.ts'
import { caseItems } from '../../../db/schema/cases/items.ts'
import { countInbox, readInbox } from '../../../db/tasks/inbox-reads.ts'
import type { CaseRecord } from '../../../domain/model/record.ts'
import type { Appointment, Person } from '../../../domain/organisation/actor.ts'
import { later } from '../../../domain/time/instant.ts'
import type { InboxBox } from '../../../domain/views/case-views.ts'
import { after, before, chief, long, now, type Orders, office, openOrders } from './ordering.ts'
import { caseIn, taskIn } from './waiting.ts'

let opened: Orders
beforeAll(async () => {
  opened = await openOrders()
})
afterAll(() => opened?.close())
beforeEach(async () => {
  for (const table of [tasks, taskPeople, cases]) await opened.db.delete(table)
})

const inspectors = `${office}/inspector`
const ofEnterprise = 'enterprise:e-1'
const safety = `${ofEnterprise}/enterprise-safety`
const held = (role: string, at = office, absent?: string): Appointment => ({
  office: at,
  region: '330802',
  role: role as never,
  ...(absent === undefined ? {} : { onBehalfOf: { id: absent, name: '乙', order: '1号' } }),
})
const person = (id: string, ...appointments: Appointment[]): Person => ({
  kind: 'person',
  id,
  name: '甲',
  enterprise: null,
  appointments,
})
const inspector = person('lin', held('inspector'))
const standIn = person('lin', held('inspector'), held('section-chief', office, 'chen'))

const task = (more: Parameters<typeof taskIn>[1] = {}) => taskIn(opened.db, more)
type Hand = (typeof taskPeople.$inferSelect)['why']
const hand = (taskId: string, of: string, why: Hand, at = now, caseId = 'c-0') =>
  opened.db.insert(taskPeople).values({ taskId, caseId, person: of, why, at })
const read = (by: Person, box: InboxBox, process: string | null = null) =>
  readInbox(opened.db, by, { box, process, after: null, limit: 50 })
const idsOf = async (by: Person, box: InboxBox, process: string | null = null) =>
  (await read(by, box, process)).rows.map(({ taskId }) => taskId)
const boxesOf = async (by: Person) => [await idsOf(by, 'todo'), await idsOf(by, 'pool')]

describe('what nobody has claimed', () => {
  test('is for the people of an office to claim, and for those of an enterprise theirs to do at once', async () => {
    const [ours, theirs] = [await task(), await task({ groups: [safety] })]
    const clerk = person('qi', held('enterprise-safety', ofEnterprise))
    expect(await boxesOf(inspector)).toEqual([[], [ours]])
    expect(await boxesOf(clerk)).toEqual([[theirs], []])
    expect(await boxesOf(person('lin', held('leader')))).toEqual([[], []])
    await hand(theirs, 'qi', 'signed')
    expect(await boxesOf(clerk)).toEqual([[], []])
  })
  test('is no more to claim once a colleague has signed it: then it waits for the others of the post, and for no other post', async () => {
    const id = await task({ dueAt: now })
    await hand(id, 'wu', 'signed')
    expect(await boxesOf(inspector)).toEqual([[id], []])
    expect(await boxesOf(person('wu', held('inspector')))).toEqual([[], []])
    expect(await boxesOf(person('chen', held('section-chief')))).toEqual([[], []])
  })
  test('is no more to claim for whoever is asked in particular, and still for his colleagues', async () => {
    const id = await task()
    await hand(id, 'lin', 'asked')
    expect(await boxesOf(inspector)).toEqual([[id], []])
    expect(await boxesOf(person('wu', held('inspector')))).toEqual([[], [id]])
  })
})

describe('somebody who stands in', () => {
  test('has to do what the absent one holds for the post that he stands in for, and not what that one holds for another', async () => {
    const [his, forChief] = [
      await task({ assignee: 'lin', dueAt: after }),
      await task({ assignee: 'chen', groups: [chief, inspectors], dueAt: before }),
    ]
    await task({ assignee: 'chen', groups: [`${office}/leader`] })
    await task({ assignee: 'wu', groups: [chief] })
    await task({ assignee: 'chen', groups: [chief], open: false })
    expect(await idsOf(standIn, 'todo')).toEqual([forChief, his])
    expect(await idsOf(inspector, 'todo')).toEqual([his])
  })
  test('is asked where the absent one is asked by name, or by the post', async () => {
    const [byName, byPost, ofOthers] = [
      await task({ groups: [`${office}/leader`], dueAt: before }),
      await task({ groups: [`${office}/leader`] }),
      await task({ groups: [`${office}/leader`] }),
    ]
    await hand(byName, 'chen', 'asked')
    await hand(byPost, chief, 'asked')
    await hand(ofOthers, 'wu', 'asked')
    expect(await idsOf(standIn, 'todo')).toEqual([byName, byPost])
    expect(await idsOf(inspector, 'todo')).toEqual([])
  })
  test('finds a task once that is his by several reasons, and counts it once', async () => {
    const id = await task({ assignee: 'chen', groups: [chief, inspectors] })
    await hand(id, 'wu', 'signed')
    await hand(id, 'lin', 'asked')
    await hand(id, 'chen', 'asked')
    expect(await idsOf(standIn, 'todo')).toEqual([id])
    expect((await countInbox(opened.db, standIn)).todo).toBe(1)
  })
})

test('who is asked finds the task once among what is to do, however he has it', async () => {
  const [his, shared, free] = [
    await task({ assignee: 'lin', dueAt: before }),
    await task({ assignee: 'wu', dueAt: now }),
    await task({ groups: [safety], dueAt: after }),
  ]
  for (const id of [his, shared, free]) await hand(id, 'lin', 'asked')
  await hand(shared, 'wu', 'signed')
  const both = person('lin', held('inspector'), held('enterprise-safety', ofEnterprise))
  expect(await idsOf(both, 'todo')).toEqual([his, shared, free])
  await hand(his, 'lin', 'signed')
  expect(await idsOf(both, 'todo')).toEqual([shared, free])
})

describe('what is past', () => {
  test('is of each case what he did, signed or was heard in last, the newest case first', async () => {
    const closed = (caseId: string, closedAt: string, more = {}) =>
      task({ caseId, open: false, closedAt, doneBy: 'lin', ...more })
    await closed('c-1', before)
    const last = await closed('c-1', now)
    const heard = await closed('c-2', after, { doneBy: 'wu' })
    await hand(heard, 'lin', 'heard', now, 'c-2')
    const signed = await task({ caseId: 'c-3', openedAt: before, process: 'hazchem-licence' })
    await hand(signed, 'lin', 'signed', now, 'c-3')
    const copied = await closed('c-4', now, { doneBy: 'wu' })
    await hand(copied, 'lin', 'copied', now, 'c-4')
    expect(await idsOf(inspector, 'done')).toEqual([heard, last, signed])
    expect(await idsOf(inspector, 'done', 'hazchem-licence')).toEqual([signed])
    expect(await idsOf(person('chen', held('section-chief')), 'done')).toEqual([])
  })
  test('of copies stands by when each was sent, the newest first, unread no more', async () => {
    const [first, second] = [await task({ groups: [inspectors, chief] }), await task()]
    await hand(first, 'lin', 'copied', before)
    await hand(second, 'lin', 'copied', now)
    expect(await idsOf(inspector, 'cc')).toEqual([second, first])
    expect((await read(inspector, 'cc')).rows.map(({ unread }) => unread)).toEqual([false, false])
    expect(await idsOf(inspector, 'cc', 'hazchem-licence')).toEqual([])
  })
})

test('the cases that somebody began stand by when, the newest first, each without a task', async () => {
  const [first, second] = [
    await caseIn(opened.db, { startedBy: 'lin', openedAt: before, level: 2 }),
    await caseIn(opened.db, { startedBy: 'lin', openedAt: now, process: 'hazchem-licence' }),
  ]
  await caseIn(opened.db, { startedBy: 'wu' })
  const { rows, total } = await read(inspector, 'mine')
  expect(total).toBe(2)
  expect(rows).toMatchObject([
    { record: { id: second }, openedAt: now, level: null, taskId: null, unread: false },
    { record: { id: first }, openedAt: before, level: 2, taskId: null, unread: false },
  ])
  const one = await read(inspector, 'mine', 'hazchem-licence')
  expect(one.rows.map(({ record }) => record.id)).toEqual([second])
})

test('a row says what was said in the forms of the item whose task it is, and of no other', async () => {
  const [caseId, taskId] = [randomUUID(), randomUUID()]
  const record = { id: caseId, openTasks: { [taskId]: { item: 4 } } } as unknown as CaseRecord
  await caseIn(opened.db, { id: caseId, record })
  const item = { caseId, kind: 'order', state: 'x', recipients: [], times: {}, revision: 1 }
  await opened.db.insert(caseItems).values(
    [3, 4].map((no) => ({
      ...item,
      no,
      nth: no,
      forms: { issue: { no } },
      openedAt: long,
      movedAt: long,
    })),
  )
  await task({ id: taskId, caseId, assignee: 'lin', assigneeName: '林检查', dueAt: before })
  await task({ caseId, assignee: 'lin', seen: true })
  const { rows } = await read(inspector, 'todo')
  expect(rows).toMatchObject([
    { taskId, forms: { issue: { no: 4 } }, assignee: '林检查', unread: true, openedAt: long },
    { forms: null, assignee: null, unread: false },
  ])
})

test('the counts are those of each box, and nothing where nothing lies', async () => {
  expect(await countInbox(opened.db, inspector)).toEqual({
    todo: 0,
    pool: 0,
    done: 0,
    mine: 0,
    cc: 0,
  })
  await task({ assignee: 'lin' })
  await task()
  await task()
  for (const caseId of ['c-1', 'c-1', 'c-2', 'c-3'])
    await task({ caseId, open: false, closedAt: now, doneBy: 'lin' })
  for (let n = 0; n < 4; n += 1)
    await caseIn(opened.db, { startedBy: 'lin', openedAt: later(now, n) })
  for (let n = 0; n < 5; n += 1) await hand(await task({ groups: [chief] }), 'lin', 'copied')
  expect(await countInbox(opened.db, inspector)).toEqual({
    todo: 1,
    pool: 2,
    done: 3,
    mine: 4,
    cc: 5,
  })
})
