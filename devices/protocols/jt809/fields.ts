// How are the fields of a body read and written, when a table says which they are?
import { encodeGbk } from '../../frames/gbk.ts'
import { readText, writeText } from './text.ts'

/**
 * Numbers are big-endian. `text`: `size` bytes of GBK, filled up with zeros. `long`: a u32 with the count of bytes, then GBK.
 * `hex`: `size` bytes as they are. `times`: as many u64 as the length of the body leaves room for.
 */
export type Field = {
  name: string
  kind: 'u8' | 'u16' | 'u32' | 'u64' | 'text' | 'long' | 'hex' | 'times'
  size?: number
  words: string
}

export type Values = Record<string, number | string | number[]>

export const sizeOf = ({ kind, size }: Field): number =>
  ({ u8: 1, u16: 2, u32: 4, u64: 8, text: size ?? 0, hex: size ?? 0, long: 4, times: 0 })[kind]

/** null: the bytes are too few. `rest`: what no field took. */
export const readFields = (
  bytes: Buffer,
  fields: Field[],
): { values: Values; rest: Buffer } | null => {
  const values: Values = {}
  let at = 0
  for (const [index, field] of fields.entries()) {
    if (at + sizeOf(field) > bytes.length) return null
    const read = readOne(bytes.subarray(at), field, fields.slice(index + 1))
    if (!read) return null
    values[field.name] = read.value
    at += read.taken
  }
  return { values, rest: bytes.subarray(at) }
}

type Read = { value: Values[string]; taken: number }

const readOne = (bytes: Buffer, field: Field, after: Field[]): Read | null => {
  const size = sizeOf(field)
  if (field.kind === 'u8') return { value: bytes.readUInt8(0), taken: 1 }
  if (field.kind === 'u16') return { value: bytes.readUInt16BE(0), taken: 2 }
  if (field.kind === 'u32') return { value: bytes.readUInt32BE(0), taken: 4 }
  if (field.kind === 'u64') return { value: Number(bytes.readBigUInt64BE(0)), taken: 8 }
  if (field.kind === 'hex') return { value: bytes.subarray(0, size).toString('hex'), taken: size }
  if (field.kind === 'text') return { value: readText(bytes.subarray(0, size)), taken: size }
  return field.kind === 'long' ? readLong(bytes) : readTimes(bytes, after)
}

const readLong = (bytes: Buffer): Read | null => {
  const length = bytes.readUInt32BE(0)
  return 4 + length > bytes.length
    ? null
    : { value: readText(bytes.subarray(4, 4 + length)), taken: 4 + length }
}

/** The bodies differ in how many times they carry; the count is right when the text at the end ends with the body. */
const readTimes = (bytes: Buffer, after: Field[]): Read | null => {
  const behind = after.reduce((sum, field) => sum + sizeOf(field), 0)
  for (let count = 1; 8 * count + behind <= bytes.length; count++) {
    const lengthAt = 8 * count + behind - 4
    if (lengthAt + 4 + bytes.readUInt32BE(lengthAt) !== bytes.length) continue
    const times = Array.from({ length: count }, (_, index) =>
      Number(bytes.readBigUInt64BE(8 * index)),
    )
    return { value: times, taken: 8 * count }
  }
  return null
}

export const writeFields = (values: Values, fields: Field[]): Buffer =>
  Buffer.concat(fields.map((field) => writeOne(values[field.name], field)))

const writeOne = (value: Values[string] | undefined, field: Field): Uint8Array => {
  if (field.kind === 'times')
    return Buffer.concat((Array.isArray(value) ? value : [Number(value ?? 0)]).map(u64))
  if (field.kind === 'u64') return u64(Number(value ?? 0))
  if (field.kind === 'hex')
    return Buffer.from(String(value ?? '').padEnd(2 * sizeOf(field), '0'), 'hex')
  if (field.kind === 'long') {
    const text = encodeGbk(String(value ?? ''))
    return Buffer.concat([u32(text.length), text])
  }
  const bytes = Buffer.alloc(sizeOf(field))
  if (field.kind === 'text') bytes.set(writeText(String(value ?? ''), bytes.length))
  else bytes.writeUIntBE(Number(value ?? 0), 0, bytes.length)
  return bytes
}

const u32 = (value: number): Buffer => {
  const bytes = Buffer.alloc(4)
  bytes.writeUInt32BE(value)
  return bytes
}

const MOST_U64 = 2n ** 64n - 1n

const u64 = (value: number): Buffer => {
  const bytes = Buffer.alloc(8)
  // All bits set are read as 2⁶⁴, the nearest number there is.
  const whole = BigInt(Math.trunc(value))
  bytes.writeBigUInt64BE(whole < 0n ? 0n : whole > MOST_U64 ? MOST_U64 : whole)
  return bytes
}
