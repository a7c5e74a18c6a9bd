// Does the supervisors' wall show who will be late and who was notified: in scope, in order, by filter, with few statements?
import { sql } from 'drizzle-orm'
import pg from 'pg'
import * as v from 'valibot'
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import { contract } from '../../../contract/contract.ts'
import type { WallLane, WallView } from '../../../contract/supervision/supervision.ts'
import { type House, openHouse, report } from '../house.ts'

let house: House
const ids: string[] = []

const read = async (who: string, query = ''): Promise<WallView> =>
  (await house.as(who, `/api/supervision/clocks?${query}`)).body
const act = async (who: string, id: string, type: string, data: Record<string, unknown>) => {
  const answer = await house.as(who, `/api/cases/${id}/acts`, { json: { type, data } })
  expect([answer.status, answer.body.code]).toEqual([200, undefined])
}
const day = (from: string, n: number) =>
  new Date(Date.parse(from) + n * 86_400_000).toISOString().slice(0, 10)

/** Verified by two and ordered to be put right within `days`. */
const order = async (id: string, days: number, grade = 'general') => {
  await act('lin', id, 'verify', { grade, findings: '属实', opinion: '同意' })
  await act('wu', id, 'sign', { opinion: '同意' })
  const { now } = (await house.as('lin', '/api/clock')).body
  await act('lin', id, 'issue-order', { dueDate: day(now, days), requirements: '更换' })
}

beforeAll(async () => {
  house = await openHouse()
  await house.clock.setNow('2026-03-02T02:00:00.000Z')
  for (let n = 0; n < 5; n += 1) ids.push(await report(house))
  await order(ids[0]!, 40)
  await order(ids[1]!, 10)
})
afterAll(() => house.close())

const laneOf = (view: WallView, id: string): WallLane =>
  view.items.find(({ caseId }) => caseId === id)!

describe('whose lanes', () => {
  test('county, city and province see their cases; another county none; an enterprise and a stranger are refused', async () => {
    for (const who of ['lin', 'gao', 'yu', 'sheng', 'shi']) expect((await read(who)).total).toBe(5)
    expect(await read('jiang')).toMatchObject({ items: [], total: 0, cursor: null })
    expect((await house.as('qi', '/api/supervision/clocks')).body).toMatchObject({
      status: 403,
      code: 'not-allowed',
    })
    expect((await house.send('/api/supervision/clocks')).status).toBe(401)
  })
})

describe('order and filters', () => {
  test('soonest first, in pages that neither overlap nor leave out', async () => {
    const whole = await read('yu')
    const ends = whole.items.map(({ clock }) => clock.dueAt)
    expect(ends).toEqual([...ends].sort())
    expect(whole.items.at(-1)?.caseId).toBe(ids[0])
    const seen: string[] = []
    let cursor: string | null = null
    do {
      const page: WallView = await read('yu', `limit=2${cursor ? `&cursor=${cursor}` : ''}`)
      expect(page.total).toBe(5)
      seen.push(...page.items.map(({ caseId }) => caseId))
      cursor = page.cursor
    } while (cursor)
    expect(seen).toEqual(whole.items.map(({ caseId }) => caseId))
  })
  test('by process, region (a city means its counties), level, and only the late ones', async () => {
    expect((await read('yu', 'process=hazard-rectification')).total).toBe(5)
    expect((await read('yu', 'process=another')).total).toBe(0)
    expect([
      (await read('yu', 'region=330802')).total,
      (await read('yu', 'region=330800')).total,
    ]).toEqual([5, 5])
    expect((await read('yu', 'region=330881')).total).toBe(0)
    const level = (await read('yu')).items.filter(({ level }) => level !== null)[0]?.level
    const counts = await Promise.all(
      [1, 2, 3, 4].map(async (one) => (await read('yu', `level=${one}`)).total),
    )
    const marked = (await read('yu')).items.filter((one) => one.level !== null).length
    expect(counts.reduce((a, b) => a + b, 0)).toBe(marked)
    if (level)
      expect((await read('yu', `level=${level}`)).items.every((one) => one.level === level)).toBe(
        true,
      )
    expect((await read('yu', 'late=1')).total).toBe(0)
  })
  test('nonsense is refused', async () => {
    for (const query of [
      'region=atlantis',
      'level=7',
      'late=perhaps',
      'limit=0',
      'limit=999',
      'cursor=abc',
    ])
      expect((await house.as('yu', `/api/supervision/clocks?${query}`)).body.code, query).toBe(
        'invalid-input',
      )
  })
})

describe('what a lane says', () => {
  test('case, period, escalation policy and the next level in words, in the promised shape', async () => {
    const view = await read('yu')
    expect(v.safeParse(contract['GET /api/supervision/clocks'].answer, view).issues).toBeUndefined()
    const lane = laneOf(view, ids[0]!)
    expect(lane).toMatchObject({
      title: '危化品仓库防爆灯损坏',
      enterprise: '衢州试验化工有限公司',
      region: { zh: '柯城区' },
      clock: { clock: 'rectification', status: 'running', pauses: [] },
      due: { overdue: false, paused: false },
    })
    expect(
      lane.escalationLevels.map(({ escalationLevel, status }) => [escalationLevel, status]),
    ).toEqual(
      ['warning', 'overdue', 'red', 'city', 'province'].map((escalationLevel) => [
        escalationLevel,
        'planned',
      ]),
    )
    expect(lane.next?.at).toBe(lane.escalationLevels[0]?.plannedAt)
    expect(lane.next?.words.zh).toMatch(/^\d+ 个工作日后 → 即将到期/)
  })
  test('when time has passed: told with how many were reached, missed where nobody was, acknowledged by a hand', async () => {
    await house.as('lin', '/api/clock', { json: { advance: 'P20D' } })
    const late = await read('yu', 'late=1')
    expect(late.total).toBeGreaterThan(0)
    expect(late.items.every(({ due }) => due.overdue)).toBe(true)
    const lane = laneOf(late, ids[1]!)
    expect(lane.clock.status).toBe('overdue')
    const stands = Object.fromEntries(
      lane.escalationLevels.map((one) => [one.escalationLevel, one]),
    )
    expect(stands.red).toMatchObject({ status: 'notified', firedAt: stands.red?.plannedAt })
    expect(stands.red?.recipientCount).toBe(4)
    expect(stands.province).toMatchObject({ status: 'planned', firedAt: null, recipientCount: 0 })
    expect(lane.next).toMatchObject({ at: stands.province?.plannedAt })
    await house.db.execute(
      sql`DELETE FROM notices WHERE case_id = ${ids[1]} AND escalation_level = 'red'`,
    )
    const unacknowledged = laneOf(await read('yu', 'late=1'), ids[1]!).escalationLevels.find(
      ({ escalationLevel }) => escalationLevel === 'red',
    )
    expect(unacknowledged).toMatchObject({ status: 'missed', recipientCount: 0 })
    await act('yu', ids[1]!, 'acknowledge', { measures: '现场督办' })
    const after = laneOf(await read('yu', 'late=1'), ids[1]!)
    expect(
      after.escalationLevels.find(({ escalationLevel }) => escalationLevel === 'city'),
    ).toMatchObject({ status: 'acknowledged' })
  })
})

test('a page costs the same few statements however long it is', async () => {
  const spy = vi.spyOn(pg.Client.prototype, 'query')
  const cost = async (limit: number) => {
    spy.mockClear()
    expect((await read('yu', `limit=${limit}`)).items.length).toBe(Math.min(limit, 5))
    const texts = spy.mock.calls.map(([one]) =>
      typeof one === 'string' ? one : (one as unknown as { text: string }).text,
    )
    const begun = texts.findIndex((one) => one.startsWith('BEGIN ISOLATION'))
    return [texts.length, texts.slice(begun).indexOf('COMMIT') + 1]
  }
  const [one, all] = [await cost(1), await cost(200)]
  expect(one).toEqual(all)
  expect(all[1]).toBeLessThanOrEqual(4)
  spy.mockRestore()
})
