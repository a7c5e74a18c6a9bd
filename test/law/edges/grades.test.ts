// Do levels of accidents, grades and certificates hold at their edges?
import { describe, expect, test } from 'vitest'
import { add, divide, exact, fraction, rounded } from '../../../domain/law/amounts/fraction.ts'
import { type Case, run } from './running.ts'

describe('accidents', () => {
  test.each<Case>([
    ['accident-level', {}, { level: 'general', decisive: [] }],
    [
      'accident-level',
      { deaths: 2, seriousInjuries: 9, directLoss: 9_999_999.99 },
      { level: 'general' },
    ],
    ['accident-level', { deaths: 3 }, { level: 'larger', decisive: ['deaths'] }],
    ['accident-level', { directLoss: 10_000_000 }, { level: 'larger' }],
    ['accident-level', { directLoss: 50_000_000 }, { level: 'major' }],
    ['accident-level', { deaths: 10 }, { level: 'major', replyDays: 15 }],
    ['accident-level', { seriousInjuries: 100 }, { level: 'extra-major', replyDays: 30 }],
    [
      'accident-level',
      { trappedOrMissing: 3 },
      { level: 'general', largerDangerousIncident: true },
    ],
    [
      'casualty-freeze',
      { accidentAt: '2026-05-01', kind: 'road-traffic', diedAt: '2026-05-08' },
      { counts: true, dayNumber: 7 },
    ],
    [
      'casualty-freeze',
      { accidentAt: '2026-05-01', kind: 'fire', diedAt: '2026-05-09' },
      { counts: false },
    ],
    [
      'accident-fine',
      { level: 'larger', date: '2026-05-01', principalIncome: 300_000 },
      { unit: { from: 1_000_000, to: 2_000_000 }, principal: 180_000 },
    ],
    [
      'accident-fine',
      { level: 'general', date: '2013-05-01' },
      { unit: { from: 100_000, to: 200_000 }, principalPercent: 30, provisional: false },
    ],
    [
      'accident-fine',
      { level: 'general', date: '2016-05-01' },
      { unit: { from: 200_000, to: 500_000 }, provisional: true },
    ],
    [
      'accident-fine',
      { level: 'extra-major', date: '2026-05-01', extremelySerious: true },
      { unit: { from: 20_000_000, to: 100_000_000 } },
    ],
    ['response-level', {}, { level: 4, ledBy: { en: 'county' } }],
    ['response-level', { deadOrMissing: 9, inDanger: 29 }, { level: 3 }],
    ['response-level', { inDanger: 30 }, { level: 1 }],
    ['response-level', { spread: 'province' }, { level: 2, ledBy: { en: 'province' } }],
    [
      'special-equipment-level',
      { liftTrappedHours: 2 },
      { level: 'general', investigatedBy: { en: 'city regulator' } },
    ],
    [
      'special-equipment-level',
      { craneOverturned: true },
      { level: 'larger', investigatedBy: { en: 'province regulator' } },
    ],
    [
      'special-equipment-level',
      { strandedPersons: 100, strandedHours: 48 },
      { level: 'extra-major' },
    ],
    ['special-equipment-level', { movedByToxicLeak: 50_000 }, { level: 'major' }],
  ])('%s %j', (name, input, expected) => expect(run(name, input)).toMatchObject(expected))

  test('a general accident stops at the city, a major one reaches the ministry', () => {
    const times = {
      accidentAt: '2026-05-01T09:40+08:00',
      countyReceivedAt: '2026-05-01T10:30+08:00',
      cityReceivedAt: '2026-05-01T12:10+08:00',
      provinceReceivedAt: '2026-05-01T14:00+08:00',
    }
    const deadlines = (level: string) =>
      (run('report-ladder', { ...times, level }).deadlines as { stage: string }[]).map(
        ({ stage }) => stage,
      )
    expect(deadlines('general')).toEqual(['unitToBureau', 'countyToCity'])
    expect(deadlines('major')).toContain('provincePhoneToMinistry')
  })
})

describe('grades and certificates', () => {
  test.each<Case>([
    [
      'hazard-source-grade',
      { substances: [{ substance: 'lpg', q: 50 }], exposed: 0 },
      { S: 1, majorHazardSource: true, R: 0.75, grade: 4 },
    ],
    [
      'hazard-source-grade',
      { substances: Array.from({ length: 10 }, () => ({ substance: 'lpg', q: 5 })), exposed: 29 },
      { S: 1, exactS: '1', majorHazardSource: true },
    ],
    [
      'hazard-source-grade',
      { substances: [{ class: 'W5.3', q: 2_000 }], exposed: 30 },
      { S: 2, R: 2.4 },
    ],
    [
      'hazard-source-grade',
      { substances: [{ substance: '自定义', q: 5, Q: 5, beta: 2 }], exposed: 50 },
      { S: 1, R: 3, provisional: false },
    ],
    [
      'hazard-source-grade',
      { substances: [{ substance: 'Cl2', q: 62.5 }], exposed: 100 },
      { R: 100, grade: 1 },
    ],
    ...[
      { substance: 'CO', Q: 20, beta: 2 },
      { substance: '溴甲烷', Q: 20, beta: 3 },
      { substance: 'NO₂', Q: 1, beta: 10 },
      { substance: 'PH3', Q: 1, beta: 20 },
      { substance: '异氰酸甲酯', Q: 0.75, beta: 20 },
      { substance: 'Cl2', Q: 5, beta: 4 },
    ].map(
      ({ substance, Q, beta }): Case => [
        'hazard-source-grade',
        { substances: [{ substance, q: Q, Q }], exposed: 1 },
        { S: 1, R: beta, provisional: false, terms: [{ Q, beta }] },
      ],
    ),
    [
      'hazard-source-grade',
      { substances: [{ class: 'J4', q: 50 }], exposed: 1 },
      {
        R: 2,
        provisional: true,
        reasons: [{ zh: expect.stringContaining('β') }],
        terms: [{ confidence: 'M' }],
      },
    ],
    [
      'hazard-source-grade',
      { substances: [{ class: 'J4', q: 50, beta: 2 }], exposed: 1 },
      { R: 2, provisional: false },
    ],
    [
      'hazard-source-grade',
      { substances: [{ class: 'W5.1', q: 10, Q: 10, beta: 1.5 }], exposed: 1 },
      { provisional: false },
    ],
    [
      'hazard-source-grade',
      { substances: [{ substance: 'NH3', q: 10 }], exposed: 1 },
      { provisional: true, reasons: [{ zh: expect.stringContaining('临界量') }] },
    ],
    [
      'hazard-source-grade',
      { substances: [{ substance: 'petrol', q: 200, Q: 200 }], exposed: 1 },
      { provisional: true },
    ],
    [
      'certificate-review-window',
      { expires: '2026-09-10', filed: '2026-07-11' },
      { from: '2026-07-12', verdict: 'too-early' },
    ],
    [
      'certificate-review-window',
      { expires: '2026-09-10', filed: '2026-09-10' },
      { verdict: 'in-time' },
    ],
    [
      'cylinder-inspection',
      { kind: 'lpg', made: '2020-03-01' },
      { nextInspection: '2024-03-01', scrapOn: '2028-03-01', latestScrapOn: '2032-03-01' },
    ],
    [
      'cylinder-inspection',
      { kind: 'other', made: '2020-03-01', lastInspected: '2023-02-20' },
      { nextInspection: '2026-02-20', scrapOn: null },
    ],
    ['credit-term', { published: '2015-06-20' }, { ends: '2016-06-20' }],
    ['credit-term', { published: '2015-06-20', repeat: true }, { ends: '2018-06-20' }],
    [
      'credit-term',
      { published: '2024-03-01' },
      { ends: '2027-03-01', earlyRemovalFrom: '2025-03-02' },
    ],
    [
      'renewal-window',
      { expires: '2027-03-15', filed: '2026-12-10', asOf: '2027-01-01' },
      { deemedRenewed: null },
    ],
    [
      'renewal-window',
      { expires: '2027-03-15', filed: '2026-12-10', decided: '2027-02-01' },
      { deemedRenewed: false },
    ],
    [
      'renewal-window',
      { expires: '2026-06-30', filed: '2026-03-20' },
      { limit: '2026-03-30', inTime: true, provisional: false },
    ],
    [
      'renewal-window',
      { expires: '2026-06-30', filed: '2026-04-20' },
      { inTime: false, provisional: false },
    ],
    [
      'renewal-window',
      { expires: '2026-06-30', filed: '2026-05-20' },
      { inTime: false, provisional: true },
    ],
    [
      'renewal-window',
      { expires: '2026-09-30', filed: '2026-04-20' },
      { limit: '2026-06-30', inTime: true, provisional: false },
    ],
    ['renewal-window', { expires: '2026-06-30' }, { limit: '2026-03-30', provisional: false }],
    [
      'renewal-window',
      { licence: 'licence', expires: '2026-06-30', filed: '2026-05-31' },
      { limit: '2026-05-31', inTime: true },
    ],
  ])('%s %j', (name, input, expected) => expect(run(name, input)).toMatchObject(expected))

  test('tonnes add up exactly where floating point does not', () => {
    const tenth = fraction(0.1)
    const sum = Array.from({ length: 10 }).reduce<typeof tenth>(
      (total) => add(total, tenth),
      fraction(0),
    )
    expect(exact(sum)).toBe('1')
    expect(rounded(divide(fraction(49.9), fraction(50)))).toBe(0.998)
    expect(exact(fraction(1e-7))).toBe('1/10000000')
  })
})
