// Do the time limits of the worked examples come out, in pure functions and over HTTP alike?
import { describe, expect, test } from 'vitest'
import { computeTimeLimit } from '../../domain/law/compute.ts'
import type { TimeLimitInput } from '../../domain/law/input.ts'
import { decreeCalendars } from '../../domain/time/decrees.ts'
import { post } from './http.ts'

type Limit = [title: string, input: TimeLimitInput, expected: Record<string, unknown>]

const limits: Limit[] = [
  [
    '#1 supplement notice over National Day',
    { rule: 'three-simultaneities.acceptance', start: '2026-09-28' },
    {
      due: '2026-10-10',
      dueAt: '2026-10-11T00:00:00+08:00',
      provisional: false,
      expiry: expect.objectContaining({ kind: 'deemedAccepted', effectiveOn: '2026-09-28' }),
    },
  ],
  [
    '#1 the same for a hazchem licence',
    { rule: 'hazchem-licence.acceptance', start: '2026-09-28' },
    { due: '2026-10-10' },
  ],
  [
    '#2 design review',
    { rule: 'three-simultaneities.design-review', start: '2026-02-02' },
    { due: '2026-03-06' },
  ],
  [
    '#2 design review extended by the head',
    {
      rule: 'three-simultaneities.design-review',
      start: '2026-02-02',
      extensions: [{ at: '2026-03-01', by: 10 }],
    },
    { due: '2026-03-20', provisional: false, reasons: [] },
  ],
  [
    '#4 safety condition review',
    { rule: 'three-simultaneities.condition-review', start: '2026-01-12' },
    { due: '2026-03-20', provisional: false },
  ],
  [
    '#4 opinion of 29 February',
    { rule: 'three-simultaneities.opinion-validity', start: '2024-02-29' },
    { due: '2026-02-28', nominal: '2026-02-28' },
  ],
  [
    '#5 hazchem licence',
    { rule: 'hazchem-licence.review', start: '2026-04-01' },
    { due: '2026-05-18' },
  ],
  [
    '#5 certificate',
    { rule: 'hazchem-licence.certificate-delivery', start: '2026-04-24' },
    { due: '2026-05-12' },
  ],
  [
    '#6 change filed',
    { rule: 'hazchem-licence.change-filing', start: '2026-03-31' },
    { due: '2026-04-29' },
  ],
  [
    '#6 change decided',
    { rule: 'hazchem-licence.change-decision', start: '2026-04-20' },
    { due: '2026-05-07' },
  ],
  [
    '#7 renewal limit',
    { rule: 'hazchem-licence.renewal-application', start: '2027-03-15' },
    { due: '2026-12-15', provisional: true },
  ],
  [
    '#9 site review in natural days',
    { rule: 'hazard-rectification.site-review', start: '2026-06-12' },
    { due: '2026-06-22' },
  ],
  [
    '#9 site review by a city reading working days',
    { rule: 'hazard-rectification.site-review', start: '2026-06-12', unit: 'WD' },
    { due: '2026-06-29' },
  ],
  [
    '#13 registered evidence',
    { rule: 'enforcement-case.evidence-disposal', start: '2026-09-29' },
    { due: '2026-10-14' },
  ],
  [
    '#15a hearing request',
    { rule: 'enforcement-case.hearing-request', start: '2026-04-30' },
    { due: '2026-05-11' },
  ],
  [
    '#15b hearing request under the law of 1996',
    { rule: 'enforcement-case.hearing-request', start: '2013-04-26' },
    { due: '2013-05-02', nominal: '2013-04-29' },
  ],
  [
    '#17a case of 2025',
    { rule: 'enforcement-case.decision', start: '2025-07-01' },
    { due: '2025-07-31', provisional: false },
  ],
  [
    '#17a to 90 by the leader',
    {
      rule: 'enforcement-case.decision',
      start: '2025-07-01',
      extensions: [{ at: '2025-07-25', by: 60 }],
    },
    { due: '2025-09-29' },
  ],
  [
    '#17a to 180 by the higher bureau',
    {
      rule: 'enforcement-case.decision',
      start: '2025-07-01',
      extensions: [
        { at: '2025-07-25', by: 60 },
        { at: '2025-09-20', by: 90 },
      ],
    },
    { due: '2025-12-28', nominal: '2025-12-28', rolled: '2025-12-29' },
  ],
  [
    '#17b case of 2026',
    { rule: 'enforcement-case.decision', start: '2026-03-10' },
    { due: '2026-06-08', provisional: true },
  ],
  [
    '#19 payment',
    { rule: 'enforcement-case.payment', start: '2026-01-30' },
    { due: '2026-02-14', nominal: '2026-02-14' },
  ],
  [
    '#19 payment rolling over National Day',
    { rule: 'enforcement-case.payment', start: '2026-09-18' },
    { due: '2026-10-08', nominal: '2026-10-03', dueAt: '2026-10-09T00:00:00+08:00' },
  ],
  [
    '#24 head of the unit',
    { rule: 'emergency-response.unit-report', start: '2026-05-01T09:50+08:00' },
    { due: '2026-05-01', dueAt: '2026-05-01T10:50:00+08:00' },
  ],
  [
    '#24 county to city',
    { rule: 'emergency-response.level-report', start: '2026-05-01T10:30+08:00' },
    { dueAt: '2026-05-01T12:30:00+08:00' },
  ],
  [
    '#24 investigation',
    { rule: 'emergency-response.investigation', start: '2026-05-01T09:40+08:00' },
    { due: '2026-06-30' },
  ],
  [
    '#24 investigation extended',
    {
      rule: 'emergency-response.investigation',
      start: '2026-05-01',
      extensions: [{ at: '2026-06-30', by: 60 }],
    },
    { due: '2026-08-29', nominal: '2026-08-29' },
  ],
  [
    '#24 casualties',
    { rule: 'emergency-response.casualty-supplement', start: '2026-05-01' },
    { due: '2026-05-31' },
  ],
]

describe('time limits of the worked examples', () => {
  test.each(limits)('%s', async (_, input, expected) => {
    const pure = computeTimeLimit(input, decreeCalendars)
    expect(pure).toMatchObject(expected)
    expect(pure.explanation.zh).toContain(pure.due)
    const { status, body } = await post('/api/time-limits/compute', input)
    expect(status).toBe(200)
    expect(body).toEqual(JSON.parse(JSON.stringify(pure)))
  })
})

test('the explanation reads like a lawyer’s: article, pause with its article, holidays, due date', () => {
  const input: TimeLimitInput = {
    rule: 'three-simultaneities.design-review',
    start: '2026-03-02',
    pauses: [{ from: '2026-03-09', to: '2026-03-16', kind: 'expert-review' }],
    asOf: '2026-03-30',
  }
  const { explanation, position, due } = computeTimeLimit(input, decreeCalendars)
  expect(due).toBe('2026-04-08')
  expect(explanation.zh).toMatch(
    /自2026-03-02受理的次日起算，20个工作日，依据.*令36号.*第14条；行政许可法第42、82条；扣除6个工作日：专家评审（行政许可法第45条）2026-03-09→2026-03-16；清明.*放假不计；到期 2026-04-08（24时止）。/,
  )
  expect(position?.summary.zh).toBe(
    '第14/20个工作日；扣除6个工作日：专家评审（行政许可法第45条）2026-03-09→2026-03-16；到期 2026-04-08',
  )
  expect(explanation.en).toContain('Administrative Licensing Law art. 45')
})
