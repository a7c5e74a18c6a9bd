// What does the end of a period bring by law?
import type { Reckoning } from '../calendar/count.ts'
import type { Day } from '../calendar/days.ts'
import { type Text, text } from '../case/words.ts'
import type { OnExpiry, Rule } from './rule.ts'

/** Law.md §10 in words. */
export const effects: Record<OnExpiry, Text> = {
  deemedAccepted: text('逾期不告知的，自收到申请材料之日起即为受理', 'Silence: deemed accepted from the day of receipt'),
  deemedAcceptedOnExpiry: text('逾期不作处理的，自审查期限届满之日起视为受理', 'Silence: deemed accepted from the end of the period'),
  deemedFiled: text('逾期不予备案又不说明理由的，视为已经备案', 'Silence: deemed filed'),
  deemedRenewed: text('有效期届满未作决定的，视为准予延续', 'No decision by expiry: deemed renewed'),
  escalate: text('不产生视为批准的效果；上报督办并追究责任', 'No deemed approval: escalation and liability'),
  surcharge: text('每日按罚款数额的百分之三加处罚款，总额不超过罚款数额', 'Surcharge of 3 % a day, up to the fine'),
  voidEffect: text('有效期届满，效力终止', 'Loses its effect'),
  lapses: text('权利丧失，程序可以继续', 'The right lapses, the case may go on'),
  lifts: text('必须解除或者作出处理决定', 'Must be lifted or disposed of'),
  frozen: text('伤亡人数不再变更，据以认定等级', 'The casualty count is frozen for the level'),
  opensCourtWindow: text('可以在三个月内申请法院强制执行', 'The three-month window to ask the court opens'),
  alertOnly: text('提醒', 'Alert only'),
}

const onExpiry: OnExpiry[] = ['deemedAcceptedOnExpiry', 'deemedFiled']

/** Deemed acceptance of a licence reaches back to the day the papers came (许可法 32(4)), that of a reconsideration begins on expiry (复议法 30). */
export const effectOf = (rule: Rule, result: Reckoning): { kind: OnExpiry; words: Text; effectiveOn: Day | null } => {
  const deemed = rule.onExpiry === 'deemedAccepted' ? result.startDay : onExpiry.includes(rule.onExpiry) ? result.due : null
  return { kind: rule.onExpiry, words: effects[rule.onExpiry], effectiveOn: deemed }
}
