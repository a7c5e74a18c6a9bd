// Until when must a case be decided, and who has to approve each extension?
import { expect, test } from 'vitest'
import { caseClock } from '../../../domain/law/calculations/case-clock.ts'
import { rulesWith } from '../../../domain/law/entered.ts'
import { decreeCalendars } from '../../../domain/time/decrees.ts'
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

test('a version that was entered is told with its own number, and only where it holds', () => {
  const rules = rulesWith([
    {
      id: 'p1',
      entry: {
        kind: 'rule',
        rule: 'enforcement-case.decision',
        region: '330800',
        from: '2026-03-01',
        n: 60,
        source: '试验',
        running: null,
        norm: { zh: '试验规定', en: 'Trial rules' },
        article: { zh: '试验规定第3条', en: 'Trial rules art. 3' },
        confidence: 'V',
      },
    },
  ])
  const told = (region?: string) => {
    const by = { rules, ...(region === undefined ? {} : { region }) }
    const { version, stages, reckoning } = caseClock.run(
      { filedOn: '2026-03-10' },
      decreeCalendars,
      by,
    )
    return [version.slice(0, 10), stages[0]?.total, stages[0]?.due, reckoning[0]?.zh]
  }
  expect(told('330802')).toEqual([
    '2026-03-01',
    60,
    '2026-05-09',
    '2026-03-10立案，60日 → 2026-05-09',
  ])
  expect(told()).toEqual(['2026-02-01', 90, '2026-06-08', '2026-03-10立案，90日 → 2026-06-08'])
})
