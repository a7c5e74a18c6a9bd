// Does the sentence of a reckoning read as a lawyer would write it?
import { describe, expect, test } from 'vitest'
import { citeOnPaper } from '../../domain/law/citation.ts'
import { computeTimeLimit } from '../../domain/law/compute.ts'
import type { TimeLimitInput } from '../../domain/law/input.ts'
import { ruleBook } from '../../domain/law/rule-book.ts'
import type { Rule } from '../../domain/law/rules/rule.ts'
import { addDays } from '../../domain/time/days.ts'
import { decreeCalendars } from '../../domain/time/decrees.ts'
import { isContinuous } from '../../domain/time/period.ts'

const told = (input: TimeLimitInput) => computeTimeLimit(input, decreeCalendars)

describe('promise (law): the sentence of a reckoning says each thing once, and all that the date rests on', () => {
  test('a date is not written twice', () => {
    const { explanation } = told({
      rule: 'hazard-rectification.annual-statistics',
      start: '2025-12-31',
    })
    expect(explanation.zh).toContain('自2025-12-31年度末日的次日起算')
    for (const { start, id } of ruleBook) expect(start.zh, id).not.toMatch(/\d+月\d+日/)
  })

  test('a clock of hours names the minute it starts from, one of minutes its second', () => {
    const hours = told({
      rule: 'emergency-response.level-report',
      start: '2026-05-01T10:30+08:00',
    }).explanation
    expect(hours.zh).toContain('自接到报告（2026-05-01 10:30）起2小时')
    expect(hours.en).toContain('2 hour(s) from receipt of the report (2026-05-01 10:30)')
    expect(hours.zh).toContain('到期 2026-05-01 12:30')
    const minutes = told({
      rule: 'alarm-episode.acknowledge-1',
      start: '2026-05-01T10:30:45+08:00',
    }).explanation.zh
    expect(minutes).toMatch(/自报警（2026-05-01 10:30:45）起1分钟.*到期 2026-05-01 10:31:45/)
    const before = told({
      rule: 'hazard-rectification.power-cut-notice',
      start: '2026-05-02T08:00+08:00',
    }).explanation.zh
    expect(before).toMatch(
      /自2026-05-02 08:00停止供电时刻向前推24小时.*最迟 2026-05-01 08:00（该时刻为限）/,
    )
  })

  test('an estimate says in the sentence that it is one, and why', () => {
    const { explanation } = told({
      rule: 'three-simultaneities.design-review',
      start: '2026-12-21',
    })
    expect(explanation.zh).toContain('暂估：2027年节假日安排尚未公布')
    expect(explanation.en).toContain('an estimate: no holiday notice yet for 2027')
    expect(
      told({ rule: 'three-simultaneities.design-review', start: '2026-03-02' }).explanation.zh,
    ).not.toContain('暂估')
    const open: TimeLimitInput = {
      rule: 'three-simultaneities.design-review',
      start: '2026-03-02',
      pauses: [{ from: '2026-03-09', kind: 'hearing' }],
      asOf: '2026-03-16',
    }
    expect(told(open).explanation.zh).toContain('中止尚未结束，为目前最早日期')
    expect(
      told({ rule: 'three-simultaneities.design-review', start: '2026-12-21', asOf: '2026-12-28' })
        .position?.summary.zh,
    ).toContain('暂估')
  })

  test('a free period without a roll does not cite the roll', () => {
    const article = (more: Partial<TimeLimitInput>) =>
      told({ rule: 'adhoc', n: 3, start: '2026-03-02', ...more }).rule.article
    expect(article({ unit: 'ND' })).toBe('民法典第201条')
    expect(article({ unit: 'WD', roll: 'party' })).toBe('民法典第201条')
    expect(article({ unit: 'M' })).toBe('民法典第201、202条')
    expect(article({ unit: 'ND', roll: 'party' })).toBe('民法典第201–203条')
    expect(article({ unit: 'M', roll: 'organ' })).toBe('民法典第201–203条')
  })

  test('two Spring Festivals are two, and a period of decades does not name them all', () => {
    const long = told({ rule: 'adhoc', unit: 'WD', n: 270, start: '2025-01-20' }).explanation.zh
    expect(long).toContain('春节2025-01-28至2025-02-04')
    expect(long).toContain('春节2026-02-15至2026-02-23')
    const decades = told({ rule: 'adhoc', unit: 'WD', n: 5_000, start: '2004-01-20' }).explanation
    expect(decades.zh).toMatch(/等\d+处放假不计/)
    expect(decades.en.length).toBeLessThan(900)
  })
})

/** Chinese brackets in brackets, or half-width ones beside Chinese. */
const badBrackets = /（[^）]*（|\p{Script=Han}\(|\)\p{Script=Han}/u

/** Every sentence about a rule: without anything, extended as often as it may be, stopped by each of its grounds, and what is refused. */
const sentencesOf = (rule: Rule): string[] => {
  const day = rule.to && rule.to < '2026-03-02' ? addDays(rule.to, -30) : '2026-03-02'
  const start = isContinuous(rule.unit) ? `${day}T10:30+08:00` : day
  const more: Partial<TimeLimitInput>[] = [
    {},
    { asOf: isContinuous(rule.unit) ? `${day}T11:00+08:00` : addDays(day, 3) },
    { extensions: rule.extend.map(({ n }) => ({ at: addDays(day, 1), by: n })) },
    { extensions: [...rule.extend, { n: 1 }].map(({ n }) => ({ at: addDays(day, 1), by: n })) },
    ...[...Object.keys(rule.pauses), 'hearing', 'nonsense'].map((kind) => ({
      pauses: [{ from: addDays(day, 1), to: addDays(day, 3), kind: kind as 'hearing' }],
    })),
  ]
  return more.flatMap((one) => {
    try {
      return JSON.stringify(told({ rule: rule.id, version: rule.version, start, ...one }))
    } catch (error) {
      return JSON.stringify(error)
    }
  })
}

test('promise (screens): no sentence about any time limit has brackets within brackets, or half-width ones in Chinese', () => {
  const said = ruleBook.flatMap((rule) =>
    sentencesOf(rule).flatMap((all) => all.match(/"[^"]*\p{Script=Han}[^"]*"/gu) ?? []),
  )
  expect(said.length).toBeGreaterThan(5_000)
  expect(
    said.some((one) => one.includes('，依据建设项目安全设施“三同时”监督管理办法（令36号）第14条')),
  ).toBe(true)
  expect([...new Set(said.filter((one) => badBrackets.test(one)))]).toEqual([])
})

test('promise (screens): a clause of a standard is cited on paper by its figures', () => {
  expect(citeOnPaper('危险化学品企业特殊作业安全规范（GB 30871-2022）第5.1条')).toBe(
    '《危险化学品企业特殊作业安全规范》第5.1条',
  )
})
