// What does each day of refusing to correct cost, from which day on?
import { expect, test } from 'vitest'
import { calculated, reckoned, refused } from './asking.ts'

// 安全法 112: from the day after the order, the original amount for each day, the last one included.
test.each<
  [ordered: string, until: string, fine: number, from: string, days: number, amount: number]
>([
  ['2025-03-10', '2025-03-10', 20_000, '2025-03-11', 0, 0],
  ['2025-03-10', '2025-03-11', 20_000, '2025-03-11', 1, 20_000],
  ['2025-03-10', '2025-03-20', 20_000, '2025-03-11', 10, 200_000],
  ['2024-02-27', '2024-03-01', 0.33, '2024-02-28', 3, 0.99],
  ['2021-09-01', '2021-09-30', 50_000, '2021-09-02', 29, 1_450_000],
])('ordered %s, still refused %s, %d yuan', (ordered, until, fine, from, days, amount) =>
  expect(calculated('daily-fine', { fine, ordered, until })).toMatchObject({
    from,
    until,
    days,
    perDay: fine,
    amount,
    totalWithOriginal: Math.round((amount + fine) * 100) / 100,
  }),
)

test('the reckoning tells the first day, the days and the product', () =>
  expect(
    reckoned('daily-fine', { fine: 20_000, ordered: '2025-03-10', until: '2025-03-20' }),
  ).toEqual({
    zh: [
      '自责令改正之日（2025-03-10）的次日2025-03-11起，按原处罚数额20,000元按日连续处罚（安全生产法第112条）',
      '2025-03-11至2025-03-20共10日：10×20,000=200,000元',
    ],
    en: [
      'From 2025-03-11, the day after the order (2025-03-10), 20,000 yuan a day (Work Safety Law art. 112)',
      '2025-03-11 to 2025-03-20, 10 days: 10 × 20,000 = 200,000 yuan',
    ],
  }))

test('from the first day of Order 18 the count is provisional', () => {
  const until = (day: string) =>
    calculated('daily-fine', { fine: 100, ordered: '2026-01-20', until: day })
  expect(until('2026-01-31')).toMatchObject({ provisional: false, reasons: [] })
  expect(until('2026-02-01')).toMatchObject({
    provisional: true,
    reasons: [
      {
        zh: '应急令18号的复查与按日计罚规则尚未载入',
        en: 'The re-check and counting rules of Order 18 are not loaded',
      },
    ],
  })
})

test('neither before the law of 2021 nor before the order', () => {
  expect(refused('daily-fine', { fine: 100, ordered: '2021-08-31', until: '2021-09-10' })).toEqual({
    code: 'rule-not-in-force',
    reasons: [{ zh: '按日连续处罚自2021-09-01起施行', en: 'Daily fines exist since 2021-09-01' }],
    details: { pointer: '/ordered' },
  })
  const reason = { zh: '截止日早于责令改正之日', en: 'It ends before the order' }
  expect(refused('daily-fine', { fine: 100, ordered: '2025-03-10', until: '2025-03-09' })).toEqual({
    code: 'invalid-input',
    reasons: [reason],
    details: {
      pointer: '/until',
      errors: [{ pointer: '/until', reason }],
      fields: { until: reason },
    },
  })
})
