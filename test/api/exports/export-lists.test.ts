// Do boxes and the wall leave as they are shown, and is it on record who took them along?
import { sql } from 'drizzle-orm'
import { readXlsx } from 'hucre/xlsx'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { InboxRow } from '../../../contract/case/lists.ts'
import type { WallLane } from '../../../contract/supervision/supervision.ts'
import { type House, hazard, openHouse } from '../house.ts'

let house: House

beforeAll(async () => {
  house = await openHouse()
  for (const title of ['=1+1', '@SUM(A1)', '“引号”,逗号\n换行', '普通隐患'])
    expect(
      (
        await house.as('qi', '/api/cases/hazard-rectification', {
          json: { data: hazard({ title }) },
        })
      ).status,
    ).toBe(201)
})
afterAll(() => house.close())

const fetchedFrom = async (who: string, path: string): Promise<Response> =>
  house.app.request(`/api/exports/${path}`, { headers: { cookie: await house.signIn(who) } })
const fetched = (who: string, query: string) => fetchedFrom(who, `cases?${query}`)

const workbook = async (answer: Response): Promise<unknown[][]> => {
  const { sheets } = await readXlsx(new Uint8Array(await answer.arrayBuffer()))
  return sheets[0]!.rows.map((row) =>
    row.map((cell) => (cell instanceof Date ? cell.toISOString().slice(0, 10) : cell)),
  )
}

describe('the other lists', () => {
  test.each(['todo', 'pool', 'done', 'mine', 'cc'])(
    'the box %s holds what the box shows, in its order',
    async (box) => {
      for (const who of ['lin', 'jiang', 'qi']) {
        const rows = await workbook(await fetchedFrom(who, `inbox?format=xlsx&box=${box}`))
        const { items } = (await house.as(who, `/api/inbox?limit=200&box=${box}`))
          .body as unknown as { items: InboxRow[] }
        expect(rows[0]).toEqual([
          '编号',
          '事项',
          '企业',
          '地区',
          '任务',
          '环节',
          '级别',
          '办理人',
          '收到日期',
          '办理期限',
          '剩余时间',
        ])
        const [numbers, tasks, dates] = [0, 4, 9].map((column) =>
          rows.slice(1).map((row) => row[column] ?? null),
        )
        expect(numbers).toEqual(items.map(({ number }) => number))
        expect(tasks).toEqual(items.map(({ task }) => task?.zh ?? null))
        expect(dates).toEqual(items.map(({ due }) => due?.date ?? null))
      }
    },
  )
  test('the wall holds its lanes, in its order and within its filter, in English when asked', async () => {
    for (const [who, query] of [
      ['lin', ''],
      ['yu', 'region=330802'],
      ['yu', 'late=1'],
      ['jiang', 'region=330802'],
    ] as const) {
      const rows = await workbook(await fetchedFrom(who, `clocks?format=xlsx&lang=en&${query}`))
      const { items } = (await house.as(who, `/api/supervision/clocks?limit=200&${query}`))
        .body as unknown as { items: WallLane[] }
      const visible = items.map(({ number, title, state, clock, due }) => [
        number,
        title,
        state.en,
        clock.words.en,
        due.date,
      ])
      expect(rows.slice(1).map((row) => [0, 1, 4, 6, 9].map((column) => row[column]))).toEqual(
        visible,
      )
    }
    expect((await workbook(await fetchedFrom('lin', 'clocks?format=xlsx'))).length).toBe(5)
    expect((await fetchedFrom('qi', 'clocks?format=csv')).status).toBe(403)
    expect((await fetchedFrom('lin', 'inbox?format=csv&box=all')).status).toBe(422)
  })
  test('as CSV hold no formula either', async () => {
    for (const path of ['inbox?format=csv&box=mine', 'inbox?format=csv']) {
      const words = await (await fetchedFrom('qi', path)).text()
      expect(words).not.toMatch(/(^|,)"?[=@]/m)
    }
    expect(await (await fetchedFrom('qi', 'inbox?format=csv&box=mine')).text()).toContain(",'=1+1,")
  })
})

describe('the record of exports', () => {
  type Event = {
    export_id: string
    event: string
    person: string
    list: string
    format: string
    query: object
    rows: number
  }
  const eventsOf = async (who: string) =>
    (
      await house.db.execute<Event>(
        sql`SELECT * FROM export_events WHERE person = ${`person:${who}`} ORDER BY at, event`,
      )
    ).rows

  test('says who took what along with which filter, how many rows, and that it arrived', async () => {
    await (await fetched('wu', 'format=csv&status=open&q=普通')).text()
    await expect.poll(() => eventsOf('wu')).toHaveLength(2)
    const columnOf = { list: 'cases', format: 'csv', query: { status: 'open', q: '普通' }, rows: 1 }
    expect(await eventsOf('wu')).toMatchObject([
      { event: 'begun', ...columnOf },
      { event: 'finished', ...columnOf },
    ])
  })
  test('says that a reader has gone, is not written by a look at the head, and is never rewritten', async () => {
    const head = { method: 'HEAD', headers: { cookie: await house.signIn('chen') } }
    await house.app.request('/api/exports/cases?format=csv', head)
    expect(await eventsOf('chen')).toEqual([])
    await (await fetched('chen', 'format=csv')).body?.cancel()
    await expect.poll(() => eventsOf('chen')).toHaveLength(2)
    expect((await eventsOf('chen')).map(({ event }) => event).sort()).toEqual([
      'begun',
      'broken-off',
    ])
    await expect(house.db.execute(sql`DELETE FROM export_events`)).rejects.toThrow()
    await expect(house.db.execute(sql`UPDATE export_events SET rows = 0`)).rejects.toThrow()
  })
})
