// Do the rules find what they must, end it when it is over, and leave everything else alone?
import { describe, expect, test } from 'vitest'
import type { Observation, Quality } from '../../../devices/port/port.ts'
import { inspectionOverdue } from '../../../devices/rules/equipment.ts'
import { trapped } from '../../../devices/rules/lift.ts'
import { pollution } from '../../../devices/rules/pollution.ts'
import { overFloodLimit } from '../../../devices/rules/water.ts'
import { brief, moment, paper, play, reading, start, subject } from './play.ts'

describe('people trapped in a lift', () => {
  const lift = subject(
    { name: '一号梯' },
    ['door_zone', 'direction', 'person', 'service_mode'].map((key) => subject.point(key, 'other')),
  )
  const fault = (at: number, id: string, active = true, flags: Observation['flags'] = []) =>
    paper('lift-fault', id, at, { fault: id, active }, { flags })
  const status = (at: number, zone: number, direction: number, person: number, mode = 1) => [
    reading(at, mode, { point: 'service_mode' }),
    reading(at, person, { point: 'person' }),
    reading(at, direction, { point: 'direction' }),
    reading(at, zone, { point: 'door_zone' }),
  ]
  test('the alarm button; over when it is dealt with', () => {
    const conditions = play(trapped, lift, [fault(0, '90'), fault(1, '90'), fault(5, '90', false)])
    expect(brief(conditions)).toEqual(['trapped 1', 'trapped over'])
    expect(conditions[0]).toMatchObject({ point: 'car', text: '一号梯 电梯困人：轿厢报警按钮' })
  })
  test('stopped outside of the unlocking zone is none without a person, and one with', () => {
    expect(brief(play(trapped, lift, [fault(0, '04')]))).toEqual([])
    expect(brief(play(trapped, lift, [fault(0, '04'), ...status(1, 0, 0, 1)]))).toEqual([
      'trapped 1',
    ])
    expect(brief(play(trapped, lift, status(1, 0, 0, 1)))).toEqual(['trapped 1'])
  })
  const rescue = (at: number, is: string) => paper('lift-rescue', 'R1', at, { status: is })
  test('neither a moving car, nor one in its zone, nor one under inspection', () => {
    expect(
      brief(
        play(trapped, lift, [
          ...status(0, 0, 1, 1),
          ...status(1, 1, 0, 1),
          ...status(2, 0, 0, 1, 2),
        ]),
      ),
    ).toEqual(['trapped over'])
  })
  test('whoever has taken the line over does not know what the status had said before: that nobody is trapped is said once', () => {
    expect(brief(play(trapped, lift, [...status(1, 1, 1, 0), ...status(2, 1, 1, 0)]))).toEqual([
      'trapped over',
    ])
    expect(
      brief(
        play(trapped, lift, [rescue(3, 'arrived'), rescue(9, 'released'), rescue(9, 'released')]),
      ),
    ).toEqual(['trapped over'])
  })
  test('a rescue that says they are out ends it, though the fault stands', () => {
    const conditions = play(trapped, lift, [
      fault(0, '04'),
      ...status(1, 0, 0, 1),
      rescue(2, 'called-back'),
      rescue(9, 'arrived'),
      rescue(20, 'released'),
    ])
    expect(brief(conditions)).toEqual(['trapped 1', 'trapped over'])
  })
  test.each<[string, Observation[], string[]]>([
    [
      'a fault of before the rescue is over with it, and the button pressed afterwards is heard',
      [fault(0, '90'), rescue(20, 'released'), fault(1, '11'), fault(200, '90')],
      ['trapped 1 @0', 'trapped over @20', 'trapped 1 @200'],
    ],
    [
      'an end of before the button is not its end, and the rescue is',
      [fault(10, '90'), fault(5, '90', false), rescue(30, 'released')],
      ['trapped 1 @10', 'trapped over @30'],
    ],
    [
      'a rescue that is heard of first has ended it',
      [rescue(20, 'released'), fault(0, '90'), ...status(20, 0, 0, 1)],
      ['trapped over @20'],
    ],
    [
      'a rescue of before the button does not end it',
      [fault(30, '90'), rescue(20, 'released')],
      ['trapped 1 @30'],
    ],
    [
      'an older status says nothing of the car any more',
      [...status(9, 1, 1, 0), ...status(3, 0, 0, 1)],
      ['trapped over @9'],
    ],
    [
      'what stands by its own moment is found, as of the last that was found',
      [fault(10, '90'), fault(30, '90', false), fault(20, '11'), fault(25, '11', false)],
      ['trapped 1 @10', 'trapped over @30', 'trapped 1 @30', 'trapped over @30'],
    ],
  ])('in whatever order it arrives: %s', (_, observations, wanted) => {
    const conditions = play(trapped, lift, observations)
    expect(
      conditions.map(
        (one, n) => `${brief(conditions)[n]} @${(Date.parse(one.at) - start) / 60_000}`,
      ),
    ).toEqual(wanted)
    expect(new Set(conditions.map(({ event }) => event)).size).toBe(conditions.length)
  })
  test('what is retained or late is no alarm', () => {
    expect(
      brief(play(trapped, lift, [fault(0, '90', true, ['retx']), fault(1, '11', true, ['late'])])),
    ).toEqual([])
  })
})

describe('pollution', () => {
  const outlet = subject({}, [
    subject.point('p', 'pollution', { high: 50, unit: 'mg/L' }),
    subject.point('q', 'other', { high: 1 }),
  ])
  const hourly = (values: [number | null, Quality?][]) =>
    values.map(([value, quality = 'good'], n) => reading(60 * n, value, { quality }))
  test('three hours above the limit; over with the first value within it', () => {
    const conditions = play(pollution, outlet, hourly([[60], [61], [62], [63], [64], [40]]))
    expect(brief(conditions)).toEqual(['exceedance 2', 'exceedance over'])
    expect(conditions[0]).toMatchObject({ at: moment(180), value: 63, limit: 50 })
  })
  test.each(['bad', 'stale', 'manual', 'calib', 'over'] as const)(
    'only N counts: %s values neither begin nor lengthen it',
    (quality) => {
      expect(
        brief(play(pollution, outlet, hourly([[60], [61], [62], [63, quality]]))).filter((one) =>
          one.startsWith('exceed'),
        ),
      ).toEqual([])
    },
  )
  test('nobody knows what was in a gap of hours', () => {
    expect(
      brief(play(pollution, outlet, [reading(0, 60), reading(30, 61), reading(240, 62)])),
    ).toEqual([])
  })
  test('four hours of D, B or F are missing; maintenance is not', () => {
    expect(
      brief(
        play(
          pollution,
          outlet,
          hourly([[null, 'bad'], [1, 'stale'], [2, 'bad'], [3, 'bad'], [4, 'stale'], [5]]),
        ),
      ),
    ).toEqual(['monitoring-missing 3', 'monitoring-missing over'])
    expect(
      brief(
        play(
          pollution,
          outlet,
          hourly([
            [1, 'calib'],
            [1, 'calib'],
            [2, 'calib'],
            [3, 'calib'],
            [4, 'calib'],
          ]),
        ),
      ),
    ).toEqual([])
  })
  test('24 equal values with N are suspicious, 23 are not, nor 24 without N', () => {
    const equal = (n: number, quality: Quality = 'good') =>
      Array.from({ length: n }, (_, at) => reading(at, 7.31, { quality }))
    expect(brief(play(pollution, outlet, equal(23)))).toEqual([])
    expect(
      brief(play(pollution, outlet, [...equal(24), reading(25, 7.31), reading(26, 7.32)])),
    ).toEqual(['frozen 4', 'frozen over'])
    expect(brief(play(pollution, outlet, equal(24, 'calib')))).toEqual([])
  })
  test('what arrives more than five hours late is history', () => {
    const values = hourly([[60], [61], [62], [63], [64]])
    expect(brief(play(pollution, outlet, values, 299))).toEqual(['exceedance 2'])
    expect(brief(play(pollution, outlet, values, 301))).toEqual([])
  })
  test('late values and other points are left alone', () => {
    expect(
      brief(
        play(
          pollution,
          outlet,
          [0, 1, 2, 3, 4].map((n) => reading(60 * n, 99, { flags: ['late'] })),
        ),
      ),
    ).toEqual([])
    expect(
      brief(
        play(
          pollution,
          outlet,
          [0, 1, 2, 3, 4].map((n) => reading(60 * n, 99, { point: 'q' })),
        ),
      ),
    ).toEqual([])
  })
})

describe('a reservoir', () => {
  const marks = { flood: 57.5, warning: 60, guarantee: 62.3 }
  const dam = subject({ name: '水库' }, [subject.point('p', 'water-level', { unit: 'm', marks })])
  test('rises through its limits, and falls again: one alarm that grows', () => {
    const conditions = play(
      overFloodLimit,
      dam,
      [57, 57.6, 58, 60.1, 62.4, 61, 57.6, 57].map((value, n) => reading(60 * n, value)),
    )
    expect(brief(conditions)).toEqual([
      'flood-level over',
      'flood-level 3',
      'flood-level 2',
      'flood-level 1',
      'flood-level 2',
      'flood-level 3',
      'flood-level over',
    ])
    expect(conditions[1]).toMatchObject({
      limit: 57.5,
      value: 57.6,
      text: '水库 p 超汛限水位：57.6m（57.5）',
    })
  })
  test('waves at the limit are one alarm', () => {
    expect(
      brief(
        play(
          overFloodLimit,
          dam,
          [57.51, 57.49, 57.51, 57.485, 57.5].map((value, n) => reading(n, value)),
        ),
      ),
    ).toEqual(['flood-level 3'])
  })
  test('what arrives more than an hour and a half late is history', () => {
    expect(brief(play(overFloodLimit, dam, [reading(0, 58)], 91))).toEqual([])
  })
  test('a bad value says nothing, and a limit that is not registered is none', () => {
    expect(brief(play(overFloodLimit, dam, [reading(0, 70, { quality: 'bad' })]))).toEqual([])
    const other = subject({}, [subject.point('p', 'water-level', { marks: { guarantee: 62.3 } })])
    expect(brief(play(overFloodLimit, other, [reading(0, 61), reading(1, 63)]))).toEqual([
      'flood-level over',
      'flood-level 1',
    ])
  })
})

describe('special equipment', () => {
  const one = (at: number, nextInspection: string, status = 'in-use') =>
    paper('equipment', 'E1', at, { nextInspection, status, type: '锅炉' })
  test('its inspection has passed; over with a new date, or when it is stopped', () => {
    expect(
      brief(play(inspectionOverdue, subject(), [one(0, '2026-11-25'), one(1, '2027-11-25')])),
    ).toEqual(['inspection-overdue 3', 'inspection-overdue over'])
    expect(
      brief(
        play(inspectionOverdue, subject(), [one(0, '2026-11-25'), one(1, '2026-11-25', 'stopped')]),
      ),
    ).toEqual(['inspection-overdue 3', 'inspection-overdue over'])
  })
  test('the day itself is in time, and an older telling changes nothing', () => {
    expect(play(inspectionOverdue, subject(), [one(0, '2026-11-26')])).toEqual([])
    expect(
      play(inspectionOverdue, subject(), [one(1, '2027-11-25'), one(0, '2026-11-25')]),
    ).toEqual([])
  })
})
