// May one platform speak for the vehicles that are registered with another?
import { expect, test } from 'vitest'
import type { RegisteredDevice } from '../../../devices/frames/protocol.ts'
import { CENTRE, LORRY, Lower, later, lorry, NOW, peerDevice, plain, reasons } from './lower.ts'

const lorryOf = (dialect: Record<string, unknown>): RegisteredDevice => ({
  key: LORRY,
  name: LORRY,
  dialect,
  secret: null,
  hosts: [],
})
const platformOf = (version: '2011' | '2019', dialect: Record<string, unknown>): Lower => {
  const lower = new Lower(peerDevice({}, { version }), { known: [lorryOf(dialect)] })
  lower.signIn()
  return lower
}
const positions = [{ form: '2011' as const, encrypted: 0, plain: plain(NOW, { alarm: 1 }) }]
const warning = { source: 2, type: 0x0a, infoId: 1, text: '劫警', time: NOW.getTime() / 1000 }
const warning2019 = {
  platform: '',
  type: 0x0a,
  times: [NOW.getTime()],
  ...lorry,
  target: '',
  line: 1,
  text: '劫警',
}
const told = [
  ['a position', '2011', 0x1200, { vehicle: lorry, sub: 0x1202, positions }],
  ['what was kept of its way', '2011', 0x1200, { vehicle: lorry, sub: 0x1203, positions }],
  ['a waybill', '2011', 0x1200, { vehicle: lorry, sub: 0x120d, values: { text: '运单号:1' } }],
  ['an alarm', '2011', 0x1400, { vehicle: lorry, sub: 0x1402, values: warning }],
  ['an alarm of 2019', '2019', 0x1400, { sub: 0x1402, values: warning2019 }],
] as const

test.each(told)('%s of a vehicle of another platform is counted and not taken', (...one) => {
  const [, version, type, body] = one
  const output = platformOf(version, { via: String(CENTRE + 1) }).send(type, body as never)
  expect(output.observations).toEqual([])
  expect(output.faults).toMatchObject([{ reason: 'other-platform', device: LORRY, mild: true }])
})

test.each(told)('%s of its own, or of one that is registered with none, is taken', (...one) => {
  const [, version, type, body] = one
  for (const dialect of [{ via: String(CENTRE) }, { via: CENTRE }, {}]) {
    const output = platformOf(version, dialect).send(type, body as never)
    expect(reasons(output)).toEqual([])
    expect(output.observations.length).toBeGreaterThan(0)
  }
})

test('a position of another does not say what the next of its own has to tell', () => {
  const lower = platformOf('2011', { via: String(CENTRE + 1) })
  lower.position(NOW, { alarm: 1 })
  lower.devices.set(LORRY, lorryOf({ via: String(CENTRE) }))
  const { observations } = lower.position(later(10), { alarm: 1 })
  expect(observations).toContainEqual(
    expect.objectContaining({ condition: 'emergency', active: true }),
  )
})
