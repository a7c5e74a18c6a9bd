// Is a sum written in the numerals that nobody adds a digit to, as the rules for bank papers have it?
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { capitaliseFen } from '../../domain/language/money.ts'

test.each([
  [0, '零元整'],
  [1, '壹分'],
  [50, '伍角整'],
  [32_504, '叁佰贰拾伍元零肆分'],
  [140_950, '壹仟肆佰零玖元伍角整'],
  [600_714, '陆仟零柒元壹角肆分'],
  [1_640_902, '壹万陆仟肆佰零玖元零贰分'],
  [5_000_000, '伍万元整'],
  [10_700_053, '壹拾万柒仟元伍角叁分'],
  [100_050_000, '壹佰万零伍佰元整'],
  [10_000_000_500, '壹亿零伍元整'],
  [100_000_000_000_000, '壹万亿元整'],
  [123_450_000_000_000, '壹万贰仟叁佰肆拾伍亿元整'],
])('%i fen are %s', (fen, words) => {
  expect(capitaliseFen(fen)).toBe(words)
})

const digits = '零壹贰叁肆伍陆柒捌玖'
const worth: Record<string, number> = { 拾: 10, 佰: 100, 仟: 1_000 }
/** Reads what was written, as a clerk would. */
const read = (words: string): number => {
  let [whole, high, group, digit, fen] = [0, 0, 0, 0, 0]
  for (const sign of words) {
    if (digits.includes(sign)) digit = digits.indexOf(sign)
    else if (worth[sign]) [group, digit] = [group + digit * worth[sign], 0]
    else if (sign === '万') [high, group, digit] = [high + (group + digit) * 10_000, 0, 0]
    else if (sign === '亿') [whole, high, group, digit] = [(high + group + digit) * 1e8, 0, 0, 0]
    else if (sign === '元') [whole, digit] = [whole + high + group + digit, 0]
    else if (sign === '角') [fen, digit] = [fen + digit * 10, 0]
    else if (sign === '分') [fen, digit] = [fen + digit, 0]
  }
  return whole * 100 + fen
}

test('whoever reads it finds the sum again, and never two zeros beside each other', () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 10 ** 15 }), (fen) => {
      const words = capitaliseFen(fen)
      expect(read(words)).toBe(fen)
      expect(words).not.toMatch(/零零|零[万亿]/)
    }),
  )
})
