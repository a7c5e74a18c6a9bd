// What is said of each inject of a drill, and of each thing that a drill has shown must be improved?
import { text } from '../../language/words.ts'
import { field } from '../../model/field.ts'

const channels = {
  telephone: text('电话', 'Telephone'),
  notice: text('书面通报', 'Written notice'),
  field: text('现场情况', 'From the place'),
  device: text('模拟报警', 'Simulated alarm'),
}

const longestDrill = 3 * 24 * 60

export const scriptColumns = {
  minute: field.integer('开始后分钟', 'Minutes after the start', 0, longestDrill),
  channel: field.choice(channels, '方式', 'By'),
  to: field
    .text('告知单位', 'Told to', 100)
    .hint('如市消防救援支队、区应急管理局', 'Such as 市消防救援支队')
    .optional(),
  text: field.longText('内容', 'What is told', 500),
}

export const pointColumns = {
  point: field.longText('改进事项', 'What', 500),
  post: field.text('责任岗位', 'Responsible post', 100),
  dueOn: field.date('完成期限', 'Due'),
  doneOn: field.date('完成日期', 'Done on').optional(),
}
