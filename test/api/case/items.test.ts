// Are the many things of a case read, worked and refused over HTTP, each by those whom it concerns?
import { and, eq } from 'drizzle-orm'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { ItemView } from '../../../contract/case/items.ts'
import type { InboxRow } from '../../../contract/case/lists.ts'
import { obligations, tasks } from '../../../db/schema/cases/cases.ts'
import { caseItems } from '../../../db/schema/cases/items.ts'
import { slips } from '../../support/processes/slips.ts'
import { type House, openHouse } from '../house.ts'

let house: House
beforeAll(async () => {
  house = await openHouse({}, null, { slips })
})
afterAll(() => house.close())

const until = '2030-03-09T02:00:00.000Z'
const act = (
  who: string,
  id: string,
  type: string,
  data: Record<string, unknown> = {},
  taskId?: string,
) =>
  house.as(who, `/api/cases/${id}/acts`, {
    json: { type, data, ...(taskId ? { taskId } : {}) },
  })
const open = async (...to: string[]): Promise<string> => {
  const { body } = await house.as('lin', '/api/cases/slips', {
    json: { data: { region: '330802', date: '2030-03-10' } },
  })
  for (const one of to)
    expect((await act('lin', body.id, 'hand-out', { to: one, until })).status).toBe(200)
  return body.id
}
const itemsOf = async (who: string, id: string): Promise<ItemView[]> =>
  (await house.as(who, `/api/cases/${id}/items`)).body.items
const box = async (who: string, id: string): Promise<InboxRow[]> => {
  const { body } = await house.as(who, '/api/inbox?box=pool&limit=50')
  return body.items.filter(({ caseId }: InboxRow) => caseId === id)
}

test('an item stands in the inbox of whom it is addressed to, with its own end, and on the page of the case', async () => {
  const id = await open('chiefs', 'counters')
  expect((await box('chen', id)).map(({ taskId }) => taskId)).toEqual([`${id}:slip:1`])
  const [first, second] = await itemsOf('chen', id)
  expect(first).toMatchObject({
    no: 2,
    title: { zh: '纸条第1号' },
    stateWords: { zh: '已发出' },
    dueAt: until,
    endedAt: null,
    late: false,
    recipients: [{ zh: expect.stringContaining('科长') }],
  })
  expect(first?.acts.filter(({ kind }) => kind === 'event').map(({ type }) => type)).toEqual([
    'stamp',
  ])
  expect(second?.acts.map(({ type }) => type)).toEqual(['urge'])
  const { body } = await house.as('chen', `/api/cases/${id}`)
  expect(body.itemKinds).toEqual(['slip'])
  expect(new Set(body.tasks.map(({ task }: { task: string }) => task))).toEqual(
    new Set(['count', 'slip']),
  )
})

test('the head of a case says the same next end as the list, also when it is the end of an item', async () => {
  const id = await open('chiefs')
  const { body } = await house.as('chen', '/api/cases?limit=50')
  const listed = body.items.find((one: { id: string }) => one.id === id)
  expect(listed.due.at).toBe(until)
  expect((await house.as('chen', `/api/cases/${id}`)).body.due.at).toBe(until)
})

test('in the inbox each says what it is about, and shows its own end and no other', async () => {
  const id = await open('chiefs')
  const later = '2030-03-09T06:00:00.000Z'
  await act('lin', id, 'hand-out', { to: 'chiefs', until: later })
  const rows = await box('chen', id)
  expect(rows.map(({ task, due }) => [task?.zh.split('（')[0], due?.at]).sort()).toEqual([
    ['chiefs', until],
    ['chiefs', later],
  ])
})

test('worked by its task it leaves inbox and case, and its period is met; what was said is read', async () => {
  const id = await open('chiefs', 'counters')
  const done = await act('chen', id, 'stamp', { note: '已核' }, `${id}:slip:1`)
  expect(done.status).toBe(200)
  expect(await box('chen', id)).toEqual([])
  const [first, second] = await itemsOf('lin', id)
  expect(first).toMatchObject({ stateWords: { zh: '已盖章' }, acts: [] })
  expect(first?.endedAt).not.toBeNull()
  expect(
    first?.forms.map(({ type, fields }) => [type, fields.map(({ value }) => value.zh)]),
  ).toEqual([
    ['hand-out', []],
    ['stamp', ['已核']],
  ])
  expect(second?.endedAt).toBeNull()
  const periods = await house.db
    .select({ id: obligations.id, status: obligations.status })
    .from(obligations)
    .where(and(eq(obligations.caseId, id), eq(obligations.clock, 'slip')))
  expect(Object.fromEntries(periods.map((one) => [one.id, one.status]))).toEqual({
    'slip:2': 'met',
    'slip:3': 'running',
  })
  const timeline = await house.as('lin', `/api/cases/${id}/timeline`)
  expect(timeline.body.chain.valid).toBe(true)
  expect(timeline.body.items.at(-1)).toMatchObject({
    title: { zh: expect.stringContaining('盖章') },
  })
})

test('nobody else works it, and what is refused is written nowhere', async () => {
  const id = await open('chiefs')
  const refused = await act('lin', id, 'stamp', {}, `${id}:slip:1`)
  expect([refused.status, refused.body.code]).toEqual([403, 'not-allowed'])
  const unnamed = await act('chen', id, 'stamp')
  expect(unnamed.body.code).toBe('unknown-act')
  const bad = await act('chen', id, 'stamp', { note: 7 }, `${id}:slip:1`)
  expect([bad.status, bad.body.code]).toEqual([422, 'invalid-input'])
  const [row] = await house.db.select().from(caseItems).where(eq(caseItems.caseId, id))
  expect([row?.state, row?.forms.stamp]).toEqual(['handed', undefined])
})

test('whoever may recall it does so from the list, though it is not his to work', async () => {
  const id = await open('chiefs')
  const [one] = await itemsOf('lin', id)
  const recall = one?.acts.find(({ type }) => type === 'recall')
  expect(recall).toMatchObject({ allowed: true, taskId: `${id}:slip:1` })
  expect((await act('lin', id, 'recall', { note: '作罢' }, recall?.taskId ?? '')).status).toBe(200)
  expect((await itemsOf('lin', id))[0]?.stateWords.zh).toBe('已收回')
})

test('a case that ends closes them and their tasks', async () => {
  const id = await open('chiefs', 'counters')
  expect((await act('lin', id, 'finish')).body.reasons[0].zh).toBe('还有纸条未收回')
  expect((await act('lin', id, 'drop')).status).toBe(200)
  expect((await itemsOf('lin', id)).every(({ endedAt }) => endedAt !== null)).toBe(true)
  const open_ = await house.db
    .select()
    .from(tasks)
    .where(and(eq(tasks.caseId, id), eq(tasks.open, true)))
  expect(open_).toEqual([])
})

test('an enterprise and another county read nothing of them', async () => {
  const id = await open('chiefs')
  expect((await house.as('qi', `/api/cases/${id}/items`)).status).toBe(403)
  expect((await house.as('jiang', `/api/cases/${id}/items`)).status).toBe(404)
})

test('promise (emergencies): two who act on two items at once both get through, and the first of two on one', async () => {
  const id = await open('chiefs', 'chiefs')
  const both = await Promise.all([
    act('chen', id, 'stamp', { note: '甲' }, `${id}:slip:1`),
    act('chen', id, 'stamp', { note: '乙' }, `${id}:slip:2`),
    act('chen', id, 'stamp', { note: '丙' }, `${id}:slip:2`),
  ])
  expect(both.map(({ status, body }) => body.code ?? status).sort()).toEqual([
    200,
    200,
    'task-not-open',
  ])
  expect((await itemsOf('chen', id)).map(({ stateWords }) => stateWords.zh)).toEqual([
    '已盖章',
    '已盖章',
  ])
})
