// Does every box hold exactly what its definition says, each task once, page by page, behind row security?
import { eq } from 'drizzle-orm'
import { afterAll, beforeAll, describe, expect, it, test } from 'vitest'
import type { InboxRow } from '../../../contract/case/lists.ts'
import { taskPeople, tasks } from '../../../db/schema/cases/cases.ts'
import { appointments } from '../../../db/schema/organisation/organisation.ts'
import { type House, openHouse, report } from '../house.ts'

const OFFICE = '330802-bureau'
const GROUPS = [`${OFFICE}/inspector`, `${OFFICE}/section-chief`, `${OFFICE}/leader`]
const MINE = GROUPS.slice(0, 2)
const PEOPLE = [null, 'lin', 'wu', 'fang']
const moment = (n: number) => new Date(Date.UTC(2026, 2, 1 + n)).toISOString()

type Task = {
  id: string
  groups: string[]
  open: boolean
  assignee: string | null
  due: number
  doneBy: string | null
  region: string
}
const made: (Task & { signed: string[]; copied: string[] })[] = []
let house: House
let caseId: string

/** All combinations of what a box asks for; every seventh lies outside the reader's county, dates repeat. */
const make = (): void => {
  for (const open of [true, false, true, false, true])
    for (const assignee of PEOPLE)
      for (const signed of [[], ['lin'], ['wu'], ['lin', 'wu']])
        for (const groups of [MINE, GROUPS.slice(0, 1), GROUPS.slice(1, 3), GROUPS.slice(2)]) {
          const n = made.length
          const doneBy = open ? null : (PEOPLE[n % PEOPLE.length] ?? null)
          const more = {
            due: n % 11,
            doneBy,
            region: n % 7 === 6 ? '330881' : '330802',
            copied: n % 3 === 0 ? ['lin'] : [],
          }
          made.push({ id: `t-${(n * 37) % 1000}-${n}`, groups, open, assignee, signed, ...more })
        }
}

const store = async (): Promise<void> => {
  const fixed = {
    caseId,
    process: 'hazard-rectification',
    task: 'verify',
    owner: null,
    seen: false,
    revision: 1,
  }
  await house.db.insert(tasks).values(
    made.flatMap(({ id, groups, open, assignee, due, doneBy, region }) =>
      groups.map((grp) => {
        const closedAt = open ? null : moment(due)
        return {
          ...fixed,
          id,
          grp,
          open,
          assignee,
          assigneeName: assignee,
          dueAt: moment(due),
          openedAt: moment(0),
          closedAt,
          doneBy,
          region,
        }
      }),
    ),
  )
  const signatures = made.flatMap(({ id, signed, copied, due }) => [
    ...signed.map((person) => ({
      taskId: id,
      caseId,
      person,
      why: 'signed' as const,
      at: moment(due),
    })),
    ...copied.map((person) => ({
      taskId: id,
      caseId,
      person,
      why: 'copied' as const,
      at: moment(due),
    })),
  ])
  await house.db.insert(taskPeople).values(signatures)
}

beforeAll(async () => {
  house = await openHouse()
  const post = { office: OFFICE, role: 'section-chief' as const, region: '330802' as const }
  await house.db
    .insert(appointments)
    .values({ person: 'lin', ...post, since: '2004-01-01T00:00:00.000Z', until: null })
  caseId = await report(house)
  make()
  await store()
})
afterAll(() => house.close())

const shared = ({ groups }: Task): boolean => groups.some((group) => MINE.includes(group))
const boxes: Record<string, (task: (typeof made)[number]) => boolean> = {
  todo: (t) =>
    t.open &&
    !t.signed.includes('lin') &&
    (t.assignee === 'lin' || (shared(t) && t.signed.length > 0)),
  pool: (t) => t.open && t.assignee === null && t.signed.length === 0 && shared(t),
  done: (t) => (!t.open && t.doneBy === 'lin') || t.signed.includes('lin'),
  cc: (t) => t.copied.includes('lin'),
}

const pages = async (
  box: string,
  limit: number,
): Promise<{ rows: InboxRow[]; totals: Set<number> }> => {
  const [rows, totals]: [InboxRow[], Set<number>] = [[], new Set()]
  for (let cursor: string | null = ''; cursor !== null; ) {
    const { body } = await house.as('lin', `/api/inbox?box=${box}&limit=${limit}&cursor=${cursor}`)
    rows.push(...body.items)
    totals.add(body.total)
    cursor = body.cursor
  }
  return { rows, totals }
}

test.each(Object.keys(boxes))('%s', async (box) => {
  const all = made.filter((task) => task.region === '330802' && boxes[box]!(task))
  expect(all.length).toBeGreaterThan(5)
  const when = ({ open, due }: Task) => (open ? 0 : due)
  const last = [...all].sort((a, b) => when(b) - when(a) || (a.id < b.id ? 1 : -1)).slice(0, 1)
  const expected = (box === 'done' ? last : all).map(({ id }) => id)
  const { rows, totals } = await pages(box, 7)
  const own = rows.map(({ taskId }) => taskId!).filter((id) => id.startsWith('t-'))
  expect([...own].sort()).toEqual([...expected].sort())
  expect([...totals]).toEqual([rows.length])
  expect((await house.as('lin', '/api/me')).body.counts[box]).toBe(rows.length)
  const due = own.map((id) => made.find((task) => task.id === id)!)
  const dated =
    box === 'done' ? due.map((task) => (task.open ? 0 : task.due)) : due.map((task) => task.due)
  const ascending = ['todo', 'pool'].includes(box)
  expect(dated).toEqual([...dated].sort((a, b) => (ascending ? a - b : b - a)))
})

it('promise (screens): no task is at once to be done and to be claimed, and a case is done once, with its end', async () => {
  const [todo, pool] = [await pages('todo', 100), await pages('pool', 100)]
  const own = new Set(todo.rows.map(({ taskId }) => taskId))
  expect(pool.rows.filter(({ taskId }) => own.has(taskId))).toEqual([])
  const id = await report(house)
  const act = async (who: string, type: string, data: Record<string, unknown> = {}) =>
    expect([
      type,
      (await house.as(who, `/api/cases/${id}/acts`, { json: { type, data } })).status,
    ]).toEqual([type, 200])
  const standing = async (who: string) => {
    const boxesOf = await Promise.all(
      ['todo', 'pool', 'done'].map((box) => house.as(who, `/api/inbox?box=${box}&limit=200`)),
    )
    return boxesOf.map(({ body }) => body.items.filter((row: InboxRow) => row.caseId === id).length)
  }
  expect([await standing('wu'), await standing('zhou')]).toEqual([
    [0, 1, 0],
    [0, 1, 0],
  ])
  await act('zhou', 'reject', { reason: '不属于隐患' })
  expect([await standing('wu'), await standing('zhou')]).toEqual([
    [1, 0, 0],
    [0, 0, 1],
  ])
  await act('wu', 'sign')
  expect([await standing('wu'), await standing('zhou')]).toEqual([
    [0, 0, 1],
    [0, 0, 1],
  ])
  const [row] = (await house.as('wu', '/api/inbox?box=done&limit=200')).body.items.filter(
    (one: InboxRow) => one.caseId === id,
  )
  expect([row.state.zh, row.ended?.slice(0, 10)]).toEqual([
    '不予认定',
    (await house.clock.now()).slice(0, 10),
  ])
})

test('rows say who has the task, and of which case it is', async () => {
  const { rows } = await pages('todo', 100)
  for (const row of rows.filter(({ taskId }) => taskId!.startsWith('t-'))) {
    const task = made.find(({ id }) => id === row.taskId)!
    expect(row).toMatchObject({
      caseId,
      assignee: task.assignee,
      unread: true,
      process: 'hazard-rectification',
    })
  }
})

test('another process has nothing', async () => {
  for (const box of [...Object.keys(boxes), 'mine'])
    expect((await house.as('lin', `/api/inbox?box=${box}&process=permit`)).body).toMatchObject({
      items: [],
      total: 0,
      cursor: null,
    })
})

describe('what somebody has done', () => {
  const acts = async (who: string, id: string, type: string, data: Record<string, unknown> = {}) =>
    expect([
      type,
      (await house.as(who, `/api/cases/${id}/acts`, { json: { type, data } })).status,
    ]).toEqual([type, 200])
  const done = async (who: string, id: string): Promise<string[]> => {
    const { body } = await house.as(who, '/api/inbox?box=done&limit=200')
    return body.items
      .filter((row: InboxRow) => row.caseId === id)
      .map((row: InboxRow) => row.taskId?.slice(id.length + 1))
  }
  const rows = async (id: string) =>
    (await house.db.select().from(tasks).where(eq(tasks.caseId, id))).map((one) => [
      one.id.slice(id.length + 1),
      one.open,
      one.doneBy,
    ])
  const verified = async (): Promise<string> => {
    const id = await report(house)
    await acts('zhou', id, 'verify', { grade: 'general', findings: '属实' })
    await acts('wu', id, 'sign')
    return id
  }

  test('is the task of his act, with everybody who has signed there', async () => {
    const id = await verified()
    expect([await done('zhou', id), await done('wu', id)]).toEqual([['verify:1'], ['verify:1']])
    expect(await rows(id)).toEqual(
      expect.arrayContaining([
        ['verify:1', false, 'wu'],
        ['order:1', true, null],
      ]),
    )
  })
  test('is not what his taking back has closed, which nobody has worked on', async () => {
    const id = await verified()
    await acts('wu', id, 'take-back', { reason: '须再核实' })
    expect([await done('wu', id), await done('zhou', id)]).toEqual([[], ['verify:1']])
    expect(await rows(id)).toEqual(expect.arrayContaining([['order:1', false, null]]))
  })
  test('is not what others had to do when he ended it', async () => {
    const id = await report(house)
    await acts('qi', id, 'withdraw', { reason: '误报' })
    expect([await done('qi', id), (await rows(id)).filter(([, , by]) => by !== null)]).toEqual([
      [],
      [],
    ])
  })
  test('is what he has returned', async () => {
    const id = await verified()
    await acts('zhou', id, 'return', { to: 'handling.verifying', reason: '复核' })
    expect(await done('zhou', id)).toContain('order:1')
  })
})
