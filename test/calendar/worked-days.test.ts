// Which days may a holiday notice name as worked, and how is a wrong one refused?
import { expect, test } from 'vitest'
import type { DomainError } from '../../domain/language/errors.ts'
import { decreeCalendars } from '../../domain/time/decrees.ts'
import { withYear } from '../../domain/time/imports.ts'

const decree = { decree: '试验通知', source: '试验', off: ['2030-01-01'] }
const said = (work: string[]) => {
  try {
    withYear(decreeCalendars, 2030, { ...decree, work } as never)
    return []
  } catch (error) {
    return (error as DomainError).reasons.map(({ en }) => en)
  }
}

test('a Saturday and a Sunday may be worked, and no weekday', () => {
  expect(said(['2030-01-05'])).toEqual([])
  expect(said(['2030-01-06'])).toEqual([])
  expect(said(['2030-01-07'])).toEqual([
    '2030-01-07 is not a weekend day, so it cannot be a make-up working day',
  ])
})

test('a date that there is not is said to be none, and nothing else', () => {
  expect(said(['2030-02-30'])).toEqual(['There is no such date: 2030-02-30'])
})
