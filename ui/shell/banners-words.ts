// What do the banners over a page say?
import type { Text } from '../../domain/language/words.ts'

export const bannersWords = {
  stale: {
    zh: '数据截至 {time}，连接中断 {minutes} 分钟。办理已暂停，恢复后自动更新。',
    en: 'Data as of {time}; connection lost for {minutes} min. Acts are paused until it is back.',
  },
  staleRoom: {
    zh: '数据截至 {time}，连接中断 {minutes} 分钟。可继续写处置记事、回复指令，先存本机，恢复后自动发送；其他办理暂停。',
    en: 'Data as of {time}; connection lost for {minutes} min. Notes and answers to orders are kept on this device and sent when it is back; other acts are paused.',
  },
  staleForm: {
    zh: '数据截至 {time}，连接中断 {minutes} 分钟。本页可继续填写，提交后存本机，恢复后自动发送。',
    en: 'Data as of {time}; connection lost for {minutes} min. Go on with this form: it is kept on this device and sent when it is back.',
  },
  full: {
    zh: '打开的窗口过多，本页每分钟更新一次。请关闭不用的窗口；办理不受影响。',
    en: 'Too many windows are open, so this page is brought up to date once a minute. Close those you do not need; acts go on as usual.',
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
