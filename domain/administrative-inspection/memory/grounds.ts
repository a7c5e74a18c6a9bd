// For what reason is an enterprise visited, and which reasons stand outside the yearly number (国办发〔2024〕54号)?
import { type Text, text } from '../../language/words.ts'

export const grounds = {
  planned: text('年度执法计划', 'Yearly plan'),
  drawn: text('双随机抽查', 'Drawn by lot'),
  tip: text('投诉举报', 'Complaint or report'),
  assigned: text('上级交办、部门转办', 'Ordered from above, or sent by another authority'),
  monitoring: text('监测预警线索', 'Sign from monitoring'),
  accident: text('事故或者险情', 'Accident or near miss'),
  request: text('企业申请', 'Asked for by the enterprise'),
} as const satisfies Record<string, Text>

export type Ground = keyof typeof grounds

export const exceptions = ['tip', 'assigned', 'monitoring', 'accident', 'request'] as const

/** 举报人保密: the party learns of no ground that would point to whoever has spoken. */
const untold = ['tip', 'assigned', 'monitoring'] as const

export const isUntold = (ground: unknown): boolean =>
  (untold as readonly unknown[]).includes(ground)

export const isException = (ground: unknown): boolean =>
  (exceptions as readonly unknown[]).includes(ground)
