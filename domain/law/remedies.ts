// Which periods does a document name, in its words and by the law of its day?
import type { Day } from '../time/days.ts'
import { committedRules, isInForceOn, type RuleBook, ruleOn } from './rule-book.ts'
import type { Rule } from './rules/rule.ts'

const units: Record<Rule['unit'], string> = {
  MIN: '分钟',
  H: '小时',
  ND: '日',
  WD: '个工作日',
  M: '个月',
  Y: '年',
}

/** How long the period of a family of rules is on a day: '3日', '5个工作日'; '' where none is in force then. */
export const writePeriodOn = (
  id: string,
  on: Day,
  region: string | undefined = undefined,
  book: RuleBook = committedRules,
): string => {
  if (!isInForceOn(id, on, { region }, book)) return ''
  const { n, unit } = ruleOn(id, on, { region }, book)
  return `${n}${units[unit]}`
}

/** 复议法 20, 行诉法 46: to whom and until when; `government` answers for the office that decides. */
export const writeRemedies = (
  period: (id: string) => string,
  document: string,
  government: string,
): string =>
  `如不服本${document}，可以自收到本${document}之日起${period('enforcement-case.reconsideration')}内依法向${government}申请行政复议，` +
  `或者自收到本${document}之日起${period('enforcement-case.litigation')}内依法向人民法院提起行政诉讼。`
