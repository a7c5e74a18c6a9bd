// Which periods run over an inspection?
import { text } from '../../language/words.ts'
import { family, type Rule } from './rule.ts'
import { order18Day } from './terms.ts'

const article16 = [
  { from: '2008-01-01', cites: [['order15', '16']], confidence: 'M' },
  { from: '2015-05-01', cites: [['order77', '16']], confidence: 'M' },
  {
    from: order18Day,
    cites: [
      ['order18', ''],
      ['order77', '16'],
    ],
    confidence: 'M',
    pending: true,
  },
] as const satisfies Parameters<typeof family>[4][]

/** 处罚办法 16; what Order 18 would rule is not loaded: the old number stands, and a person decides. */
export const inspectionRules: Rule[] = [
  ...family(
    'inspection',
    're-check',
    text('检查所责令整改的复查', 'Re-check of what an inspection has ordered'),
    {
      unit: 'ND',
      n: 10,
      start: text('整改期满', 'expiry of the order'),
      roll: 'organ',
      onExpiry: 'escalate',
      alsoReadAs: 'WD',
    },
    ...article16,
  ),
  ...family(
    'inspection',
    'extension-request',
    text('检查所责令整改的延期申请（期满前10日内）', 'Request for more time (last 10 days)'),
    {
      unit: 'ND',
      n: 10,
      start: text('整改期限届满', 'the date of the order'),
      roll: 'never',
      direction: 'backward',
      window: true,
      onExpiry: 'lapses',
      note: text('仅限不可抗力', 'Only for force majeure'),
    },
    ...article16,
  ),
]
