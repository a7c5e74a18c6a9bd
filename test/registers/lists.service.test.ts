// Does a register list what is sought, page by page, and tell each reader what he may do in it?
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { fits } from '../api/http/fits.ts'
import { at, change, openRegisters, pond, type Registers } from './keeping.ts'
import { ponds, tanks } from './toys.ts'

let kept: Registers
let house: Registers['house']
let propose: Registers['propose']
let decide: Registers['decide']
let list: Registers['list']
let entered: Registers['entered']
beforeAll(async () => {
  kept = await openRegisters()
  ;({ house, propose, decide, list, entered } = kept)
})
afterAll(() => house?.close())

const enteredPond = async (number: string): Promise<string> => {
  const { body } = await propose('lin', ponds.id, pond(number))
  expect((await decide('chen', ponds.id, body.id, 'approval')).status).toBe(200)
  return body.entry
}

describe('a list', () => {
  test('comes page by page, the nearest date first, and what has none last as it was entered', async () => {
    const dates = ['2026-09-01', '2026-04-01', undefined, '2026-06-01', undefined]
    for (const [n, checkBy] of dates.entries())
      await entered(`翻页罐${n}`, checkBy ? { checkBy } : {})
    const found: string[] = []
    for (let cursor: string | null = ''; cursor !== null; ) {
      const page: { items: { name: string }[]; total: number; cursor: string | null } = await list(
        'lin',
        tanks.id,
        `q=翻页罐&limit=2&cursor=${cursor}`,
      )
      expect([page.total, page.items.length <= 2]).toEqual([5, true])
      found.push(...page.items.map(({ name }) => name))
      cursor = page.cursor
    }
    expect(found).toEqual(['翻页罐1', '翻页罐3', '翻页罐0', '翻页罐2', '翻页罐4'])
  })

  test('shows an entry at its new place when its date becomes another or falls away', async () => {
    const names = async () =>
      (await list('lin', tanks.id, 'q=改期罐')).items.map(({ name }: { name: string }) => name)
    const [first] = [
      await entered('改期罐甲', { checkBy: '2026-04-01' }),
      await entered('改期罐乙', { checkBy: '2026-05-01' }),
      await entered('改期罐丙'),
    ]
    expect(await names()).toEqual(['改期罐甲', '改期罐乙', '改期罐丙'])
    const changed = async (version: number, more: object) => {
      const form = change('改期罐甲', more)
      const { body } = await propose('lin', tanks.id, form, { entry: first, version })
      expect((await decide('chen', tanks.id, body.id, 'approval')).status).toBe(200)
    }
    await changed(1, { checkBy: '2026-06-01' })
    expect(await names()).toEqual(['改期罐乙', '改期罐甲', '改期罐丙'])
    await changed(2, {})
    expect(await names()).toEqual(['改期罐乙', '改期罐丙', '改期罐甲'])
  })

  test('of a register without dates keeps the order in which its entries were entered, whatever becomes of them', async () => {
    const names = async () =>
      (await list('lin', ponds.id)).items.map(({ name }: { name: string }) => name)
    const [first] = [await enteredPond('P-0009'), await enteredPond('P-0003')]
    expect(await names()).toEqual(['池P-0009', '池P-0003'])
    const { region: _, number: __, ...deeper } = { ...pond('P-0009'), standing: 'watched' }
    const { body } = await propose('lin', ponds.id, deeper, { entry: first, version: 1 })
    expect((await decide('chen', ponds.id, body.id, 'approval')).status).toBe(200)
    expect(await names()).toEqual(['池P-0009', '池P-0003'])
  })

  test('is narrowed by number, name, standing, region and date', async () => {
    const entry = await entered('报废罐', { checkBy: '2026-03-05' })
    const count = async (query: string) => (await list('lin', tanks.id, query)).total
    expect(await count('q=报废罐&within=1')).toBe(1)
    const { body } = await propose(
      'lin',
      tanks.id,
      change('报废罐', { standing: 'scrapped', checkBy: '2026-03-05' }),
      {
        entry,
        version: 1,
      },
    )
    await decide('chen', tanks.id, body.id, 'approval')
    expect(
      await Promise.all(
        [
          'standing=scrapped',
          'q=报废罐&within=1',
          'q=报废罐&region=330881',
          'q=报废罐&region=330802',
        ].map(count),
      ),
    ).toEqual([1, 0, 0, 1])
    expect((await house.as('lin', at(tanks.id, '/entries?region=110000'))).status).toBe(422)
    const { number } = (await house.as('lin', at(tanks.id, `/entries/${entry}`))).body
    expect(await count(`q=${encodeURIComponent(number)}`)).toBe(1)
    expect(await count('q=%25')).toBe(0)
  })

  test('tells its columns, where one may look, and the form to whoever may propose', async () => {
    const view = async (who: string) => {
      const answer = await house.as(who, at(tanks.id))
      fits('GET /api/registers/{register}', answer)
      return answer.body
    }
    expect((await view('lin')).columns.map(({ name }: { name: string }) => name)).toEqual([
      'volume',
      'remark',
    ])
    expect((await view('qi')).columns.map(({ name }: { name: string }) => name)).toEqual(['volume'])
    expect((await view('gao')).form).toEqual([])
    expect((await view('hao')).regions.length).toBeGreaterThan(5)
  })
})
