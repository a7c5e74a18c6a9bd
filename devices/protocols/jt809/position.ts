// Where is a vehicle by a message of JT/T 809: 36 bytes of 2011, or the body of JT/T 808 that 2019 carries?

import { instantOf } from '../../frames/beijing.ts'
import type { Moment } from '../../port/port.ts'
import { decodeLocation, encodeLocation, type Location, momentOf } from '../jt808/location.ts'

/** As sent in 2011: degrees in millionths, speeds in km/h, odometer in km. */
export type Plain = {
  day: number
  month: number
  year: number
  hour: number
  minute: number
  second: number
  lon: number
  lat: number
  speed: number
  recorder: number
  odometer: number
  direction: number
  altitude: number
  status: number
  alarm: number
}

/** Which platform found which alarms itself (2019): enterprise, county or city, province. */
export type Finding = { platform: string; alarm: number }

export type Located =
  | { form: '2011'; encrypted: number; plain: Plain }
  | { form: '2019'; encrypted: number; location: Location; findings: Finding[] }
  /** Seen in the field: the frame of 2019 round the fields of 2011. */
  | { form: 'mixed'; encrypted: number; plain: Plain; findings: Finding[] }

const PLAIN = 35
const FINDING = 15

/** Data of 0x1202. null: it is no position. */
export const decodePosition = (data: Buffer): Located | null => {
  const one = readPosition(data)
  return one && one.taken === data.length ? one.located : null
}

/** Data of 0x1203: a count, then so many positions. */
export const decodePositions = (data: Buffer): Located[] | null => {
  if (data.length < 1) return null
  const located: Located[] = []
  let at = 1
  for (let left = data.readUInt8(0); left > 0; left--) {
    const size = (data.length - at) / left === PLAIN + 1 ? PLAIN + 1 : undefined
    const one = readPosition(data.subarray(at, size && at + size))
    if (!one) return null
    located.push(one.located)
    at += one.taken
  }
  return at === data.length ? located : null
}

const readPosition = (data: Buffer): { located: Located; taken: number } | null => {
  const encrypted = data[0]
  if (encrypted === undefined) return null
  if (data.length === PLAIN + 1) {
    return {
      located: { form: '2011', encrypted, plain: readPlain(data.subarray(1)) },
      taken: data.length,
    }
  }
  if (data.length < 5) return null
  const end = 5 + data.readUInt32BE(1)
  if (end + 3 * FINDING > data.length) return null
  const inner = data.subarray(5, end)
  const findings = [0, 1, 2].map((index) => readFinding(data.subarray(end + index * FINDING)))
  const location = decodeLocation(inner)
  const plain = inner.length === PLAIN ? readPlain(inner) : null
  const taken = end + 3 * FINDING
  if (plain && plainMoment(plain) && !(location && momentOf(location.time)))
    return { located: { form: 'mixed', encrypted, plain, findings }, taken }
  return location && { located: { form: '2019', encrypted, location, findings }, taken }
}

const readFinding = (bytes: Buffer): Finding => ({
  platform: bytes.subarray(0, 11).toString('hex'),
  alarm: bytes.readUInt32BE(11),
})

const readPlain = (bytes: Buffer): Plain => ({
  day: bytes.readUInt8(0),
  month: bytes.readUInt8(1),
  year: bytes.readUInt16BE(2),
  hour: bytes.readUInt8(4),
  minute: bytes.readUInt8(5),
  second: bytes.readUInt8(6),
  lon: bytes.readUInt32BE(7),
  lat: bytes.readUInt32BE(11),
  speed: bytes.readUInt16BE(15),
  recorder: bytes.readUInt16BE(17),
  odometer: bytes.readUInt32BE(19),
  direction: bytes.readUInt16BE(23),
  altitude: bytes.readUInt16BE(25),
  status: bytes.readUInt32BE(27),
  alarm: bytes.readUInt32BE(31),
})

export const encodePosition = (located: Located): Buffer => {
  if (located.form === '2011')
    return Buffer.concat([Uint8Array.of(located.encrypted), writePlain(located.plain)])
  const inner =
    located.form === 'mixed' ? writePlain(located.plain) : encodeLocation(located.location)
  const head = Buffer.alloc(5)
  head.writeUInt8(located.encrypted, 0)
  head.writeUInt32BE(inner.length, 1)
  return Buffer.concat([head, inner, ...located.findings.map(writeFinding)])
}

export const encodePositions = (all: Located[]): Buffer =>
  Buffer.concat([Uint8Array.of(all.length), ...all.map(encodePosition)])

const writeFinding = ({ platform, alarm }: Finding): Buffer => {
  const bytes = Buffer.alloc(FINDING)
  bytes.write(platform, 0, 11, 'hex')
  bytes.writeUInt32BE(alarm, 11)
  return bytes
}

const writePlain = (position: Plain): Buffer => {
  const bytes = Buffer.alloc(PLAIN)
  bytes.set([
    position.day,
    position.month,
    position.year >> 8,
    position.year & 0xff,
    position.hour,
    position.minute,
    position.second,
  ])
  bytes.writeUInt32BE(position.lon, 7)
  bytes.writeUInt32BE(position.lat, 11)
  bytes.writeUInt16BE(position.speed, 15)
  bytes.writeUInt16BE(position.recorder, 17)
  bytes.writeUInt32BE(position.odometer, 19)
  bytes.writeUInt16BE(position.direction, 23)
  bytes.writeUInt16BE(position.altitude, 25)
  bytes.writeUInt32BE(position.status, 27)
  bytes.writeUInt32BE(position.alarm, 31)
  return bytes
}

const plainMoment = ({ year, month, day, hour, minute, second }: Plain): Moment | null =>
  instantOf({ year, month, day, hour, minute, second })?.toISOString() ?? null

/** A position in degrees and km/h, whichever form it came in. `at` null: there is no such time; `speedKmh` null: no such speed. */
export type Fix = Pick<Plain, 'lon' | 'lat' | 'direction' | 'altitude' | 'status' | 'alarm'> & {
  at: Moment | null
  speedKmh: number | null
}

/** No lorry and no bus drives faster; a terminal that does not know its speed often says 65535. */
const MOST_KMH = 220
const believable = (kmh: number): number | null => (kmh <= MOST_KMH ? kmh : null)

export const fixOf = (located: Located): Fix => {
  const raw = located.form === '2019' ? located.location : located.plain
  const found =
    located.form === '2011' ? 0 : located.findings.reduce((all, { alarm }) => all | alarm, 0)
  return {
    at: located.form === '2019' ? momentOf(located.location.time) : plainMoment(located.plain),
    speedKmh: believable(
      located.form === '2019' ? located.location.speed / 10 : located.plain.speed,
    ),
    lon: (raw.lon / 1e6) * (raw.status & 8 ? -1 : 1),
    lat: (raw.lat / 1e6) * (raw.status & 4 ? -1 : 1),
    direction: raw.direction,
    altitude: raw.altitude,
    status: raw.status,
    alarm: (raw.alarm | found) >>> 0,
  }
}
