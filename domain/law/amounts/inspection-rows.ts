// How often may an enterprise be visited in a year, and how much of the days of a yearly plan goes to those that have to be visited?
import { text } from '../../language/words.ts'
import { amountFamily } from './amount.ts'

/** Each authority publishes its own number: until two people have entered it there is none, and nobody is refused. */
export const inspectionAmounts = amountFamily(
  'visits',
  text('涉企检查：年度频次上限', 'Inspections: visits of an enterprise in a year'),
  {
    calculation: 'inspection-frequency',
    order: 'free',
    steps: [
      {
        key: 'visits',
        words: text('每家企业每年（各机关合计）', 'an enterprise, a year, over all bureaus'),
        unit: 'time',
        optional: true,
      },
    ],
  },
  {
    from: '2024-12-27',
    cites: [['inspections2024', '']],
    confidence: 'M',
    values: [null],
    doubt: text(
      '频次上限由本机关公布后录入；国办发〔2024〕54号原文未载入',
      'The number is entered once it is published here; the text of No. 54 [2024] is not loaded',
    ),
  },
)

/** 重点检查: the rest of the days is for visits by lot. */
export const workloadAmounts = amountFamily(
  'key-share',
  text('年度监督检查计划：重点检查工作日', 'Yearly plan: days of key inspections'),
  {
    calculation: 'inspection-workload',
    order: 'free',
    steps: [
      {
        key: 'share',
        words: text('占监督检查工作日不低于', 'of the days of inspections, at least'),
        unit: 'percent',
      },
    ],
  },
  {
    from: '2017-12-27',
    cites: [['plans2017', '']],
    confidence: 'M',
    values: [60],
    doubt: text(
      '重点检查比例待核对：安监总政法〔2017〕150号原文未载入',
      'The share is to be confirmed: the text of No. 150 [2017] is not loaded',
    ),
  },
)
