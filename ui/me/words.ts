// Which words does the page of one's own settings use?
import type { Text } from '../../domain/case/words.ts'

export const meWords = {
  title: { zh: '我的设置', en: 'My settings' },
} satisfies Record<string, Text>
