// Which frames of JT/T 809 has nobody published that an upper platform must nevertheless bear?
import { jt809Codec } from '../../../devices/protocols/jt809/codec.ts'
import type { Body } from '../../../devices/protocols/jt809/message.ts'
import { nothing } from '../../../devices/protocols/jt809/peer.ts'
import type { Plain } from '../../../devices/protocols/jt809/position.ts'
import { constants, type Golden, later, NOW, plain } from './lower.ts'

/** A published platform of 2011. */
const PLATFORM = 20180920
const dialect = { version: '2011' as const, ...constants }

let sn = 100
const frameOf = (type: number, body: Partial<Body>, centre = PLATFORM): Buffer => {
  const header = {
    sn: sn++,
    type,
    centre,
    version: [1, 0, 0] as [number, number, number],
    encrypted: 0,
    key: 0,
    time: null,
  }
  return Buffer.from(
    jt809Codec.encode({ ...header, body: { ...nothing, ...body }, raw: null }, dialect),
  )
}

const vehicle = { plate: '粤A12345', colour: 2 }
const position = (at: Date, more: Partial<Plain> = {}, sub = 0x1202, of = vehicle): Buffer =>
  frameOf(0x1200, {
    vehicle: of,
    sub,
    positions: [{ form: '2011', encrypted: 0, plain: plain(at, more) }],
  })
const spoilt = (at: number, ...to: number[]): Buffer => {
  const whole = position(NOW)
  whole.set(to, at)
  return whole
}
const account = { user: 102, password: '654321', ip: '', port: 0 }

export const made: Golden[] = [
  ['truncated', 'a frame that ends in its midst', position(NOW).subarray(0, 40)],
  ['bad-escape', 'a lone 5A', spoilt(50, 0x5a, 0x07)],
  ['bad-checksum', 'a byte turned', spoilt(50, 0x33)],
  ['wrong-centre', 'the code of another platform', frameOf(0x1005, {}, 33080099)],
  ['password', 'signing in with a wrong password', frameOf(0x1001, { values: account })],
  [
    'unknown-vehicle',
    'a vehicle that is not registered',
    position(NOW, {}, 0x1202, { plate: '测Z99999', colour: 1 }),
  ],
  [
    'swapped',
    'latitude and longitude swapped',
    position(NOW, { lon: 28_950_000, lat: 118_850_000 }),
  ],
  ['outside', 'a place outside of China', position(NOW, { lon: 12_500_000, lat: 41_900_000 })],
  ['nowhere', 'latitude and longitude 0', position(NOW, { lon: 0, lat: 0 })],
  ['of-2009', 'a time before 2010', position(new Date('2009-12-31T00:00:00Z'))],
  ['ahead', 'a time two hours ahead', position(later(7_200))],
  [
    'kept',
    'a position that was kept while the line was down',
    position(later(-600), { alarm: 1 }, 0x1203),
  ],
].map(([name, facts, bytes]) => ({
  name: `made/${name}`,
  line: 0,
  facts: String(facts),
  bytes: bytes as Buffer,
  dialect,
  centre: PLATFORM,
}))
