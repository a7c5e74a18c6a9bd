// Which words does a moment in a form use?
import type { Text } from '../../domain/language/words.ts'

export const momentFieldWords = {
  now: { zh: '现在', en: 'Now' },
  nowFor: { zh: '{name}：现在', en: 'Now: {name}' },
} satisfies Record<string, Text>
