// Does the count over one hazard say what happened in which period, to the last minute of the quarter?
import { describe, expect, test } from 'vitest'
import { statistics } from '../../domain/hazard-rectification/statistics/statistics.ts'
import { valuesOf } from '../../domain/statistics/figures.ts'
import { periodOf } from '../../domain/statistics/period.ts'
import {
  day,
  entries,
  ordered,
  quarter,
  report,
  sumsOf,
  type TimelineEntry,
  timeline,
  usual,
  verified,
} from './timelines.ts'

describe('a hazard rectified on the last day', () => {
  test('is in time, from the report to the write-off', () => {
    expect(quarter(usual, '2026Q3')).toEqual({
      reported: 1,
      'reported-enterprise': 1,
      'verified-general': 1,
      'category-fire': 1,
      ordered: 1,
      'in-time': 1,
      rate: 1,
      days: 20,
    })
    expect(quarter(usual, '2026Q2')).toEqual({})
    expect(quarter(usual, '2026Q4')).toEqual({})
  })
  test('is late when the report comes a day after', () => {
    const late = usual.map((fact) =>
      fact.type === 'report-rectified' ? { ...fact, occurredAt: '2026-07-21T00:00:00.000Z' } : fact,
    )
    expect(quarter(late, '2026Q3')).toMatchObject({ late: 1, rate: 1 })
  })
})

describe('the edge of the quarter', () => {
  test.each([
    ['2026-09-30T23:59:59', '2026Q3'],
    ['2026-10-01T00:00:00', '2026Q4'],
  ])('a report at %s counts in %s', (at, id) => {
    const facts = timeline([at, 'report', { region: '330802', category: 'fire' }])
    expect(['2026Q3', '2026Q4'].filter((one) => quarter(facts, one).reported === 1)).toEqual([id])
  })
  test('what is written off at midnight was still open at the end, and is carried over', () => {
    const facts = timeline(
      report('2026-09-01'),
      verified('2026-09-02'),
      ordered('2026-09-03', '2026-10-09'),
      ['2026-10-01T00:00:00', 'write-off'],
    )
    expect(quarter(facts, '2026Q3')).toMatchObject({ open: 1, unrectified: 1 })
    expect(quarter(facts, '2026Q4')).toMatchObject({
      'carried-over': 1,
      'unrectified-before': 1,
      'in-time': 1,
      rate: 1,
    })
  })
  test('a date that ends with the quarter is overdue from the next day on', () => {
    const facts = timeline(
      report('2026-09-01'),
      verified('2026-09-02'),
      ordered('2026-09-03', '2026-09-30'),
    )
    expect(quarter(facts, '2026Q3').overdue).toBeUndefined()
    expect(quarter(facts, '2026Q4', '2026-10-01').overdue).toBe(1)
    expect(quarter(facts, '2026Q3', '2026-09-20').overdue).toBeUndefined()
  })
  test('four quarters make a year', () => {
    const facts = [...usual, ...timeline(report('2026-12-30'), verified('2026-12-31', 'major'))]
    const all = [...entries(usual), ...entries(facts.slice(usual.length))]
    const flows = statistics.figures.filter(({ kind }) => kind === 'flow').map(({ id }) => id)
    const of = (id: string) => valuesOf(statistics.figures, sumsOf(all, periodOf(id)!))
    const quarters = ['2026Q1', '2026Q2', '2026Q3', '2026Q4'].map(of)
    expect(
      flows.filter(
        (id) => quarters.reduce((sum, one) => sum + (one[id] ?? 0), 0) !== of('2026')[id],
      ),
    ).toEqual([])
  })
})

describe('dates', () => {
  const late = (...entries: TimelineEntry[]) =>
    timeline(
      report('2026-07-01'),
      verified('2026-07-02'),
      ordered('2026-07-03', '2026-07-10'),
      ...entries,
    )
  const ended: TimelineEntry[] = [
    [day('2026-07-18'), 'report-rectified'],
    [day('2026-07-20'), 'write-off'],
  ]
  test('an extension granted in time moves them', () => {
    const facts = late(
      [day('2026-07-08'), 'request-extension'],
      [day('2026-07-09'), 'grant-extension', { dueDate: '2026-07-18' }],
      ...ended,
    )
    expect(quarter(facts, '2026Q3')).toMatchObject({
      'extension-asked': 1,
      'extension-granted': 1,
      'in-time': 1,
    })
  })
  test('one asked for in time makes nobody late while it is not answered', () => {
    const asked = late([day('2026-07-10'), 'request-extension'])
    expect(quarter(asked, '2026Q3', '2026-07-12').overdue).toBeUndefined()
    const granted = [
      ...late(
        [day('2026-07-10'), 'request-extension'],
        [day('2026-07-13'), 'grant-extension', { dueDate: '2026-07-18' }],
        ...ended,
      ),
    ]
    expect(quarter(granted, '2026Q3')).toMatchObject({ 'in-time': 1 })
    const refused = late(
      [day('2026-07-10'), 'request-extension'],
      [day('2026-07-13'), 'refuse-extension'],
    )
    expect(quarter(refused, '2026Q3', '2026-07-13').overdue).toBeUndefined()
    expect(quarter(refused, '2026Q3', '2026-07-14').overdue).toBe(1)
    const outside = late(
      [day('2026-07-04'), 'request-extension'],
      [day('2026-07-11'), 'rectification-overdue'],
    )
    expect(quarter(outside, '2026Q3', '2026-07-12').overdue).toBe(1)
  })
  test('one granted after the date does not undo the lateness', () => {
    const facts = late([day('2026-07-12'), 'grant-extension', { dueDate: '2026-07-18' }], ...ended)
    expect(quarter(facts, '2026Q3')).toMatchObject({ late: 1 })
  })
  test('a failed re-check sets a new one', () => {
    const facts = late(
      [day('2026-07-09'), 'report-rectified'],
      [day('2026-07-14'), 're-check-failed', { dueDate: '2026-07-20' }],
      [day('2026-07-20'), 'report-rectified'],
      [day('2026-07-22'), 'write-off'],
    )
    expect(quarter(facts, '2026Q3')).toMatchObject({ failed: 1, 'in-time': 1 })
  })
  test('they bind only from the service on', () => {
    const facts = timeline(
      report('2026-07-01'),
      verified('2026-07-02'),
      ordered('2026-07-03', '2026-07-10', { service: 'later' }),
      ...ended,
    )
    expect(quarter(facts, '2026Q3')).toMatchObject({ 'in-time': 1 })
    const served = timeline(
      report('2026-07-01'),
      verified('2026-07-02'),
      ordered('2026-07-03', '2026-07-10', { service: 'later' }),
      [day('2026-07-04'), 'serve'],
      ...ended,
    )
    expect(quarter(served, '2026Q3')).toMatchObject({ late: 1 })
  })
  test('a stopped limit does not pass', () => {
    const clock = { clock: 'rectification' }
    const facts = late(
      [day('2026-07-09'), 'pause-clock', clock],
      [day('2026-07-15'), 'resume-clock', { ...clock, due: '2026-07-18' }],
      ...ended,
    )
    expect(quarter(facts, '2026Q3')).toMatchObject({ 'in-time': 1 })
  })
})

describe('what was said is unsaid', () => {
  test('taken back, it never counts, and the act before stands again', () => {
    const facts = timeline(
      report('2026-07-01'),
      verified('2026-07-02'),
      ordered('2026-07-03', '2026-07-10'),
      [day('2026-07-03'), 'take-back', { event: 'issue-order' }],
    )
    expect(quarter(facts, '2026Q3')).toMatchObject({ 'verified-general': 1, unrectified: 1 })
    expect(quarter(facts, '2026Q3').ordered).toBeUndefined()
  })
  test('a correction counts as if it had been said so from the beginning', () => {
    const corrects = { seq: 2, about: 'verify', fields: ['grade'], was: ['general'], is: ['major'] }
    const facts = timeline(report('2026-07-01'), verified('2026-07-02'), [
      day('2026-10-08'),
      'approve-correction',
      corrects,
    ])
    expect(quarter(facts, '2026Q3')).toMatchObject({ 'verified-major': 1 })
    expect(quarter(facts, '2026Q3')['verified-general']).toBeUndefined()
  })
  test('returned and graded otherwise, the grade changes on that day', () => {
    const facts = timeline(
      report('2026-07-01'),
      verified('2026-07-02'),
      [day('2026-09-30'), 'return'],
      verified('2026-10-02', 'major'),
    )
    expect([quarter(facts, '2026Q3')['verified-general'], quarter(facts, '2026Q4')]).toEqual([
      1,
      expect.objectContaining({ 'verified-general': -1, 'verified-major': 1 }),
    ])
    expect(quarter(facts, '2026Q4')['category-fire']).toBeUndefined()
  })
  test('reopened, it is open, verified and written off anew', () => {
    const facts = [
      ...usual,
      ...timeline(
        [day('2026-11-01'), 'reopen'],
        verified('2026-11-02'),
        ordered('2026-11-03', '2026-11-10'),
        [day('2026-11-12'), 'report-rectified'],
        [day('2026-11-13'), 'write-off'],
      ),
    ].map((fact, index) => ({ ...fact, seq: index + 1 }))
    expect(quarter(facts, '2026Q4')).toMatchObject({
      reopened: 1,
      'verified-general': 1,
      ordered: 1,
      late: 1,
      days: 10,
    })
    expect(quarter(facts, '2026Q4').reported).toBeUndefined()
  })
})
