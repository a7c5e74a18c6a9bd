// How does one post of a response write to another, and how is it told that it was read?
import { text } from '../../language/words.ts'
import { act } from '../../model/act.ts'
import { field } from '../../model/field.ts'
import { messagePosts, takingPart, writers } from './posts.ts'

/** It orders nothing: what somebody is to do is an order, with its own limits. */
export const sendMessage = act({
  words: text('发送消息', 'Send a message'),
  fields: {
    to: field.choice(messagePosts, '收件岗位', 'To'),
    text: field.longText('内容', 'Message', 1000),
    files: field.files('照片、附件', 'Photos and files').optional(),
  },
  by: writers,
  among: takingPart,
  appendsOnly: true,
})

const acknowledgeMessage = act({
  words: text('确认已阅', 'Read'),
  fields: { reply: field.longText('回复', 'Reply', 1000).optional() },
})

export const messageActs = { 'acknowledge-message': acknowledgeMessage }
