// In which words is an alarm judged and answered?
import type { Text } from '../../../domain/language/words.ts'

export const judgingWords = {
  judging: { zh: '研判与处置', en: 'Judge and answer' },
  judge: { zh: '研判：', en: 'Judge:' },
  genuine: { zh: '属实', en: 'Genuine' },
  falseAlarm: { zh: '误报', en: 'False alarm' },
  test: { zh: '测试或演练', en: 'Test or exercise' },
  judgeAfter: {
    zh: '先接警；恢复后在此研判属实或误报。',
    en: 'Acknowledge first; once it has returned it is judged here.',
  },
  judgeLater: {
    zh: '恢复后在此研判属实或误报；需人工复位的，复位后研判。',
    en: 'Once it has returned, and is reset where it latches, it is judged here.',
  },
  answer: { zh: '处置：', en: 'Answer:' },
  emergency: { zh: '启动应急响应', en: 'Start the emergency response' },
  toHazard: { zh: '转为隐患', en: 'Report a hazard' },
} satisfies Record<string, Text>
