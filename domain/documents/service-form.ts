// What is written down of the service of a document?
import { type Text, text } from '../language/words.ts'
import { field } from '../model/field.ts'

const methods = {
  direct: text('直接送达', 'In person'),
  left: text('留置送达', 'Left at the place'),
  post: text('邮寄送达', 'By post'),
  electronic: text('电子送达（经书面同意）', 'Electronically, as agreed in writing'),
  announcement: text('公告送达', 'By public notice'),
} as const satisfies Record<string, Text>

/** 处罚法 61. */
export const serviceFields = {
  method: field.choice(methods, '送达方式', 'How').shownTo('party'),
  announcedOn: field
    .date('公告日期', 'Announced on')
    .optional()
    .with({ where: [{ method: ['announcement'] }], needed: [{ method: ['announcement'] }] })
    .shownTo('party'),
  servedOn: field.date('送达日期', 'Served on').shownTo('party'),
  receiver: field.text('收件人', 'Received by', 100).shownTo('party'),
  receipt: field.files('送达回执', 'Receipt').optional(),
}
