// Is anybody told of a latched alarm that rose and returned while it was put aside?
import { expect, test } from 'vitest'
import { letterOf, standingNow } from '../../../devices/alarms/lifecycle.ts'
import { at, does, gas, reads, tank, time, watch } from './sensing.ts'

const shelf = does('shelve', { side: 'enterprise', until: at(3_600), reason: '标定' })
const rises = (one: ReturnType<typeof watch>, from: number) => {
  one.at(from, reads(from, 60))
  one.at(from + 100, reads(from + 100, 1))
  one.at(from + 200, time)
}
const told = (one: ReturnType<typeof watch>) =>
  one
    .events()
    .filter(({ outward }) => outward)
    .map(({ kind, after: { active, latched } }) => ({ kind, active, latched }))
const rang = [{ kind: 're-alarm', active: false, latched: true }]

test('when its shelf ends, as latched and not as standing; once', () => {
  const one = watch(gas)
  one.at(0, shelf)
  rises(one, 600)
  expect(told(one)).toEqual([])
  one.at(3_601, time)
  expect(told(one)).toEqual(rang)
  expect(letterOf(one.state())).toBe('E')
  expect(one.at(3_700, reads(3_700, 1))).toEqual([])
})

test('when it is taken off the shelf, or put back into service', () => {
  for (const [aside, back] of [
    [shelf, does('unshelve', { side: 'enterprise' })],
    [does('take-out', { until: at(3_600) }), does('put-back')],
  ] as const) {
    const one = watch(gas)
    one.at(0, aside)
    expect(one.refused()).toBeNull()
    rises(one, 600)
    one.at(1_000, back)
    expect(told(one)).toEqual(rang)
  }
})

test('also if it was answered before it rang on the shelf', () => {
  const one = watch(gas)
  rises(one, 0)
  one.at(250, does('acknowledge'))
  one.at(300, shelf)
  rises(one, 600)
  expect(standingNow(one.state())).not.toBe('normal')
  one.at(3_601, time)
  expect(told(one)).toContainEqual(rang[0])
})

test('not of what somebody at the desk saw and acknowledged while it was put aside, be it told or not', () => {
  for (const aside of [shelf, does('take-out', { until: at(3_600) })]) {
    const one = watch(gas)
    one.at(0, aside)
    rises(one, 600)
    one.at(900, does('acknowledge'))
    one.at(3_601, time)
    expect(told(one)).toEqual([])
    expect(letterOf(one.state())).not.toBe('A')
    expect(one.at(3_602, does('reset'))).toEqual(['reset'])
    expect(one.state().episode).toBeNull()
  }
})

test('but of what only the plant has acknowledged: the desk keeps its duty', () => {
  for (const by of ['plant', 'system']) {
    const one = watch(gas)
    one.at(0, shelf)
    rises(one, 600)
    one.at(900, does('acknowledge', { side: 'plant', by }))
    one.at(3_601, time)
    expect(told(one)).toEqual(rang)
  }
})

test('not of what was told and answered before, and has not rung since', () => {
  const one = watch(gas)
  rises(one, 0)
  one.at(250, does('acknowledge'))
  one.at(300, shelf)
  one.at(3_601, time)
  expect(one.events().map(({ kind }) => kind)).toEqual(['unshelved'])
})

test('not of what does not latch: it is over', () => {
  const one = watch({ ...tank, onDelayMs: 0, offDelayMs: 0 })
  one.at(0, shelf)
  rises(one, 600)
  one.at(3_601, time)
  expect(told(one)).toEqual([])
  expect(one.state().episode).toBeNull()
})
