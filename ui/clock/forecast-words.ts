// Which words does a forecast speak?
import type { Text } from '../../domain/language/words.ts'

export const forecastWords = {
  title: { zh: '预计办结', en: 'Expected completion' },
  end: { zh: '办结', en: 'End of the matter' },
  expected: { zh: '预计 {date}', en: 'Expected {date}' },
  range: { zh: '{from} 至 {to} 之间', en: 'between {from} and {to}' },
  one: { zh: '即 {from} 当日', en: 'on {from} itself' },
  limit: { zh: '办理期限 {date}', en: 'Time limit {date}' },
  overdue: { zh: '已超过', en: 'passed' },
  open: { zh: '遇中止计时、改期顺延', en: 'moves with a stop or a new date' },
  provisional: { zh: '暂估', en: 'estimate' },
  now: { zh: '当前环节', en: 'now' },
  again: { zh: '重新办理', en: 'run again' },
  usually: { zh: '多由 {names} 办理', en: 'usually {names}' },
  holds: { zh: '在 {names} 处', en: 'with {names}' },
  few: {
    zh: '暂无足够历史，只列办理期限。',
    en: 'Not enough history yet: only the time limits are given.',
  },
  outlasted: {
    zh: '本环节用时已超过历史上绝大多数案件，无法推算，只列办理期限。',
    en: 'This step has outlasted nearly all finished cases, so nothing can be reckoned: only the time limits are given.',
  },
  basis: {
    zh: '按 {n} 次同类办理推算：每十件约有九件在所示区间内办结。只反映通常路径，不代表办理结果。',
    en: 'From {n} like cases: about nine in ten ended within the days shown. It shows the usual path and promises no outcome.',
  },
  late: {
    zh: '同类办理中约 {part}% 晚于本件的办理期限。',
    en: 'About {part}% of like cases ended later than the time limit of this one.',
  },
} satisfies Record<string, Text>
