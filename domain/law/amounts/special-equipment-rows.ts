// From which numbers on is something an accident of special equipment, and of which level?

import { type Text, text } from '../../language/words.ts'
import { type AmountStep, type AmountUnit, amountFamily } from './amount.ts'

const words = {
  general: text('一般事故', 'general accident'),
  larger: text('较大事故', 'larger accident'),
  major: text('重大事故', 'major accident'),
  'extra-major': text('特别重大事故', 'extra-major accident'),
}
const calculation = 'special-equipment-level'
const regulation = { from: '2009-05-01', confidence: 'V' } as const

const scale = (
  name: string,
  title: Text,
  unit: AmountUnit,
  ...bounds: [keyof typeof words, number][]
) =>
  amountFamily(
    name,
    title,
    {
      calculation,
      order: 'rising',
      steps: bounds.map(([key]): AmountStep => ({ key, words: words[key], unit })),
    },
    {
      ...regulation,
      cites: [['specialRegulation', '61–64']],
      values: bounds.map(([, bound]) => bound),
    },
  )

/** 监察条例 61–64. */
export const specialEquipmentAmounts = [
  ...scale(
    'direct-loss',
    text('特种设备事故：直接经济损失下限', 'Special equipment: least loss'),
    'yuan',
    ['general', 10_000],
  ),
  ...scale(
    'lift-trapped',
    text('特种设备事故：电梯困人', 'Special equipment: trapped in a lift'),
    'hour',
    ['general', 2],
  ),
  ...scale(
    'cableway-stranded',
    text('特种设备事故：索道滞留', 'Special equipment: stranded on a cableway'),
    'hour',
    ['general', 3.5],
    ['larger', 12],
  ),
  ...scale(
    'ride-stranded',
    text('特种设备事故：游乐设施滞留', 'Special equipment: stranded on a ride'),
    'hour',
    ['general', 1],
    ['larger', 12],
  ),
  ...scale(
    'stranded-persons',
    text('特种设备事故：高空滞留人数', 'Special equipment: persons stranded at height'),
    'person',
    ['major', 100],
  ),
  ...scale(
    'stranded-hours',
    text('特种设备事故：众人高空滞留', 'Special equipment: many stranded at height'),
    'hour',
    ['major', 24],
    ['extra-major', 48],
  ),
  ...scale(
    'moved-by-toxic-leak',
    text('特种设备事故：有毒介质泄漏转移人数', 'Special equipment: moved by a toxic leak'),
    'person',
    ['general', 500],
    ['larger', 10_000],
    ['major', 50_000],
    ['extra-major', 150_000],
  ),
]
