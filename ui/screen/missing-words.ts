// What is said where there is no page?
import type { Text } from '../../domain/language/words.ts'

export const missingWords = {
  notFound: { zh: '没有这个页面', en: 'There is no such page' },
  notFoundHint: {
    zh: '地址可能有误，或内容不在您的权限范围内。',
    en: 'The address may be wrong, or the content lies outside your scope.',
  },
  home: { zh: '回到首页', en: 'Back to the start' },
} satisfies Record<string, Text>
