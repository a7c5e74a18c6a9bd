// 示例物品登记簿: what stands in it, how it is found, who changes it with whom, and who reads what?
import { text } from '../../../../../domain/language/words.ts'
import { field } from '../../../../../domain/model/field.ts'
import { defineRegister } from '../../../../../domain/registers/define.ts'

const kinds = {
  fixed: text('固定', 'Fixed'),
  portable: text('便携', 'Portable'),
}

export const exampleRegister = defineRegister({
  id: 'example-register',
  title: text('示例物品登记簿', 'Register: example thing'),
  entry: text('示例物品', 'Example thing'),
  summary: text(
    '企业的示例物品，由企业或检查员提请，科长确认。',
    'Things of enterprises: proposed by them or an inspector, confirmed by the section chief.',
  ),
  basis: '内部管理规定',
  // The product gives the numbers: 衢柯例册〔2026〕0001号. Where things bring their own, { pattern: /^\d{4}$/, hint } says what one looks like.
  number: { word: '例册' },
  owner: 'enterprise',
  // Authorities in scope read every field; 'party' is the enterprise whose it is, 'public' everybody.
  fields: {
    name: field.text('名称', 'Name', 100).shownTo('party', 'public'),
    kind: field.choice(kinds, '类别', 'Kind').shownTo('party', 'public'),
    place: field.text('存放地点', 'Where it is kept').shownTo('party'),
    quantity: field.integer('数量', 'Quantity', 1, 100_000).shownTo('party'),
    checkBy: field.date('下次检查日期', 'Next check').optional().shownTo('party'),
    remark: field
      .longText('监管备注', 'Remark')
      .optional()
      .hint('仅监管部门可见', 'Read inside the authorities only'),
  },
  name: 'name',
  columns: ['kind', 'place', 'quantity'],
  due: [{ field: 'checkBy' }],
  // The first is that of a new entry; `over`: kept for the record only.
  standings: {
    'in-use': { words: text('在用', 'In use') },
    'out-of-use': { words: text('停用', 'Out of use') },
    removed: { words: text('已注销', 'Removed'), over: true },
  },
  propose: [
    { role: 'enterprise-safety', office: 'enterprise' },
    { role: 'inspector', office: 'enforcement', level: 'county' },
  ],
  confirm: [{ role: 'section-chief', office: 'enforcement', level: 'county' }],
})
