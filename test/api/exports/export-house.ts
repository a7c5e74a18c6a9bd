// How is an exported list fetched and read in these tests?
import { sql } from 'drizzle-orm'
import { readXlsx } from 'hucre/xlsx'
import { afterAll, beforeAll, expect } from 'vitest'
import { type House, hazard, openHouse } from '../house.ts'

export let house: House
export let connections = 0

/** Copies of the first case, each opened a second before the one before. */
/** A thousand at a time: one statement may take only so long. */
export const multiply = async (region: string, count: number, from: string) => {
  for (let first = 1; first <= count; first += 1_000)
    await addCopies(region, { first, last: Math.min(count, first + 999) }, from)
}

const addCopies = (
  region: string,
  { first, last }: { first: number; last: number },
  from: string,
) =>
  house.db.execute(sql`
    INSERT INTO cases (id, process, chart, number, generation, revision, status, region, owner, title, search, state, level, record, opened_at)
    SELECT ${from} || n, process, chart, ${from} || n, generation, revision, status, ${region}, NULL, ${from} || '件' || n, ${from} || n, state, level,
      record || jsonb_build_object('number', ${from} || n, 'title', ${from} || '件' || n, 'region', ${region}::text),
      opened_at - n * interval '1 second'
    FROM (SELECT * FROM cases WHERE number NOT LIKE '批%' ORDER BY opened_at LIMIT 1) first, generate_series(${first}::int, ${last}::int) n`)

export const titles = ['=1+1', '@SUM(A1)', '“引号”,逗号\n换行', '普通隐患']

/** Called at the head of each file of tests, which gets one of its own. */
export const useExportHouse = (): void => {
  beforeAll(async () => {
    connections = 0
    house = await openHouse()
    house.deps.connection.pool.on('acquire', () => {
      connections += 1
    })
    for (const title of titles) {
      const { status } = await house.as('qi', '/api/cases/hazard-rectification', {
        json: { data: hazard({ title }) },
      })
      expect(status).toBe(201)
    }
    await multiply('330881', 3, '邻')
  })
  afterAll(() => house.close())
}

export const fetched = async (
  who: string,
  query: string,
  signal?: AbortSignal,
): Promise<Response> =>
  house.app.request(`/api/exports/cases?${query}`, {
    headers: { cookie: await house.signIn(who) },
    ...(signal ? { signal } : {}),
  })

export const workbook = async (answer: Response): Promise<unknown[][]> => {
  const { sheets } = await readXlsx(new Uint8Array(await answer.arrayBuffer()))
  return sheets[0]!.rows.map((row) =>
    row.map((cell) => (cell instanceof Date ? cell.toISOString().slice(0, 10) : cell)),
  )
}
