// What do the banners over a page say?
import type { Text } from '../../domain/language/words.ts'

export const bannersWords = {
  stale: {
    zh: '数据截至 {time}，连接中断 {minutes} 分钟。办理已暂停，恢复后自动更新。',
    en: 'Data as of {time}; connection lost for {minutes} min. Acts are paused until it is back.',
  },
  engineWaits: {
    zh: '自 {time} 起，期限届满处理、逐级督办和通知暂缓执行，恢复后自动补办；受理、审批等操作照常有效。',
    en: 'Since {time} what falls due, escalations and notices are not carried out; they follow by themselves. Acts are committed as usual.',
  },
  unanswered: {
    zh: '服务暂时不能回答：所显示的可能不是最新，恢复后自动更新。',
    en: 'The server cannot answer just now: what you see may be old and is read again as soon as it can.',
  },
} satisfies Record<string, Text>
