// Does an identity number count only with a day of birth and the character that follows from it (GB 11643)?
import { expect, test } from 'vitest'
import { isIdentityNumber } from '../../domain/organisation/identity-number.ts'

const right = '330802197003150018'

test('an identity number has a day of birth and the right last character', () => {
  expect(isIdentityNumber(right)).toBe(true)
  expect(isIdentityNumber('11010519491231002X')).toBe(true)
  for (const wrong of [
    `${right.slice(0, 17)}1`,
    '110105194912310021',
    '110105194902310028',
    '11010519491231002',
    '010105194912310026',
    '',
  ])
    expect([wrong, isIdentityNumber(wrong)]).toEqual([wrong, false])
})
