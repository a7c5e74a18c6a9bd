// What do rows accept, in whose words are they said, and which declarations of them are refused?
import * as fc from 'fast-check'
import * as v from 'valibot'
import { describe, expect, it } from 'vitest'
import { invalid, issuesOf } from '../../api/http/input.ts'
import { text } from '../../domain/language/words.ts'
import { field } from '../../domain/model/field.ts'
import { mostFieldRows } from '../../domain/model/fields.ts'
import type { Field } from '../../domain/model/process.ts'
import { type Register, registerFaults } from '../../domain/registers/define.ts'
import { fieldTextsFor } from '../../domain/registers/entry.ts'
import { reckonedData } from '../../domain/registers/reckoning.ts'
import { layoutOf, partsOf, valueWords } from '../../domain/views/answers/value-words.ts'
import { openBooks, tanks } from './toys.ts'

const units = { t: text('吨', 't'), kg: text('千克', 'kg') }
const columns = {
  name: field.text('名称', 'Name', 20),
  quantity: field.integer('数量', 'Quantity', 0, 9_999),
  unit: field.choice(units, '单位', 'Unit'),
  until: field.date('有效期至', 'Good until').optional(),
}
const stock = field.rows(columns, '批次', 'Batches', 5).shownTo('party')
const asField: Field = { name: 'stock', ...stock.form! }
const batch = { name: '泡沫液', quantity: 3, unit: 't', until: '2027-01-31' }

const refused = (value: unknown) => {
  const { issues } = v.safeParse(v.strictObject({ stock: stock.schema }), { stock: value })
  return issues ? invalid(issuesOf(issues), [asField]) : null
}

describe('rows', () => {
  it('are taken up to their number, each with its columns and nothing besides', () => {
    expect(refused([batch])).toBeNull()
    expect(refused(Array.from({ length: 5 }, () => batch))).toBeNull()
    expect(refused(Array.from({ length: 6 }, () => batch))?.reasons[0]?.zh).toBe('批次：最多5行')
    for (const wrong of [[], {}, 'x', [null], [{ ...batch, more: 1 }], [{ name: 'x' }]])
      expect([wrong, refused(wrong)?.code]).toEqual([wrong, 'invalid-input'])
  })
  it('with a fault name it by its pointer, and in words by row and column', () => {
    const bad = refused([batch, batch, batch, { ...batch, quantity: -1 }])
    expect(bad?.details).toMatchObject({
      pointer: '/stock/3/quantity',
      errors: [{ pointer: '/stock/3/quantity' }],
      fields: { 'stock.3.quantity': { zh: '不能小于0' } },
    })
    expect(bad?.reasons).toEqual([
      text('批次第4行数量：不能小于0', 'Batches, row 4, Quantity: at least 0'),
    ])
    expect(refused([batch, 'x'])?.details).toMatchObject({ pointer: '/stock/1' })
  })
  it('of any content are either taken as they are or refused at a cell, a row, or the field', () => {
    const cell = fc.oneof(fc.string(), fc.integer(), fc.constant(null), fc.constantFrom('t', 'kg'))
    const row = fc.oneof(
      fc.constant(batch),
      fc.dictionary(fc.constantFrom('name', 'quantity', 'unit', 'until', 'other'), cell),
      cell,
    )
    fc.assert(
      fc.property(fc.array(row, { maxLength: 7 }), (rows) => {
        const fault = refused(rows)
        if (fault)
          for (const { pointer } of fault.details.errors as { pointer: string }[])
            expect(pointer).toMatch(/^\/stock(\/\d+(\/\w+)?)?$/)
        else expect(v.parse(stock.schema, rows)).toEqual(rows)
        expect(valueWords(asField, rows)).toHaveProperty('zh')
        const table = layoutOf(asField, rows).table!
        expect(table.rows.every((cells) => cells.length === table.heads.length)).toBe(true)
      }),
    )
  })
  it('are said one after the other, and laid out as a table with open cells empty', () => {
    const rows = [batch, { name: '沙袋', quantity: 500, unit: 'kg' }]
    expect(valueWords(asField, rows)).toEqual(
      text(
        '1. 名称 泡沫液，数量 3，单位 吨，有效期至 2027-01-31；2. 名称 沙袋，数量 500，单位 千克',
        '1. Name 泡沫液, Quantity 3, Unit t, Good until 2027-01-31; 2. Name 沙袋, Quantity 500, Unit kg',
      ),
    )
    expect(layoutOf(asField, rows).table?.rows.map((row) => row.map(({ zh }) => zh))).toEqual([
      ['泡沫液', '3', '吨', '2027-01-31'],
      ['沙袋', '500', '千克', ''],
    ])
    const until = (of: object[]) => layoutOf(asField, of).table?.heads.at(-1)?.zh
    expect([until(rows), until(rows.slice(1))]).toEqual(['有效期至', '单位'])
    expect(partsOf(asField, rows, () => []).list).toHaveLength(2)
    expect(layoutOf({ ...asField, kind: 'text' }, 'x')).toEqual({})
  })
})

const faults = (fields: Register['fields'], more: Partial<Register> = {}) =>
  registerFaults({ ...tanks, fields: { ...tanks.fields, ...fields }, ...more })

describe('a declaration is refused', () => {
  it('without columns, with too many of them or of rows, or with cells that no form asks for', () => {
    expect(faults({ stock })).toEqual([])
    expect(faults({ stock: field.rows({}, '批', 'Batch').shownTo('party') })[0]).toContain(
      'columns',
    )
    const nine = Object.fromEntries(
      Array.from({ length: 9 }, (_, n) => [`c${n}`, field.text('栏', 'Column')]),
    )
    expect(faults({ stock: field.rows(nine, '批', 'Batch').shownTo('party') })[0]).toContain(
      'columns',
    )
    for (const most of [0, mostFieldRows + 1])
      expect(
        faults({ stock: field.rows(columns, '批', 'Batch', most).shownTo('party') })[0],
      ).toContain('rows')
    const nested = field.rows({ inner: stock }, '批', 'Batch').shownTo('party')
    expect(faults({ stock: nested })).toEqual(['stock: a cell holds no rows'])
    const files = field.rows({ plan: field.files('图', 'Plan') }, '批', 'Batch').shownTo('party')
    expect(faults({ stock: files })).toEqual(['stock: a cell holds no files'])
  })
  it('where a column has no name, no words, or depends on something', () => {
    const of = (column: Record<string, (typeof columns)['name']>) =>
      faults({ stock: field.rows(column, '批', 'Batch').shownTo('party') })[0]
    expect(of({ Name: columns.name })).toContain('no name for a column')
    expect(of({ name: field.text('', 'Name') })).toContain('lacks its words')
    expect(of({ name: columns.name.with({ where: [{}] }) })).toContain('declares where')
    expect(of({ name: columns.name.with({ confidential: true }) })).toContain('confidential')
  })
  it('where the product is to write what nothing reckons, or reckons what nothing keeps', () => {
    const steps = field.reckoning('计算', 'Reckoning').shownTo('party')
    expect(faults({ steps })).toEqual([
      'steps declares systemSupplied: a register does not judge it',
    ])
    expect(faults({ steps }, { reckon: () => ({}) })).toEqual([])
    expect(faults({}, { reckon: () => ({}) })).toEqual(['it reckons what no field keeps'])
  })
})

describe('what is reckoned', () => {
  const register: Register = {
    ...tanks,
    fields: {
      ...tanks.fields,
      double: field.number('两倍', 'Twice').optional().with({ systemSupplied: true }),
      steps: field.reckoning('计算', 'Reckoning'),
    },
    reckon: ({ volume }, { over }) => ({
      double: Number(volume) * 2,
      steps: [text(over ? '止' : '用', 'x')],
      name: '另名',
    }),
  }
  const of = (data: Record<string, unknown>, standing = 'in-use') =>
    reckonedData(register, { data, region: '330802', standing }, openBooks)
  it('stands beside what was typed, replaces what somebody sent in its place, and changes nothing else', () => {
    expect(of({ name: '罐', volume: 4, double: 9 })).toEqual({
      name: '罐',
      volume: 4,
      double: 8,
      steps: [text('用', 'x')],
    })
    expect(of({ name: '罐', volume: 4 }, 'scrapped').steps).toEqual([text('止', 'x')])
    expect(
      reckonedData(tanks, { data: { a: 1 }, region: '330802', standing: 'x' }, openBooks),
    ).toEqual({ a: 1 })
  })
  it('is shown step by step in both languages', () => {
    const [last] = fieldTextsFor(register, 'authority', of({ volume: 4 })).slice(-1)
    expect(last).toMatchObject({ name: 'steps', list: [text('用', 'x')], value: text('用', 'x') })
  })
})
