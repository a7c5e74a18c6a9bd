// Which words stand around the cases as which an entry is carried out?
import type { Text } from '../../domain/language/words.ts'

export const casesWords = {
  title: { zh: '实施情况', en: 'Carried out' },
  none: { zh: '尚未实施。', en: 'Not carried out yet.' },
  since: { zh: '{at} 开始', en: 'begun {at}' },
  notNow: { zh: '{act}：{why}。', en: '{act}: {why}.' },
  question: {
    zh: '按 {number} {name} 建立案件，从现在起计时，并通知值班室和领导。',
    en: 'A case is begun by {number} {name}: its times run from now, and desks and leaders are told.',
  },
  begin: { zh: '现在开始', en: 'Begin now' },
  sending: { zh: '正在提交', en: 'Sending' },
  cancel: { zh: '取消', en: 'Cancel' },
} satisfies Record<string, Text>
