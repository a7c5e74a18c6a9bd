// Which plain words does the enterprise read above and beside its matters?
import type { Text } from '../../domain/language/words.ts'

export const mattersWords = {
  needsYou: { zh: '需要您办理', en: 'Needs you' },
  waiting: { zh: '等待监管部门', en: 'Waiting for the authority' },
  finished: { zh: '已办结', en: 'Finished' },
  news: { zh: '有新变化，点此刷新', en: 'Something is new: press to see it' },
  all: { zh: '全部 {n} 件在“案件”中', en: 'All {n} are under Cases' },
  nothingNeeded: { zh: '目前没有需要您办理的事项。', en: 'Nothing is wanted of you now.' },
  nothing: {
    zh: '还没有办件。发现隐患请及时报告。',
    en: 'No matters yet. Report a hazard as soon as you find one.',
  },
  openedOn: { zh: '{date} 登记', en: 'Registered {date}' },
} satisfies Record<string, Text>
