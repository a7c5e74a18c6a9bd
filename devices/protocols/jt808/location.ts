// Where is a vehicle by the body of a position report (JT/T 808 0x0200), which JT/T 809-2019 carries too?
import { instantOf } from '../../frames/beijing.ts'

/** One additional item: what it is, and its bytes. */
export type Extra = { id: number; value: Uint8Array }

/** As sent: latitude and longitude in millionths of a degree, speed in tenths of km/h, time as yyMMddHHmmss in Beijing. */
export type Location = {
  alarm: number
  status: number
  lat: number
  lon: number
  altitude: number
  speed: number
  direction: number
  time: string
  extras: Extra[]
  /** What follows the items and is none: real senders leave a stray byte. */
  rest: Uint8Array
}

const FIXED = 28

/** null: shorter than the part that every report has. */
export const decodeLocation = (bytes: Uint8Array): Location | null => {
  if (bytes.length < FIXED) return null
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const { extras, rest } = decodeExtras(bytes.subarray(FIXED))
  return {
    alarm: view.getUint32(0),
    status: view.getUint32(4),
    lat: view.getUint32(8),
    lon: view.getUint32(12),
    altitude: view.getUint16(16),
    speed: view.getUint16(18),
    direction: view.getUint16(20),
    time: Buffer.from(bytes.subarray(22, FIXED)).toString('hex'),
    extras,
    rest,
  }
}

const decodeExtras = (bytes: Uint8Array): { extras: Extra[]; rest: Uint8Array } => {
  const extras: Extra[] = []
  let at = 0
  while (at + 2 <= bytes.length) {
    const end = at + 2 + (bytes[at + 1] ?? 0)
    if (end > bytes.length) break
    extras.push({ id: bytes[at] ?? 0, value: bytes.slice(at + 2, end) })
    at = end
  }
  return { extras, rest: bytes.slice(at) }
}

export const encodeLocation = (location: Location): Uint8Array => {
  const fixed = Buffer.alloc(FIXED)
  fixed.writeUInt32BE(location.alarm, 0)
  fixed.writeUInt32BE(location.status, 4)
  fixed.writeUInt32BE(location.lat, 8)
  fixed.writeUInt32BE(location.lon, 12)
  fixed.writeUInt16BE(location.altitude, 16)
  fixed.writeUInt16BE(location.speed, 18)
  fixed.writeUInt16BE(location.direction, 20)
  fixed.write(location.time, 22, 6, 'hex')
  const extras = location.extras.flatMap(({ id, value }) => [
    Uint8Array.of(id, value.length),
    value,
  ])
  return Buffer.concat([fixed, ...extras, location.rest])
}

/** yyMMddHHmmss in Beijing as a moment; null: no such time. */
export const momentOf = (time: string): string | null => {
  if (!/^\d{12}$/.test(time)) return null
  const [year = 0, month = 0, day = 0, hour = 0, minute = 0, second = 0] =
    time.match(/../g)?.map(Number) ?? []
  return instantOf({ year: 2000 + year, month, day, hour, minute, second })?.toISOString() ?? null
}

/** The same the other way round, for senders. */
export const timeOf = (at: Date): string =>
  new Date(at.getTime() + 8 * 3_600_000).toISOString().replace(/\D/g, '').slice(2, 14)
