// Do the fines, levels and grades of the worked examples come out, in pure functions and over HTTP alike?
import { describe, expect, test } from 'vitest'
import { calculationNamed } from '../../domain/law/calculations/catalogue/registry.ts'
import { decreeCalendars } from '../../domain/time/decrees.ts'
import { post } from './http.ts'

type Worked = [title: string, name: string, input: unknown, expected: Record<string, unknown>]
const accident = {
  accidentAt: '2026-05-01T09:40+08:00',
  headInformedAt: '2026-05-01T09:50+08:00',
  countyReceivedAt: '2026-05-01T10:30+08:00',
  cityReceivedAt: '2026-05-01T12:10+08:00',
  deaths: 2,
  seriousInjuries: 10,
  directLoss: 4_000_000,
}

const calculations: Worked[] = [
  [
    '#7 renewal in time',
    'renewal-window',
    { expires: '2027-03-15', filed: '2026-12-10', asOf: '2027-03-16' },
    { limit: '2026-12-15', inTime: true, deemedRenewed: true, deemedFrom: '2027-03-16' },
  ],
  [
    '#7 renewal late',
    'renewal-window',
    { expires: '2027-03-15', filed: '2026-12-16' },
    { inTime: false, late: true, deemedRenewed: false },
  ],
  [
    '#11a day 179',
    'closure-proposal',
    { penalties: ['2026-01-10', '2026-03-15', '2026-07-08'] },
    {
      propose: true,
      reachedOn: '2026-07-08',
      threeIn180Days: [{ from: '2026-01-10', to: '2026-07-08', days: 179, count: 3 }],
    },
  ],
  [
    '#11b day 181',
    'closure-proposal',
    { penalties: ['2026-07-10', '2026-01-10', '2026-03-15'] },
    { propose: false, reachedOn: null, threeIn180Days: [] },
  ],
  [
    '#11 four in one year',
    'closure-proposal',
    { penalties: ['2026-01-10', '2026-03-15', '2026-07-10', '2027-01-10'] },
    { propose: true, reachedOn: '2027-01-10' },
  ],
  [
    '#17 stages',
    'case-clock',
    { filedOn: '2025-07-01' },
    {
      stages: [
        expect.objectContaining({ total: 30, due: '2025-07-31' }),
        expect.objectContaining({ total: 90, due: '2025-09-29' }),
        expect.objectContaining({ total: 180, due: '2025-12-28' }),
      ],
    },
  ],
  [
    '#17 stages of 2026',
    'case-clock',
    { filedOn: '2026-03-10' },
    { provisional: true, stages: [expect.objectContaining({ total: 90, due: '2026-06-08' })] },
  ],
  [
    '#19 surcharge',
    'late-surcharge',
    {
      fine: 50_000,
      served: '2026-01-30',
      asOf: ['2026-02-14', '2026-02-15', '2026-03-19', '2026-03-20', '2026-12-31'],
    },
    {
      payBy: '2026-02-14',
      surchargeFrom: '2026-02-15',
      perDay: 1_500,
      capDate: '2026-03-20',
      cap: 50_000,
      moreThan30DaysFrom: '2026-03-17',
      amounts: [
        expect.objectContaining({ days: 0, surcharge: 0 }),
        expect.objectContaining({ days: 1, surcharge: 1_500 }),
        expect.objectContaining({ days: 33, surcharge: 49_500, capReached: false }),
        expect.objectContaining({ days: 34, surcharge: 50_000, capReached: true, total: 100_000 }),
        expect.objectContaining({ surcharge: 50_000 }),
      ],
    },
  ],
  [
    '#19 variant',
    'late-surcharge',
    { fine: 50_000, served: '2026-09-18' },
    { payBy: '2026-10-08', payByNominal: '2026-10-03', surchargeFrom: '2026-10-09' },
  ],
  [
    '#22a firm 3,000',
    'on-the-spot-limit',
    { party: 'organisation', fine: 3_000 },
    { allowed: true, limit: 3_000, provisional: false },
  ],
  [
    '#22b firm 3,001',
    'on-the-spot-limit',
    { party: 'organisation', fine: 3_001 },
    { allowed: false, next: 'case-filing' },
  ],
  ['#22c person 200', 'on-the-spot-limit', { party: 'individual', fine: 200 }, { allowed: true }],
  [
    '#22d person 150 in cash',
    'on-the-spot-limit',
    { party: 'individual', fine: 150, cash: true },
    { allowed: true, cashAllowed: false, cashLimit: 100, cashRefused: true },
  ],
  [
    '#22e firm in 2014',
    'on-the-spot-limit',
    { party: 'organisation', fine: 1_500, date: '2014-06-01' },
    { allowed: false, limit: 1_000, provisional: true },
  ],
  [
    '#24 level',
    'accident-level',
    { deaths: 2, seriousInjuries: 10, directLoss: 4_000_000 },
    { level: 'larger', decisive: ['seriousInjuries'] },
  ],
  [
    '#24 ladder',
    'report-ladder',
    accident,
    {
      level: 'larger',
      unitToBureau: '2026-05-01T10:50:00+08:00',
      countyToCity: '2026-05-01T12:30:00+08:00',
      countyPhoneToProvince: '2026-05-01T11:30:00+08:00',
      cityToProvince: '2026-05-01T14:10:00+08:00',
      stopsAt: { zh: '省级', en: 'province' },
      investigatedBy: { zh: '设区的市级人民政府', en: 'city government' },
      investigationDue: '2026-06-30',
      investigationExtendedDue: '2026-08-29',
      casualtiesUntil: '2026-05-31',
    },
  ],
  [
    '#24 (i) third death on day 30',
    'casualty-freeze',
    { accidentAt: accident.accidentAt, diedAt: '2026-05-31' },
    { dayNumber: 30, counts: true },
  ],
  [
    '#24 (ii) on day 31',
    'casualty-freeze',
    { accidentAt: accident.accidentAt, diedAt: '2026-06-01' },
    { dayNumber: 31, counts: false },
  ],
  [
    '#25a chlorine and ammonia',
    'hazard-source-grade',
    {
      substances: [
        { substance: 'Cl₂', q: 25 },
        { substance: 'NH3', q: 15 },
      ],
      exposed: 60,
    },
    { S: 6.5, R: 34.5, grade: 3, provisional: true },
  ],
  [
    '#25b LPG',
    'hazard-source-grade',
    { substances: [{ substance: 'LPG', q: 300 }], exposed: 120 },
    { R: 18, grade: 3 },
  ],
  [
    '#25c petrol',
    'hazard-source-grade',
    { substances: [{ substance: '汽油', q: 1000 }], exposed: 0 },
    { R: 2.5, grade: 4, majorHazardSource: true },
  ],
  [
    '#25d chlorine',
    'hazard-source-grade',
    { substances: [{ substance: 'chlorine', q: 50 }], exposed: 100 },
    { R: 80, grade: 2 },
  ],
  [
    '#25e below the quantity',
    'hazard-source-grade',
    { substances: [{ substance: 'LPG', q: 49.9 }], exposed: 120 },
    { S: 0.998, majorHazardSource: false, grade: null },
  ],
]

describe('calculations of the worked examples', () => {
  test.each(calculations)('%s', async (_, name, input, expected) => {
    const pure = calculationNamed(name).run(input, decreeCalendars)
    expect(pure).toMatchObject(expected)
    expect(pure.reckoning.length).toBeGreaterThan(0)
    const { status, body } = await post(`/api/calculations/${name}`, input)
    expect(status).toBe(200)
    expect(body).toEqual(JSON.parse(JSON.stringify(pure)))
  })
})
