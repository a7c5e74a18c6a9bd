// How does a payment code, money that has come, and what differs stand?
import { type Text, text } from '../language/words.ts'

/** `by-hand`: no platform is set up, and officers write down what is paid. */
export const orderStates = {
  waiting: text('待平台答复', 'Waiting for the platform'),
  issued: text('已取得', 'Issued'),
  refused: text('平台不受理', 'Refused by the platform'),
  'by-hand': text('未接入平台', 'No platform is set up'),
} as const satisfies Record<string, Text>
export type OrderState = keyof typeof orderStates

/** `kept`: it is written down nowhere yet, and a person clears it. */
export const receiptStates = {
  received: text('已收到', 'Received'),
  booked: text('已入账', 'Booked'),
  kept: text('待核对', 'To be cleared'),
} as const satisfies Record<string, Text>
export type ReceiptState = keyof typeof receiptStates

export const differences = {
  'unknown-code': text('缴款码不存在', 'No such payment code'),
  'foreign-currency': text('不是人民币', 'Not in yuan'),
  'not-booked': text('未能入账', 'Could not be booked'),
  overpaid: text('多缴', 'More than was owed'),
  'other-replay': text('同一流水号内容不同', 'The same serial number with other content'),
  'not-in-file': text('我方有、平台无', 'We have it, the platform does not'),
  'order-refused': text('平台不受理', 'Refused by the platform'),
} as const satisfies Record<string, Text>
export type Difference = keyof typeof differences
