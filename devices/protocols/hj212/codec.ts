// What does a frame of HJ 212 say, and how is it written?
import { decodeGbk, encodeGbk } from '../../frames/gbk.ts'
import type { Codec, Decoded, Fault } from '../../frames/protocol.ts'
import { describe } from './describe.ts'
import type { Dialect } from './dialect.ts'
import { checkSum, createFramer, sumText } from './frame.ts'
import { areaOf, type Item, type Message } from './message.ts'
import { isSealed, keyOf, seal, unseal } from './sm4.ts'
import { faultOf } from './words.ts'

/** A field of the head of a frame that may be broken: to know whose rules it must be read by, or to whom to complain. */
export const peek = (frame: Uint8Array, name: string): string | undefined =>
  new RegExp(`(?:^##\\d{4}|;)${name}=([^;=&]{1,32});`).exec(
    Buffer.from(frame).toString('latin1', 0, 256),
  )?.[1]

/** A copy to be shown: as many bytes, but stars for the password. */
export const withoutPassword = (bytes: Uint8Array): Uint8Array =>
  Buffer.from(
    Buffer.from(bytes)
      .toString('latin1')
      .replace(/(?<=PW=)[^;&\r\n]{1,64}/g, (password) => '*'.repeat(password.length)),
    'latin1',
  )

const OPEN = 'CP=&&'
const HEAD_ITEM = /^([A-Za-z]{2,8})=([\x21-\x25\x27-\x3a\x3c\x3e-\x7e]{0,64})$/
const BODY_ITEM = /^([A-Za-z0-9_-]{1,40})=([^=&]*)$/

const wrong = (reason: string, at: number, detail = ''): { ok: false; fault: Fault } => ({
  ok: false,
  fault: faultOf(reason, at, detail),
})

function decode(frame: Uint8Array, dialect: Dialect): Decoded<Message> {
  const bytes = Buffer.from(frame)
  const shape = /^##(\d{4})([\s\S]*)([0-9A-Fa-f]{4})\r\n$/.exec(bytes.toString('latin1'))
  if (!shape) return wrong('shape', shapeBreak(bytes))
  const [, length = '', segment = '', sum = ''] = shape
  const opened = openArea(Buffer.from(segment, 'latin1'), dialect)
  if (!opened.ok) return opened
  const { plain, sealed } = opened.message
  const right = sumText(checkSum(plain, dialect.crc))
  if (sum.toUpperCase() !== right) return wrong('sum', bytes.length - 6, `${sum} ≠ ${right}`)
  const declared = Number(length)
  const read = readSegment(plain, dialect)
  if (!read.ok) return read
  const lengthOff = declared !== plain.length && declared !== segment.length
  const message: Message = {
    ...read.message,
    sealed,
    sum,
    declared: declared === plain.length ? null : declared,
    lengthOff,
  }
  return { ok: true, message }
}

function shapeBreak(bytes: Buffer): number {
  if (!/^##\d{4}/.test(bytes.toString('latin1', 0, 6)))
    return bytes.toString('latin1', 0, 2) === '##' ? 2 : 0
  return Math.max(6, bytes.length - (bytes.toString('latin1').endsWith('\r\n') ? 6 : 2))
}

function openArea(
  segment: Buffer,
  dialect: Dialect,
): Decoded<{ plain: Buffer; sealed: Message['sealed'] }> {
  const from = segment.indexOf(OPEN) + OPEN.length
  const area = segment.subarray(from, Math.max(from, segment.length - 2))
  if (from < OPEN.length || !isSealed(area))
    return { ok: true, message: { plain: segment, sealed: null } }
  const key = keyOf(dialect.sm4)
  if (!key) return wrong('no-key', 6 + from)
  const opened = unseal(area, key)
  if (!opened) return wrong('bad-seal', 6 + from)
  const plain = Buffer.concat([
    segment.subarray(0, from),
    opened.plain,
    segment.subarray(segment.length - 2),
  ])
  return { ok: true, message: { plain, sealed: opened.spelling } }
}

type Words = Pick<Message, 'header' | 'groups' | 'charset'>

// Read as Latin-1, where a character is a byte, so that a fault can say at which byte; only values are text.
function readSegment(plain: Buffer, dialect: Dialect): Decoded<Words> {
  const text = plain.toString('latin1')
  const open = text.indexOf(OPEN)
  if (open < 0) return wrong('grammar', 6, OPEN)
  if (!text.endsWith('&&') || text.length < open + OPEN.length + 2)
    return wrong('grammar', 6 + text.length, '&&')
  const header = items(text.slice(0, open).replace(/;$/, ''), 6, ';', HEAD_ITEM)
  if (!header.ok) return header
  const twice = header.message.find(
    ([key], place) => header.message.findIndex(([other]) => other === key) < place,
  )
  if (twice) return wrong('duplicate-field', 6 + text.lastIndexOf(`${twice[0]}=`, open), twice[0])
  if (open > 0 && text[open - 1] !== ';') return wrong('grammar', 6 + open)
  const charset = charsetOf(plain, dialect)
  if (!charset) return wrong('charset', 6 + plain.findIndex((byte) => byte >= 0x80))
  const groups = readGroups(text.slice(open + OPEN.length, -2), 6 + open + OPEN.length)
  if (!groups.ok) return groups
  const worded = groups.message.map((group) =>
    group.map(([key, value]) => [key, wordsOf(value, charset)] as const),
  )
  return { ok: true, message: { header: header.message, groups: worded, charset } }
}

function readGroups(area: string, at: number): Decoded<Item[][]> {
  const groups: Item[][] = []
  let place = at
  for (const group of area === '' ? [] : area.split(';')) {
    const read = items(group, place, ',', BODY_ITEM)
    if (!read.ok) return read
    groups.push(read.message)
    place += group.length + 1
  }
  return { ok: true, message: groups }
}

function items(written: string, at: number, between: string, pattern: RegExp): Decoded<Item[]> {
  const found: Item[] = []
  let place = at
  for (const one of written === '' ? [] : written.split(between)) {
    const pair = pattern.exec(one)
    if (!pair) return wrong('grammar', place, one.slice(0, 40))
    found.push([pair[1] ?? '', pair[2] ?? ''])
    place += one.length + 1
  }
  return { ok: true, message: found }
}

function charsetOf(plain: Buffer, dialect: Dialect): Message['charset'] | null {
  if (plain.every((byte) => byte < 0x80)) return 'utf-8'
  const fits = {
    'utf-8': () => Buffer.from(plain.toString('utf8')).equals(plain),
    gbk: () => isGbk(plain),
  }
  const order =
    dialect.charset === 'gbk' ? (['gbk', 'utf-8'] as const) : (['utf-8', 'gbk'] as const)
  return order.find((charset) => fits[charset]()) ?? null
}

function isGbk(plain: Buffer): boolean {
  const words = decodeGbk(plain)
  return words !== null && Buffer.from(encodeGbk(words)).equals(plain)
}

function wordsOf(value: string, charset: Message['charset']): string {
  const bytes = Buffer.from(value, 'latin1')
  return charset === 'gbk' ? (decodeGbk(bytes) ?? value) : bytes.toString('utf8')
}

function bytesOf(text: string, charset: Message['charset']): Buffer {
  return charset === 'gbk' ? Buffer.from(encodeGbk(text)) : Buffer.from(text, 'utf8')
}

function encode(message: Message, dialect: Dialect): Uint8Array {
  const head = bytesOf(
    [...message.header.map(([key, value]) => `${key}=${value};`), OPEN].join(''),
    message.charset,
  )
  const area = bytesOf(areaOf(message), message.charset)
  const end = Buffer.from('&&')
  const plain = Buffer.concat([head, area, end])
  const key = message.sealed ? keyOf(dialect.sm4) : null
  const wire =
    key && message.sealed ? Buffer.concat([head, seal(area, key, message.sealed), end]) : plain
  const right = sumText(checkSum(plain, dialect.crc))
  const sum = message.sum?.toUpperCase() === right ? message.sum : right
  const length = String(message.declared ?? plain.length).padStart(4, '0')
  return Uint8Array.from(
    Buffer.concat([Buffer.from(`##${length}`), wire, Buffer.from(`${sum}\r\n`)]),
  )
}

export const codec: Codec<Message, Dialect> = {
  framer: () => createFramer(),
  decode,
  encode,
  describe,
}
