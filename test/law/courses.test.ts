// Do pauses, extensions and positions of a course behave as the rule book says?
import { describe, expect, test } from 'vitest'
import { computeTimeLimit } from '../../domain/law/compute.ts'
import type { TimeLimitInput } from '../../domain/law/input.ts'
import { decreeCalendars } from '../../domain/time/decrees.ts'
import { withYear } from '../../domain/time/imports.ts'
import { compute } from './computed.ts'

describe('courses', () => {
  test('kinds of pause are understood in any spelling', () => {
    for (const kind of ['expert-review', 'expert_review', 'expertReview', '专家评审']) {
      expect(
        compute({
          rule: 'three-simultaneities.design-review',
          start: '2026-03-02',
          pauses: [{ from: '2026-03-09', to: '2026-03-16', kind }],
        }).due,
      ).toBe('2026-04-08')
    }
  })

  test('a pause still running: the earliest possible date, marked', () => {
    const input: TimeLimitInput = {
      rule: 'three-simultaneities.design-review',
      start: '2026-03-02',
      pauses: [{ from: '2026-03-09', to: null, kind: 'expert-review' }],
      asOf: '2026-03-16',
    }
    expect(compute(input)).toMatchObject({
      stopped: true,
      provisional: true,
      due: '2026-04-08',
      position: { paused: true, index: 4, remaining: 16 },
    })
  })

  test('a period that becomes due in 2027 is provisional until the notice arrives', () => {
    const input: TimeLimitInput = {
      rule: 'three-simultaneities.design-review',
      start: '2026-12-21',
    }
    expect(compute(input)).toMatchObject({
      provisional: true,
      reasons: [{ zh: '2027年节假日安排尚未公布，日期为暂估', en: expect.any(String) }],
    })
    const calendars = withYear(decreeCalendars, 2027, {
      decree: 'test',
      source: 'test',
      off: ['2027-01-01'],
      work: [],
    })
    expect(computeTimeLimit(input, calendars)).toMatchObject({
      provisional: false,
      reasons: [],
      calendar: calendars.version,
    })
  })

  test('extension and pause together; an extension granted on the last day is in time', () => {
    const input: TimeLimitInput = {
      rule: 'three-simultaneities.design-review',
      start: '2026-03-02',
      pauses: [{ from: '2026-03-09', to: '2026-03-16', kind: 'expert-review' }],
      extensions: [{ at: '2026-04-08', by: 10 }],
    }
    expect(compute(input).due).toBe('2026-04-22')
  })

  test('position: before the start, on the way, overdue', () => {
    const at = (asOf: string) =>
      compute({ rule: 'enforcement-case.payment', start: '2026-01-30', asOf }).position
    expect(at('2026-01-30')).toMatchObject({ index: 0, remaining: 15, overdue: false })
    expect(at('2026-02-14')).toMatchObject({ index: 15, remaining: 0, overdue: false })
    expect(at('2026-02-15')).toMatchObject({ overdue: true })
    const hours = compute({
      rule: 'emergency-response.unit-report',
      start: '2026-05-01T09:50+08:00',
      asOf: '2026-05-01T10:20+08:00',
    }).position
    expect(hours).toMatchObject({ index: 0.5, of: 1, remaining: 0.5, unit: 'H', overdue: false })
  })

  test('long periods come with at most 1,200 rows', () => {
    expect(
      compute({ rule: 'enforcement-case.limitation-serious', start: '2022-01-05' }),
    ).toMatchObject({
      due: '2027-01-05',
      truncated: true,
      days: { length: 1_200 },
    })
  })
})
