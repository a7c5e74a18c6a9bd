// Which words do the top bar and the banners use?
import type { Text } from '../../domain/case/words.ts'

export const frameWords = {
  productLong: { zh: '安全生产监管案件平台', en: 'Work-safety case platform' },
  skip: { zh: '跳到主要内容', en: 'Skip to main content' },
  page: { zh: '这一页', en: 'this page' },
  signOut: { zh: '退出', en: 'Sign out' },
  largeMode: { zh: '大字版', en: 'Large text' },
  stale: {
    zh: '数据截至 {time}，连接中断 {minutes} 分钟。办理已暂停，恢复后自动更新。',
    en: 'Data as of {time}; connection lost for {minutes} min. Acts are paused until it is back.',
  },
  unanswered: {
    zh: '服务暂时不能回答：所显示的可能不是最新，恢复后自动更新。',
    en: 'The server cannot answer just now: what you see may be old and is read again as soon as it can.',
  },
} satisfies Record<string, Text>
