// What is said of each substance in a unit, so that S and R can be reckoned from it?
import * as v from 'valibot'
import { type Text, text } from '../../language/words.ts'
import { classes } from '../../law/amounts/substances.ts'
import { message } from '../../law/parse.ts'
import { field } from '../../model/field.ts'

const units = { t: text('吨', 't'), kg: text('千克', 'kg') }
const categories: Record<string, Text> = Object.fromEntries(
  Object.keys(classes).map((name) => [name, text(name, name)]),
)

const toTheGram = v.check(
  (value: number) => /^\d+(\.\d{1,6})?$/.test(String(value)),
  message('最多六位小数', 'At most six decimals'),
)
const quantity = v.pipe(v.number(), v.minValue(0), v.maxValue(1e9), toTheGram)
const factor = v.pipe(v.number(), v.gtValue(0), v.maxValue(1e6), toTheGram)

export const substanceColumns = {
  substance: field.text('物质', 'Substance', 80).hint('GB 18218中的名称', 'As GB 18218 names it'),
  quantity: field
    .number('数量', 'Quantity')
    .accepting(quantity)
    .hint('实际存量或设计最大量', 'Stored, or design maximum'),
  unit: field.choice(units, '单位', 'Unit'),
  category: field
    .choice(categories, '类别', 'Category')
    .hint('标准未列名的填写', 'If it is not named there')
    .optional(),
  criticalQuantity: field
    .number('临界量（吨）', 'Critical quantity, t')
    .accepting(factor)
    .optional(),
  beta: field.number('校正系数β', 'Factor β').accepting(factor).optional(),
}
