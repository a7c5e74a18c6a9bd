// Are the days of plans and hazard sources those of the rule book, and is it said where none can be counted?
import { expect, test } from 'vitest'
import { DomainError } from '../../../domain/language/errors.ts'
import { preparednessDay } from '../../../domain/law/calculations/preparedness.ts'
import { committedRules } from '../../../domain/law/rule-book.ts'
import { decreeCalendars } from '../../../domain/time/decrees.ts'

const law = { calendars: decreeCalendars, rules: committedRules, region: '330802' } as const

test.each([
  ['planFiling', '2026-02-02', '2026-03-06', '应急预案备案：'],
  ['planEvaluation', '2024-02-29', '2027-02-28', '应急预案评估：'],
  ['sourceFiling', '2026-02-20', '2026-03-09', '重大危险源备案：'],
  ['sourceAssessment', '2026-02-20', '2029-02-20', '重新辨识评估：'],
  ['sourceCancellation', '2026-03-02', '2026-04-01', '核销决定：'],
] as const)('%s from %s ends on %s', (which, on, due, title) => {
  const found = preparednessDay(which, { on }, law)
  expect(found.due).toBe(due)
  expect(found.steps.every(({ zh, en }) => zh.startsWith(title) && en !== '')).toBe(true)
})

test('a rule that was not yet in force gives no day, and says so', () => {
  const { due, steps } = preparednessDay('planFiling', { on: '2018-01-01' }, law)
  expect(due).toBeNull()
  expect(steps.length).toBeGreaterThan(0)
})

test('a day from which nothing can be counted is refused at its field', () => {
  const ask = () => preparednessDay('planFiling', { publishedOn: '1980-01-01' }, law)
  expect(ask).toThrow(DomainError)
  try {
    ask()
  } catch (error) {
    expect((error as DomainError).details).toMatchObject({ pointer: '/publishedOn' })
  }
})

test('what nobody has confirmed is to be confirmed by a person', () => {
  const { steps } = preparednessDay('planEvaluation', { on: '2026-02-02' }, law)
  expect(steps.some(({ en }) => en.includes('unconfirmed'))).toBe(true)
})
