// Which words do the screens of this matter add?
import type { Text } from '../../../../domain/language/words.ts'

export const exampleMatterWords = {
  standing: { zh: '事项要点', en: 'Where it stands' },
  answer: { zh: '答复', en: 'Answer' },
  answerBy: { zh: '{date}（含当日）前书面答复', en: 'in writing by {date}, that day included' },
  answered: { zh: '已书面答复，见文书', en: 'given in writing: see the document' },
  stepOpened: { zh: '提出', en: 'Asked' },
  stepAnswered: { zh: '答复', en: 'Answered' },
  dateTip: {
    zh: '请写明问题和希望答复的日期；逾期未答复的，自动报告上级。',
    en: 'Say what you ask and by when: if nobody answers in time, superiors are told.',
  },
  openOnly: { zh: '未答复', en: 'Open' },
  overdueOnly: { zh: '逾期', en: 'Overdue' },
  closedOnly: { zh: '已答复', en: 'Answered' },
} satisfies Record<string, Text>
