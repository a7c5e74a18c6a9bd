// What does a frame of JT/T 809 say, 2011 and 2019, plain and encrypted?
import type { Codec, Decoded } from '../../frames/protocol.ts'
import { describe } from './describe.ts'
import { type Field, readFields, type Values, writeFields } from './fields.ts'
import { closeFrame, crypt, type Dialect809, fault, framer809, openFrame } from './frame.ts'
import { linkLayouts, subLayouts } from './layouts.ts'
import { type Body, hasSubs, type Message809, milliseconds } from './message.ts'
import {
  decodePosition,
  decodePositions,
  encodePosition,
  encodePositions,
  type Located,
} from './position.ts'

const SECONDS_2000 = 946_684_800
const SECONDS_2100 = 4_102_444_800

const decode = (frame: Uint8Array, dialect: Dialect809): Decoded<Message809> => {
  const opened = openFrame(frame)
  if (!opened.ok) return opened
  const { header, behind } = opened
  const timed = dialect.version === '2019'
  if (timed && behind.length < 8)
    return fault('wrong-version', 23, '没有2019版的时间', 'no room for the time of 2019')
  const time = timed ? Number(behind.readBigUInt64BE(0)) : null
  if (time !== null && !plausible(time))
    return fault('wrong-version', 23, '报文头中没有2019版的时间', 'no time of 2019 in the header')
  const closed = timed ? behind.subarray(8) : behind
  const plain = header.encrypted ? crypt(closed, header.key, dialect) : closed
  if (!plain)
    return fault(
      'no-key',
      18,
      '已加密而无密钥参数',
      'encrypted, and the constants of the peer are not known',
    )
  const bytes = Buffer.from(plain.buffer, plain.byteOffset, plain.length)
  const body = decodeBody(header.type, bytes)
  if (!body) return fault('wrong-body', 23, '没有子业务类型', 'no sub-message of this type')
  const same = encodeBody(header.type, body).equals(bytes)
  return { ok: true, message: { ...header, time, body, raw: same ? null : Uint8Array.from(bytes) } }
}

/** 0 is a sender without a clock. */
const plausible = (time: number): boolean =>
  time === 0 ||
  (milliseconds(time) >= SECONDS_2000 * 1000 && milliseconds(time) < SECONDS_2100 * 1000)

/** Sub-messages begin with the vehicle or directly with their type; which of the two the lengths decide. With a wrong one the data stay unread. */
const decodeBody = (type: number, bytes: Buffer): Body | null => {
  if (!hasSubs(type)) return { ...nothing, ...decodeLink(type, bytes) }
  const named = (at: number): boolean =>
    bytes.length >= at + 6 && bytes.readUInt16BE(at) >> 8 === type >> 8
  const long = (at: number): boolean =>
    named(at) && bytes.readUInt32BE(at + 2) === bytes.length - at - 6
  const at = [0, 22].find(long) ?? [0, 22].find(named)
  if (at === undefined) return null
  const sub = bytes.readUInt16BE(at)
  const data = bytes.subarray(at + 6)
  const vehicle = at === 0 ? undefined : readFields(bytes.subarray(0, at), vehicleFields)?.values
  return {
    ...nothing,
    vehicle: vehicle ? { plate: String(vehicle.plate), colour: Number(vehicle.colour) } : null,
    ...(long(at) ? decodeSub(sub, data) : { sub, data: Uint8Array.from(data) }),
  }
}

const nothing: Body = { vehicle: null, sub: null, values: {}, positions: [], data: null }
const vehicleFields: Field[] = [
  { name: 'plate', kind: 'text', size: 21, words: 'VEHICLE_NO' },
  { name: 'colour', kind: 'u8', words: 'VEHICLE_COLOR' },
]

const decodeLink = (type: number, bytes: Buffer): Partial<Body> => {
  const values = fitting(linkLayouts[type], bytes)
  return values ? { values } : { data: Uint8Array.from(bytes) }
}

const decodeSub = (sub: number, bytes: Buffer): Partial<Body> => {
  const positions =
    sub === 0x1202 ? one(decodePosition(bytes)) : sub === 0x1203 ? decodePositions(bytes) : null
  if (positions) return { sub, positions }
  const values = fitting(subLayouts[sub], bytes)
  return values ? { sub, values } : { sub, data: Uint8Array.from(bytes) }
}

const one = (located: Located | null): Located[] | null => located && [located]

const fitting = (layouts: Field[][] | undefined, bytes: Buffer): Values | null => {
  for (const layout of layouts ?? []) {
    const read = readFields(bytes, layout)
    if (read && read.rest.length === 0) return read.values
  }
  return null
}

const encode = (message: Message809, dialect: Dialect809): Uint8Array => {
  const plain = message.raw ?? encodeBody(message.type, message.body)
  const body = message.encrypted ? crypt(plain, message.key, dialect) : plain
  if (!body) throw new RangeError('no constants to encrypt with')
  if (dialect.version === '2011') return closeFrame(message, body)
  const time = Buffer.alloc(8)
  time.writeBigUInt64BE(BigInt(message.time ?? 0))
  return closeFrame(message, Buffer.concat([time, body]))
}

const encodeBody = (type: number, { vehicle, sub, values, positions, data }: Body): Buffer => {
  if (sub === null) return data ? Buffer.from(data) : written(linkLayouts[type], values)
  const content = data ? Buffer.from(data) : encodeSub(sub, values, positions)
  const head = Buffer.alloc(6)
  head.writeUInt16BE(sub, 0)
  head.writeUInt32BE(content.length, 2)
  return Buffer.concat([
    vehicle ? writeFields(vehicle, vehicleFields) : Buffer.alloc(0),
    head,
    content,
  ])
}

const encodeSub = (sub: number, values: Values, positions: Located[]): Buffer => {
  if (sub === 0x1202 && positions[0]) return encodePosition(positions[0])
  return sub === 0x1203 ? encodePositions(positions) : written(subLayouts[sub], values)
}

/** The layout is the one whose names the values have. */
const written = (layouts: Field[][] | undefined, values: Values): Buffer => {
  const names = Object.keys(values)
  const layout = layouts?.find(
    (fields) => fields.length === names.length && fields.every(({ name }) => name in values),
  )
  return writeFields(values, layout ?? [])
}

export const jt809Codec: Codec<Message809, Dialect809> = {
  framer: framer809,
  decode,
  encode,
  describe,
}
