// Which words speak of the other cases by which a case was opened and to which it leads?
import type { Text } from '../../domain/language/words.ts'

export const linkWords = {
  links: { zh: '关联', en: 'Linked cases' },
  opener: { zh: '由此案引发', en: 'Opened by' },
  sender: { zh: '来自此案', en: 'From there' },
  waiting: { zh: '待立案', en: 'To be opened' },
  started: { zh: '已立案', en: 'Opened' },
  underWay: { zh: '办理中', en: 'Under way' },
  done: { zh: '已同步办理', en: 'Done there' },
  closed: { zh: '该案已办结', en: 'Closed already' },
  refused: { zh: '该案当前不能办理', en: 'Not possible there' },
  missing: { zh: '登记簿中没有', en: 'Not in the register' },
  'not-opened': { zh: '未能立案', en: 'Could not be opened' },
  notOpened: { zh: '未立案', en: 'Was not opened' },
  drill: { zh: '演练', en: 'Exercise' },
  drillOnly: {
    zh: '演练只作登记，不立真实案件',
    en: 'An exercise is only noted: it opens no real case',
  },
  notYet: {
    zh: '该业务尚未上线，已登记，登记号 {id}',
    en: 'This business is not online yet; registered as {id}',
  },
} satisfies Record<string, Text>
