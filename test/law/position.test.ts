// How far has a period run, is it stopped or overdue, and how is that said?
import { describe, expect, test } from 'vitest'
import { computeTimeLimit } from '../../domain/law/compute.ts'
import type { TimeLimitInput } from '../../domain/law/input.ts'
import type { Position } from '../../domain/law/position.ts'
import { decreeCalendars } from '../../domain/time/decrees.ts'

const at = (asOf: string, input: TimeLimitInput): Position | null =>
  computeTimeLimit({ ...input, asOf }, decreeCalendars).position
const review: TimeLimitInput = { rule: 'three-simultaneities.design-review', start: '2026-03-02' }

describe('a pause', () => {
  // Two pauses, both ends included: 03-09…03-16 and 03-18…03-19.
  const paused: TimeLimitInput = {
    ...review,
    pauses: [
      { from: '2026-03-09', to: '2026-03-16', kind: 'expert-review' },
      { from: '2026-03-18', to: '2026-03-19', kind: 'hearing' },
    ],
  }

  test.each([
    ['2026-03-08', false],
    ['2026-03-09', true],
    ['2026-03-12', true],
    ['2026-03-16', true],
    ['2026-03-17', false],
    ['2026-03-18', true],
    ['2026-03-19', true],
    ['2026-03-20', false],
  ])('on %s: %s', (day, expected) => expect(at(day, paused)?.paused).toBe(expected))

  test('without an end stops every day from its first on', () => {
    const open: TimeLimitInput = {
      ...review,
      pauses: [{ from: '2026-03-09', to: null, kind: 'expert-review' }],
    }
    expect([at('2026-03-09', open)?.paused, at('2026-03-25', open)?.paused]).toEqual([true, true])
  })

  test('that was never asked for stops nothing', () =>
    expect(at('2026-03-09', review)?.paused).toBe(false))

  test('is told with its ground', () => {
    expect(at('2026-03-16', paused)).toMatchObject({
      index: 4,
      of: 20,
      remaining: 16,
      unit: 'WD',
      asOf: '2026-03-16',
    })
    expect(at('2026-03-16', paused)?.summary).toEqual({
      zh: '第4/20个工作日；扣除8个工作日：专家评审（行政许可法第45条）2026-03-09→2026-03-16、听证（行政许可法第45条）2026-03-18→2026-03-19；到期 2026-04-10',
      en: '4 of 20 working day(s); 8 working day(s) not counted: expert review (Administrative Licensing Law art. 45) 2026-03-09→2026-03-16, hearing (Administrative Licensing Law art. 45) 2026-03-18→2026-03-19; due 2026-04-10',
    })
  })
})

describe('overdue', () => {
  // Served 2026-09-18: 15 days to 10-03, by 民法典 203 to 10-08.
  test.each([
    ['2026-10-03', false],
    ['2026-10-08', false],
    ['2026-10-09', true],
  ])('a payment on %s: %s', (day, expected) =>
    expect(at(day, { rule: 'enforcement-case.payment', start: '2026-09-18' })?.overdue).toBe(
      expected,
    ),
  )

  test.each([
    ['2026-05-01T10:49:59+08:00', false],
    ['2026-05-01T10:50:00+08:00', true],
    ['2026-05-01T10:50:01+08:00', true],
    ['2026-05-01', false],
    ['2026-05-02', true],
  ])('a report of one hour from 09:50, at %s: %s', (moment, expected) =>
    expect(
      at(moment, { rule: 'emergency-response.unit-report', start: '2026-05-01T09:50+08:00' })
        ?.overdue,
    ).toBe(expected),
  )

  test('a period counted backward never is', () =>
    expect(
      at('2026-05-30', { rule: 'hazchem-licence.renewal-application', start: '2026-06-30' }),
    ).toMatchObject({
      overdue: false,
      summary: { zh: '第62/92日；到期 2026-03-30', en: '62 of 92 natural day(s); due 2026-03-30' },
    }))
})

describe('the units', () => {
  test.each<[title: string, input: TimeLimitInput, asOf: string, expected: object]>([
    [
      'hours',
      { rule: 'adhoc', unit: 'H', n: 24, start: '2026-05-01T09:50+08:00' },
      '2026-05-01T13:44+08:00',
      {
        index: 3.9,
        of: 24,
        remaining: 20.1,
        unit: 'H',
        summary: {
          zh: '已用3小时54分，共1天；到期 2026-05-02',
          en: '3 h 54 min of 1 d; due 2026-05-02',
        },
      },
    ],
    [
      'minutes',
      { rule: 'adhoc', unit: 'MIN', n: 30, start: '2026-05-01T09:50+08:00' },
      '2026-05-01T10:00+08:00',
      {
        index: 10,
        of: 30,
        remaining: 20,
        unit: 'MIN',
        summary: {
          zh: '已用10 分钟，共30 分钟；到期 2026-05-01',
          en: '10 min of 30 min; due 2026-05-01',
        },
      },
    ],
    [
      'months, in natural days',
      { rule: 'adhoc', unit: 'M', n: 3, start: '2026-03-02' },
      '2026-03-12',
      {
        index: 10,
        of: 92,
        remaining: 82,
        unit: 'ND',
        summary: {
          zh: '第10/92日；到期 2026-06-02',
          en: '10 of 92 natural day(s); due 2026-06-02',
        },
      },
    ],
    [
      'years, in natural days',
      { rule: 'adhoc', unit: 'Y', n: 1, start: '2026-03-02' },
      '2026-03-02',
      { index: 0, of: 365, remaining: 365, unit: 'ND' },
    ],
    [
      'working days, when they are over',
      { rule: 'adhoc', unit: 'WD', n: 5, start: '2026-03-02' },
      '2026-03-30',
      {
        index: 5,
        of: 5,
        remaining: 0,
        overdue: true,
        summary: {
          zh: '第5/5个工作日；到期 2026-03-09；已逾期',
          en: '5 of 5 working day(s); due 2026-03-09; overdue',
        },
      },
    ],
  ])('%s', (_, input, asOf, expected) => expect(at(asOf, input)).toMatchObject(expected))

  test('before the start and long after, an hour is neither less than none nor more than all', () => {
    const hour: TimeLimitInput = {
      rule: 'emergency-response.unit-report',
      start: '2026-05-01T09:50+08:00',
    }
    expect(at('2026-05-01T08:00+08:00', hour)).toMatchObject({ index: 0, remaining: 1 })
    expect(at('2026-05-03T08:00+08:00', hour)).toMatchObject({ index: 1, remaining: 0 })
  })
})

test('an estimate is told in brackets', () => {
  expect(at('2026-12-28', { ...review, start: '2026-12-21' })?.summary).toEqual({
    zh: '第5/20个工作日；到期 2027-01-19（暂估：2027年节假日安排尚未公布）',
    en: '5 of 20 working day(s); due 2027-01-19 (an estimate: no holiday notice yet for 2027)',
  })
})
