// What does the interface say about official documents?
import type { Text } from '../../domain/language/words.ts'

export const documentWords = {
  title: { zh: '文书', en: 'Documents' },
  none: { zh: '尚无文书。', en: 'No documents yet.' },
  loading: { zh: '文书', en: 'the documents' },
  number: { zh: '文号', en: 'Number' },
  noNumber: { zh: '无文号', en: 'No number' },
  version: { zh: '第 {n} 版', en: 'Version {n}' },
  internal: { zh: '内部', en: 'Internal' },
  open: { zh: '查看', en: 'View' },
  hide: { zh: '收起', en: 'Hide' },
  tab: { zh: '在新页打开', en: 'Open in a new tab' },
  download: { zh: '下载', en: 'Download' },
  print: { zh: '打印', en: 'Print' },
  confidential: {
    zh: '保密文书：登记查看当事人信息后可打开',
    en: 'Confidential: it opens once you have looked at the person, on record',
  },
  recused: {
    zh: '您已回避本案，不得查阅文书',
    en: 'You have recused yourself: this paper is closed to you',
  },
  making: { zh: '正在制作，完成后可查看', en: 'Being made; it can be viewed in a moment' },
  notServed: { zh: '尚未送达', en: 'Not served yet' },
  served: { zh: '已送达：{how}，{time}', en: 'Served: {how}, {time}' },
  looked: {
    zh: '已查阅（未同意电子送达，不视为送达）：{how}，{time}',
    en: 'Looked at (no consent, so not served): {how}, {time}',
  },
  code: { zh: '核验码', en: 'Code' },
  frame: { zh: '{title} 的内容', en: 'The content of {title}' },
} as const satisfies Record<string, Text>

export const stateWords = {
  issuing: { zh: '制作中', en: 'Being made' },
  issued: { zh: '有效', en: 'In force' },
  void: { zh: '已作废', en: 'Void' },
  replaced: { zh: '已由新版替换', en: 'Replaced' },
} as const satisfies Record<string, Text>
