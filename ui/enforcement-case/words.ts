// Which words do the screens of enforcement cases add?
import type { Text } from '../../domain/language/words.ts'

export const enforcementCaseWords = {
  standing: { zh: '案件要点', en: 'Where it stands' },
  speak: { zh: '陈述申辩', en: 'Statement' },
  speakBy: { zh: '{date}（含当日）前提出', en: 'by {date}, that day included' },
  decide: { zh: '办案期限', en: 'To be decided' },
  decideBy: { zh: '{date}（含当日）前作出决定', en: 'by {date}, that day included' },
  pay: { zh: '缴纳罚款', en: 'Payment' },
  payBy: { zh: '{date}（含当日）前缴纳', en: 'by {date}, that day included' },
  publish: { zh: '公示', en: 'Publication' },
  publishBy: { zh: '{date}（含当日）前公示', en: 'by {date}, that day included' },
  ended: { zh: '办理结果', en: 'Outcome' },
  'approve-closing': {
    zh: '处罚已履行，案件已结案',
    en: 'The penalty was performed; the case is closed',
  },
  'decide-no-penalty': { zh: '不予行政处罚，见文书', en: 'Not punished: see the document' },
  'withdraw-case': { zh: '案件已撤销', en: 'Withdrawn' },
  'hand-over-police': { zh: '已移送公安机关', en: 'Handed over to the police' },
  'refuse-filing': { zh: '不予立案', en: 'Not filed' },
  stepInvestigated: { zh: '调查', en: 'Investigation' },
  stepTold: { zh: '告知', en: 'Notice' },
  stepHeard: { zh: '陈述申辩', en: 'Statement' },
  stepDecided: { zh: '决定', en: 'Decision' },
  stepPerformed: { zh: '履行', en: 'Performance' },
  stepClosed: { zh: '结案', en: 'Closed' },
  filingTip: {
    zh: '提请立案由局领导审批；批准立案之日起计算办案期限。',
    en: 'The leader decides on the filing; the period of the case runs from that day.',
  },
  officersTip: {
    zh: '调查取证由两名以上执法人员会签；有利害关系的应当回避。',
    en: 'Two officers sign what is investigated; whoever has a stake in it recuses himself.',
  },
  limitationTip: {
    zh: '请填写发现违法行为的日期：追责时效以该日期判断。',
    en: 'Say when it was discovered: the limitation is judged by that day.',
  },
  openOnly: { zh: '办理中', en: 'Open' },
  overdueOnly: { zh: '逾期', en: 'Overdue' },
  closedOnly: { zh: '已办结', en: 'Closed' },
} satisfies Record<string, Text>
