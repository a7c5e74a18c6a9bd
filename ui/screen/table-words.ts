// Which words does every picture with a table twin use?
import type { Text } from '../../domain/language/words.ts'

export const tableWords = {
  asTable: { zh: '以表格查看', en: 'View as a table' },
  asPicture: { zh: '以图形查看', en: 'View as a picture' },
  tableSuffix: { zh: '（表格）', en: ' (table)' },
} satisfies Record<string, Text>
