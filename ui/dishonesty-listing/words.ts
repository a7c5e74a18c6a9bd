// Which words do the screens of listings add?
import type { Text } from '../../domain/language/words.ts'

export const dishonestyListingWords = {
  standing: { zh: '名单要点', en: 'Where it stands' },
  decision: { zh: '列入决定', en: 'Decision' },
  decisionBy: { zh: '{date}（含当日）前作出', en: 'by {date}, that day included' },
  statement: { zh: '陈述申辩', en: 'Statement' },
  statementBy: { zh: '{date}（含当日）前提出', en: 'by {date}, that day included' },
  service: { zh: '送达', en: 'Service' },
  serviceBy: { zh: '{date}（含当日）前送达', en: 'by {date}, that day included' },
  listed: { zh: '名单期限', en: 'On the list' },
  listedUntil: { zh: '至{date}（含当日）', en: 'until {date}, that day included' },
  removedUntil: {
    zh: '已提前移出；{date}前查实弄虚作假的恢复列入',
    en: 'removed early; a fraud found by {date} undoes it',
  },
  repair: { zh: '信用修复', en: 'Early removal' },
  repairBy: { zh: '{date}（含当日）前决定', en: 'decided by {date}, that day included' },
  ended: { zh: '结果', en: 'Outcome' },
  'decide-no-listing': { zh: '不予列入', en: 'Not listed' },
  'term-ended': { zh: '期满移出', en: 'The term has ended' },
  'penalty-annulled': {
    zh: '处罚被撤销，列入终止',
    en: 'The penalty was annulled: the listing ended',
  },
  'end-listing': { zh: '列入决定已撤销', en: 'The decision to list was undone' },
  stepTold: { zh: '告知', en: 'Told' },
  stepHeard: { zh: '陈述申辩', en: 'Heard' },
  stepDecided: { zh: '决定', en: 'Decided' },
  stepListed: { zh: '列入', en: 'Listed' },
  stepEnded: { zh: '移出', en: 'Off the list' },
  openedTip: {
    zh: '列入由作出处罚的部门随处罚决定提请，不单独登记。',
    en: 'A listing is proposed by the decision of a penalty, and by no form of its own.',
  },
  openOnly: { zh: '未办结', en: 'Open' },
  overdueOnly: { zh: '逾期', en: 'Overdue' },
  closedOnly: { zh: '已办结', en: 'Closed' },
} satisfies Record<string, Text>
