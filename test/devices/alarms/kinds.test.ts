// Does the case of an alarm know every kind that an alarm may have?
import { expect, test } from 'vitest'
import { aboutPoint } from '../../../devices/episodes/about.ts'
import type { KnownDevice } from '../../../devices/intake/registry.ts'
import { kinds } from '../../../domain/alarm-episode/kinds.ts'

test.each(['fire', 'gas', 'trapped', 'emergency', 'no-waybill'])('%s', (condition) => {
  const device = { id: '1', key: 'D', name: 'D', region: '330802', points: new Map() } as unknown as KnownDevice
  const { kind } = aboutPoint({ feed: 'f', device, point: 'p', known: undefined }, condition, false)
  expect(Object.keys(kinds)).toContain(kind)
})
