// Is an exceedance remembered that comes behind a newer measurement of its point?
import { expect, test } from 'vitest'
import { evaluate } from '../../../devices/alarms/evaluate.ts'
import { watchesOf } from '../../../devices/alarms/parameters.ts'
import { atRest } from '../../../devices/alarms/state.ts'
import type { Asked } from '../../../devices/episodes/store.ts'
import { lateOf } from '../../../devices/intake/late.ts'
import { unlimited } from '../alarms/points.ts'

const point = { ...unlimited, kind: 'pollution' as const, high: 80, rangeLow: 0, rangeHigh: 500 }
const asked = (at: string, value: number, now: string): Asked & { now: Date } => {
  const [watched] = watchesOf(point, () => true)
  if (!watched) throw new Error('not watched')
  const about = { pointId: 1, device: 'd', condition: 'high', region: 'r', enterprise: null }
  return {
    about: about as never,
    parameters: watched.parameters,
    now: new Date(now),
    input: { kind: 'measured', at, value, quality: 'good', flags: [] },
  }
}
const afterNewer = (value: number) => {
  const newer = asked('2026-03-01T01:00:00.000Z', 30, '2026-03-01T02:00:01Z')
  const older = asked('2026-03-01T00:00:00.000Z', value, '2026-03-01T02:00:02Z')
  const before = evaluate(atRest(1), newer.input, newer.parameters, newer.now)
  const { events, refused } = evaluate(before.state, older.input, older.parameters, older.now)
  return { events, refused, late: lateOf([older], [refused], older.now) }
}

test('it does not ring, and is a late exceedance', () => {
  expect(afterNewer(95)).toMatchObject({
    events: [],
    refused: 'out-of-order',
    late: [{ point: 1, condition: 'high', value: 95, limit: 80, hour: '2026-03-01T00:00:00.000Z' }],
  })
})

test('what exceeds nothing is not', () => {
  expect(afterNewer(79).late).toEqual([])
})
