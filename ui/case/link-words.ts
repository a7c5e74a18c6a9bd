// Which words speak of the other cases that a case leads to?
import type { Text } from '../../domain/case/words.ts'

export const linkWords = {
  links: { zh: '关联', en: 'Linked cases' },
  waiting: { zh: '待立案', en: 'To be opened' },
  started: { zh: '已立案', en: 'Opened' },
  notYet: { zh: '该业务尚未上线，已登记，登记号 {id}', en: 'This business is not online yet; registered as {id}' },
} satisfies Record<string, Text>
