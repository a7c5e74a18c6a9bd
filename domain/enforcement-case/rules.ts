// Which rules does the chart of an enforcement case ask, by name? Each answers yes or the reason why not, and never throws.
import { returnsTo } from '../model/chart.ts'
import { decisionRules } from './rule-parts/decision-rules.ts'
import { investigationRules } from './rule-parts/investigation-rules.ts'
import { noticeRules } from './rule-parts/notice-rules.ts'
import { performanceRules } from './rule-parts/performance-rules.ts'

export const rules = {
  ...investigationRules,
  ...noticeRules,
  ...decisionRules,
  ...performanceRules,
  returnsTo,
}
