// What do the bytes of an SL 651-2014 frame say (HEX/BCD coding), and which bytes say it?

import { crcOfModbus } from '../../frames/crc16.ts'
import { markedFramer } from '../../frames/marked-framer.ts'
import type { Codec, Decoded, Fault } from '../../frames/protocol.ts'
import { faultAt } from '../../frames/session-output.ts'
import { readBody, writeBody } from './body.ts'
import { describe } from './describe.ts'
import { ACK, type Dialect, ENQ, EOT, ESC, ETB, ETX, type Message, NAK } from './message.ts'

const MARK = 0x7e
const STX = 0x02
const SYN = 0x16
/** Mark, addresses, password, function, direction and length, start of the body. */
const HEAD = 14
const TAIL = 3
const ends = [ETX, ETB, EOT, ENQ, ACK, NAK, ESC]

export type Header = {
  direction: 'up' | 'down'
  centre: number
  station: string
  password: number
  func: number
}

/** The head of bytes that may be damaged behind it; undefined when even this much is not there. */
export const headerOf = (bytes: Uint8Array): Header | undefined => {
  if (bytes.length < HEAD || bytes[0] !== MARK || bytes[1] !== MARK) return undefined
  const frame = Buffer.from(bytes)
  const up = frame.readUInt8(11) >> 4 === 0
  return {
    direction: up ? 'up' : 'down',
    centre: frame.readUInt8(up ? 2 : 7),
    station: frame
      .subarray(up ? 3 : 2, up ? 8 : 7)
      .toString('hex')
      .toUpperCase(),
    password: frame.readUInt16BE(8),
    func: frame.readUInt8(10),
  }
}

/** A copy that may be kept: the password is blotted out. */
export const withoutPassword = (bytes: Uint8Array): Uint8Array => {
  const copy = Uint8Array.from(bytes)
  if (copy.length >= 10) copy.set([0, 0], 8)
  return copy
}

const lengthIn = (head: Uint8Array): number => (((head[11] ?? 0) & 0x0f) << 8) | (head[12] ?? 0)

const wrongHead = (head: Uint8Array): Fault | undefined => {
  const direction = (head[11] ?? 0) >> 4
  if (direction !== 0 && direction !== 8)
    return faultAt('direction', 11, `上下行标识${direction}无效`, `no such direction: ${direction}`)
  if (head[13] !== STX && head[13] !== SYN)
    return faultAt('start', 13, '报文起始符不是STX或SYN', 'the body does not begin with STX or SYN')
  return undefined
}

const wrongEnd = (whole: Uint8Array): Fault | undefined =>
  ends.includes(whole.at(-TAIL) ?? 0)
    ? undefined
    : faultAt('length', 12, '长度与报文结束符不符', 'the length does not lead to an end mark')

// Of MODBUS, but sent with the high byte first.
const wrongCrc = (whole: Uint8Array): Fault | undefined => {
  const crc = crcOfModbus(whole.subarray(0, whole.length - 2))
  const sent = ((whole.at(-2) ?? 0) << 8) | (whole.at(-1) ?? 0)
  const hex = (n: number): string => n.toString(16).toUpperCase().padStart(4, '0')
  return crc === sent
    ? undefined
    : faultAt(
        'crc',
        whole.length - 2,
        `校验码为${hex(sent)}，应为${hex(crc)}`,
        `the CRC is ${hex(sent)}, it should be ${hex(crc)}`,
      )
}

const decode = (frame: Uint8Array): Decoded<Message> => {
  const header = headerOf(frame)
  if (!header)
    return {
      ok: false,
      fault: faultAt(
        'start',
        0,
        '不是以7E 7E起始的完整报文',
        'no whole frame beginning with 7E 7E',
      ),
    }
  const bad = wrongHead(frame) ?? wrongLength(frame) ?? wrongEnd(frame) ?? wrongCrc(frame)
  if (bad) return { ok: false, fault: bad }
  return contentOf(header, frame)
}

const wrongLength = (frame: Uint8Array): Fault | undefined => {
  const stated = HEAD + lengthIn(frame) + TAIL
  if (stated === frame.length) return undefined
  return faultAt(
    'length',
    11,
    `长度应为${stated}，实为${frame.length}`,
    `the length says ${stated} bytes, there are ${frame.length}`,
  )
}

const contentOf = (header: Header, frame: Uint8Array): Decoded<Message> => {
  const bytes = frame.slice(HEAD, frame.length - TAIL)
  const end = frame.at(-TAIL) ?? 0
  if (frame[13] === STX) {
    const body = readBody(bytes, header.func, header.direction === 'up')
    if (!body)
      return {
        ok: false,
        fault: faultAt(
          'body',
          HEAD,
          '正文缺少流水号和发报时间',
          'the body has no serial number and time',
        ),
      }
    return { ok: true, message: { ...header, end, part: null, body } }
  }
  const [a = 0, b = 0, c = 0] = bytes
  const part = { total: (a << 4) | (b >> 4), number: ((b & 0x0f) << 8) | c }
  if (bytes.length < 3 || part.number < 1 || part.number > part.total)
    return {
      ok: false,
      fault: faultAt('part', HEAD, '包总数及序列号无效', 'no such packet of so many'),
    }
  return { ok: true, message: { ...header, end, part, bytes: bytes.slice(3) } }
}

const encode = (message: Message): Uint8Array => {
  const { part } = message
  const content = part
    ? Buffer.concat([
        Uint8Array.of(
          part.total >> 4,
          ((part.total & 0x0f) << 4) | (part.number >> 8),
          part.number & 0xff,
        ),
        message.bytes,
      ])
    : writeBody(message.body)
  const station = Buffer.from(message.station, 'hex')
  const up = message.direction === 'up'
  const head = Buffer.from([
    MARK,
    MARK,
    ...(up ? [message.centre, ...station] : [...station, message.centre]),
    0,
    0,
    message.func,
    0,
    0,
    0,
  ])
  head.writeUInt16BE(message.password, 8)
  head.writeUInt16BE((up ? 0 : 0x8000) | content.length, 11)
  head.writeUInt8(part ? SYN : STX, 13)
  const framed = Buffer.concat([head, content, Uint8Array.of(message.end)])
  const crc = crcOfModbus(framed)
  return Uint8Array.from([...framed, crc >> 8, crc & 0xff])
}

/** SL 651-2014, 水文监测数据通信规约, in its HEX/BCD coding; the twelve bits of the length allow 4095 bytes. */
export const sl651: Codec<Message, Dialect> = {
  framer: ({ packets = false }) =>
    markedFramer({
      mark: [MARK, MARK],
      head: HEAD,
      packets,
      length: (head) => wrongHead(head) ?? HEAD + lengthIn(head) + TAIL,
      wrong: (whole) => wrongEnd(whole) ?? wrongCrc(whole),
    }),
  decode,
  encode,
  describe,
}
