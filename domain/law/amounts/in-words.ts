// How is an amount of the rule book read aloud?

import { type Text, text } from '../../language/words.ts'
import type { AmountStep, AmountUnit } from './amount.ts'

export const amountUnits: Record<AmountUnit, Text> = {
  person: text('人', 'persons'),
  yuan: text('元', 'yuan'),
  percent: text('%', '%'),
  hour: text('小时', 'h'),
  day: text('日', 'days'),
  month: text('个月', 'months'),
  time: text('次', 'times'),
  tonne: text('吨', 't'),
  factor: text('', ''),
}

/** '1,500.05': the whole part in groups of three, the decimals as they are written. */
export const grouped = (value: string): string => {
  const [whole = '0', decimals] = value.split('.')
  const digits = whole.replace(/\B(?=(\d{3})+$)/g, ',')
  return decimals === undefined ? digits : `${digits}.${decimals}`
}

/** 3,000元 */
export const valueInWords = (value: string | null, unit: AmountUnit): Text => {
  if (value === null) return text('不设', 'none')
  const { zh, en } = amountUnits[unit]
  const number = grouped(value)
  return text(`${number}${zh}`, en === '' || en === '%' ? `${number}${en}` : `${number} ${en}`)
}

/** 较大事故3人、重大事故10人 */
export const valuesInWords = (
  steps: readonly AmountStep[],
  values: readonly (string | null)[],
): Text => {
  const parts = steps.map(({ words, unit }, index) => {
    const value = valueInWords(values[index] ?? null, unit)
    return text(`${words.zh}${value.zh}`, `${words.en} ${value.en}`)
  })
  return text(parts.map(({ zh }) => zh).join('、'), parts.map(({ en }) => en).join(', '))
}
