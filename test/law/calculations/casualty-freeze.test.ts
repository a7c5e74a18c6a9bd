// Until which day does a later death still count for the level of an accident?
import { expect, test } from 'vitest'
import { calculated, reckoned, refused } from './asking.ts'

const freeze = (input: object) => calculated('casualty-freeze', input)

// 493号 13: 30 days, of road traffic and fire 7; the day of the accident is not counted: 2026-05-01 + 30 = 05-31, + 7 = 05-08.
test.each<[kind: string | undefined, lastDay: string, dayAfter: string, days: number]>([
  [undefined, '2026-05-31', '2026-06-01', 30],
  ['general', '2026-05-31', '2026-06-01', 30],
  ['road-traffic', '2026-05-08', '2026-05-09', 7],
  ['fire', '2026-05-08', '2026-05-09', 7],
])('of kind %s until %s', (kind, lastDay, dayAfter, days) => {
  const request = { accidentAt: '2026-05-01T23:59+08:00', kind }
  expect(freeze(request)).toMatchObject({ lastDay, dayNumber: null, counts: null })
  expect(freeze({ ...request, diedAt: lastDay })).toMatchObject({
    lastDay,
    dayNumber: days,
    counts: true,
  })
  expect(freeze({ ...request, diedAt: `${lastDay}T23:59+08:00` })).toMatchObject({
    dayNumber: days,
    counts: true,
  })
  expect(freeze({ ...request, diedAt: dayAfter })).toMatchObject({
    lastDay,
    dayNumber: days + 1,
    counts: false,
  })
  expect(freeze({ ...request, diedAt: `${dayAfter}T00:00+08:00` })).toMatchObject({
    dayNumber: days + 1,
    counts: false,
  })
})

test('whoever dies on the day of the accident counts; nobody dies of it before', () => {
  expect(freeze({ accidentAt: '2026-05-01', diedAt: '2026-05-01' })).toMatchObject({
    dayNumber: 0,
    counts: true,
  })
  const reason = { zh: '死亡日期早于事故日期', en: 'The death precedes the accident' }
  expect(refused('casualty-freeze', { accidentAt: '2026-05-01', diedAt: '2026-04-30' })).toEqual({
    code: 'invalid-input',
    reasons: [reason],
    details: {
      pointer: '/diedAt',
      errors: [{ pointer: '/diedAt', reason }],
      fields: { diedAt: reason },
    },
  })
})

test('the reckoning tells the day of the death and what follows', () => {
  const explain = (diedAt?: string) =>
    reckoned('casualty-freeze', { accidentAt: '2026-05-01', diedAt })
  expect(explain('2026-05-31')).toEqual({
    zh: [expect.stringContaining('2026-05-31'), '2026-05-31为第30日：计入'],
    en: [expect.stringContaining('2026-05-31'), '2026-05-31 is day 30: counts'],
  })
  expect(explain('2026-06-01')).toEqual({
    zh: [expect.stringContaining('2026-05-31'), '2026-06-01为第31日：不计入'],
    en: [expect.stringContaining('2026-05-31'), '2026-06-01 is day 31: does not count'],
  })
  expect(explain().zh).toHaveLength(1)
})
