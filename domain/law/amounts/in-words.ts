// How is an amount of the rule book read aloud?

import type { Text } from '../../language/words.ts'
import type { AmountStep, AmountUnit } from './amount.ts'

export const amountUnits: Record<AmountUnit, Text> = {
  person: { zh: '人', en: 'persons' },
  yuan: { zh: '元', en: 'yuan' },
  percent: { zh: '%', en: '%' },
  hour: { zh: '小时', en: 'h' },
  day: { zh: '日', en: 'days' },
  month: { zh: '个月', en: 'months' },
  time: { zh: '次', en: 'times' },
  tonne: { zh: '吨', en: 't' },
  factor: { zh: '', en: '' },
}

/** '1,500.05': the whole part in groups of three, the decimals as they are written. */
export const grouped = (value: string): string => {
  const [whole = '0', decimals] = value.split('.')
  const digits = whole.replace(/\B(?=(\d{3})+$)/g, ',')
  return decimals === undefined ? digits : `${digits}.${decimals}`
}

/** 3,000元 */
export const valueInWords = (value: string | null, unit: AmountUnit): Text => {
  if (value === null) return { zh: '不设', en: 'none' }
  const { zh, en } = amountUnits[unit]
  const number = grouped(value)
  return {
    zh: `${number}${zh}`,
    en: en === '' || en === '%' ? `${number}${en}` : `${number} ${en}`,
  }
}

/** 较大事故3人、重大事故10人 */
export const valuesInWords = (
  steps: readonly AmountStep[],
  values: readonly (string | null)[],
): Text => {
  const parts = steps.map(({ words, unit }, index) => {
    const value = valueInWords(values[index] ?? null, unit)
    return { zh: `${words.zh}${value.zh}`, en: `${words.en} ${value.en}` }
  })
  return {
    zh: parts.map(({ zh }) => zh).join('、'),
    en: parts.map(({ en }) => en).join(', '),
  }
}
