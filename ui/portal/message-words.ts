// Which words stand beside the messages of a matter?
import type { Text } from '../../domain/language/words.ts'

export const messageWords = {
  title: { zh: '消息', en: 'Messages' },
  mailed: { zh: '邮件已送达', en: 'mail delivered' },
  notMailed: { zh: '邮件未送达', en: 'mail not delivered' },
} satisfies Record<string, Text>
