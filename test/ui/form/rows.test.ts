// Are rows sent as they stand on the screen, however they were added, moved and taken away, and is each fault told at its cell?
import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { text } from '../../../domain/language/words.ts'
import type { Field } from '../../../domain/model/process.ts'
import { proposedValues } from '../../../ui/case/proposed-values.ts'
import {
  cellName,
  filledRows,
  mistakesIn,
  movedRow,
  nextRowKey,
  payloadOf,
  rowKeys,
  rowsValue,
  shownAt,
  type Values,
} from '../../../ui/form/form-values.ts'
import { restored, typedIn } from '../../../ui/reading/draft.ts'

const column = (name: string, kind: Field['kind'], required = true): Field => ({
  name,
  kind,
  words: text(`列${name}`, `Column ${name}`),
  required,
})
const field: Field = {
  name: 'stock',
  kind: 'rows',
  words: text('物资', 'Stock'),
  required: true,
  columns: [column('name', 'text'), column('quantity', 'number'), column('until', 'date', false)],
  most: 100,
}
const sent = (values: Values) => payloadOf([field], values).stock

type Row = { name: string; quantity: number; until?: string }
const row = fc
  .record({
    name: fc.stringMatching(/^[a-z\p{Script=Han}]{1,6}$/u),
    quantity: fc.integer({ min: 0, max: 999 }),
    until: fc.option(fc.constantFrom('2026-04-08', '2027-01-31'), { nil: undefined }),
  })
  .map(({ until, ...rest }): Row => ({ ...rest, ...(until ? { until } : {}) }))
const act = fc.oneof(
  fc.record({ kind: fc.constant('add' as const), row }),
  fc.record({ kind: fc.constant('remove' as const), at: fc.nat(9) }),
  fc.record({ kind: fc.constant('up' as const), at: fc.nat(9) }),
  fc.record({ kind: fc.constant('down' as const), at: fc.nat(9) }),
)
type Act = typeof act extends fc.Arbitrary<infer One> ? One : never

const typed = (values: Values, key: string, one: Row): Values => ({
  ...values,
  ...Object.fromEntries(
    Object.entries(one).map(([name, value]) => [cellName(field.name, key, name), String(value)]),
  ),
})

/** As the buttons of the form do it. */
const onScreen = (values: Values, one: Act): Values => {
  const keys = rowKeys(field, values)
  if (one.kind === 'add') {
    const key = nextRowKey(field, values)
    return typed({ ...values, stock: rowsValue([...keys, key]) }, key, one.row)
  }
  const key = keys[one.at]
  if (key === undefined) return values
  if (one.kind === 'remove') return { ...values, stock: rowsValue(keys.filter((k) => k !== key)) }
  return { ...values, stock: rowsValue(movedRow(keys, key, one.kind === 'up' ? -1 : 1)) }
}

/** As a list does it. */
const inList = (rows: Row[], one: Act): Row[] => {
  if (one.kind === 'add') return [...rows, one.row]
  if (rows[one.at] === undefined) return rows
  if (one.kind === 'remove') return rows.filter((_, at) => at !== one.at)
  const other = one.at + (one.kind === 'up' ? -1 : 1)
  const [a, b] = [rows[one.at], rows[other]]
  if (!a || !b) return rows
  return rows.map((entry, at) => (at === one.at ? b : at === other ? a : entry))
}

describe('rows of a form', () => {
  it('are sent as a list would hold them, whatever was done and in whichever order', () => {
    fc.assert(
      fc.property(
        fc.array(row, { maxLength: 4 }),
        fc.array(act, { maxLength: 20 }),
        (first, acts) => {
          const values = acts.reduce(onScreen, proposedValues([field], { stock: first }, []))
          const rows = acts.reduce(inList, first)
          expect(sent(values)).toEqual(rows.length > 0 ? rows : undefined)
          expect(mistakesIn(field, values)).toHaveLength(rows.length > 0 ? 0 : 1)
        },
      ),
    )
  })
  it('stay as they are in a draft on the device, also when all were removed', () => {
    fc.assert(
      fc.property(
        fc.array(row, { maxLength: 4 }),
        fc.array(act, { maxLength: 12 }),
        (first, acts) => {
          const begun = proposedValues([field], { stock: first }, [])
          const values = acts.reduce(onScreen, begun)
          expect(sent({ ...begun, ...restored({}, typedIn(values)) })).toEqual(sent(values))
        },
      ),
    )
  })
  it('that are left empty are not sent, and one that is begun names what it lacks', () => {
    const values: Values = {
      stock: rowsValue(['r1', 'r2', 'r3']),
      'stock.r1.name': '沙袋',
      'stock.r3.quantity': 'many',
    }
    expect(filledRows(field, values)).toEqual(['r1', 'r3'])
    expect(mistakesIn(field, values).map(({ field: name, words }) => [name, words.zh])).toEqual([
      ['stock.r1.quantity', '请填写第1行列quantity'],
      ['stock.r3.name', '请填写第3行列name'],
      ['stock.r3.quantity', '第3行列quantity须为数字'],
    ])
    expect(mistakesIn({ ...field, required: false }, { stock: rowsValue(['r1']) })).toEqual([])
    expect(sent({ stock: rowsValue(['r1', 'r2']) })).toBeUndefined()
  })
  it('never take over what stood in a row that was removed', () => {
    const values: Values = {
      stock: rowsValue(['r2']),
      'stock.r2.name': '甲',
      'stock.r7.name': '乙',
    }
    expect(nextRowKey(field, values)).toBe('r8')
    expect(nextRowKey(field, {})).toBe('r1')
  })
})

describe('a fault that the server names', () => {
  const values: Values = {
    stock: rowsValue(['r4', 'r2', 'r9']),
    'stock.r4.name': '甲',
    'stock.r9.name': '乙',
  }
  it('is shown at the cell of the row that was sent at this place', () => {
    expect(shownAt('stock.1.quantity', [field], values)).toBe('stock.r9.quantity')
    expect(shownAt('stock.0', [field], values)).toBe('stock.r4.name')
    expect(shownAt('stock.0.nothing', [field], values)).toBe('stock.r4.name')
  })
  it('is shown at the field where there is no such row, and nowhere where there is no such field', () => {
    expect(shownAt('stock.5.name', [field], values)).toBe('stock')
    expect(shownAt('stock', [field], values)).toBe('stock')
    expect(shownAt('stocks', [field], values)).toBeNull()
  })
})
