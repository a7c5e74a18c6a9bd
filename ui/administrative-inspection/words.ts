// Which words do the screens of inspections add?
import type { Text } from '../../domain/language/words.ts'

export const administrativeInspectionWords = {
  standing: { zh: '检查要点', en: 'Where it stands' },
  visit: { zh: '检查', en: 'Visit' },
  visitBy: { zh: '{date}上门', en: 'on {date}' },
  recorded: { zh: '现场检查记录已制作，见文书', en: 'The record is made: see the document' },
  ended: { zh: '结果', en: 'Outcome' },
  notMade: { zh: '检查未能进行', en: 'It could not be made' },
  obstructed: { zh: '检查受到阻碍，已提请立案', en: 'It was obstructed; a case is filed' },
  refused: { zh: '未批准', en: 'Not approved' },
  cancelled: { zh: '已取消', en: 'Called off' },
  stepTold: { zh: '通知', en: 'Announced' },
  stepVisited: { zh: '上门检查', en: 'Visited' },
  stepSettled: { zh: '处理', en: 'Settled' },
  stepRechecked: { zh: '整改复查', en: 'Looked at again' },
  stepClosed: { zh: '办结', en: 'Closed' },
  approvalTip: {
    zh: '检查须经局领导批准，并由两名以上持有效证件的执法人员进行。',
    en: 'A leader approves it, and at least two officers with valid certificates go.',
  },
  frequencyTip: {
    zh: '年度计划和双随机抽查不得超过公布的年度频次上限；投诉举报、事故、交办等情形须写明理由。',
    en: 'Visits by plan or by lot stay within the yearly number; every other ground says why.',
  },
  secretTip: {
    zh: '制作检查通知书之前，企业看不到本次检查。',
    en: 'The enterprise sees nothing of it before its notice.',
  },
  openOnly: { zh: '未办结', en: 'Open' },
  overdueOnly: { zh: '逾期', en: 'Overdue' },
  closedOnly: { zh: '已办结', en: 'Closed' },
} satisfies Record<string, Text>
