// What are the lists of cases and tasks called, in the navigation and on their pages?
import type { Text } from '../../domain/language/words.ts'

export const placeWords = {
  todo: { zh: '待办', en: 'To do' },
  pool: { zh: '待领', en: 'To claim' },
  done: { zh: '已办', en: 'Done' },
  mine: { zh: '我发起', en: 'Started by me' },
  cc: { zh: '抄送', en: 'Copied to me' },
  cases: { zh: '案件', en: 'Cases' },
} satisfies Record<string, Text>
