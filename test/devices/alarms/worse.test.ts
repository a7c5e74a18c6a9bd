// When is an alarm told though it was put aside?
import { expect, test } from 'vitest'
import { evaluate } from '../../../devices/alarms/evaluate.ts'
import { letterOf } from '../../../devices/alarms/lifecycle.ts'
import { atRest } from '../../../devices/alarms/state.ts'
import { after, at, does, panel, tells, watch } from './sensing.ts'

test('what becomes worse than the city knew when it shelved it is off the shelf, told, and so is what rises worse', () => {
  const shelved = (level: 1 | 2 | 3, more: Parameters<typeof does>[1] = {}) => {
    const one = watch({ ...panel, latching: true })
    one.at(0, tells(0, true, { level }))
    one.at(1, does('shelve', { until: at(8 * 3600), reason: '检修', ...more }))
    return one
  }
  const worse = shelved(2)
  expect(worse.at(10, tells(10, true, { level: 1 }))).toEqual(['escalated', 'unshelved'])
  expect(worse.events()).toMatchObject([{ outward: true }, { outward: true, by: 'system' }])
  expect(letterOf(worse.state())).toBe('B')
  const again = shelved(2)
  again.at(70, tells(70, false, { level: 2 }))
  expect(again.at(140, tells(140, true, { level: 1 }))).toEqual([
    're-alarm',
    'escalated',
    'unshelved',
  ])
  expect(again.events().every(({ outward }) => outward)).toBe(true)
  const same = shelved(2)
  same.at(10, tells(10, true, { level: 3 }))
  expect(same.at(20, tells(20, true, { level: 2 }))).toEqual(['escalated'])
  expect([same.events()[0]?.outward, letterOf(same.state())]).toEqual([false, 'G'])
  for (const side of ['enterprise', 'plant'] as const) {
    const theirs = shelved(2, { side })
    theirs.at(10, tells(10, true, { level: 1 }))
    expect([theirs.events()[0]?.outward, letterOf(theirs.state())]).toEqual([false, 'G'])
  }
})

test('an alarm that begins worse than the one that was shelved, or may not be shelved at all, is told', () => {
  const one = watch(panel)
  one.at(0, tells(0, true, { level: 2 }))
  one.at(1, does('shelve', { until: at(8 * 3600) }))
  one.at(2, does('acknowledge'))
  one.at(70, tells(70, false, { level: 2 }))
  expect(one.at(140, tells(140, true, { level: 1 }))).toEqual(['raised', 'unshelved'])
  expect(one.events()[0]?.outward).toBe(true)
  const { state } = evaluate(atRest(4), does('shelve', { until: at(3600) }), panel, after(0))
  const { events } = evaluate(state, tells(10, true), { ...panel, shelvable: false }, after(10))
  expect(events.map(({ kind, outward }) => [kind, outward])).toEqual([
    ['raised', true],
    ['unshelved', true],
  ])
})

test('the shelf of the plant that ours was put on does not hide again what has left ours; its own shelf does', () => {
  const one = watch(panel)
  one.at(0, tells(0, true, { level: 2 }))
  one.at(1, does('shelve', { until: at(8 * 3600) }))
  one.at(2, tells(2, true, { level: 2, shelved: true }))
  one.at(10, tells(10, true, { level: 1, shelved: true }))
  one.at(11, tells(11, true, { level: 1, shelved: true }))
  expect(letterOf(one.state())).toBe('B')
  one.at(12, tells(12, true, { level: 1, shelved: false }))
  expect(one.at(20, tells(20, true, { level: 1, shelved: true }))).toEqual(['shelved'])
  expect(letterOf(one.state())).toBe('G')
})

test('what the city suppressed is told when it becomes worse; the suppression of the plant and a permit hold', () => {
  const one = watch(panel)
  one.at(0, tells(0, true, { level: 2 }))
  one.at(1, does('suppress'))
  expect(one.at(10, tells(10, true, { level: 1 }))).toEqual(['escalated', 'unsuppressed'])
  expect(one.events()[0]?.outward).toBe(true)
  const design = watch(panel)
  design.at(0, tells(0, true, { level: 2, suppressed: true }))
  design.at(10, tells(10, true, { level: 1 }))
  const permit = watch(panel)
  permit.at(0, tells(0, true, { level: 2 }))
  permit.at(1, does('take-out', { until: at(7200) }))
  permit.at(10, tells(10, true, { level: 1 }))
  expect([letterOf(design.state()), letterOf(permit.state())]).toEqual(['H', 'I'])
  expect([design, permit].flatMap(({ events }) => events().map(({ outward }) => outward))).toEqual([
    false,
    false,
  ])
})
