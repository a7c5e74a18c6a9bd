// Which words do legal dates use?
import type { Text } from '../../domain/language/words.ts'

export const dueWords = {
  paused: { zh: '中止计时', en: 'Paused' },
  provisional: { zh: '暂估', en: 'Provisional' },
  noDue: { zh: '无办理期限', en: 'No time limit' },
  barSummary: {
    zh: '时限用时 {used}%，中止计时 {paused}%，剩余 {left}%',
    en: '{used}% of the limit used, {paused}% paused, {left}% left',
  },
} satisfies Record<string, Text>
