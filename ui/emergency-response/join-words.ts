// Which words does a screen use that offers another case of the same event?
import type { Text } from '../../domain/language/words.ts'

export const joinWords = {
  choose: { zh: '请选择主案', en: 'Choose the main case' },
  likely: { zh: '可能为同一事件', en: 'Probably the same event' },
  others: { zh: '其他未办结案件', en: 'Other open cases' },
  none: {
    zh: '没有可以并入的案件：须为先立案、未办结、您有权办理的应急案件',
    en: 'There is none to join it to: opened before this one, still open, and yours to act on',
  },
  unknown: { zh: '暂时无法读取其他案件', en: 'The other cases cannot be read now' },
  alike: { zh: '可能已经接报', en: 'It may have been reported already' },
  reportedBy: {
    zh: '{at}由{by}接报：{title}（{number}，{state}）',
    en: 'reported at {at} by {by}: {title} ({number}, {state})',
  },
  reported: {
    zh: '{at}接报：{title}（{number}，{state}）',
    en: 'reported at {at}: {title} ({number}, {state})',
  },
  open: { zh: '打开该案', en: 'Open it' },
  unreceived: { zh: '并入案件的报告', en: 'Reports of joined cases' },
  toReceive: { zh: '待{by}签收', en: 'to be received by: {by}' },
  receivedThere: {
    zh: '并案时待{by}签收，由主案继续签收',
    en: 'not received when it was joined, and received in the main case by: {by}',
  },
  allTheSame: {
    zh: '确为另一事件的，继续接报即可；误立的两案可由值班员并案。',
    en: 'If it is another event, report it all the same. Two cases of one event can be joined later.',
  },
} satisfies Record<string, Text>
