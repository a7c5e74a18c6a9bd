// How does the page of an emergency say by which amounts it is counted?
import type { Text } from '../../domain/language/words.ts'

export const countedWords = {
  countedBy: { zh: '适用的数额', en: 'Counted by' },
  amountVersion: {
    zh: '{title}（{article}，版本 {version}）',
    en: '{title} ({article}, version {version})',
  },
} satisfies Record<string, Text>
