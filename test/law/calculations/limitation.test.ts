// Until which day may an act be found and still be punished?
import { expect, test } from 'vitest'
import { calculated, reckoned, refused } from './asking.ts'

// 处罚法 36: two years; five since 2021-07-15 where life, health or financial safety was harmed. Found on the last day is in time.
test.each<
  [actEnded: string, seriousHarm: boolean, years: number, lastDay: string, dayAfter: string]
>([
  ['2024-03-01', false, 2, '2026-03-01', '2026-03-02'],
  ['2024-02-29', false, 2, '2026-02-28', '2026-03-01'],
  ['2021-07-15', true, 5, '2026-07-15', '2026-07-16'],
  ['2021-07-15', false, 2, '2023-07-15', '2023-07-16'],
  ['2021-07-14', true, 2, '2023-07-14', '2023-07-15'],
])('an act of %s, serious harm %s: %i years', (actEnded, seriousHarm, years, lastDay, dayAfter) => {
  expect(calculated('limitation', { actEnded, seriousHarm })).toMatchObject({
    years,
    lastDay,
    expired: null,
  })
  expect(calculated('limitation', { actEnded, seriousHarm, discovered: lastDay })).toMatchObject({
    years,
    lastDay,
    expired: false,
  })
  expect(calculated('limitation', { actEnded, seriousHarm, discovered: dayAfter })).toMatchObject({
    years,
    lastDay,
    expired: true,
  })
})

test('an act is found on its day at the earliest', () => {
  expect(
    calculated('limitation', { actEnded: '2024-03-01', discovered: '2024-03-01' }),
  ).toMatchObject({ expired: false })
  const reason = { zh: '发现日期早于行为终了日期', en: 'Found before the act ended' }
  expect(refused('limitation', { actEnded: '2024-03-01', discovered: '2024-02-29' })).toEqual({
    code: 'invalid-input',
    reasons: [reason],
    details: {
      pointer: '/discovered',
      errors: [{ pointer: '/discovered', reason }],
      fields: { discovered: reason },
    },
  })
})

test('the reckoning tells the law of the act and the result', () => {
  expect(
    reckoned('limitation', { actEnded: '2021-07-14', seriousHarm: true, discovered: '2023-07-14' }),
  ).toEqual({
    zh: [
      expect.stringContaining('2023-07-14'),
      '行为终了于2021-07-15之前，适用两年时效',
      '2023-07-14发现，未过时效',
    ],
    en: [
      expect.stringContaining('2023-07-14'),
      'The act ended before 2021-07-15: two years',
      'Found on 2023-07-14: in time',
    ],
  })
  expect(reckoned('limitation', { actEnded: '2024-03-01', discovered: '2026-03-02' })).toEqual({
    zh: [expect.stringContaining('2026-03-01'), '2026-03-02发现，已过时效，不再给予处罚'],
    en: [expect.stringContaining('2026-03-01'), 'Found on 2026-03-02: too late, no penalty'],
  })
  expect(reckoned('limitation', { actEnded: '2024-03-01', seriousHarm: true }).zh).toHaveLength(1)
})
