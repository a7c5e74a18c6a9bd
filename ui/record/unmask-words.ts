// Which words does the asking for confidential information use?
import type { Text } from '../../domain/language/words.ts'

export const unmaskWords = {
  show: { zh: '登记并查看', en: 'See, on record' },
  reason: { zh: '查看理由', en: 'Why you need to see it' },
  recorded: {
    zh: '查看人、时间和理由将记入案件记录。',
    en: 'Who looked, when and why is kept in the record of the case.',
  },
  reasonWanted: { zh: '请填写查看理由', en: 'Say why you need to see it' },
  confirm: { zh: '查看', en: 'Show it' },
  notYet: {
    zh: '正在登记，请再点一次“查看”。',
    en: 'It is still being recorded: press “Show it” once more.',
  },
} as const satisfies Record<string, Text>
