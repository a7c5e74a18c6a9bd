// What does a place say that is not there, or not for this reader?
export const closedWords = {
  gone: { zh: '没有可供您查看的{what}', en: 'There is no {what} that you may read' },
  refused: { zh: '您不能查看{what}', en: 'You may not read this: {what}' },
  back: { zh: '返回上一页', en: 'Back' },
  start: { zh: '回到首页', en: 'To the start' },
} as const
