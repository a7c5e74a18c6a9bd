// Which words does the banner of the laboratory use?
import type { Text } from '../../domain/language/words.ts'

export const laboratoryBannerWords = {
  now: { zh: '实验室时间 {now}', en: 'Laboratory time {now}' },
} satisfies Record<string, Text>
