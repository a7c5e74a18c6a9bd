// Is it told rightly which rows have come, gone, moved or become otherwise?
import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { text } from '../../domain/language/words.ts'
import type { Field } from '../../domain/model/process.ts'
import {
  type RowDifference,
  rowDifferences,
  rowDifferenceWords,
} from '../../domain/registers/row-differences.ts'

const column = (name: string, zh: string, en: string, kind: Field['kind'] = 'text'): Field => ({
  name,
  kind,
  words: text(zh, en),
  required: true,
})
const columns = [column('name', '名称', 'Name'), column('quantity', '数量', 'Quantity', 'number')]
const field = { ...column('stock', '物资', 'Stock', 'rows'), columns }
type Row = { name: string; quantity?: number }
const row = (name: string, quantity: number): Row => ({ name, quantity })
const told = (before: Row[], after: Row[]) =>
  rowDifferenceWords(field, before, after).map(({ zh }) => zh)

/** What stands afterwards, by what stood before and what is said to have become of it. */
const applied = (before: Row[], after: Row[], differences: RowDifference[]): Row[] => {
  const gone = new Set(differences.flatMap((one) => ('from' in one ? [one.from] : [])))
  const placed = new Map<number, Row>()
  for (const one of differences) {
    if (one.kind === 'moved') placed.set(one.to, before[one.from]!)
    if (one.kind === 'changed' || one.kind === 'added') placed.set(one.to, after[one.to]!)
  }
  const kept = before.filter((_, at) => !gone.has(at))
  return Array.from(
    { length: kept.length + placed.size },
    (_, at) => placed.get(at) ?? kept.shift()!,
  )
}

const rows = fc.array(
  fc.record({ name: fc.constantFrom('甲', '乙', '丙', '丁'), quantity: fc.nat(3) }),
  { maxLength: 9 },
)

describe('differences of rows', () => {
  it('make of what stood before what stands after, and each row is told once at most', () => {
    fc.assert(
      fc.property(rows, rows, (before, after) => {
        const differences = rowDifferences(columns, before, after)
        expect(applied(before, after, differences)).toEqual(after)
        const [from, to] = [
          differences.flatMap((one) => ('from' in one ? [one.from] : [])),
          differences.flatMap((one) => ('to' in one ? [one.to] : [])),
        ]
        expect([new Set(from).size, new Set(to).size]).toEqual([from.length, to.length])
        for (const one of differences)
          if (one.kind === 'moved') expect(before[one.from]).toEqual(after[one.to])
          else if (one.kind === 'changed') expect(one.cells.length).toBeGreaterThan(0)
      }),
    )
  })
  it('are none between equal rows, whatever order their columns were written in', () => {
    fc.assert(
      fc.property(rows, (same) => {
        const turned = same.map(({ name, quantity }) => ({ quantity, name }))
        expect(rowDifferences(columns, same, turned)).toEqual([])
      }),
    )
  })
  it('of rows put in another order are moves alone', () => {
    fc.assert(
      fc.property(fc.uniqueArray(fc.integer(), { maxLength: 8 }), fc.nat(), (numbers, turn) => {
        const before = numbers.map((quantity, at) => ({ name: `${at}`, quantity }))
        const cut = before.length === 0 ? 0 : turn % before.length
        const after = [...before.slice(cut), ...before.slice(0, cut)]
        expect(rowDifferences(columns, before, after).every(({ kind }) => kind === 'moved')).toBe(
          true,
        )
      }),
    )
  })
  it('are told in sentences, each with the number of its row', () => {
    const before = [row('沙袋', 500), row('水泵', 3), row('帐篷', 20)]
    expect(told(before, [row('沙袋', 800), row('水泵', 3)])).toEqual([
      '第1行变更：数量 500 → 800',
      '第3行删除：名称 帐篷，数量 20',
    ])
    expect(told(before, [...before, row('棉被', 60)])).toEqual(['第4行新增：名称 棉被，数量 60'])
    expect(told(before.slice(0, 2), [before[1]!, before[0]!])).toEqual([
      '第1行移至第2行：名称 沙袋，数量 500',
    ])
    expect(told([row('沙袋', 500)], [{ name: '沙袋' }])).toEqual(['第1行变更：数量 500 → （空）'])
    expect(told([], [row('水泵', 1)])).toEqual(['第1行新增：名称 水泵，数量 1'])
  })
  it('of a row that was changed and moved say where it stood', () => {
    const before = [row('甲', 1), row('乙', 2), row('丙', 3)]
    expect(told(before, [row('丙', 4), row('甲', 1), row('乙', 2)])).toEqual([
      '第1行（原第3行）变更：数量 3 → 4',
    ])
  })
  it('of a row that is quite another in the same place are one change', () => {
    expect(told([row('甲', 1), row('乙', 2)], [row('甲', 1), row('丙', 3)])).toEqual([
      '第2行变更：名称 乙 → 丙，数量 2 → 3',
    ])
  })
})
