// From which numbers on is an accident, a response or a fine for an accident of a graver level?

import { text } from '../../language/words.ts'
import { type AmountStep, type AmountUnit, amountFamily } from './amount.ts'

const larger = text('较大事故', 'larger accident')
const major = text('重大事故', 'major accident')
const extraMajor = text('特别重大事故', 'extra-major accident')

const levels = (unit: AmountUnit): AmountStep[] => [
  { key: 'larger', words: larger, unit },
  { key: 'major', words: major, unit },
  { key: 'extra-major', words: extraMajor, unit },
]

const order493 = { from: '2007-06-01', cites: [['order493', '3']], confidence: 'V' } as const
const rising = { calculation: 'accident-level', order: 'rising' } as const

/** 493号 Art 3: 以上 includes, 以下 excludes, so a band reaches up to the next bound. */
const accidents = [
  ...amountFamily(
    'deaths',
    text('事故等级：死亡人数', 'Accident level: deaths'),
    { ...rising, steps: levels('person') },
    { ...order493, values: [3, 10, 30] },
  ),
  ...amountFamily(
    'serious-injuries',
    text('事故等级：重伤（急性工业中毒）人数', 'Accident level: serious injuries'),
    { ...rising, steps: levels('person') },
    { ...order493, values: [10, 50, 100] },
  ),
  ...amountFamily(
    'direct-loss',
    text('事故等级：直接经济损失', 'Accident level: direct loss'),
    { ...rising, steps: levels('yuan') },
    { ...order493, values: [10_000_000, 50_000_000, 100_000_000] },
  ),
  ...amountFamily(
    'dangerous-incident',
    text('较大涉险事故', 'Larger dangerous incident'),
    {
      calculation: 'accident-level',
      order: 'free',
      steps: [
        { key: 'at-risk', words: text('涉险人数', 'persons at risk'), unit: 'person' },
        {
          key: 'trapped-or-missing',
          words: text('被困或者下落不明人数', 'trapped or missing'),
          unit: 'person',
        },
        { key: 'evacuated', words: text('紧急疏散人数', 'evacuated'), unit: 'person' },
      ],
    },
    {
      from: '2009-07-01',
      cites: [['order21', '26']],
      confidence: 'V*',
      values: [10, 3, 500],
    },
  ),
]

/** Ⅳ is what reaches none of them. */
const responses = (unit: AmountUnit): AmountStep[] => [
  { key: 'third', words: text('Ⅲ级响应', 'response level III'), unit, optional: true },
  { key: 'second', words: text('Ⅱ级响应', 'response level II'), unit, optional: true },
  { key: 'first', words: text('Ⅰ级响应', 'response level I'), unit, optional: true },
]
const plan = { from: '2006-01-08', cites: [['plan2006', '']], confidence: 'V*' } as const
const triggers = { calculation: 'response-level', order: 'not-falling' } as const

const response = [
  ...amountFamily(
    'dead-or-missing',
    text('响应级别：死亡（失踪）人数', 'Response level: dead or missing'),
    { ...triggers, steps: responses('person') },
    { ...plan, values: [3, 10, 30] },
  ),
  ...amountFamily(
    'in-danger',
    text('响应级别：危及生命人数', 'Response level: in danger'),
    { ...triggers, steps: responses('person') },
    { ...plan, values: [10, 30, 30] },
  ),
  ...amountFamily(
    'poisoned-or-injured',
    text('响应级别：中毒（重伤）人数', 'Response level: poisoned or injured'),
    { ...triggers, steps: responses('person') },
    { ...plan, values: [30, 50, 100] },
  ),
  ...amountFamily(
    'direct-loss',
    text('响应级别：直接经济损失', 'Response level: direct loss'),
    { ...triggers, steps: responses('yuan') },
    { ...plan, values: [null, 50_000_000, 100_000_000] },
  ),
  ...amountFamily(
    'relocated',
    text('响应级别：转移安置人数', 'Response level: relocated'),
    { ...triggers, steps: responses('person') },
    { ...plan, values: [null, null, 100_000] },
  ),
]

const ofLevel = (unit: AmountUnit): AmountStep[] => [
  { key: 'general', words: text('一般事故', 'general accident'), unit },
  ...levels(unit),
]
const fines = 'accident-fine'
const m = 1_000_000

const accidentFines = [
  ...amountFamily(
    'unit',
    text('事故罚款：单位罚款幅度', 'Accident fines: on the unit'),
    {
      calculation: fines,
      order: 'rising',
      steps: [
        { key: 'general', words: text('一般事故自', 'general, from'), unit: 'yuan' },
        { key: 'larger', words: text('较大事故自', 'larger, from'), unit: 'yuan' },
        { key: 'major', words: text('重大事故自', 'major, from'), unit: 'yuan' },
        { key: 'extra-major', words: text('特别重大事故自', 'extra-major, from'), unit: 'yuan' },
        { key: 'most', words: text('最高', 'at the most'), unit: 'yuan' },
      ],
    },
    {
      from: '2007-06-01',
      cites: [['order493', '37']],
      confidence: 'V',
      values: [0.1 * m, 0.2 * m, 0.5 * m, 2 * m, 5 * m],
    },
    {
      from: '2014-12-01',
      cites: [['safety2014', '109']],
      confidence: 'M',
      values: [0.2 * m, 0.5 * m, m, 5 * m, 10 * m],
      doubt: text('2014年法的罚款幅度未经核实', 'The amounts of the 2014 law are unconfirmed'),
    },
    {
      from: '2021-09-01',
      cites: [['safety', '114']],
      confidence: 'V',
      values: [0.3 * m, m, 2 * m, 10 * m, 20 * m],
    },
  ),
  ...amountFamily(
    'extremely-serious',
    text('事故罚款：情节特别严重的倍数', 'Accident fines: times, where extremely serious'),
    {
      calculation: fines,
      order: 'free',
      steps: [
        { key: 'low', words: text('下限倍数', 'of the lower limit'), unit: 'factor' },
        { key: 'high', words: text('上限倍数', 'of the upper limit'), unit: 'factor' },
        {
          key: 'extra-major-low',
          words: text('特别重大事故下限倍数', 'extra-major, of the lower limit'),
          unit: 'factor',
        },
        {
          key: 'extra-major-high',
          words: text('特别重大事故上限倍数', 'extra-major, of the upper limit'),
          unit: 'factor',
        },
      ],
    },
    { from: '2007-06-01', cites: [['order493', '37']], confidence: 'V', values: [1, 1, 1, 1] },
    { from: '2014-12-01', cites: [['safety2014', '109']], confidence: 'M', values: [1, 1, 2, 2] },
    { from: '2021-09-01', cites: [['safety', '114']], confidence: 'V', values: [2, 5, 2, 5] },
  ),
  ...amountFamily(
    'principal-income',
    text('事故罚款：主要负责人上一年年收入', 'Accident fines: income of the principal'),
    { calculation: fines, order: 'not-falling', steps: ofLevel('percent') },
    { from: '2007-06-01', cites: [['order493', '38']], confidence: 'V', values: [30, 40, 60, 80] },
    {
      from: '2014-12-01',
      cites: [['safety2014', '92']],
      confidence: 'M',
      values: [30, 40, 60, 80],
    },
    { from: '2021-09-01', cites: [['safety', '95']], confidence: 'V', values: [40, 60, 80, 100] },
  ),
  ...amountFamily(
    'late-report',
    text('事故罚款：迟报、谎报', 'Accident fines: late or false report'),
    {
      calculation: fines,
      order: 'not-falling',
      steps: [
        { key: 'from', words: text('年收入自', 'of the income, from'), unit: 'percent' },
        { key: 'to', words: text('年收入至', 'of the income, to'), unit: 'percent' },
      ],
    },
    { from: '2021-09-01', cites: [['safety', '110']], confidence: 'V', values: [60, 100] },
  ),
]

export const emergencyAmounts = [...accidents, ...response, ...accidentFines]
