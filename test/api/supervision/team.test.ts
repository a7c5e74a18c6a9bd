// Does a chief see who holds what and how urgent it is, and can he give work to others once, in order, with every refusal named?
import { eq } from 'drizzle-orm'
import * as v from 'valibot'
import { afterAll, beforeAll, describe, expect, it, test } from 'vitest'
import { contract } from '../../../contract/contract.ts'
import type { TeamRow, TeamView } from '../../../contract/supervision/team.ts'
import { appointments } from '../../../db/schema/organisation/organisation.ts'
import { eyes } from '../../support/processes/eyes.ts'
import { type House, openHouse } from '../house.ts'
import { agree } from '../routing/consenting.ts'

let house: House
const ids: string[] = []
/** 2 March 2026 is a Monday: within three working days until the 5th, within ten until the 16th. */
const dates = ['2026-03-03', '2026-03-05', '2026-03-06', '2026-03-16', '2026-03-17', '2026-04-30']

const act = (who: string, id: string, type: string, data: Record<string, unknown> = {}) =>
  house.as(who, `/api/cases/${id}/acts`, { json: { type, data } })
const read = async (who: string, query = ''): Promise<TeamView> =>
  (await house.as(who, `/api/team?${query}`)).body
const taskOf = (id: string) => `${id}:order:1`
type Bulk = { to?: string; dryRun?: boolean; revision?: number }
const bulk = (
  who: string,
  verb: string,
  cases: string[],
  { revision, ...more }: Bulk = {},
  key?: string,
) =>
  house.as(who, `/api/team/${verb}`, {
    json: {
      tasks: cases.map((caseId) => ({
        caseId,
        taskId: taskOf(caseId),
        ...(revision === undefined ? {} : { revision }),
      })),
      reason: '均衡工作量',
      ...more,
    },
    headers: key ? { 'idempotency-key': key } : {},
  })
const holderOf = async (id: string) =>
  (await house.as('wu', `/api/cases/${id}`)).body.tasks[0].assignee

beforeAll(async () => {
  house = await openHouse({}, null, { eyes })
  await house.clock.setNow('2026-03-02T01:00:00.000Z')
  for (const date of dates)
    ids.push((await house.as('wu', '/api/cases/eyes', { json: { data: { date } } })).body.id)
  for (const id of ids.slice(0, 4)) await act('lin', id, 'claim')
  await act('wu', ids[4]!, 'claim')
})
afterAll(() => house.close())

describe('the queue', () => {
  test('is for heads of offices, over their own offices', async () => {
    for (const who of ['lin', 'qi', 'yu', 'jiang']) {
      const { status, body } = await house.as(who, '/api/team')
      expect([who, status, body.code, body.reasons.length]).toEqual([who, 403, 'not-allowed', 1])
    }
    expect((await house.as('chen', '/api/team?office=330881-bureau')).status).toBe(403)
    expect((await read('gao')).total).toBe(6)
    expect((await read('shi')).total).toBe(0)
  })
  test('counts per person what is overdue, due within three and ten working days, and later; and what nobody has claimed', async () => {
    const view = await read('chen')
    expect(v.safeParse(contract['GET /api/team'].answer, view).issues).toBeUndefined()
    const load = (id: string) => view.people.find((one) => one.id === id)
    expect(load('lin')).toMatchObject({
      open: 4,
      overdue: 0,
      soon: 2,
      next: 2,
      later: 0,
      left: false,
      stray: 0,
    })
    expect(load('wu')).toMatchObject({ open: 1, overdue: 0, soon: 0, next: 0, later: 1 })
    expect(load('zhou')).toMatchObject({ open: 0, posts: [{ zh: '柯城区应急管理局·执法检查员' }] })
    expect(view.pool).toEqual({ open: 1, overdue: 0, soon: 0, next: 0, later: 1 })
    expect(view.people.map(({ id }) => id)).toContain('gao')
    expect(view.people[0]?.id).toBe('lin')
  })
  test('stands by legal end, in pages that neither overlap nor leave out, and by holder', async () => {
    const whole = (await read('chen')).items.map(({ caseId }) => caseId)
    expect(whole).toEqual(ids)
    const seen: string[] = []
    for (let cursor: string | null = ''; cursor !== null; ) {
      const page: TeamView = await read('chen', `limit=2&cursor=${cursor}`)
      expect(page.total).toBe(6)
      seen.push(...page.items.map(({ caseId }) => caseId))
      cursor = page.cursor
    }
    expect(seen).toEqual(ids)
    expect((await read('chen', 'holder=lin')).items.map(({ caseId }) => caseId)).toEqual(
      ids.slice(0, 4),
    )
    expect((await read('chen', 'holder=none')).items.map(({ caseId }) => caseId)).toEqual(
      ids.slice(5),
    )
    expect((await read('chen', 'holder=stray')).total).toBe(0)
  })
})

describe('re-assigning many', () => {
  test('the dry run counts, names what cannot be done and why, and changes nothing', async () => {
    expect((await act('wu', ids[5]!, 'order')).status).toBe(200)
    const { status, body } = await bulk('chen', 'reassignments', [...ids, 'nowhere'], {
      to: 'wu',
      dryRun: true,
    })
    expect(status).toBe(200)
    expect(
      v.safeParse(contract['POST /api/team/reassignments'].answer, body).issues,
    ).toBeUndefined()
    expect(body).toMatchObject({ dryRun: true, would: 4, done: [] })
    expect(body.refused.map(({ caseId, code }: Record<string, string>) => [caseId, code])).toEqual([
      [ids[4], 'not-allowed'],
      [ids[5], 'task-not-open'],
      ['nowhere', 'not-found'],
    ])
    expect(body.refused[0].reasons[0].zh).toBe('任务已在其名下')
    expect(body.refused[0].number).toMatch(/〔2026〕/)
    expect(await holderOf(ids[0]!)).toBe('林检查')
  })
  test('only a head of the office may, and only to whom the tasks can belong', async () => {
    expect((await bulk('lin', 'reassignments', ids, { to: 'wu' })).status).toBe(403)
    const foreign = await bulk('shi', 'reassignments', ids.slice(0, 1), { to: 'wu' })
    expect(foreign.body).toMatchObject({ would: 0, refused: [{ code: 'not-allowed' }] })
    expect(
      (await bulk('chen', 'reassignments', ids.slice(0, 1), { to: 'fang' })).body.refused[0]
        .reasons[0].zh,
    ).toContain('不在可办理')
    expect(
      (await bulk('chen', 'reassignments', ids.slice(0, 1), { to: 'nobody' })).body.refused[0]
        .reasons[0].zh,
    ).toBe('没有这个人')
    for (const json of [
      { tasks: [], to: 'wu', reason: 'x' },
      { tasks: [{ caseId: ids[0], taskId: 't' }], to: 'wu', reason: ' ' },
    ])
      expect((await house.as('chen', '/api/team/reassignments', { json })).status).toBe(422)
    expect(await holderOf(ids[0]!)).toBe('林检查')
  })
  test('each is an act of its own in the record; the same key again answers the same and does nothing twice', async () => {
    const some = ids.slice(0, 2)
    const first = await bulk('chen', 'reassignments', some, { to: 'zhou' }, 'b1')
    expect(first.body).toMatchObject({ dryRun: false, would: 2, refused: [] })
    expect(first.body.done).toMatchObject(some.map((caseId) => ({ caseId, committed: true })))
    expect((await bulk('chen', 'reassignments', some, { to: 'zhou' }, 'b1')).body).toEqual(
      first.body,
    )
    for (const id of some) {
      const { items } = (await house.as('wu', `/api/cases/${id}/timeline`)).body
      const texts = items.filter(({ type }: { type: string }) => type === 'reassign')
      expect(texts).toHaveLength(1)
      expect(texts[0]).toMatchObject({ audience: 'internal', who: { zh: '陈科长（科长）' } })
      expect(await holderOf(id)).toBe('周检查')
    }
    expect(
      (await bulk('chen', 'reassignments', some, { to: 'wu' }, 'b1')).body.refused.map(
        ({ code }: { code: string }) => code,
      ),
    ).toEqual(['key-reused', 'key-reused'])
    const was = await act('lin', some[0]!, 'order')
    expect(was.body).toMatchObject({
      status: 403,
      reasons: [{ zh: '已由周检查领取' }, expect.anything()],
    })
  })
  test('two chiefs at once: one is heard, the other learns that the task has changed', async () => {
    const id = ids[2]!
    const revision = (await read('chen')).items.find((row) => row.caseId === id)!.revision
    const answers = await Promise.all([
      bulk('chen', 'reassignments', [id], { to: 'wu', revision }),
      bulk('fang', 'reassignments', [id], { to: 'zhou', revision }),
    ])
    const done = answers.filter(({ body }) => body.done.length === 1)
    const refused = answers.flatMap(({ body }) =>
      body.refused.map(({ code }: { code: string }) => code),
    )
    expect([done.length, refused]).toEqual([1, ['stale-revision']])
    const holder = done[0] === answers[0] ? '吴检查' : '周检查'
    expect(await holderOf(id)).toBe(holder)
    const late = await bulk('gao', 'reassignments', [id], { to: 'lin', revision })
    expect(late.body.refused[0].code).toBe('stale-revision')
  })
})

test('a single task is re-assigned from its case as well, to people the server names to heads of its office only', async () => {
  const people = async (who: string) =>
    (
      await house.as(who, `/api/people?verb=reassign&case=${ids[3]}&task=${taskOf(ids[3]!)}`)
    ).body.items.map(({ id }: { id: string }) => id)
  expect(await people('chen')).toEqual(expect.arrayContaining(['lin', 'wu', 'zhou']))
  expect(await people('lin')).toEqual([])
  const acts = async (who: string) => (await house.as(who, `/api/cases/${ids[3]}`)).body.acts
  const reassign = async (who: string) =>
    (await acts(who)).find(({ type }: { type: string }) => type === 'reassign')
  expect([(await reassign('chen')).allowed, (await reassign('lin')).allowed]).toEqual([true, false])
  expect((await act('gao', ids[3]!, 'reassign', { to: 'wu', reason: '均衡' })).status).toBe(200)
  expect(await holderOf(ids[3]!)).toBe('吴检查')
})

test('whoever stands in for a chief heads the office for that time, and the record says for whom', async () => {
  expect((await house.as('lin', '/api/team')).status).toBe(403)
  const order = { from: '2026-03-02', to: '2026-03-02', order: '5号', reason: '开会' }
  const granted = await house.as('gao', '/api/substitutions', {
    json: { person: 'chen', substitute: 'lin', ...order },
  })
  expect((await house.as('lin', '/api/team')).status).toBe(403)
  await agree(house, granted.body.id, 'lin')
  expect((await house.as('lin', '/api/team')).status).toBe(200)
  const { body } = await bulk('lin', 'reassignments', [ids[3]!], { to: 'zhou' })
  expect(body).toMatchObject({ would: 1, refused: [] })
  const { items } = (await house.as('wu', `/api/cases/${ids[3]}/timeline`)).body
  expect(items.at(-1).who.zh).toBe('林检查（代 陈科长，科长，5号）')
})

test('urging many reaches whoever holds them, each with the reason in the record', async () => {
  const { body } = await bulk('chen', 'urges', ids.slice(0, 2))
  expect(body).toMatchObject({ would: 2, refused: [] })
  expect((await house.as('wu', `/api/cases/${ids[0]}`)).body.tasks[0].urged).toBe(1)
  expect((await bulk('wu', 'urges', ids.slice(0, 2))).status).toBe(403)
})

test('what somebody holds who has left his post stands out, can be found, and is given to another', async () => {
  await house.db
    .update(appointments)
    .set({ until: '2026-03-01T00:00:00.000Z' })
    .where(eq(appointments.person, 'zhou'))
  const view = await read('chen')
  const gone = view.people.find(({ id }) => id === 'zhou')
  expect(gone).toMatchObject({ left: true, posts: [], name: '周检查' })
  expect(gone?.stray).toBe(gone?.open)
  const strays = await read('chen', 'holder=stray')
  expect(strays.items.map(({ left, assigneeId }: TeamRow) => [left, assigneeId])).toEqual(
    strays.items.map(() => [true, 'zhou']),
  )
  expect(strays.total).toBe(gone?.stray)
  const { body } = await bulk(
    'chen',
    'reassignments',
    strays.items.map(({ caseId }) => caseId),
    { to: 'wu' },
  )
  expect(body).toMatchObject({ would: strays.total, refused: [] })
  expect((await read('chen', 'holder=stray')).total).toBe(0)
})

it('promise (screens): the load of a section counts for each person what he holds and for each post what nobody has claimed, and a click lists exactly these', async () => {
  const report = async () =>
    (await house.as('wu', '/api/cases/eyes', { json: { data: { date: '2026-03-05' } } })).body
      .id as string
  const [plain, shared] = [await report(), await report()]
  for (const [who, type] of [
    ['lin', 'order'],
    ['wu', 'check'],
    ['lin', 'agree'],
    ['wu', 'sign'],
  ] as const)
    expect([type, (await act(who, shared, type)).status]).toEqual([type, 200])
  const view = await read('chen')
  const list = async (holder: string) =>
    (await read('chen', `holder=${encodeURIComponent(holder)}`)).items
  const [inspectors, chiefs] = ['inspector', 'section-chief'].map((role) => `330802-bureau/${role}`)
  const casesOf = async (group = '') =>
    (await list(`group:${group}`)).map(({ caseId }) => caseId).sort()
  expect([await casesOf(inspectors), await casesOf(chiefs)]).toEqual([
    [ids[5], plain, shared].sort(),
    [shared],
  ])
  expect(
    view.pools.map(({ group, open, shared, words }) => [group, open, shared, words.zh]),
  ).toEqual([
    [inspectors, 3, 1, '柯城区应急管理局·执法检查员'],
    [chiefs, 1, 1, '柯城区应急管理局·科长'],
  ])
  for (const one of view.pools) {
    const rows = await list(`group:${one.group}`)
    expect([rows.length, rows.every(({ assigneeId }) => assigneeId === null)]).toEqual([
      one.open,
      true,
    ])
  }
  const held = await Promise.all(
    view.people.map(async ({ id, open }) => ({ open, rows: await list(id) })),
  )
  for (const { open, rows } of held) expect(rows).toHaveLength(open)
  const unclaimed = new Set(
    await Promise.all(view.pools.map(({ group }) => list(`group:${group}`))).then((all) =>
      all.flat().map(({ taskId }) => taskId),
    ),
  )
  expect(unclaimed.size).toBe(view.pool.open)
  const each = [...held.flatMap(({ rows }) => rows.map(({ taskId }) => taskId)), ...unclaimed]
  expect([...each].sort()).toEqual(view.items.map(({ taskId }) => taskId).sort())
  expect(v.safeParse(contract['GET /api/team'].answer, view).issues).toBeUndefined()
  expect(await list('group:330881-bureau/inspector')).toEqual([])
})
