// Which words does the page of the daily digest use?
import type { Text } from '../../../domain/language/words.ts'

export const digestPageWords = {
  title: { zh: '每日摘要', en: 'Daily digest' },
  lead: {
    zh: '每个工作日 08:30 发送：上次摘要以来新逾期的、3 个工作日内将到期的。无事不发邮件。',
    en: 'Sent at 08:30 on working days: what became late since the last digest, and what is due within 3 working days. On a quiet day no mail is sent.',
  },
  day: { zh: '日期', en: 'Day' },
  none: {
    zh: '还没有摘要；下一个工作日 08:30 生成第一份。',
    en: 'There is no digest yet; the first comes at 08:30 on the next working day.',
  },
  noneThatDay: { zh: '该日没有摘要。', en: 'There is no digest of that day.' },
  newest: { zh: '看最新一份', en: 'Show the newest' },
  mailed: { zh: '✓ 已发送邮件', en: '✓ Mailed' },
  pending: { zh: '邮件待发送', en: 'Mail waits to be sent' },
  refused: { zh: '▲ 邮件被退回', en: '▲ The mail came back' },
  quiet: { zh: '无逾期，未发送邮件', en: 'Nothing late, no mail sent' },
  superseded: { zh: '未发送，已并入下一份', en: 'Not sent, taken into the next one' },
  skipped: {
    zh: '因系统中断未发送：{days}。本份一并列出。',
    en: 'Not sent while the system was away: {days}. Listed here together.',
  },
  late: { zh: '新逾期 {n} 件', en: '{n} newly late' },
  soon: { zh: '3 个工作日内到期 {n} 件', en: '{n} due within 3 working days' },
  since: { zh: '自 {time} 以来', en: 'Since {time}' },
  until: { zh: '至 {time}', en: 'Until {time}' },
  nothing: { zh: '没有', en: 'None' },
  number: { zh: '编号', en: 'Number' },
  caseTitle: { zh: '事项', en: 'Case' },
  region: { zh: '地区', en: 'Region' },
  clock: { zh: '时限', en: 'Limit' },
  due: { zh: '到期', en: 'Due' },
} satisfies Record<string, Text>
