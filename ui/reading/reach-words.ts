// Which words say who cannot be notified?
import type { Text } from '../../domain/language/words.ts'

export const reachWords = {
  title: { zh: '无法通知', en: 'Cannot be told' },
  lead: {
    zh: '今后 7 日将触发的督办中，下列岗位无法通知。每个工作日 08:30 核对，有变化时邮件告知管理员。',
    en: 'Of what is due in the next 7 days, these posts cannot be told. Checked at 08:30 on working days; administrators are mailed when it changes.',
  },
  checked: { zh: '最近核对 {time}', en: 'Last check {time}' },
  never: {
    zh: '尚未核对，下一个工作日 08:30 进行',
    en: 'Not checked yet; the next check is at 08:30 on the next working day',
  },
  fine: { zh: '所有岗位都能通知', en: 'Every post can be told' },
  post: { zh: '岗位', en: 'Post' },
  missing: { zh: '缺什么', en: 'What is missing' },
  escalationLevels: { zh: '涉及的案件与梯级', en: 'Cases and levels concerned' },
  nobody: { zh: '▲ 全部无法通知', en: '▲ Nobody can be told' },
  partly: { zh: '部分无法通知', en: 'Some cannot be told' },
  vacant: { zh: '无人在岗', en: 'Nobody holds the post' },
  person: { zh: '{name}：{lacks}', en: '{name}: {lacks}' },
  escalationLevel: { zh: '{number} {words}（{at}）', en: '{number} {words} ({at})' },
  more: { zh: '另有 {n} 项', en: 'and {n} more' },
  banner: {
    zh: '{n} 个岗位无法通知，涉及 {cases} 件案件',
    en: '{n} posts cannot be told, {cases} cases concerned',
  },
  details: { zh: '查看明细', en: 'See which' },
  silent: { zh: '▲ 下一梯级无人可通知', en: '▲ Nobody would hear of the next level' },
} satisfies Record<string, Text>
