// Which words do the pictures and tables of clocks use?
import type { Text } from '../../domain/language/words.ts'
import type { ClockView } from '../../domain/views/case-views.ts'

export const clockWords = {
  picture: { zh: '期限时间轴', en: 'Time axis of the limits' },
  today: { zh: '今天', en: 'Today' },
  promisedEnd: { zh: '承诺届满 {date}', en: 'Promised end {date}' },
  legalEnd: { zh: '法定届满 {date}', en: 'Legal end {date}' },
  ownEnd: { zh: '期限届满 {date}', en: 'Ends {date}' },
  clock: { zh: '时限', en: 'Limit' },
  article: { zh: '依据', en: 'Article' },
  status: { zh: '状态', en: 'Status' },
  started: { zh: '起算', en: 'Started' },
  due: { zh: '届满', en: 'Due' },
  nominal: { zh: '顺延前', en: 'Before rolling' },
  pauses: { zh: '中止计时', en: 'Pauses' },
  extensions: { zh: '延长', en: 'Extensions' },
  pause: { zh: '{from} 至 {to}：{reason}', en: '{from} to {to}: {reason}' },
  open: { zh: '至今', en: 'now' },
  extension: { zh: '{at} 延长 {by}：{reason}', en: '{at} extended by {by}: {reason}' },
  escalationLevels: { zh: '升级梯级', en: 'Escalation policy' },
  escalationLevel: { zh: '梯级', en: 'Level' },
  planned: { zh: '计划', en: 'Planned' },
  fired: { zh: '触发', en: 'Fired' },
  acknowledged: { zh: '签收', en: 'Acknowledged' },
  notified: { zh: '已告知', en: 'Told' },
  delivered: { zh: '已送达', en: 'delivered' },
  notDelivered: { zh: '未送达', en: 'not delivered' },
  byInbox: { zh: '站内', en: 'inbox' },
  byMail: { zh: '邮件', en: 'mail' },
  legendUsed: { zh: '已用', en: 'Used' },
  legendPaused: { zh: '中止计时', en: 'Paused' },
  legendLeft: { zh: '剩余', en: 'Left' },
  legendLate: { zh: '逾期', en: 'Overdue' },
  legendFired: { zh: '已触发', en: 'Fired' },
  legendAcknowledged: { zh: '已签收', en: 'Acknowledged' },
  legendPlanned: { zh: '计划', en: 'Planned' },
  none: { zh: '无', en: 'None' },
  ended: { zh: '已终止', en: 'Ended' },
  endedBy: { zh: '已终止：{act}', en: 'Ended: {act}' },
} satisfies Record<string, Text>

/** Words of a clock's status; an unknown status is shown as it comes. */
export const statusWords: Record<string, Text> = {
  running: { zh: '计时中', en: 'Running' },
  paused: { zh: '中止计时', en: 'Paused' },
  met: { zh: '已按期完成', en: 'Met' },
  'met-late': { zh: '逾期完成', en: 'Met late' },
  overdue: { zh: '已逾期', en: 'Overdue' },
  cancelled: { zh: '已取消', en: 'Cancelled' },
  replaced: { zh: '已由新时限取代', en: 'Replaced' },
  planned: { zh: '计划', en: 'Planned' },
  fired: { zh: '已触发', en: 'Fired' },
  collapsed: { zh: '并入上一级', en: 'Merged upward' },
  skipped: { zh: '略过', en: 'Skipped' },
  held: { zh: '待人工确认', en: 'Held for a person' },
}

/** How a period stands; one that nobody owes any more after an act was not replaced by another. */
export const standingWord = ({ status, endedBy }: Pick<ClockView, 'status' | 'endedBy'>): Text =>
  endedBy ? clockWords.ended : statusWord(status)

export const statusWord = (status: string): Text =>
  statusWords[status] ?? { zh: status, en: status }
