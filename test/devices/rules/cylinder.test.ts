// Is the way of a gas cylinder judged by what happened when, whatever order it is told in?
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type CylinderEvent, cylinder, faultsOf } from '../../../devices/rules/cylinder.ts'
import { brief, moment, paper, play, subject } from './play.ts'

const day = 1_440
let keys = 0
const event = (at: number, name: string, more: Partial<CylinderEvent> = {}): CylinderEvent => ({
  key: `e${++keys}`,
  at: moment(at),
  station: 'S1',
  event: name,
  ...more,
})
const names = (events: CylinderEvent[]) => faultsOf(events).map(({ name }) => name)
const registered = event(0, 'register', { owner: 'S1', nextInspection: '2028-01-01' })

describe('faults', () => {
  test('an ordinary life has none', () => {
    const life = [
      'fill',
      'deliver',
      'receive',
      'fill',
      'deliver',
      'receive',
      'inspect',
      'fill',
      'deliver',
      'receive',
      'scrap',
    ].map((name, n) => event(n + 1, name))
    expect(names([registered, ...life])).toEqual([])
  })
  test('filled after it was scrapped, or after it failed its inspection', () => {
    expect(names([registered, event(1, 'scrap'), event(2, 'fill')])).toEqual(['filled-scrapped'])
    expect(names([registered, event(1, 'inspect', { result: 'fail' }), event(2, 'fill')])).toEqual([
      'filled-scrapped',
    ])
  })
  test('filled when overdue; on the day itself it is in time', () => {
    const until = event(0, 'register', { owner: 'S1', nextInspection: '2026-11-27' })
    expect(names([until, event(day, 'fill')])).toEqual([])
    expect(names([until, event(2 * day, 'fill')])).toEqual(['filled-overdue'])
    expect(
      names([
        until,
        event(2 * day, 'fill'),
        event(3 * day, 'inspect', { result: 'pass', nextInspection: '2030-01-01' }),
      ]),
    ).toEqual([])
  })
  test('filled by a station that is not the owner, until the owner fills it again', () => {
    expect(names([registered, event(1, 'fill', { station: 'S2' })])).toEqual(['filled-elsewhere'])
    expect(names([registered, event(1, 'fill', { station: 'S2' }), event(2, 'fill')])).toEqual([])
  })
  test('delivered without filling', () => {
    expect(names([registered, event(1, 'deliver')])).toEqual(['delivered-unfilled'])
    expect(names([registered, event(1, 'fill'), event(2, 'deliver'), event(3, 'deliver')])).toEqual(
      ['delivered-unfilled'],
    )
  })
  test('the order of telling does not matter', () => {
    const life = [
      registered,
      event(1, 'fill'),
      event(2, 'deliver'),
      event(3, 'scrap'),
      event(4, 'fill', { station: 'S2' }),
      event(5, 'deliver'),
    ]
    const wanted = faultsOf(life)
    expect(wanted).toHaveLength(2)
    fc.assert(
      fc.property(fc.shuffledSubarray(life, { minLength: life.length }), (events) => {
        expect(faultsOf(events)).toEqual(wanted)
      }),
    )
  })
})

describe('what is said', () => {
  const findingsOf = (events: [at: number, name: string, more?: Record<string, string>][]) =>
    play(
      cylinder,
      subject(),
      events.map(([at, name, more = {}], n) =>
        paper('cylinder/C1', `k${n}`, at, { event: name, ...more }),
      ),
    )
  test('the alarm is at the station that did it, with the number of the cylinder', () => {
    const [condition] = findingsOf([
      [0, 'scrap'],
      [1, 'fill'],
    ])
    expect(condition).toMatchObject({
      device: 'D',
      point: 'C1',
      condition: 'filled-scrapped',
      level: 2,
      active: true,
      text: '气瓶 C1 报废气瓶充装',
    })
  })
  test('a scrapping that is reported of too late still finds the filling before it was reported', () => {
    expect(
      brief(
        findingsOf([
          [5, 'fill'],
          [3, 'scrap'],
        ]),
      ),
    ).toEqual(['filled-scrapped 2'])
  })
  test('a filling that is reported of too late takes back that it was delivered without', () => {
    expect(
      brief(
        findingsOf([
          [5, 'deliver'],
          [3, 'fill'],
        ]),
      ),
    ).toEqual(['delivered-unfilled 3', 'delivered-unfilled over'])
  })
  test('the same reported again says nothing', () => {
    const one = paper('cylinder/C1', 'k', 0, { event: 'deliver' })
    expect(play(cylinder, subject(), [one, one])).toHaveLength(1)
  })
})
