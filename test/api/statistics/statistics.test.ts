// Do the statistics say what the timelines say, in a page and a file alike, and reach nobody outside their scope?
import { randomUUID } from 'node:crypto'
import { sql } from 'drizzle-orm'
import { readXlsx } from 'hucre/xlsx'
import * as v from 'valibot'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { contract } from '../../../contract/contract.ts'
import { quarterOfDay } from '../../../domain/statistics/period.ts'
import { asking, process, valuesOf } from '../../statistics/asking.ts'
import { countIndependently, type Story, spans } from '../../statistics/independent.ts'
import { storyteller, writeAll } from '../../statistics/stories.ts'
import { enterpriseId } from '../../support/people/people.ts'
import { type House, openHouse } from '../house.ts'

let house: House
let { ask, read, sign } = {} as ReturnType<typeof asking>

beforeAll(async () => {
  house = await openHouse()
  ;({ ask, read, sign } = asking(house))
  await house.clock.setNow('2026-08-16T09:00:00.000Z')
  await writeAll(storyteller(house))
}, 120_000)
afterAll(() => house.close())

/** The timelines of all cases, as somebody of the province reads them. */
const timelines = async (): Promise<Story[]> => {
  const { items } = (await house.as('sheng', '/api/cases?limit=200')).body as {
    items: { id: string }[]
  }
  return Promise.all(
    items.map(async ({ id }) => ({
      id,
      items: (await house.as('sheng', `/api/cases/${id}/timeline`)).body.items,
    })),
  )
}
describe('statistics', () => {
  test.each(Object.entries(spans))(
    'of %s equal a count made independently from the timelines',
    async (period, span) => {
      const view = valuesOf(await read('shi', `region=330800&period=${period}`))
      const expected = countIndependently(await timelines(), span)
      expect(Object.fromEntries(Object.keys(expected).map((id) => [id, view[id]]))).toEqual(
        expected,
      )
      const others = Object.entries(view).filter(
        ([id, value]) => expected[id] === undefined && value !== 0 && value !== null,
      )
      expect(others).toEqual([])
    },
  )
})

test('without a period the quarter opens for which a report is due, and where it is empty the newest with something in it', async () => {
  const { periods } = await read('shi', 'region=330800')
  const quarters = periods.filter(({ kind }) => kind === 'quarter').map(({ id }) => id)
  const [running, due] = quarters
  const isFilled = async (region: string, period: string) =>
    Object.values(valuesOf(await read('shi', `region=${region}&period=${period}`))).some(Boolean)
  const expectedFor = async (region: string) => {
    if (await isFilled(region, due ?? '')) return due
    return (await isFilled(region, running ?? '')) ? running : due
  }
  await house.db.execute(sql`
    INSERT INTO statistics_days (process, region, figure, stock, day, n)
    VALUES (${process}, '330881', 'overdue', true, '2099-01-01', 1)`)
  for (const region of ['330800', '330802', '330803', '330824', '330881'])
    expect([region, (await read('shi', `region=${region}`)).period.id]).toEqual([
      region,
      await expectedFor(region),
    ])
  await house.db.execute(sql`DELETE FROM statistics_days WHERE day = '2099-01-01'`)
})

test('sums of days are those of the cases, also after they were counted again', async () => {
  const odd = sql`
    WITH e AS (
      SELECT region, figure, stock, day, sum(n) AS n FROM (
        SELECT region, figure, stock, day, n FROM statistics_entries
        UNION ALL SELECT region, figure, stock, until, -n FROM statistics_entries WHERE until IS NOT NULL
      ) one GROUP BY region, figure, stock, day
    ) SELECT count(*)::int AS n FROM e FULL JOIN statistics_days d USING (region, figure, stock, day)
      WHERE coalesce(e.n, 0) <> coalesce(d.n, 0)`
  expect((await house.db.execute(odd)).rows).toEqual([{ n: 0 }])
  await house.db.execute(sql`UPDATE statistics_sources SET version = 0`)
  const before = await read('shi', 'region=330800&period=2026')
  expect((await house.db.execute(odd)).rows).toEqual([{ n: 0 }])
  expect(
    (
      await house.db.execute(
        sql`SELECT count(*)::int AS n FROM statistics_sources WHERE version = 0`,
      )
    ).rows,
  ).toEqual([{ n: 0 }])
  expect((await read('shi', 'region=330800&period=2026')).hash).toBe(before.hash)
})

describe('behind a figure', () => {
  test('stand as many cases as it says, each with its state', async () => {
    const view = await read('shi', 'region=330802&period=2026Q3')
    for (const { id, value, behind } of view.figures.filter(
      (one) => one.behind && (one.value ?? 0) > 0,
    )) {
      const { body } = await ask('shi', `region=330802&period=2026Q3&figure=${id}`, '/cases')
      expect(v.safeParse(contract['GET /api/statistics/cases'].answer, body).success, id).toBe(true)
      expect({
        id,
        n: body.items.reduce((sum: number, { n }: { n: number }) => sum + n, 0),
      }).toEqual({ id, n: value })
      expect(
        behind &&
          body.items.every(
            (row: { state: unknown; number: string | null }) => row.state && row.number,
          ),
      ).toBe(true)
    }
  })
  test('a case that lies elsewhere by now counts and shows nothing of itself', async () => {
    const { body } = await ask('gao', 'region=330802&period=2026Q3&figure=handed-over', '/cases')
    expect(body.items).toEqual([
      expect.objectContaining({
        id: null,
        number: null,
        title: null,
        enterprise: null,
        state: null,
        n: 1,
      }),
    ])
  })
  test('a rate has no cases of its own', async () => {
    expect((await ask('gao', 'region=330802&period=2026Q3&figure=rate', '/cases')).status).toBe(404)
    expect(
      (await ask('gao', 'region=330802&period=2026Q3&figure=constructor', '/cases')).status,
    ).toBe(404)
  })
})

describe('the page', () => {
  test('has the shape of the document, with counties that add up', async () => {
    const view = await read('shi', 'region=330800&period=2026Q3')
    expect(v.safeParse(contract['GET /api/statistics'].answer, view).success).toBe(true)
    const sum = view.parts.reduce((total, { values }) => total + (values.reported ?? 0), 0)
    expect([view.parts.length > 5, sum]).toEqual([true, valuesOf(view).reported])
    expect(view.due).toEqual({ date: '2026-10-15', overdue: true, provisional: false })
    expect((await read('shi', 'region=330800&period=2026')).due.date).toBe('2027-01-31')
  })
  test.each([
    ['a county of another', 'gao', 'region=330881&period=2026Q3', 404],
    ['the city, for a county', 'gao', 'region=330800&period=2026Q3', 404],
    ['the region, for an enterprise', 'mao', 'region=330802&period=2026Q3', 404],
    ['another enterprise', 'mao', 'enterprise=e-9&period=2026Q3', 404],
    ['an enterprise of another county', 'jiang', `enterprise=${enterpriseId}&period=2026Q3`, 404],
    ['a quarter that has not begun', 'gao', 'region=330802&period=2027Q1', 422],
    ['no quarter', 'gao', 'region=330802&period=2026Q5', 422],
  ])('%s is refused', async (_, who, query, status) => {
    for (const path of ['', '/enterprise', '/cases', '/export']) {
      expect((await ask(who, `${query}&figure=open&format=csv`, path)).status, path).toBe(
        path === '/enterprise' && status === 404 ? 404 : status,
      )
    }
  })
  test('a process that does not exist is not found', async () => {
    expect(
      (await house.as('gao', '/api/statistics?process=constructor&period=2026Q3')).status,
    ).toBe(404)
  })
})

describe('a file', () => {
  const file = async (format: string, more = '') => {
    const answer = await house.send(
      `/api/statistics/export?process=${process}&region=330800&period=2026Q3&format=${format}${more}`,
      {
        headers: { cookie: await house.signIn('shi') },
      },
    )
    return {
      type: answer.headers.get('content-type'),
      bytes: new Uint8Array(await answer.arrayBuffer()),
    }
  }
  test('says what the page says, figure by figure and county by county', async () => {
    const view = await read('shi', 'region=330800&period=2026Q3')
    const text = new TextDecoder().decode((await file('csv')).bytes)
    const { bytes } = await file('xlsx')
    const [sheet] = (await readXlsx(bytes)).sheets
    const rows = new Map(sheet!.rows.map((row) => [`${row[0]}/${row[1]}`, row]))
    const groups = new Map(view.groups.map(({ id, words }) => [id, words.zh]))
    for (const { id, group, words, kind, value } of view.figures.filter(
      ({ kind }) => kind !== 'ratio' && kind !== 'mean',
    )) {
      const parts = view.parts.map(({ values }) => values[id])
      expect({
        kind,
        row: rows.get(`${groups.get(group)}/${words.zh}`)!.slice(2, 3 + parts.length),
      }).toEqual({
        kind,
        row: [value, ...parts],
      })
      expect(text).toContain(`${groups.get(group)},${words.zh},${value},${parts.join(',')}`)
    }
    expect(rows.get('整改销号/整改率')![2]).toMatch(/^\d+(\.\d+)?%$/)
  })
  test('in English, and nothing in it is a formula', async () => {
    const { hash } = await read('shi', 'region=330800&period=2026Q3')
    expect((await sign('shi', { region: '330800' }, hash, randomUUID(), '=cmd|calc')).status).toBe(
      201,
    )
    const { type, bytes } = await file('csv', '&lang=en')
    const text = new TextDecoder().decode(bytes)
    expect(type).toBe('text/csv; charset=utf-8')
    expect(text).toContain('Rate of rectification')
    expect(text).toContain("'=cmd|calc")
  })
})

test('in a quarter after which nothing was counted for long, the newest with something in it opens', async () => {
  await house.clock.setNow('2029-01-05T02:00:00.000Z')
  const { rows } = await house.db.execute<{ region: string; newest: string }>(sql`
    SELECT region, max(day)::text AS newest FROM statistics_days WHERE process = ${process} AND n <> 0 GROUP BY region
    HAVING coalesce(sum(n) FILTER (WHERE stock), 0) = 0 LIMIT 1`)
  for (const { region, newest } of rows)
    expect((await read('shi', `region=${region}`)).period.id).toBe(quarterOfDay(newest))
})
