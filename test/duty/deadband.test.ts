// Can an alarm end again, whatever is registered of its point?
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { devices } from '../../bin/simulate/city.ts'
import { watchesOf } from '../../devices/alarms/parameters.ts'
import { deadbandOf, lacksSpan, neverEnds } from '../../domain/duty/deadband.ts'
import { entriesOf } from '../../domain/duty/registry-sheet.ts'
import { unlimited } from '../devices/alarms/points.ts'
import { reads, time, watch } from '../devices/alarms/sensing.ts'

const noRange = { ...unlimited, rangeLow: null, rangeHigh: null }
const reservoir = { ...noRange, kind: 'water-level' as const }

describe('without a registered range', () => {
  it('promise (alarms): a reservoir at 206 m above the sea is over its alarm as soon as it is back under its limit', () => {
    expect(deadbandOf({ ...reservoir, high: 205.9, highHigh: 206.9 })).toBeCloseTo(0.01)
    expect(deadbandOf({ ...reservoir, high: 206 })).toBe(0)
    for (const { key, ...demo } of devices
      .filter(({ feed }) => feed === 'demo-sl651')
      .flatMap(({ points }) => points)) {
      const point = {
        ...reservoir,
        ...demo,
        low: null,
        lowLow: null,
        high: demo.high ?? null,
        highHigh: demo.highHigh ?? null,
      }
      for (const { condition, parameters } of watchesOf(point, () => true)) {
        if (condition !== 'high' || point.high === null) continue
        const one = watch(parameters)
        one.at(0, reads(0, point.high + 0.1))
        expect(one.at(60, time), key).toEqual(['raised'])
        one.at(120, reads(120, point.high - 0.05))
        expect(one.at(180, time), key).toEqual(['rtn'])
      }
    }
  })

  it('the sheet asks for the range where one limit alone says nothing of it', () => {
    const columns = [
      'feed',
      'deviceKey',
      'deviceName',
      'region',
      'pointKey',
      'kind',
      'low',
      'high',
      'rangeLow',
      'rangeHigh',
      'deadband',
    ]
    const line = (...of: (string | number | null)[]) =>
      entriesOf([columns, ['f', 'd', 'D', '330802', 'p', ...of]]).faults.map(
        ({ words }) => words.zh,
      )
    expect(line('water-level', null, 206, null, null, null)[0]).toContain('须填写量程')
    for (const texts of [
      [null, 206, 180, 210, null],
      [null, 206, null, null, 0],
      [180, 206, null, null, null],
      [null, null, null, null, null],
    ])
      expect(line('water-level', ...texts)).toEqual([])
    expect(line('level', 10, 12, 0, 100, 5)[0]).toContain('无法恢复')
  })
})

it('whatever the sheet lets pass, an alarm ends at some value between its limits or beyond its only one', () => {
  const limit = fc.option(fc.integer({ min: -500, max: 9_000 }), { nil: null })
  const kind = fc.constantFrom('level', 'pressure', 'temperature', 'flow', 'water-level', 'other')
  const point = fc.record({
    low: limit,
    high: limit,
    rangeLow: limit,
    rangeHigh: limit,
    kind,
    deadband: fc.constantFrom(null, 0, 1, 20, 50),
  })
  fc.assert(
    fc.property(point, (of) => {
      const input = { ...noRange, ...of } as typeof unlimited
      const { low, high, rangeLow, rangeHigh } = input
      fc.pre(low === null || high === null || low < high)
      fc.pre(rangeLow === null || rangeHigh === null || rangeLow < rangeHigh)
      fc.pre(!lacksSpan(input) && !neverEnds(input))
      for (const { condition, parameters } of watchesOf(input, () => true)) {
        if (condition === 'bad-quality') continue
        const [beyond, back] =
          condition === 'high'
            ? [high!, high! - parameters.deadband]
            : [low!, low! + parameters.deadband]
        const calm =
          low !== null && high !== null
            ? condition === 'high'
              ? (low + back) / 2
              : (high + back) / 2
            : back + (condition === 'high' ? -1 : 1)
        const one = watch({ ...parameters, onDelayMs: 0, offDelayMs: 0 })
        one.at(0, reads(0, beyond))
        one.at(1, reads(1, calm))
        expect(one.kinds).toContain('rtn')
        if (low !== null && high !== null) expect(calm > low && calm < high).toBe(true)
      }
    }),
    { numRuns: 300 },
  )
})
