// Which words name the pages of supervision?
import type { Text } from '../../domain/language/words.ts'

export const tabWords = {
  name: { zh: '督办页面', en: 'Supervision pages' },
  clocks: { zh: '时限与升级', en: 'Limits and escalation' },
  flow: { zh: '办理时效分析', en: 'Bottlenecks' },
  discretion: { zh: '裁量偏离', en: 'Deviation of fines' },
  digest: { zh: '每日摘要', en: 'Daily digest' },
} satisfies Record<string, Text>
