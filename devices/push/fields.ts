// What does a field of an item say, in our units, codes and moments?
import { createHmac } from 'node:crypto'
import { instantOf } from '../frames/beijing.ts'
import { cut, replaceUnseen } from '../port/cut.ts'
import type { Field, Mapping } from './mapping.ts'

/** Why an item was not taken; `code` is told to the sender. */
export class Rejected extends Error {
  readonly code: RejectionCode
  constructor(code: RejectionCode, words: string) {
    // What somebody sent may be quoted in them, and they are kept.
    super(plain(words))
    this.name = 'Rejected'
    this.code = code
  }
}

export type RejectionCode =
  | 'not-an-object'
  | 'missing-field'
  | 'bad-value'
  | 'bad-time'
  | 'unknown-code'
  | 'unknown-kind'
  | 'out-of-range'
  | 'personal-data'
  | 'unknown-device'
  | 'unknown-point'
  | 'of-the-future'

export type Value = string | number | boolean
export type Context = { time: Mapping['time']; secret: string }

/** RFC 6901; undefined: there is nothing. */
export const at = (item: unknown, pointer: string): unknown => {
  let there = item
  for (const step of pointer.slice(1).split('/')) {
    const key = step.replaceAll('~1', '/').replaceAll('~0', '~')
    if (typeof there !== 'object' || there === null || !Object.hasOwn(there, key)) return undefined
    there = (there as Record<string, unknown>)[key]
  }
  return there
}

const isScalar = (value: unknown): value is Value =>
  typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean'

/** What was sent, as text. An object is only named as one: what it calls its own parts may keep it from being written. */
export const written = (value: unknown): string => (isScalar(value) ? String(value) : typeof value)

/** Undefined: it is not there and need not be. Throws Rejected. */
export const fieldOf = (item: unknown, field: Field, context: Context): Value | undefined => {
  const found = at(item, field.from)
  if (found === undefined || found === null || found === '') {
    if (field.optional) return undefined
    throw new Rejected('missing-field', field.from)
  }
  if (!isScalar(found)) throw new Rejected('bad-value', field.from)
  const read = field.codes ? decoded(found, field.codes, field.from) : found
  return kinds[field.as](read, field, context)
}

/** As `fieldOf`, of what must be there. */
export const textOf = (item: unknown, field: Field | string, context: Context): string => {
  const value = typeof field === 'string' ? field : fieldOf(item, field, context)
  if (value === undefined) throw new Rejected('missing-field', (field as Field).from)
  return String(value)
}

export const decoded = <Code>(found: unknown, codes: Record<string, Code>, from: string): Code => {
  const key = written(found)
  if (!Object.hasOwn(codes, key)) throw new Rejected('unknown-code', `${from}: ${key.slice(0, 32)}`)
  return codes[key] as Code
}

const kinds: Record<Field['as'], (found: Value, field: Field, context: Context) => Value> = {
  text: (found) => (typeof found === 'string' ? plain(found) : found),
  number: (found, field) => numberOf(found, field),
  time: (found, field, { time }) => momentOf(found, time, field.from),
  date: (found, field) => dateOf(found, field.from),
  pseudonym: (found, field, { secret }) => pseudonymOf(String(found), field.from, secret),
}

/** Without signs that nobody sees, in the one form of Unicode. */
export const plain = (text: string): string => cut(replaceUnseen(text).normalize('NFC'))

const numberOf = (found: Value, { from, factor, offset, min, max }: Field): number => {
  const number =
    typeof found === 'string' && /^-?\d{1,15}(\.\d{1,10})?$/.test(found.trim())
      ? Number(found)
      : found
  if (typeof number !== 'number' || !Number.isFinite(number)) throw new Rejected('bad-value', from)
  const value =
    factor === 1 && offset === 0 ? number : Number((number * factor + offset).toPrecision(12))
  if ((min !== undefined && value < min) || (max !== undefined && value > max))
    throw new Rejected('out-of-range', `${from}: ${value}`)
  return value
}

const isDate = /^\d{4}-\d\d-\d\d$/

const dateOf = (found: Value, from: string): string => {
  const date = String(found).replace(/^(\d{4})[/.]?(\d\d)[/.]?(\d\d)$/, '$1-$2-$3')
  if (
    !isDate.test(date) ||
    Number.isNaN(Date.parse(date)) ||
    new Date(date).toISOString().slice(0, 10) !== date
  )
    throw new Rejected('bad-time', `${from}: ${date.slice(0, 32)}`)
  return date
}

/** A moment of the sender as ours; a wall time is of the zone that the mapping names. Throws Rejected. */
export const momentOf = (
  found: unknown,
  { format, zone }: Mapping['time'],
  from: string,
): string => {
  const ms = millisecondsOf(found, format, zone)
  if (ms === null || !(ms > Date.UTC(2000, 0, 1) && ms < Date.UTC(2100, 0, 1)))
    throw new Rejected('bad-time', `${from}: ${written(found).slice(0, 32)}`)
  return new Date(ms).toISOString()
}

const zoned = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d{1,9})?(Z|[+-]\d\d:\d\d)$/
const wall: Partial<Record<Mapping['time']['format'], RegExp>> = {
  'yyyy-MM-dd HH:mm:ss': /^(\d{4})-(\d\d)-(\d\d) (\d\d):(\d\d):(\d\d)$/,
  yyyyMMddHHmmss: /^(\d{4})(\d\d)(\d\d)(\d\d)(\d\d)(\d\d)$/,
}

const millisecondsOf = (
  found: unknown,
  format: Mapping['time']['format'],
  zone: string,
): number | null => {
  const text = written(found)
  if (format === 'seconds' || format === 'milliseconds') {
    const digits = format === 'seconds' ? /^\d{10}$/ : /^\d{13}$/
    return digits.test(text) ? Number(text) * (format === 'seconds' ? 1_000 : 1) : null
  }
  if (format === 'iso')
    return zoned.test(text) && isDate.test(text.slice(0, 10)) ? finite(Date.parse(text)) : null
  const parts = wall[format]?.exec(text)?.slice(1).map(Number)
  if (!parts) return null
  const [year = 0, month = 0, day = 0, hour = 0, minute = 0, second = 0] = parts
  const instant = instantOf({ year, month, day, hour, minute, second })
  return instant ? instant.getTime() + 8 * 3_600_000 - aheadOf(zone) : null
}

const finite = (ms: number): number | null => (Number.isFinite(ms) ? ms : null)

const aheadOf = (zone: string): number => {
  const [hours = 0, minutes = 0] = zone.slice(1).split(':').map(Number)
  return (zone.startsWith('-') ? -1 : 1) * (hours * 60 + minutes) * 60_000
}

/** A number of an identity card has no business here, not even for the moment of making it a pseudonym. */
const idCard = /^\d{17}[\dXx]$|^\d{15}$/
const mobile = /^1[3-9]\d{9}$/

const pseudonymOf = (name: string, from: string, secret: string): string => {
  if (idCard.test(name) || mobile.test(name)) throw new Rejected('personal-data', from)
  return createHmac('sha256', secret).update(name).digest('hex').slice(0, 24)
}
