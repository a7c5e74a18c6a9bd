// Does an exported list hold what the list holds, for its reader alone?
import { readXlsx } from 'hucre/xlsx'
import { describe, expect, test } from 'vitest'
import type { CaseRow } from '../../../contract/case/lists.ts'
import { levelWords } from '../../../ui/clock/level-words.ts'
import { fetched, house, useExportHouse, workbook } from './export-house.ts'

useExportHouse()

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
