// Up to which fine is a penalty imposed on the spot, from which on is a party heard, and what does a fine paid late cost?

import { text } from '../../language/words.ts'
import { lawOf1996, order18Day, penalty2021Day } from '../rules/terms.ts'
import { type AmountStep, amountFamily } from './amount.ts'

const parties: AmountStep[] = [
  { key: 'individual', words: text('公民', 'an individual'), unit: 'yuan' },
  { key: 'organisation', words: text('法人或者其他组织', 'an organisation'), unit: 'yuan' },
]
const onTheSpot = 'on-the-spot-limit'

const onSpot = [
  ...amountFamily(
    'fine',
    text('当场处罚：罚款限额', 'On the spot: largest fine'),
    { calculation: onTheSpot, order: 'free', steps: parties },
    {
      from: lawOf1996,
      cites: [['penalty1996', '33']],
      confidence: 'M',
      values: [50, 1_000],
      doubt: text(
        '1996年法的当场处罚限额（个人50元、单位1,000元）未经核实',
        'The 1996 limits (50 and 1,000 yuan) are unconfirmed',
      ),
    },
    {
      from: penalty2021Day,
      cites: [['penalty2021', '51']],
      confidence: 'V',
      values: [200, 3_000],
    },
  ),
  ...amountFamily(
    'cash',
    text('当场处罚：当场收缴限额', 'On the spot: largest fine taken in cash'),
    {
      calculation: onTheSpot,
      order: 'free',
      steps: [{ key: 'cash', words: text('当场收缴', 'in cash'), unit: 'yuan' }],
    },
    { from: lawOf1996, cites: [['penalty1996', '47']], confidence: 'V*', values: [20] },
    { from: penalty2021Day, cites: [['penalty2021', '68']], confidence: 'V', values: [100] },
  ),
]

const largeFines = [
  ...amountFamily(
    'large-fine',
    text('听证：较大数额罚款', 'Hearing: a large fine'),
    { calculation: 'hearing-right', order: 'free', steps: parties },
    { from: '2008-01-01', cites: [['order15', '']], confidence: 'V*', values: [10_000, 30_000] },
    {
      from: '2015-05-01',
      cites: [['order77', '']],
      confidence: 'M',
      values: [20_000, 50_000],
      doubt: text(
        '较大数额标准未经核实，省级规定优先',
        'The number is unconfirmed; the provincial one prevails',
      ),
    },
    {
      from: order18Day,
      cites: [['order18', '']],
      confidence: 'M',
      values: [20_000, 50_000],
      doubt: text(
        '应急令18号文本尚未载入，沿用旧标准',
        'Text of Order 18 not loaded: the old number stands',
      ),
    },
  ),
  ...amountFamily(
    'large-fine',
    text('集体讨论：较大数额罚款', 'Collective discussion: a large fine'),
    {
      calculation: 'required-review',
      order: 'free',
      steps: [{ key: 'fine', words: text('罚款', 'fine'), unit: 'yuan' }],
    },
    { from: '2008-01-01', cites: [['order15', '29']], confidence: 'M', values: [50_000] },
    { from: '2015-05-01', cites: [['order77', '29']], confidence: 'M', values: [50_000] },
  ),
]

const late = 'late-surcharge'
const surcharge = [
  ...amountFamily(
    'rate',
    text('加处罚款：每日比例', 'Surcharge: rate of a day'),
    {
      calculation: late,
      order: 'free',
      steps: [{ key: 'day', words: text('每日', 'a day'), unit: 'percent' }],
    },
    { from: lawOf1996, cites: [['penalty1996', '51']], confidence: 'V*', values: [3] },
    { from: penalty2021Day, cites: [['penalty2021', '72']], confidence: 'V', values: [3] },
  ),
  ...amountFamily(
    'enforcement',
    text('加处罚款：催告前经过的日数', 'Surcharge: days before compulsion'),
    {
      calculation: late,
      order: 'free',
      steps: [{ key: 'days', words: text('超过', 'more than'), unit: 'day' }],
    },
    { from: '2012-01-01', cites: [['coercion', '46']], confidence: 'V', values: [30] },
  ),
]

const closure = [
  ...amountFamily(
    'penalties',
    text('提请关闭：处罚次数和期间', 'Proposal to close: penalties and their time'),
    {
      calculation: 'closure-proposal',
      order: 'free',
      steps: [
        { key: 'fewer', words: text('较短期间内次数', 'in the shorter time'), unit: 'time' },
        { key: 'days', words: text('较短期间', 'the shorter time'), unit: 'day' },
        { key: 'more', words: text('较长期间内次数', 'in the longer time'), unit: 'time' },
        { key: 'months', words: text('较长期间', 'the longer time'), unit: 'month' },
      ],
    },
    { from: '2021-09-01', cites: [['safety', '113']], confidence: 'V', values: [3, 180, 4, 12] },
  ),
]

export const penaltyAmounts = [...onSpot, ...largeFines, ...surcharge, ...closure]
