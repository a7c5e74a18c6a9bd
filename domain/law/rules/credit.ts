// Which periods run over the lists of those who were seriously dishonest?
import { type Text, text } from '../../language/words.ts'
import { family, type Rule } from './rule.ts'

const published = text('公布', 'publication')
const listed = text('作出列入决定', 'the decision to list')
const shared = { roll: 'never' } as const

/** 参照行政处罚法: told, served and answered as a penalty is; the order's own numbers are in no text at hand. */
const byReference = (
  step: string,
  title: Text,
  n: number,
  start: Text,
  roll: 'party' | 'organ',
  articles: string,
): Rule[] =>
  family(
    'credit',
    step,
    title,
    { unit: 'WD', n, start, roll, onExpiry: roll === 'party' ? 'lapses' : 'escalate' },
    {
      from: '2023-10-01',
      cites: [
        ['credit2023', ''],
        ['penalty2021', articles],
      ],
      confidence: 'M',
    },
  )

const proceduralRules: Rule[] = [
  ...family(
    'credit',
    'decision',
    text('作出列入决定', 'Decision on a listing'),
    {
      unit: 'WD',
      n: 30,
      start: text('提请列入', 'the proposal'),
      roll: 'organ',
      onExpiry: 'escalate',
    },
    { from: '2023-10-01', cites: [['design', '']], confidence: 'D' },
  ),
  ...byReference(
    'statement-window',
    text('列入前陈述、申辩', 'Statement before a listing'),
    5,
    text('送达列入告知书', 'service of the notice'),
    'party',
    '44、45',
  ),
  ...byReference(
    'service',
    text('列入决定书送达', 'Service of a listing'),
    7,
    listed,
    'organ',
    '61、85',
  ),
  ...family(
    'credit',
    'repair-decision',
    text('提前移出审核决定', 'Decision on early removal'),
    {
      unit: 'WD',
      n: 20,
      start: text('收到申请', 'receipt of the application'),
      roll: 'organ',
      onExpiry: 'escalate',
    },
    { from: '2023-10-01', cites: [['credit2023', '']], confidence: 'M' },
  ),
]

export const creditRules: Rule[] = [
  ...proceduralRules,
  ...family(
    'credit',
    'term',
    text('失信名单管理期限', 'Term on the dishonesty list'),
    { ...shared, unit: 'Y', n: 1, start: published, onExpiry: 'lifts' },
    { from: '2015-01-01', cites: [['credit2015', '']], confidence: 'V*' },
    { from: '2017-01-01', cites: [['credit2017', '']], confidence: 'M' },
    { from: '2023-10-01', cites: [['credit2023', '']], confidence: 'V*', n: 3, start: listed },
  ),
  ...family(
    'credit',
    'repeat-term',
    text('连续进入黑名单的管理期限', 'Term after a second consecutive listing'),
    { ...shared, unit: 'Y', n: 3, start: published, onExpiry: 'lifts' },
    {
      from: '2015-01-01',
      to: '2023-09-30',
      cites: [
        ['credit2015', ''],
        ['local', ''],
      ],
      confidence: 'V*',
    },
  ),
  ...family(
    'credit',
    'early-removal',
    text('申请提前移出', 'Application for early removal'),
    { ...shared, unit: 'M', n: 12, start: listed },
    { from: '2023-10-01', cites: [['credit2023', '']], confidence: 'V*' },
  ),
  ...family(
    'credit',
    'publication',
    text(
      '黑名单公布（每季度首月20日前）',
      'Publication (by the 20th of the first month of a quarter)',
    ),
    { ...shared, unit: 'ND', n: 20, start: text('上季度末日', 'the last day of the past quarter') },
    { from: '2015-01-01', to: '2023-09-30', cites: [['credit2015', '']], confidence: 'V*' },
  ),
]
