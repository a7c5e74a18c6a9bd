// How many statements does an answer cost, and does it cost more of them when there is more to show?
import { sql } from 'drizzle-orm'
import pg from 'pg'
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import { registerEntries } from '../../../db/schema/registers/registers.ts'
import { emergencyResponse } from '../../../domain/emergency-response/process.ts'
import { tanks, toys } from '../../registers/toys.ts'
import { enterpriseId } from '../../support/people/people.ts'
import { settlePlant, stand } from '../duty/standing-alarms.ts'
import { type House, openHouse, report } from '../house.ts'
import { type Budget, budgets, standing, uncounted } from './budgets.ts'

let house: House
const ids: string[] = []

const [few, many] = [2, 30]

beforeAll(async () => {
  house = await openHouse({}, null, { [emergencyResponse.id]: emergencyResponse }, toys)
  await house.clock.setNow('2026-03-02T02:00:00.000Z')
  await house.db.execute(
    sql`UPDATE appointments SET role = 'administrator', office = '330800-administration' WHERE person = 'hao'`,
  )
  await settlePlant(house)
  await stand(house, { id: standing })
  await house.db.execute(sql`INSERT INTO outbound_messages VALUES
    ('one', ${standing}, 1, 'Alert', 'Exercise', true, 'a.b', now(), 2, '330802', '[]', '<alert/>', '{}', 'f')`)
  const entry = {
    id: 'one',
    register: tanks.id,
    region: '330802' as const,
    owner: enterpriseId,
    number: '衢柯罐册〔2026〕0001号',
    version: 1,
  }
  await house.db.insert(registerEntries).values({
    ...entry,
    standing: 'in-use',
    name: '一号试验罐',
    fromDay: '2026-03-02',
    since: '2026-03-02',
    listedAt: '2026-03-02T01:00:00.000Z',
    data: { name: '一号试验罐', volume: 5 },
  })
  await open(few)
}, 120_000)
afterAll(() => house.close())

const act = async (
  who: string,
  id: string,
  type: string,
  data: Record<string, unknown>,
): Promise<void> => {
  const answer = await house.as(who, `/api/cases/${id}/acts`, { json: { type, data } })
  expect([answer.status, answer.body.code]).toEqual([200, undefined])
}

const verify = async (id: string): Promise<void> => {
  await act('lin', id, 'verify', { grade: 'general', findings: '属实', opinion: '同意' })
  await act('wu', id, 'sign', { opinion: '同意' })
}
const order = (id: string) =>
  act('lin', id, 'issue-order', { dueDate: '2026-05-20', requirements: '更换' })

/** Cases that stand on the wall: verified by two and ordered to be put right. */
const open = async (count: number): Promise<void> => {
  while (ids.length < count) {
    const id = await report(house)
    await verify(id)
    await order(id)
    await stand(house)
    ids.push(id)
  }
}

/** Every statement of this process, whichever connection it goes through. */
const counted = async (work: () => Promise<void>): Promise<string[]> => {
  const spy = vi.spyOn(pg.Client.prototype, 'query')
  try {
    await work()
    return spy.mock.calls.map(([one]) =>
      typeof one === 'string' ? one : (one as unknown as { text: string }).text,
    )
  } finally {
    spy.mockRestore()
  }
}

const costOf = async ({ who, path }: Budget): Promise<number> => {
  const read = async () => {
    const answer = await house.as(who, path(ids[0]!))
    expect(
      answer.status,
      `${who} ${path(ids[0]!)} ${JSON.stringify(answer.body).slice(0, 200)}`,
    ).toBe(200)
  }
  // What a process remembers of earlier requests is not asked for again: the usual request is the second.
  await read()
  return (await counted(read)).length
}

/** API and engine together, as they stand in one process here; an order is a document with a number and a service of its own. */
const acts = { report: 25, order: 33 }
const costOfActs = async (): Promise<typeof acts> => {
  let id = ''
  const reported = await counted(async () => {
    id = await report(house)
  })
  await verify(id)
  return { report: reported.length, order: (await counted(() => order(id))).length }
}

const nameOf = ({ who, path }: Budget): string => `${who} ${path('…')}`

test('everything that can be read has a budget or a reason to have none', () => {
  const { routes } = house.app as unknown as { routes: { method: string; path: string }[] }
  const read = new Set(routes.filter(({ method }) => method === 'GET').map(({ path }) => path))
  const known = new Set([
    ...uncounted,
    ...budgets.map(({ path, route }) => route ?? path('').split('?')[0]!),
  ])
  expect([...read].filter((path) => !known.has(path))).toEqual([])
  expect([...known].filter((path) => !read.has(path))).toEqual([])
})

describe('statements', () => {
  const small = new Map<string, number>()
  test.each(budgets.map((budget) => [nameOf(budget), budget] as const))(
    '%s',
    async (name, budget) => {
      const statements = await costOf(budget)
      small.set(name, statements)
      expect(statements, name).toBeLessThanOrEqual(budget.most)
    },
  )
  test('of the acts: a report, and an order that opens a period with its escalation policy', async () => {
    expect(await costOfActs()).toEqual(acts)
  })
  test(`are not more where ${many} cases stand instead of ${few}`, async () => {
    await open(many)
    const grown: string[] = []
    for (const budget of budgets) {
      const [before, now] = [small.get(nameOf(budget)) ?? Number.NaN, await costOf(budget)]
      if (!(now <= before)) grown.push(`${nameOf(budget)}: ${before} → ${now}`)
    }
    expect(grown).toEqual([])
    expect(await costOfActs()).toEqual(acts)
  })
})
