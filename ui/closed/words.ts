// What does a place say that is not there, or not for this reader?
export const closedWords = {
  gone: { zh: '没有可供您查看的{what}', en: 'There is no {what} that you may read' },
  goneWhy: {
    zh: '地址可能有误，内容可能已撤下或并入别处，也可能不在您的职责范围内、不是本单位的。',
    en: 'The address may be wrong, it may have been taken down or joined with another, or it lies outside your duties or belongs to another enterprise.',
  },
  refused: { zh: '您不能查看{what}', en: 'You may not read this: {what}' },
  next: {
    zh: '认为应当能看到的，请与承办部门或系统管理员联系。',
    en: 'If you should be able to read it, ask the office in charge or an administrator.',
  },
  back: { zh: '返回上一页', en: 'Back' },
  start: { zh: '回到首页', en: 'To the start' },
} as const
