// Does an exported list hold what the list holds, for its reader alone, and does it cost little however long it is?
import type { AddressInfo } from 'node:net'
import { setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'
import { serve } from '@hono/node-server'
import { sql } from 'drizzle-orm'
import { readXlsx } from 'hucre/xlsx'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { CaseRow } from '../../../contract/case/lists.ts'
import { levelWords } from '../../../ui/clock/level-words.ts'
import { createUnpacker } from '../../../ui/list/export.ts'
import { type House, hazard, openHouse } from '../house.ts'

let house: House
let connections = 0
const many = 10_000

/** Copies of the first case, each opened a second before the one before. */
/** A thousand at a time: one statement may take only so long. */
const multiply = async (region: string, count: number, from: string) => {
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

const titles = ['=1+1', '@SUM(A1)', '“引号”,逗号\n换行', '普通隐患']

beforeAll(async () => {
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

const fetched = async (who: string, query: string, signal?: AbortSignal): Promise<Response> =>
  house.app.request(`/api/exports/cases?${query}`, {
    headers: { cookie: await house.signIn(who) },
    ...(signal ? { signal } : {}),
  })

const workbook = async (answer: Response): Promise<unknown[][]> => {
  const { sheets } = await readXlsx(new Uint8Array(await answer.arrayBuffer()))
  return sheets[0]!.rows.map((row) =>
    row.map((cell) => (cell instanceof Date ? cell.toISOString().slice(0, 10) : cell)),
  )
}

const day = (at: string | null) =>
  at === null ? null : new Date(Date.parse(at) + 8 * 3_600_000).toISOString().slice(0, 10)
const levels = {
  zh: Object.values(levelWords).map(({ zh }) => zh),
  en: Object.values(levelWords).map(({ en }) => en),
}
const listed = async (
  who: string,
  query: string,
  lang: 'zh' | 'en' = 'zh',
): Promise<unknown[][]> => {
  const { items } = (await house.as(who, `/api/cases?limit=200&${query}`)).body as unknown as {
    items: CaseRow[]
  }
  return items.map((row) => [
    row.number,
    row.title,
    row.enterprise,
    row.region[lang],
    row.state[lang],
    row.level && levels[lang][row.level - 1],
    day(row.openedAt),
    row.due?.date ?? null,
    row.due?.words[lang] ?? null,
    day(row.closedAt),
  ])
}

describe('the file', () => {
  test.each(['lin', 'jiang', 'yu', 'qi'])(
    'of %s holds the rows of his list, in order, and no others',
    async (who) => {
      const rows = await workbook(await fetched(who, 'format=xlsx'))
      const list = await listed(who, '')
      expect(rows[0]).toEqual([
        '编号',
        '事项',
        '企业',
        '地区',
        '环节',
        '级别',
        '立案日期',
        '办理期限',
        '剩余时间',
        '办结日期',
      ])
      expect(rows.slice(1)).toEqual(list)
      expect(list.length).toBe({ lin: 4, jiang: 3, yu: 7, qi: 4 }[who])
    },
  )
  test('speaks to an enterprise in public words, and English when asked', async () => {
    const [, ...mine] = await workbook(await fetched('qi', 'format=xlsx&lang=en'))
    const [, ...theirs] = await workbook(await fetched('lin', 'format=xlsx&lang=en'))
    expect(mine).toEqual(await listed('qi', '', 'en'))
    expect(mine[0]![4]).not.toBe(theirs[0]![4])
  })
  test.each([
    'q=%E6%99%AE%E9%80%9A',
    'status=closed',
    'status=open&q=qzsyhg',
    'process=hazard-rectification',
    'process=none',
    'q=%25',
  ])('is filtered as the list is: %s', async (query) => {
    const answer = await fetched('yu', `format=xlsx&${query}`)
    const list = await listed('yu', query)
    expect(answer.headers.get('x-total-rows')).toBe(String(list.length))
    expect((await workbook(answer)).slice(1)).toEqual(list)
  })
  test('is named after the list and the day', async () => {
    const name = async (query: string) => {
      const answer = await fetched('lin', query)
      await answer.body?.cancel()
      return decodeURIComponent(answer.headers.get('content-disposition') ?? '')
    }
    const today = day(await house.clock.now())
    expect(await name('format=xlsx')).toBe(`attachment; filename*=UTF-8''案件清单-${today}.xlsx`)
    expect(await name('format=csv&lang=en')).toBe(`attachment; filename*=UTF-8''Cases-${today}.csv`)
  })
  test('as CSV begins with the mark of UTF-8 and holds no formula', async () => {
    const bytes = new Uint8Array(await (await fetched('lin', 'format=csv')).arrayBuffer())
    expect([...bytes.subarray(0, 3)]).toEqual([0xef, 0xbb, 0xbf])
    const words = new TextDecoder().decode(bytes)
    expect(words).toContain(",'=1+1,")
    expect(words).toContain(",'@SUM(A1),")
    expect(words).toContain(',"“引号”,逗号\n换行",')
    expect(words).not.toMatch(/(^|,)"?[=@]/m)
  })
  test('in a workbook keeps such a title as text', async () => {
    const { sheets } = await readXlsx(
      new Uint8Array(await (await fetched('lin', 'format=xlsx')).arrayBuffer()),
      { readStyles: true },
    )
    expect(sheets[0]!.rows.some((row) => row[1] === '=1+1')).toBe(true)
    expect(
      [...(sheets[0]!.cells?.values() ?? [])].filter((cell) => 'formula' in cell && cell.formula),
    ).toEqual([])
  })
})

describe('who may', () => {
  test('nobody without a session, and nobody asks for another kind of file', async () => {
    expect((await house.send('/api/exports/cases?format=csv')).status).toBe(401)
    for (const query of ['', 'format=pdf', 'format=csv&lang=fr', 'format=csv&status=lost'])
      expect((await fetched('lin', query)).status).toBe(422)
  })
  test('two exports at once, not three; an end of any kind gives the place back', async () => {
    const gone = new AbortController()
    const first = await fetched('gao', 'format=csv')
    const second = await fetched('gao', 'format=xlsx', gone.signal)
    const third = await fetched('gao', 'format=csv')
    expect([first.status, second.status, third.status]).toEqual([200, 200, 429])
    expect([third.headers.get('retry-after'), (await fetched('lin', 'format=csv')).status]).toEqual(
      ['5', 200],
    )
    gone.abort()
    await first.text()
    const again = [await fetched('gao', 'format=xlsx'), await fetched('gao', 'format=csv')]
    expect(again.map(({ status }) => status)).toEqual([200, 200])
    for (const one of again) await one.body?.cancel()
    const head = () =>
      house.app.request('/api/exports/cases?format=csv', { method: 'HEAD', headers: { cookie } })
    const cookie = await house.signIn('gao')
    for (let n = 0; n < 4; n += 1) expect((await head()).status).toBe(200)
    expect((await fetched('gao', 'format=csv')).status).toBe(200)
  })
})

describe('a long list', () => {
  beforeAll(() => multiply('330802', many, '批'), 120_000)
  const quiet = () => new Promise((resolve) => setTimeout(resolve, 400))
  /** Pages of a list that is read whole, and a few for who asks. */
  const ofTheWhole = 48
  /** How often the database was asked, once it is no more; a page may still be under way on a busy machine. */
  const allConnections = async () => {
    for (let known = -1; known !== connections; ) {
      known = connections
      await quiet()
    }
    return connections
  }
  setFlagsFromString('--expose-gc')
  const collect = runInNewContext('gc') as () => void
  /** What is held, in MB, garbage swept. */
  const held = () => {
    collect()
    const { heapUsed, external } = process.memoryUsage()
    return (heapUsed + external) / 1e6
  }

  test.each(['csv', 'xlsx'])(
    'of %s comes whole, in frames that count, within a bound of memory',
    async (format) => {
      const answer = await fetched('zhou', `format=${format}&progress=1`)
      const parts: Uint8Array[] = []
      const steps = new Set<number>()
      const unpack = createUnpacker((rows, part) => {
        steps.add(rows)
        parts.push(part)
      })
      const before = held()
      let most = before
      for await (const chunk of answer.body!) {
        const known = steps.size
        unpack.take(chunk)
        if (steps.size > known && steps.size % 8 === 0) most = Math.max(most, held())
      }
      console.log(
        `${format}: ${many} rows, ${(most - before).toFixed(0)} MB above ${before.toFixed(0)} MB`,
      )
      expect(unpack.whole()).toBe(true)
      expect(Math.max(...steps)).toBe(many + titles.length)
      expect(steps.size).toBeGreaterThan(10)
      expect(most - before).toBeLessThan(40)
      const bytes = Buffer.concat(parts)
      const rows =
        format === 'xlsx'
          ? (await workbook(new Response(bytes))).map((row) => row[0])
          : bytes.toString().match(/^批\d+/gm)!
      const numbers = rows.filter((number) => String(number).startsWith('批'))
      expect(numbers).toEqual(Array.from({ length: many }, (_, n) => `批${n + 1}`))
    },
  )
  test('is read no faster than it is taken', async () => {
    const answer = await fetched('zhou', 'format=csv')
    const before = connections
    const reader = answer.body!.getReader()
    await reader.read()
    await reader.read()
    const taken = (await allConnections()) - before
    await reader.cancel()
    expect(taken).toBeLessThan(ofTheWhole / 4)
  })
  test('never looks whole when its request was aborted, and is not read on', async () => {
    const gone = new AbortController()
    const answer = await fetched('zhou', 'format=csv', gone.signal)
    const reader = answer.body!.getReader()
    for (let n = 0; n < 3; n += 1) await reader.read()
    gone.abort()
    const before = connections
    const drain = async () => {
      while (!(await reader.read()).done);
    }
    await expect(drain()).rejects.toThrow()
    // a page that was under way, and the record of the end with its moment
    expect(connections - before).toBeLessThanOrEqual(3)
  })
  test('is read no further once its reader has gone', async () => {
    const server = serve({ fetch: house.app.fetch, port: 0, hostname: '127.0.0.1' })
    await new Promise((resolve) => server.once('listening', resolve))
    const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/api/exports/cases?format=`
    const headers = { cookie: await house.signIn('fang') }
    const before = connections
    for (let n = 0; n < 4; n += 1) {
      const gone = new AbortController()
      const answer = await fetch(url + (n % 2 ? 'csv' : 'xlsx'), { headers, signal: gone.signal })
      expect(answer.status).toBe(200)
      await answer.body!.getReader().read()
      gone.abort()
      await quiet()
    }
    expect((await allConnections()) - before).toBeLessThan(2 * ofTheWhole)
    await new Promise((resolve) => server.close(resolve))
  })
  test('of more than 200,000 rows is refused before the first one, and keeps no place', async () => {
    // Nothing is looked up any more in this database, and in parts each has its time.
    await house.db.execute(sql`
      DO $$ DECLARE one record; BEGIN
        FOR one IN SELECT indexrelid::regclass AS name FROM pg_index WHERE indrelid = 'cases'::regclass AND NOT indisunique
        LOOP EXECUTE 'DROP INDEX ' || one.name; END LOOP;
      END $$`)
    for (let from = 1; from <= 200_001; from += 25_000)
      await house.db.execute(sql`
        INSERT INTO cases (id, process, chart, number, generation, revision, status, region, title, search, state, record, opened_at)
        SELECT '超' || n, 'none', 1, '超' || n, 1, 1, 'open', '330881', '', '', '', '{}', now()
        FROM generate_series(${from}::int, least(${from}::int + 24999, 200001)) n`)
    for (let n = 0; n < 3; n += 1) {
      const { status, body } = await house.as('jiang', '/api/exports/cases?format=csv&process=none')
      expect([status, body.reasons[0].en]).toEqual([
        422,
        '200001 cases; at most 200000 at once, narrow the filter',
      ])
    }
  })
})
