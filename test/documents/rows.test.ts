// How do rows of a form stand on paper?
import { expect, test } from 'vitest'
import { documentSourceOf } from '../../domain/documents/document-source.ts'
import { field } from '../../domain/model/field.ts'

const stock = field.rows(
  { name: field.text('名称', 'Name'), until: field.date('有效期至', 'Good until').optional() },
  '调用物资',
  'Stock called on',
)

test('each row is a line of its own under the name of the field, open cells left out', () => {
  const data = { stock: [{ name: '沙袋' }, { name: '泡沫液', until: '2027-01-31' }] }
  const source = documentSourceOf({
    process: { start: { type: 'call', fields: [{ name: 'stock', ...stock.form }] }, events: {} },
    record: { data: {}, obligations: [] },
    act: { type: 'call', at: '2026-03-02T01:00:00.000Z', seq: 1, data },
    party: { name: '', code: '' },
    issuer: { name: '', government: '' },
  } as never)
  expect(source.value('stock')).toBe('1. 名称 沙袋\n2. 名称 泡沫液，有效期至 2027-01-31')
  expect(source.rows(['stock'])).toEqual([['调用物资', source.value('stock')]])
})

test('a sum has its unit and stands in figures and in capital numerals', () => {
  const source = documentSourceOf({
    process: {
      start: {
        type: 'fine',
        fields: [{ name: 'fine', ...field.money('罚款（元）', 'Fine').form }],
      },
      events: {},
    },
    record: { data: {}, obligations: [] },
    act: { type: 'fine', at: '2026-03-02T01:00:00.000Z', seq: 1, data: { fine: 50_000.5 } },
    party: { name: '', code: '' },
    issuer: { name: '', government: '' },
  } as never)
  expect(source.rows(['fine'])).toEqual([['罚款', '50,000.50元（大写：伍万元伍角整）']])
})
