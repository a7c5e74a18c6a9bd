// Does the credit code check know real codes from wrong ones?
import { describe, expect, test } from 'vitest'
import {
  creditCode,
  isCreditCode,
  organisationCheck,
} from '../../domain/organisation/credit-code.ts'

const published = {
  阿里巴巴: '91330100799655058B',
  腾讯: '9144030071526726XG',
  华为: '914403001922038216',
}
const alphabet = '0123456789ABCDEFGHJKLMNPQRTUWXY'

describe('a credit code', () => {
  test.each(Object.entries(published))('of %s as published is right', (_, code) =>
    expect(isCreditCode(code)).toBe(true),
  )

  test.each(Object.values(published))('%s with any one character wrong is refused', (code) => {
    const wrong = [...code].flatMap((right, place) =>
      [...alphabet]
        .filter((other) => other !== right)
        .map((other) => code.slice(0, place) + other + code.slice(place + 1)),
    )
    expect(wrong).toHaveLength(18 * 30)
    expect(wrong.filter(isCreditCode)).toEqual([])
  })

  test('with two unequal neighbours swapped is refused', () => {
    const code = published.阿里巴巴
    const swapped = [...code.slice(1)].map(
      (next, place) => code.slice(0, place) + next + code.charAt(place) + code.slice(place + 2),
    )
    expect(swapped.filter((other) => other !== code && isCreditCode(other))).toEqual([])
  })

  test.each([
    '',
    '91330100799655058',
    '91330100799655058b',
    '91330100799655058B ',
    '9133010079965505８B',
    'OOOOOOOOOOOOOOOOOO',
  ])('%j is refused', (code) => expect(isCreditCode(code)).toBe(false))

  test('is built from its parts', () => {
    expect(creditCode('91', '330100', '79965505')).toBe(published.阿里巴巴)
    expect(organisationCheck('71526726')).toBe('X')
    expect(() => creditCode('91', '3301', '79965505')).toThrow(RangeError)
    expect(() => creditCode('91', '330100', '7996550I')).toThrow(RangeError)
  })
})
