// Which papers does an inspection make? What they say is in papers.ts.
import { type Text, text } from '../../language/words.ts'

export const documentWords = {
  'issue-notice': text('行政检查通知书', 'Notice of the inspection'),
  'record-inspection': text('现场检查记录', 'Record of the inspection'),
  'visit-not-made': text('检查未能进行情况记录', 'Record of a visit that could not be made'),
  'order-correction': text('责令限期整改指令书', 'Order to rectify by a date'),
  'take-measures': text('现场处理措施决定书', 'Decision on measures on the spot'),
  'record-recheck': text('整改复查意见书', 'Opinion on the re-check'),
  'measures-rechecked': text('现场处理复查意见书', 'Opinion on the re-check of measures'),
  'extend-order': text('整改延期批复', 'Answer to the request for more time'),
} as const satisfies Record<string, Text>
