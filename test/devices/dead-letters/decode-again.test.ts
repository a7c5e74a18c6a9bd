// Is what was refused read by the registry of today, with all that is asked of a sender, and is nobody's secret kept for it?

import { expect, test } from 'vitest'
import { createDecodeAgain, type RefusedFrame } from '../../../devices/dead-letters/decode-again.ts'
import type { KnownDevice } from '../../../devices/episodes/registry.ts'
import type { RegisteredDevice } from '../../../devices/frames/protocol.ts'
import { drivers } from '../../../devices/protocols/drivers.ts'
import { codec as hj212 } from '../../../devices/protocols/hj212/codec.ts'
import { dialectOf } from '../../../devices/protocols/hj212/dialect.ts'
import { deadLetterBytes } from '../../../devices/push/dead-letter.ts'
import { readMappings } from '../../../devices/push/mapping.ts'
import { rightClocks } from '../clocks/right.ts'
import { sampleWith } from '../hj212/samples.ts'
import { CENTRE, LORRY, Lower, lorry, NOW as NOON_809, peerDevice, plain } from '../jt809/lower.ts'
import { frame, level, NOON, place, STATION } from '../sl651/centre.ts'

const mappings = readMappings()
type OutcomeLine = { protocol: string; devices?: Partial<RegisteredDevice>[]; mapping?: string }
const reread = (
  { protocol, devices = [], mapping }: OutcomeLine,
  kept: Partial<RefusedFrame> & { bytes: Uint8Array },
) => {
  const known = new Map(
    devices.map((one) => [
      one.key,
      { name: '', dialect: {}, secret: null, hosts: [], ...one } as RegisteredDevice,
    ]),
  )
  const device = (_: string, key: string) => known.get(key) as KnownDevice | undefined
  const registry = { device, of: () => ({ device: (key: string) => known.get(key) }) }
  const settings = mapping === undefined ? {} : { mapping }
  const feed = {
    id: 'line',
    protocol,
    name: '',
    region: '330802',
    port: 0,
    silenceSeconds: 60,
    enabled: true,
    paused: null,
    settings,
  }
  return createDecodeAgain({ registry, clocks: { copy: rightClocks }, drivers, mappings })(feed, {
    device: null,
    peer: '10.0.0.9',
    context: null,
    at: NOON.toISOString(),
    ...kept,
  })
}

const sample = sampleWith('CN=2011')
const [name = ''] = /(?<=MN=)[^;]+/.exec(sample.text) ?? []
const secret = /(?<=PW=)[^;]+/.exec(sample.text)?.[0] ?? ''
const at = new Date(
  `${(/(?<=DataTime=)\d{14}/.exec(sample.text)?.[0] ?? '').replace(/(\d{4})(\d\d)(\d\d)(\d\d)(\d\d)(\d\d)/, '$1-$2-$3T$4:$5:$6')}+08:00`,
).toISOString()
/** The same message with the sum that some makers print. */
const modbus = (): Uint8Array => {
  const read = hj212.decode(sample.bytes, dialectOf({}))
  if (!read.ok) throw new Error(read.fault.words)
  return hj212.encode(read.message, dialectOf({ crc: 'modbus' }))
}

test('HJ 212: a sum that the registry now calls right; before, its byte is named', () => {
  const bytes = modbus()
  const wrong = reread({ protocol: 'hj212', devices: [{ key: name, secret }] }, { bytes, at })
  expect([wrong.observations, wrong.faults[0]]).toEqual([[], expect.stringMatching(/^sum: /)])
  const right = reread(
    { protocol: 'hj212', devices: [{ key: name, secret, dialect: { crc: 'modbus' } }] },
    { bytes, at },
  )
  expect(right.observations.filter(({ kind }) => kind === 'reading').length).toBeGreaterThan(0)
})

test('HJ 212: a stranger is read once he is enrolled, but not with a wrong password or from another address', () => {
  expect(reread({ protocol: 'hj212' }, { bytes: sample.bytes, at }).faults[0]).toMatch(
    /^unknown-device/,
  )
  expect(
    reread({ protocol: 'hj212', devices: [{ key: name, secret }] }, { bytes: sample.bytes, at })
      .observations.length,
  ).toBeGreaterThan(0)
  expect(
    reread(
      { protocol: 'hj212', devices: [{ key: name, secret: 'another' }] },
      { bytes: sample.bytes, at },
    ),
  ).toMatchObject({
    observations: [],
    faults: [expect.stringMatching(/^password/)],
  })
  expect(
    reread(
      { protocol: 'hj212', devices: [{ key: name, secret, hosts: ['10.9.9.9'] }] },
      { bytes: sample.bytes, at },
    ).observations,
  ).toEqual([])
})

test('SL 651: the password is put back from the registry, and the CRC says whether it was that one', () => {
  const devices = [{ key: STATION, secret: '1234' }]
  const blotted = (password: number) => {
    const bytes = Uint8Array.from(frame(0x32, [...place(), level(118.2)], NOON, { password }))
    bytes.set([0, 0], 8)
    return bytes
  }
  expect(reread({ protocol: 'sl651', devices }, { bytes: blotted(0x1234) })).toMatchObject({
    observations: expect.arrayContaining([
      expect.objectContaining({ kind: 'reading', value: 118.2 }),
    ]),
    faults: [],
  })
  expect(reread({ protocol: 'sl651', devices }, { bytes: blotted(0x4321) })).toMatchObject({
    observations: [],
    faults: [expect.stringMatching(/^crc/)],
  })
})

test('JT/T 809: of a platform that had signed in; of one that had not, nothing', () => {
  const bytes = new Lower().frame(0x1200, {
    sub: 0x1202,
    vehicle: lorry,
    positions: [{ form: '2011', encrypted: 0, plain: plain(NOON_809) }],
  })
  const devices = [peerDevice(), { key: LORRY }]
  const kept = { bytes, at: NOON_809.toISOString() }
  expect(
    reread({ protocol: 'jt809', devices }, { ...kept, device: LORRY }).observations,
  ).toContainEqual(expect.objectContaining({ kind: 'position', device: LORRY }))
  expect(reread({ protocol: 'jt809', devices }, { ...kept, device: null })).toMatchObject({
    observations: [],
    faults: [expect.stringContaining(String(CENTRE))],
  })
})

test('pushes: an item by its mapping, also where the topic names what it is; two at once in a message', () => {
  const item = {
    id: 'F1',
    type: 'fault',
    register_code: 'L1',
    time: '2026-11-26 12:00:00',
    fault_id: '42',
    deal_status: '00',
  }
  const bytes = new TextEncoder().encode(JSON.stringify([item, { ...item, time: 'never' }]))
  const decoding = reread({ protocol: 'push', mapping: 'lift' }, { bytes })
  expect(decoding.observations.length).toBeGreaterThan(0)
  expect(decoding.faults).toEqual([expect.stringMatching(/^bad-time/)])
  expect(
    reread({ protocol: 'mqtt', mapping: 'lift' }, { bytes, context: { kind: 'no-such-kind' } })
      .faults[0],
  ).toMatch(/^unknown-kind/)
})

test('nothing is kept of who is not to be known', () => {
  const [lift, attendance] = [mappings.get('lift'), mappings.get('attendance')]
  if (!lift || !attendance) throw new Error('there are no such mappings')
  expect(deadLetterBytes(lift, { id: 1 }, 'bad-value').length).toBeGreaterThan(0)
  expect(deadLetterBytes(lift, { id: 1 }, 'personal-data')).toHaveLength(0)
  expect(
    deadLetterBytes(attendance, { worker_key: '330802199001011234' }, 'unknown-device'),
  ).toHaveLength(0)
})

test('a feed without frames says so', () => {
  expect(reread({ protocol: 'opc-ua' }, { bytes: Uint8Array.of(1) })).toEqual({
    observations: [],
    faults: ['no frames in opc-ua'],
  })
})
