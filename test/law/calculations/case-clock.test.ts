// Until when must a case be decided, and who has to approve each extension?
import { expect, test } from 'vitest'
import { calculated, reckoned } from './asking.ts'

// 处罚法 60, 令77 32: 30 → 90 → 180 days until 2026-01-31, by the leader of the bureau and by the next higher bureau; then 90 by default.
test('a case of 2025 runs 30, 90 and 180 days, each with its approver', () => {
  expect(calculated('case-clock', { filedOn: '2025-07-01' })).toMatchObject({
    stages: [
      { total: 30, due: '2025-07-31', approver: null },
      { total: 90, due: '2025-09-29', approver: { zh: '本机关负责人' } },
      {
        total: 180,
        due: '2025-12-28',
        rolled: '2025-12-29',
        approver: { zh: '上一级安全监管部门负责人', en: 'next higher bureau' },
      },
    ],
  })
  expect(reckoned('case-clock', { filedOn: '2025-07-01' })).toEqual({
    zh: [
      '2025-07-01立案，30日 → 2025-07-31',
      '2025-07-01立案，90日 → 2025-09-29（本机关负责人批准延长）',
      '2025-07-01立案，180日 → 2025-12-28（上一级安全监管部门负责人批准延长）',
    ],
    en: [
      'Filed 2025-07-01, 30 days → 2025-07-31',
      'Filed 2025-07-01, 90 days → 2025-09-29 (extended by the bureau leader)',
      'Filed 2025-07-01, 180 days → 2025-12-28 (extended by the next higher bureau)',
    ],
  })
})

test.each([
  ['2026-01-31', [30, 90, 180]],
  ['2026-02-01', [90]],
])('filed on %s: %j days in all', (filedOn, totals) => {
  const { stages } = calculated('case-clock', { filedOn }) as unknown as {
    stages: { total: number; approver: object | null }[]
  }
  expect(stages.map(({ total }) => total)).toEqual(totals)
  expect(stages.map(({ approver }) => approver === null)).toEqual(
    totals.map((_, index) => index === 0),
  )
})
