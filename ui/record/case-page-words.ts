// Which words are needed wherever a case is opened, before any of its parts?
import type { Text } from '../../domain/language/words.ts'

export const casePageWords = {
  case: { zh: '案件', en: 'Case' },
  number: { zh: '编号', en: 'Number' },
  changed: { zh: '已有新变化', en: 'There are new changes' },
  changedBy: { zh: '已有新变化：{who} {time} {what}', en: 'New: {who} {time} {what}' },
} satisfies Record<string, Text>
