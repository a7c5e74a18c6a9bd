// Does a list show each row once, page after page, and does a search find what was meant and nothing else?
import { randomUUID } from 'node:crypto'
import { type SQL, sql } from 'drizzle-orm'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { readCases } from '../../../db/cases/cases-reads.ts'
import { readQuarantine } from '../../../db/devices/dead-letters-reads.ts'
import {
  containing,
  cut,
  decodeCursor,
  encodeCursor,
  type Order,
  pageOf,
} from '../../../db/keyset.ts'
import { quarantine } from '../../../db/schema/cases/quarantine.ts'
import { enterprises } from '../../../db/schema/organisation/organisation.ts'
import { DomainError } from '../../../domain/language/errors.ts'
import { caseIn } from '../tasks/waiting.ts'
import { openStore, type Store, second } from './stored.ts'

let opened: Store
beforeAll(async () => {
  opened = await openStore()
})
afterAll(() => opened?.close())

type Row = { total: number; sort: string | null; key: string | null; shown: string }
/** All pages of a list of moments, one after another, with what each says of the whole. */
const pagesOf = async (rows: [at: string, id: string][], order: Order, limit: number) => {
  const values = rows.map(([at, id]) => sql`(${at}::timestamptz, ${id}::text)`)
  const list: SQL =
    values.length > 0
      ? sql`SELECT * FROM (VALUES ${sql.join(values, sql`, `)}) v (sort, id)`
      : sql`SELECT now() AS sort, '' AS id WHERE false`
  const parts = { hits: list, columns: sql`upper(page.id) AS shown`, joins: sql``, order }
  const pages: string[][] = []
  const totals: number[] = []
  let cursor: string | null | undefined
  do {
    const after = decodeCursor(cursor ?? undefined)
    const found = await opened.db.execute<Row>(pageOf({ ...parts, after, limit }))
    const page = cut(found.rows, limit)
    pages.push(page.rows.map(({ shown }) => shown))
    totals.push(page.total)
    cursor = page.cursor
  } while (cursor !== null && pages.length < 20)
  return { pages, totals }
}

describe('a list', () => {
  const rows: [string, string][] = [
    [second(2), 'b'],
    [second(1), 'e'],
    [second(2), 'a'],
    [second(2), 'c'],
    [second(3), 'd'],
  ]

  test('is shown in its order, of one moment by id, each row on one page, with the total on each', async () => {
    expect(await pagesOf(rows, 'ascending', 2)).toEqual({
      pages: [['E', 'A'], ['B', 'C'], ['D']],
      totals: [5, 5, 5],
    })
    expect((await pagesOf(rows, 'descending', 2)).pages).toEqual([['D', 'C'], ['B', 'A'], ['E']])
  })
  test('that ends with a full page has no empty one after it; an empty list is one empty page', async () => {
    expect((await pagesOf(rows, 'ascending', 5)).pages).toHaveLength(1)
    expect((await pagesOf(rows.slice(0, 4), 'ascending', 2)).pages).toHaveLength(2)
    expect(await pagesOf([], 'descending', 2)).toEqual({ pages: [[]], totals: [0] })
  })
  test.each<Order>(['ascending', 'descending'])(
    'of rows that the database wrote within one millisecond, %s, has neither gap nor repetition',
    async (order) => {
      const fine = ['.000701', '.000702', '.000702', '.000300', '.000999', '.001'].map(
        (part, nth): [string, string] => [`2026-03-01T01:00:00${part}Z`, `r${nth}`],
      )
      const { pages } = await pagesOf(fine, order, 2)
      const up = ['R3', 'R0', 'R1', 'R2', 'R4', 'R5']
      expect(pages.flat()).toEqual(order === 'ascending' ? up : up.reverse())
    },
  )
  test('of commands that were laid aside in one transaction shows each of them once', async () => {
    const ids = ['q-1', 'q-2', 'q-3', 'q-4', 'q-5']
    const at = sql`timestamptz '2026-03-01 01:00:00.000700Z'`
    await opened.db
      .insert(quarantine)
      .values(ids.map((id) => ({ id, caseId: 'nowhere', error: 'x', at })))
    const seen: string[] = []
    let cursor: string | null | undefined
    do {
      const query = { regions: [], caseless: true, limit: 2, cursor: cursor ?? undefined }
      const page = await readQuarantine(opened.db, query)
      seen.push(...page.rows.map(({ id }) => id))
      cursor = page.cursor
    } while (cursor !== null && seen.length < 20)
    expect(seen).toEqual(ids.reverse())
  })
  test('begins where its cursor says; without one at its beginning', () => {
    const place = { at: second(1), id: '衢 1' }
    expect(decodeCursor(encodeCursor(place))).toEqual(place)
    expect([decodeCursor(undefined), decodeCursor('')]).toEqual([null, null])
  })
  test.each([
    ['no base64 of anything', '%%%'],
    ['no list', Buffer.from('{"at":1}').toString('base64url')],
    ['a moment that is none', Buffer.from('["soon","a"]').toString('base64url')],
    ['a moment that is a number', Buffer.from('[5,"a"]').toString('base64url')],
    ['an id that is none', Buffer.from(`["${second(1)}",5]`).toString('base64url')],
  ])('whose cursor is %s is refused, and the field is named', (_, cursor) => {
    const refused = (() => {
      try {
        return decodeCursor(cursor)
      } catch (error) {
        return error
      }
    })()
    expect(refused).toBeInstanceOf(DomainError)
    expect(refused).toMatchObject({
      code: 'invalid-input',
      reasons: [{}],
      details: { fields: { cursor: {} } },
    })
  })
})

test('a word is searched for as it is written: no sign in it stands for another', async () => {
  const matches = async (one: string, word: string) => {
    const { rows } = await opened.db.execute<{ is: boolean }>(
      sql`SELECT ${one} ILIKE ${containing(word)} AS is`,
    )
    return rows[0]?.is
  }
  expect(await matches('about 5% less', '5%')).toBe(true)
  expect(await matches('about 50 less', '5%')).toBe(false)
  expect(await matches('a_b', 'A_B')).toBe(true)
  expect(await matches('axb', 'a_b')).toBe(false)
  expect(await matches('c:\\d', '\\d')).toBe(true)
  expect(await matches('50%_50%_', '%_5')).toBe(true)
})

describe('the list of cases', () => {
  const process = `p-${randomUUID()}`
  const ask = async (more: object = {}) => {
    const query = { process, status: null, q: null, after: null, limit: 10, ...more }
    const { rows, total, cursor } = await readCases(opened.db, query)
    return { ids: rows.map(({ key }) => key), rows, total, cursor }
  }
  beforeAll(async () => {
    const firm = { code: 'x', pinyin: '', region: '330802' as const, industry: '', address: '' }
    await opened.db
      .insert(enterprises)
      .values({ id: 'e-1', name: '衢江化工', principal: '', ...firm })
    await caseIn(opened.db, { id: 'old', process, openedAt: second(1), search: '油桶 youtong' })
    await caseIn(opened.db, { id: 'a', process, openedAt: second(2), status: 'closed', level: 2 })
    const words = { search: '油桶露天堆放 youtong lutian 一 二 三 四' }
    await caseIn(opened.db, { id: 'b', process, openedAt: second(2), owner: 'e-1', ...words })
    await caseIn(opened.db, { id: 'other', openedAt: second(3) })
  })

  test('shows those of a process newest first, with level and enterprise', async () => {
    const { ids, total, rows } = await ask()
    expect([ids, total]).toEqual([['b', 'a', 'old'], 3])
    expect(rows).toMatchObject([
      { enterprise: '衢江化工', level: null, record: { id: 'b' } },
      { enterprise: null, level: 2 },
      { enterprise: null },
    ])
    expect((await ask({ process: null })).ids).toEqual(['other', 'b', 'a', 'old'])
    expect((await ask({ status: 'closed' })).ids).toEqual(['a'])
    expect((await ask({ status: 'open' })).ids).toEqual(['b', 'old'])
  })
  test('goes on behind its cursor without a gap', async () => {
    const first = await ask({ limit: 1 })
    const rest = await ask({ limit: 5, after: decodeCursor(first.cursor ?? undefined) })
    expect([first.ids, rest.ids, rest.total, rest.cursor]).toEqual([['b'], ['a', 'old'], 3, null])
  })
  test('is searched for every word at once, in any case and order; of more than five words the first five', async () => {
    expect((await ask({ q: ' YOUTONG  油桶 ' })).ids).toEqual(['b', 'old'])
    expect((await ask({ q: '露天 youtong' })).ids).toEqual(['b'])
    expect((await ask({ q: '露天\tnowhere' })).ids).toEqual([])
    expect((await ask({ q: '   ' })).ids).toEqual(['b', 'a', 'old'])
    expect((await ask({ q: '一 二 三 四 油桶 nowhere' })).ids).toEqual(['b'])
    expect((await ask({ q: '一 二 三 四 nowhere' })).ids).toEqual([])
  })
})
