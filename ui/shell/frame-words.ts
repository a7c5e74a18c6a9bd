// Which words do the frame use?
import type { Text } from '../../domain/language/words.ts'

export const frameWords = {
  productLong: { zh: '安全生产监管案件平台', en: 'Work-safety case platform' },
  skip: { zh: '跳到主要内容', en: 'Skip to main content' },
  page: { zh: '这一页', en: 'this page' },
  signOut: { zh: '退出', en: 'Sign out' },
  largeMode: { zh: '大字版', en: 'Large text' },
} satisfies Record<string, Text>
