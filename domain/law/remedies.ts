// Within which periods may somebody seek remedies against a decision of a day, in the words of a document?
import type { Day } from '../time/days.ts'
import { ruleOn } from './rule-book.ts'

const units: Record<string, string> = { ND: '日', WD: '个工作日', M: '个月', Y: '年' }

const period = (family: string, on: Day): string => {
  const { n, unit } = ruleOn(`enforcement-case.${family}`, on)
  return `${n}${units[unit] ?? ''}`
}

/** 复议法 20, 行诉法 46: to whom and until when; `government` answers for the office that decides. */
export const remediesOn = (on: Day, document: string, government: string): string =>
  `如不服本${document}，可以自收到本${document}之日起${period('reconsideration', on)}内依法向${government}申请行政复议，` +
  `或者自收到本${document}之日起${period('litigation', on)}内依法向人民法院提起行政诉讼。`
