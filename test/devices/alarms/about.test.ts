// Do real alarms and those of an exercise at one place ever stand for each other?
import { expect, test } from 'vitest'
import { aboutFlood, aboutPoint } from '../../../devices/episodes/about.ts'
import type { KnownDevice } from '../../../devices/episodes/registry.ts'

const detector = {
  id: 'd1',
  key: 'GD-1',
  name: '探测器',
  region: '330802',
  enterprise: 'e1',
  lon: null,
  lat: null,
  synthetic: false,
}
const gas = (synthetic: boolean) =>
  aboutPoint(
    { feed: 'park', device: detector as unknown as KnownDevice, point: 'GD-1', known: undefined },
    'gas',
    synthetic,
  )

test('a flood of real alarms and one of an exercise at the same enterprise are two floods', () => {
  const [real, exercise] = [aboutFlood(gas(false)), aboutFlood(gas(true))]
  expect(real.site).not.toBe(exercise.site)
  expect(real.key).not.toBe(exercise.key)
  expect([real.synthetic, exercise.synthetic]).toEqual([false, true])
})
