// Which rules of the 处罚办法 (令15, 令77) hold for hazards and inspections alike?
import { text } from '../../language/words.ts'
import { order18Day } from './terms.ts'

/** 令15/77 until Order 18, whose text is not loaded: the old number stands as default, and a person decides. */
export const penaltyMeasures = (articles: string, confidence: 'V*' | 'M') =>
  [
    { from: '2008-01-01', cites: [['order15', articles]], confidence },
    { from: '2015-05-01', cites: [['order77', articles]], confidence },
    {
      from: order18Day,
      cites: [
        ['order18', ''],
        ['order77', articles],
      ],
      confidence: 'M',
      pending: true,
    },
  ] as const

/** 处罚办法 16: more time is asked for within the ten days before the date of the order, and for force majeure only. */
export const extensionRequestTerms = {
  unit: 'ND',
  n: 10,
  start: text('整改期限届满', 'the date of the order'),
  roll: 'never',
  direction: 'backward',
  window: true,
  onExpiry: 'lapses',
  note: text('仅限不可抗力', 'Only for force majeure'),
} as const
