// Which pauses and extensions are taken, up to which day, and how is any other refused?
import { describe, expect, test } from 'vitest'
import { DomainError } from '../../domain/language/errors.ts'
import { computeTimeLimit, type Law } from '../../domain/law/compute.ts'
import type { TimeLimitInput } from '../../domain/law/input.ts'
import { decreeCalendars } from '../../domain/time/decrees.ts'

const limitOf = (input: TimeLimitInput, law: Law = {}) =>
  computeTimeLimit(input, decreeCalendars, law)
const refusal = (input: TimeLimitInput): { pointer: string; zh: string; en: string } => {
  try {
    limitOf(input)
  } catch (error) {
    if (!(error instanceof DomainError)) throw error
    const [reason] = error.reasons
    const { pointer, errors } = error.details as { pointer: string; errors: object[] }
    expect(errors).toEqual([{ pointer, reason }])
    return { pointer, zh: reason?.zh ?? '', en: reason?.en ?? '' }
  }
  throw new Error(`taken: ${JSON.stringify(input)}`)
}

const five: TimeLimitInput = { rule: 'adhoc', unit: 'ND', n: 5, start: '2026-03-02' }
const review: TimeLimitInput = { rule: 'three-simultaneities.design-review', start: '2026-03-02' }
const decision: TimeLimitInput = { rule: 'enforcement-case.decision', start: '2025-07-01' }

describe('a pause is taken', () => {
  // Five days from 2026-03-02 end on 03-07.
  test.each<
    [title: string, pause: { from: string; to: string | null }, due: string, pausedDays: number]
  >([
    ['of one day', { from: '2026-03-04', to: '2026-03-04' }, '2026-03-08', 1],
    ['from before the start', { from: '2026-03-01', to: '2026-03-03' }, '2026-03-08', 1],
    ['from the last day on', { from: '2026-03-07', to: '2026-03-09' }, '2026-03-10', 3],
    ['of ten years', { from: '2026-03-04', to: '2036-03-04' }, '2036-03-08', 3_654],
  ])('%s', (_, pause, due, pausedDays) =>
    expect(limitOf({ ...five, pauses: [pause] })).toMatchObject({ due, pausedDays }),
  )

  test('that still runs and begins after the day asked about counts its first day', () =>
    expect(
      limitOf({ ...five, pauses: [{ from: '2026-03-05', to: null }], asOf: '2026-03-03' }),
    ).toMatchObject({
      due: '2026-03-08',
      pausedDays: 1,
      stopped: true,
    }))

  test('that begins on the day to which the end is rolled leaves it open', () =>
    expect(
      limitOf({
        ...five,
        n: 15,
        roll: 'party',
        start: '2026-09-18',
        pauses: [{ from: '2026-10-08', to: null }],
      }),
    ).toMatchObject({
      due: '2026-10-08',
      stopped: true,
      provisional: true,
    }))

  test('as it happened in a case, wherever it lies', () => {
    for (const pause of [
      { from: '2026-02-01', to: '2026-02-03' },
      { from: '2026-03-08', to: '2026-03-09' },
    ]) {
      expect(limitOf({ ...five, pauses: [pause] }, { running: true })).toMatchObject({
        due: '2026-03-07',
        pausedDays: 0,
      })
      expect(refusal({ ...five, pauses: [pause] }).pointer).toMatch(/^\/pauses\/0\/(from|to)$/)
    }
  })
})

test('of several pauses of a case none is refused, and one that begins when it is over stops nothing', () => {
  const [first, late] = [
    { from: '2026-03-04', to: '2026-03-04' },
    { from: '2026-03-20', to: null },
  ]
  const answer = limitOf({ ...five, pauses: [first, late] }, { running: true })
  expect(answer).toMatchObject({
    due: '2026-03-08',
    pausedDays: 1,
    stopped: false,
    provisional: false,
  })
  expect(answer.explanation.zh).toMatch(/到期 2026-03-08（24时止）。$/)
})

describe('a pause is refused', () => {
  const known =
    'hearing, tender, auction, inspection, testing, quarantine, appraisal, expert-review'
  const hearing = [{ from: '2026-05-01', to: '2026-05-02', kind: 'hearing' }]

  test.each<[title: string, input: TimeLimitInput, pointer: string, zh: string, en: string]>([
    [
      'that ended on the day of the start',
      { ...five, pauses: [{ from: '2026-03-01', to: '2026-03-02' }] },
      '/pauses/0/to',
      '中止（2026-03-01 至 2026-03-02）在期限起算（2026-03-02）之前已经结束，请核对年份',
      'The pause (2026-03-01 to 2026-03-02) was over before the period began on 2026-03-02: check the year',
    ],
    [
      'that begins after the end',
      {
        ...five,
        pauses: [
          { from: '2026-03-04', to: '2026-03-04' },
          { from: '2026-03-09', to: '2026-03-10' },
        ],
      },
      '/pauses/1/from',
      '中止开始于 2026-03-09，期限已于 2026-03-08 届满，不起作用，请核对年份',
      'The pause begins on 2026-03-09, after the period had ended on 2026-03-08: it stops nothing, check the year',
    ],
    [
      'that ends before it begins',
      { ...five, pauses: [{ from: '2026-03-05', to: '2026-03-04' }] },
      '/pauses/0/to',
      '中止的结束日期 2026-03-04 早于开始日期 2026-03-05',
      'The pause ends (2026-03-04) before it begins (2026-03-05)',
    ],
    [
      'of more than ten years',
      { ...five, pauses: [{ from: '2026-03-04', to: '2036-03-05' }] },
      '/pauses/0/to',
      '一次中止不超过10年：2026-03-04 至 2036-03-05',
      'A pause lasts 10 years at most: 2026-03-04 to 2036-03-05',
    ],
    [
      'of hours',
      { rule: 'emergency-response.unit-report', start: '2026-05-01T09:50+08:00', pauses: hearing },
      '/pauses/0/kind',
      '按小时计算的期限连续计算，不因任何事由中止',
      'A period in hours runs on and is never paused',
    ],
    [
      'of a period counted backward',
      { rule: 'hazchem-licence.renewal-application', start: '2026-06-30', pauses: hearing },
      '/pauses/0/kind',
      '向前推算的期限不存在中止',
      'A period counted backward cannot be paused',
    ],
    [
      'of a rule that has none',
      { rule: 'enforcement-case.payment', start: '2026-04-28', pauses: hearing },
      '/pauses/0/kind',
      '听证不能从“缴纳罚款”中扣除，依据行政处罚法（2021）第67条；该期限没有可扣除的事由',
      'hearing does not stop “Payment of the fine”, under Administrative Penalty Law (2021) art. 67; it has none',
    ],
    [
      'on another ground than the rule knows',
      { ...review, pauses: [{ from: '2026-03-09', to: '2026-03-09', kind: 'rework' }] },
      '/pauses/0/kind',
      `申请人整改不能从“安全设施设计审查”中扣除，依据建设项目安全设施“三同时”监督管理办法（令36号）第14条；行政许可法第42、82条；可扣除的事由：${known}`,
      `rework by the applicant does not stop “Safety facility design review”, under Three Simultaneities Measures (Order 36) art. 14; Administrative Licensing Law art. 42, 82; allowed: ${known}`,
    ],
    [
      'on a ground that there is not',
      { ...review, pauses: [{ from: '2026-03-09', to: '2026-03-09', kind: 'lunch' }] },
      '/pauses/0/kind',
      `未知的中止事由“lunch”；可用：${known}`,
      `Unknown kind of pause “lunch”; known: ${known}`,
    ],
  ])('%s', (_, input, pointer, zh, en) => expect(refusal(input)).toEqual({ pointer, zh, en }))
})

describe('extensions', () => {
  // 令77 32: 60 days by the leader, 90 more by the next higher bureau.
  const by = (...extensions: [at: string, by: number][]): TimeLimitInput => ({
    ...decision,
    extensions: extensions.map(([at, n]) => ({ at, by: n })),
  })
  const leader = /2025-07-20经本机关负责人批准延长60日/
  const higher = /经上一级安全监管部门负责人批准延长90日/

  test('count in order of time, in whatever order they are written', () => {
    const { due, explanation } = limitOf(by(['2025-09-20', 90], ['2025-07-20', 60]))
    expect(due).toBe('2025-12-28')
    expect(explanation.zh).toMatch(leader)
    expect(explanation.zh).toMatch(higher)
  })

  test('of one day count in the order written', () => {
    expect(limitOf(by(['2025-07-20', 60], ['2025-07-20', 90])).explanation.zh).toMatch(leader)
    expect(refusal(by(['2025-07-20', 90], ['2025-07-20', 60])).pointer).toBe('/extensions/0')
    expect(
      limitOf({
        ...five,
        extensions: [['2026-03-04', 1] as const, ['2026-03-03', 2] as const].map(([at, n]) => ({
          at,
          by: n,
        })),
      }),
    ).toMatchObject({
      due: '2026-03-10',
      explanation: {
        zh: expect.stringContaining('2026-03-03经批准延长2日；2026-03-04经批准延长1日'),
      },
    })
  })

  test('may leave to the second step what the first did not take', () =>
    expect(limitOf(by(['2025-07-20', 30], ['2025-07-30', 120])).due).toBe('2025-12-28'))

  test('on the first and on the last day are in time', () => {
    expect(limitOf(by(['2025-07-01', 60])).due).toBe('2025-09-29')
    expect(limitOf(by(['2025-07-31', 60])).due).toBe('2025-09-29')
    expect(limitOf(by(['2025-07-31', 60], ['2025-09-29', 90])).due).toBe('2025-12-28')
  })

  const on =
    '依据安全生产违法行为行政处罚办法（令15号，令77号修正）第32条；行政处罚法（2021）第60条'
  const under =
    'under Work-safety Penalty Measures (Order 15 as amended by Order 77) art. 32; Administrative Penalty Law (2021) art. 60'
  test.each<[title: string, input: TimeLimitInput, pointer: string, zh: string, en: string]>([
    [
      'by more than the first step',
      by(['2025-07-20', 61]),
      '/extensions/0',
      `累计延长61超过上限60，${on}`,
      `Extended by 61 in all, more than the 60 allowed, ${under}`,
    ],
    [
      'by more than both steps',
      by(['2025-07-30', 91], ['2025-07-20', 60]),
      '/extensions/0',
      `累计延长151超过上限150，${on}`,
      `Extended by 151 in all, more than the 150 allowed, ${under}`,
    ],
    [
      'a third time',
      by(['2025-07-20', 60], ['2025-07-30', 60], ['2025-07-31', 1]),
      '/extensions/2',
      `“案件办理（作出处罚决定）”最多延长2次，${on}`,
      `“Penalty decision (case clock)” may be extended 2 time(s) at most, ${under}`,
    ],
    [
      'where the law gives none',
      {
        rule: 'enforcement-case.payment',
        start: '2026-01-30',
        extensions: [{ at: '2026-02-02', by: 5 }],
      },
      '/extensions/0',
      '“缴纳罚款”不得延长，依据行政处罚法（2021）第67条',
      '“Payment of the fine” may not be extended, under Administrative Penalty Law (2021) art. 67',
    ],
    [
      'of a period counted backward',
      {
        rule: 'adhoc',
        unit: 'ND',
        n: 5,
        start: '2026-03-02',
        direction: 'backward',
        extensions: [{ at: '2026-03-01', by: 3 }],
      },
      '/extensions/0',
      '向前推算的期限不能延长',
      'A period counted backward cannot be extended',
    ],
    [
      'before the start',
      by(['2025-06-30', 60]),
      '/extensions/0',
      '延长决定 2025-06-30 早于起算日 2025-07-01',
      'Extended on 2025-06-30, before the start 2025-07-01',
    ],
    [
      'when it is over',
      by(['2025-09-30', 90], ['2025-07-20', 60]),
      '/extensions/0',
      '延长决定 2025-09-30 作出时期限已于 2025-09-29 届满',
      'Extended on 2025-09-30, after the period had ended on 2025-09-29',
    ],
  ])('are refused %s', (_, input, pointer, zh, en) =>
    expect(refusal(input)).toEqual({ pointer, zh, en }),
  )
})
