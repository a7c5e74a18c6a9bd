// Which words and pauses do many rules share?

import { type Text, text } from '../../language/words.ts'
import type { Day } from '../../time/days.ts'
import { citeText } from './norms.ts'
import { notCounted } from './rule.ts'

/** 许可法 45: the organ must tell the applicant in writing how long these take. */
export const licensingPauses = notCounted(
  ['licensing', '45'],
  'hearing',
  'tender',
  'auction',
  'inspection',
  'testing',
  'quarantine',
  'appraisal',
  'expert-review',
)
/** 民诉法 86, 复议法 20: a person grants it on evidence. */
export const forceMajeure = { ...notCounted(['civilProcedure', '86'], 'force-majeure') }
/** The same by the day it happened: the article had other numbers before 2022. */
export const forceMajeureOn = (day: Day): Text =>
  citeText([['civilProcedure', day >= '2022-01-01' ? '86' : '']])

export const acceptance = text('受理', 'acceptance')
export const receipt = text('收到申请材料', 'receipt of the application')
export const decision = text('作出决定', 'the decision')
export const service = text('送达', 'service')
export const expiry = text('有效期届满', 'expiry')
export const issue = text('颁发', 'issue')
export const head = text('本机关负责人', 'head of the organ')
export const leader = text('本机关负责人', 'bureau leader')

/** From this day the Hazardous Chemicals Safety Law applies, its clocks unknown. */
export const hazchemLawDay = '2026-05-01'
export const order18Day = '2026-02-01'
export const penalty2021Day = '2021-07-15'
export const lawOf1996 = '1996-10-01'
