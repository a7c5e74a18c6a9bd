// Do versions, pauses and extensions behave as the rule book says?
import { describe, expect, test } from 'vitest'
import type { TimeLimitInput } from '../../domain/law/input.ts'
import { ruleBook } from '../../domain/law/rule-book.ts'
import { pauseKinds } from '../../domain/law/rules/pauses.ts'
import { compute } from './computed.ts'

describe('the rule book', () => {
  test('versions of a family follow each other without gap or overlap', () => {
    for (const rows of Map.groupBy(ruleBook, ({ id }) => id).values()) {
      for (const [index, row] of rows.entries()) {
        if (row.to !== null) expect(row.from < row.to, row.id).toBe(true)
        const next = rows[index + 1]
        if (next) expect(row.to !== null && row.to < next.from, row.id).toBe(true)
      }
    }
  })

  test('every rule in every version can be reckoned on its first day, and explains itself in both languages', () => {
    for (const rule of ruleBook) {
      const result = compute({
        rule: rule.id,
        version: rule.version,
        start: rule.unit === 'H' || rule.unit === 'MIN' ? `${rule.from}T09:00+08:00` : rule.from,
      })
      expect(result.rule.version).toBe(rule.version)
      expect(result.explanation.zh).toMatch(/。$/)
      expect(result.explanation.en).toMatch(/\.$/)
      expect(result.explanation.zh).toContain(rule.article.zh)
      if (rule.confidence === 'M') expect(result.provisional, rule.id).toBe(true)
      if (result.provisional) expect(result.reasons.length, rule.id).toBeGreaterThan(0)
    }
  })

  test('only known kinds stop a period, each with its article', () => {
    for (const { pauses } of ruleBook)
      for (const [kind, article] of Object.entries(pauses))
        expect([kind in pauseKinds, article.zh.length > 3]).toEqual([true, true])
  })

  test.each([
    ['enforcement-case.hearing-request', '2021-07-14', 'ND', 3],
    ['enforcement-case.hearing-request', '2021-07-15', 'WD', 5],
    ['enforcement-case.decision', '2026-01-31', 'ND', 30],
    ['enforcement-case.decision', '2026-02-01', 'ND', 90],
    ['enforcement-case.litigation', '2015-04-30', 'M', 3],
    ['enforcement-case.litigation', '2015-05-01', 'M', 6],
    ['enforcement-case.announcement-service', '2021-12-31', 'ND', 60],
    ['enforcement-case.announcement-service', '2022-01-01', 'ND', 30],
    ['enforcement-case.seizure', '2011-12-31', 'ND', 15],
    ['enforcement-case.seizure', '2012-01-01', 'ND', 30],
    ['credit.term', '2023-09-30', 'Y', 1],
    ['credit.term', '2023-10-01', 'Y', 3],
  ])('%s on %s is %s %i', (rule, start, unit, n) =>
    expect(compute({ rule, start }).rule).toMatchObject({ unit, n }),
  )

  test('a period counted backward names the holidays it passes over from their first day to their last', () => {
    const back = compute({
      rule: 'adhoc',
      unit: 'WD',
      n: 12,
      start: '2026-03-04',
      direction: 'backward',
    })
    expect(back.explanation.zh).toContain(
      '春节2026-02-15至2026-02-23放假不计，2026-02-14、2026-02-28调休上班计入',
    )
    expect(back.explanation.en).toContain('Spring Festival 2026-02-15–2026-02-23')
  })

  test('major hazard sources from 2026-05-01 carry the pending law and are provisional', () => {
    const filing = (start: string) => compute({ rule: 'hazard-source.filing', start })
    expect(filing('2026-04-30')).toMatchObject({
      due: '2026-05-15',
      provisional: false,
      rule: { lawVersion: null, confidence: 'V*' },
    })
    expect(filing('2026-06-01')).toMatchObject({
      due: '2026-06-16',
      provisional: true,
      rule: { lawVersion: 'pending' },
    })
    for (const { lawVersion, to } of ruleBook.filter(({ process }) => process === 'hazard-source'))
      expect(lawVersion).toBe(to === null ? 'pending' : null)
  })

  test('a period counted backward follows the law of its latest day, not of the day it is counted from', () => {
    const limit = (start: string) => compute({ rule: 'hazchem-licence.renewal-application', start })
    expect(limit('2026-06-30')).toMatchObject({
      due: '2026-03-30',
      provisional: false,
      reasons: [],
      rule: { lawVersion: null },
    })
    expect(limit('2026-07-31')).toMatchObject({ due: '2026-04-30', provisional: false })
    expect(limit('2026-08-01')).toMatchObject({
      due: '2026-05-01',
      provisional: true,
      rule: { lawVersion: 'pending' },
    })
    const hearingNotice = (start: string) =>
      compute({ rule: 'enforcement-case.hearing-notice', start })
    expect(hearingNotice('2021-07-20')).toMatchObject({ due: '2021-07-13', rule: { unit: 'ND' } })
    expect(hearingNotice('2021-07-30')).toMatchObject({ due: '2021-07-21', rule: { unit: 'WD' } })
    const other = compute({
      rule: 'hazchem-licence.production-licence-renewal-application',
      start: '2026-06-30',
    })
    expect(other.rule.lawVersion).toBe(null)
    expect(
      compute({ rule: 'hazchem-licence.renewal-application', start: '2012-10-01' }),
    ).toMatchObject({ due: '2012-07-01' })
  })

  test('an application for reconsideration is deemed accepted when its review ends, licence papers on the day they came', () => {
    expect(
      compute({ rule: 'enforcement-case.reconsideration-review', start: '2026-03-02' }).expiry,
    ).toEqual({
      kind: 'deemedAcceptedOnExpiry',
      words: {
        zh: '逾期不作处理的，自审查期限届满之日起视为受理',
        en: 'Silence: deemed accepted from the end of the period',
      },
      basis: { zh: '行政复议法第30、88条', en: 'Administrative Reconsideration Law art. 30, 88' },
      effectiveOn: '2026-03-09',
      provisional: false,
    })
    expect(compute({ rule: 'licensing.acceptance', start: '2026-03-02' }).expiry).toMatchObject({
      effectiveOn: '2026-03-02',
    })
  })

  test('a plan is deemed filed once the last day to answer is over', () => {
    // The 28th of February is a working Saturday in 2026.
    expect(compute({ rule: 'emergency-response.plan-check', start: '2026-02-27' })).toMatchObject({
      due: '2026-03-05',
      expiry: { kind: 'deemedFiled', effectiveOn: '2026-03-06' },
    })
  })

  test.each<[string, TimeLimitInput, string, string | null]>([
    [
      'rework of a hazchem project',
      {
        rule: 'three-simultaneities.condition-review',
        start: '2026-01-12',
        pauses: [{ from: '2026-02-02', to: '2026-02-06', kind: 'rework' }],
      },
      '2026-03-27',
      '申请人整改',
    ],
    [
      'the expert review of the same',
      {
        rule: 'three-simultaneities.condition-review',
        start: '2026-01-12',
        pauses: [{ from: '2026-02-02', to: '2026-02-06', kind: 'expert-review' }],
      },
      '2026-03-27',
      null,
    ],
    [
      'appraisal in an enforcement case',
      {
        rule: 'enforcement-case.decision',
        start: '2025-07-01',
        pauses: [{ from: '2025-07-10', to: '2025-07-19', kind: 'appraisal' }],
      },
      '2025-08-10',
      '鉴定',
    ],
    [
      'appraisal on the rest days behind the last one',
      {
        rule: 'adhoc',
        unit: 'ND',
        n: 15,
        roll: 'party',
        start: '2026-09-18',
        pauses: [{ from: '2026-10-04', to: '2026-10-05', kind: 'appraisal' }],
      },
      '2026-10-08',
      null,
    ],
  ])(
    'a pause on an unconfirmed ground makes the date provisional: %s',
    (_, input, due, doubted) => {
      const result = compute(input)
      expect([result.due, result.provisional]).toEqual([due, doubted !== null])
      expect(result.reasons.map(({ zh }) => zh)).toEqual(
        doubted === null ? [] : [expect.stringContaining(doubted)],
      )
    },
  )

  test('hazchem cases from 2026-05-01 carry the pending law and are provisional', () => {
    expect(compute({ rule: 'hazchem-licence.review', start: '2026-04-30' })).toMatchObject({
      provisional: false,
      rule: { lawVersion: null },
    })
    expect(compute({ rule: 'hazchem-licence.review', start: '2026-05-01' })).toMatchObject({
      due: '2026-06-15',
      provisional: true,
      rule: { lawVersion: 'pending' },
    })
    expect(
      compute({ rule: 'hazchem-licence.acceptance', start: '2026-09-28' }).rule.lawVersion,
    ).toBe('pending')
  })

  test('the ladder of §5.3', () => {
    const due = (level: string) =>
      compute({ rule: `hazard-rectification.supervision-${level}`, start: '2026-09-28' }).due
    expect([due('red'), due('city'), due('province')]).toEqual([
      '2026-09-29',
      '2026-10-10',
      '2026-10-30',
    ])
  })

  test('fixed dates of the year', () => {
    expect(
      compute({ rule: 'hazard-rectification.quarterly-statistics', start: '2026-03-31' }).due,
    ).toBe('2026-04-15')
    expect(
      compute({ rule: 'hazard-rectification.annual-statistics', start: '2025-12-31' }).due,
    ).toBe('2026-01-31')
    expect(compute({ rule: 'hazard-source.annual-summary-state', start: '2025-12-31' }).due).toBe(
      '2026-02-15',
    )
  })
})
