// Do the figures of flow say what the records of the cases say: in scope, by week, after changes, and cheaply?
import { asc, eq, sql } from 'drizzle-orm'
import * as v from 'valibot'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { contract } from '../../../contract/contract.ts'
import type { FlowView } from '../../../contract/supervision/supervision.ts'
import { caseFacts, cases } from '../../../db/schema/cases/cases.ts'
import { flowRuns } from '../../../db/schema/statistics/flow.ts'
import { refreshFlow } from '../../../db/statistics/flow.ts'
import { processes } from '../../../domain/processes.ts'
import { figuresOf, flowStates, mondayOf, staysOf, weekOf } from '../../../domain/views/flow.ts'
import { type House, openHouse, report } from '../house.ts'

const process = 'hazard-rectification'
let house: House
const ids: string[] = []

const act = async (who: string, id: string, type: string, data: Record<string, unknown> = {}) => {
  const answer = await house.as(who, `/api/cases/${id}/acts`, { json: { type, data } })
  expect([type, answer.status, answer.body.code, answer.body.reasons]).toEqual([
    type,
    200,
    undefined,
    undefined,
  ])
}
const pass = (hours: number) =>
  house.clock
    .now()
    .then((now) => house.clock.setNow(new Date(Date.parse(now) + hours * 3_600_000).toISOString()))
const read = async (who: string, query = ''): Promise<FlowView> =>
  (await house.as(who, `/api/supervision/flow?process=${process}${query}`)).body
const recompute = (who: string) =>
  house.as(who, '/api/supervision/flow/recompute', { method: 'POST' })

/** Verified by two within hours; the order follows, in one case after it went back once. */
const handled = async (back: boolean, hours: number): Promise<void> => {
  const id = await report(house)
  ids.push(id)
  const verify = async () => {
    await pass(hours)
    await act('lin', id, 'verify', { grade: 'general', findings: '属实', opinion: '同意' })
    await act('wu', id, 'sign', { opinion: '同意' })
    await pass(5)
  }
  await verify()
  if (!back) return
  await act('lin', id, 'return', { to: 'handling.verifying', reason: '材料不全' })
  await verify()
}

beforeAll(async () => {
  house = await openHouse()
  await house.clock.setNow('2026-03-02T02:00:00.000Z')
  for (let n = 0; n < 6; n += 1) await handled(n % 3 === 0, 10 + n)
})
afterAll(() => house.close())

/** The same figures from the record of each case alone. */
const counted = async () => {
  const states = flowStates(processes[process]!)
  const stays = (
    await Promise.all(
      ids.map(async (id) => {
        const facts = await house.db
          .select()
          .from(caseFacts)
          .where(eq(caseFacts.caseId, id))
          .orderBy(asc(caseFacts.seq))
        const [row] = await house.db.select().from(cases).where(eq(cases.id, id))
        return staysOf(facts, row?.record.obligations.flatMap(({ pauses }) => pauses) ?? [], states)
      }),
    )
  ).flat()
  const keys = [...new Set(stays.map(({ state, leftAt }) => `${weekOf(leftAt)} ${state}`))].sort()
  return keys.map((key) => ({
    key,
    ...figuresOf(stays.filter(({ state, leftAt }) => `${weekOf(leftAt)} ${state}` === key)),
  }))
}
const visible = ({ cells }: FlowView) =>
  cells
    .map(({ week, state, n, median, p90, pausedShare, returns }) => ({
      key: `${week} ${state}`,
      n,
      median,
      p90,
      pausedShare,
      returns,
    }))
    .sort((a, b) => (a.key < b.key ? -1 : 1))
/** Shares and days are kept with fewer digits than they are reckoned with. */
const near = (list: ReturnType<typeof visible>) =>
  list.map(({ median, p90, pausedShare, ...exact }) => ({
    ...exact,
    median: expect.closeTo(median, 2),
    p90: expect.closeTo(p90, 2),
    pausedShare: expect.closeTo(pausedShare, 2),
  }))

describe('figures', () => {
  test('nothing until it is reckoned; then exactly what the records say, with the returns', async () => {
    expect(await read('yu')).toMatchObject({ computedAt: null, cells: [], totals: [] })
    expect((await recompute('yu')).body).toMatchObject({ cases: 6, more: false })
    const view = await read('yu')
    expect(v.safeParse(contract['GET /api/supervision/flow'].answer, view).issues).toBeUndefined()
    expect(visible(view)).toEqual(near(await counted()))
    const ordering = view.totals.find(({ state }) => state === 'handling.ordering')
    expect(ordering).toMatchObject({ n: 2, returns: 2, few: true })
    expect(ordering?.median).toBeCloseTo(5 / 24, 2)
    const verifying = view.totals.find(({ state }) => state === 'handling.verifying')
    expect(verifying).toMatchObject({ n: 8, returns: 0 })
    expect(view.weeks.at(-1)).toBe(weekOf(await house.clock.now()))
    expect(view.weeks).toHaveLength(12)
  })
  test('a second time reckons nothing; a case that moved, only its own weeks; a stop counts as paused', async () => {
    expect((await recompute('yu')).body).toMatchObject({ cases: 0, weeks: 0, more: false })
    const id = ids[1]!
    await act('lin', id, 'issue-order', { dueDate: '2026-05-01', requirements: '更换' })
    await house.db.execute(sql`UPDATE cases SET record = jsonb_set(record, '{obligations,0,pauses}',
      ${JSON.stringify([{ kind: 'other', from: '2026-03-03', to: '2026-03-04', reason: '', article: null }])}::jsonb) WHERE id = ${id}`)
    expect((await recompute('yu')).body).toMatchObject({ cases: 1 })
    const view = await read('yu')
    expect(visible(view)).toEqual(near(await counted()))
    expect(view.cells.some(({ pausedShare }) => pausedShare > 0)).toBe(true)
  })
  test('two runs at once disturb nothing, and each run is on record with who asked for it', async () => {
    await house.db.execute(sql`DELETE FROM flow_sources`)
    const deps = { db: house.db, processes: Object.values(processes) }
    await Promise.all([refreshFlow(deps, 5_000), refreshFlow(deps, 5_000)])
    expect(visible(await read('yu'))).toEqual(near(await counted()))
    const runs = await house.db.select().from(flowRuns)
    expect([...new Set(runs.map(({ by }) => by))]).toEqual(['yu'])
    await expect(house.db.execute(sql`UPDATE flow_runs SET by = 'nobody'`)).rejects.toThrow()
  })
  test('a run that is stopped half-way is taken up where it was', async () => {
    await house.db.execute(sql`DELETE FROM flow_sources`)
    const deps = { db: house.db, processes: Object.values(processes) }
    expect(await refreshFlow(deps, -1)).toEqual({ cases: 0, weeks: 0, more: true })
    expect(await refreshFlow(deps, 5_000)).toMatchObject({ cases: 6, more: false })
  })
})

describe('whose figures', () => {
  test('county, city and province leaders see the county; another county is nowhere', async () => {
    const county = await read('gao')
    expect(county).toMatchObject({ region: { code: '330802' }, regions: [{ code: '330802' }] })
    for (const who of ['yu', 'shi', 'sheng'])
      expect(visible(await read(who))).toEqual(visible(county))
    expect((await read('yu', '&region=330881')).cells).toEqual([])
    expect(
      (await house.as('gao', `/api/supervision/flow?process=${process}&region=330881`)).body.code,
    ).toBe('not-found')
    expect(
      (await house.as('gao', `/api/supervision/flow?process=${process}&region=330800`)).body.code,
    ).toBe('not-found')
  })
  test('inspectors, enterprises and strangers are refused, also the reckoning', async () => {
    for (const who of ['lin', 'qi']) {
      expect((await house.as(who, `/api/supervision/flow?process=${process}`)).status).toBe(403)
      expect((await recompute(who)).status).toBe(403)
    }
    expect((await house.send(`/api/supervision/flow?process=${process}`)).status).toBe(401)
  })
  test('nonsense is refused', async () => {
    for (const query of [
      '&region=atlantis',
      '&from=yesterday',
      '&from=2026-03-10&to=2026-03-01',
      '&from=2020-01-01&to=2026-03-01',
    ])
      expect(
        (await house.as('yu', `/api/supervision/flow?process=${process}${query}`)).body.code,
        query,
      ).toBe('invalid-input')
    expect((await house.as('yu', '/api/supervision/flow?process=constructor')).body.code).toBe(
      'not-found',
    )
  })
})

test('the cases behind a figure, latest first, in pages, and only those that went back', async () => {
  const list = (query: string) =>
    house.as(
      'gao',
      `/api/supervision/flow/cases?process=${process}&state=handling.verifying${query}`,
    )
  const whole = (await list('')).body
  expect(
    v.safeParse(contract['GET /api/supervision/flow/cases'].answer, whole).issues,
  ).toBeUndefined()
  expect(whole.total).toBe(8)
  const ends = whole.items.map((one: { leftAt: string }) => one.leftAt)
  expect(ends).toEqual(ends.toSorted().reverse())
  const first = (await list('&limit=5')).body
  const second = (await list(`&limit=5&cursor=${first.cursor}`)).body
  expect([...first.items, ...second.items]).toEqual(whole.items)
  const monday = mondayOf('2026-03-02')
  expect((await list(`&from=${monday}&to=${monday}`)).body.total).toBeLessThanOrEqual(8)
  const back = await house.as(
    'gao',
    `/api/supervision/flow/cases?process=${process}&state=handling.ordering&returned=1`,
  )
  expect(back.body.items.map(({ returned }: { returned: boolean }) => returned)).toEqual([
    true,
    true,
  ])
})
