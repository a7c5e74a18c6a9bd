// Which words speak of the many things of a case?
import type { Text } from '../../domain/language/words.ts'

export const itemsWords = {
  items: { zh: '事项', en: 'Items' },
  count: { zh: '共 {all} 件，未完成 {open} 件', en: '{all} in all, {open} open' },
  late: { zh: '，逾期 {late} 件', en: ', {late} late' },
  openOnly: { zh: '未完成', en: 'Open' },
  everyOne: { zh: '全部', en: 'All' },
  noneOpen: { zh: '均已完成', en: 'None is open' },
  toRoom: { zh: '应急处置台', en: 'Incident room' },
  and: { zh: '、', en: '; ' },
  to: { zh: '承办：{to}', en: 'To: {to}' },
  opened: { zh: '发出 {at}', en: 'Given {at}' },
  since: { zh: '自 {at}', en: 'Since {at}' },
  moved: { zh: '更新 {at}', en: 'Moved {at}' },
  due: { zh: '限 {at}', en: 'By {at}' },
  isLate: { zh: '逾期', en: 'Late' },
  more: { zh: '再显示 {count} 件', en: 'Show {count} more' },
  whole: { zh: '办理详情', en: 'What was said and done' },
  filter: { zh: '显示范围', en: 'Which are shown' },
} satisfies Record<string, Text>
