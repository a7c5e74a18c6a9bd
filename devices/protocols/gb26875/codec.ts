// What do the bytes of a GB/T 26875.3-2011 frame say, and which bytes say it?

import { markedFramer } from '../../frames/marked-framer.ts'
import type { Codec, Decoded, Fault } from '../../frames/protocol.ts'
import { faultAt } from '../../frames/session-output.ts'
import { describe } from './describe.ts'
import { CONTROL, DENIED, type Dialect, type Header, type Message } from './message.ts'
import { readUnit, type Unit, writeUnit } from './units.ts'

/** Mark, control unit with length and command. */
export const HEAD = 27
const TAIL = 3
const MOST_DATA = 1024
const MARK = 0x40
const END = 0x23

/** The control unit of bytes that may be damaged behind it; undefined when even this much is not there. */
export const headerOf = (bytes: Uint8Array): Header | undefined => {
  if (bytes.length < HEAD || bytes[0] !== MARK || bytes[1] !== MARK) return undefined
  const frame = Buffer.from(bytes)
  return {
    serial: frame.readUInt16LE(2),
    version: [frame.readUInt8(4), frame.readUInt8(5)],
    sent: bytes.slice(6, 12),
    source: addressOf(bytes.subarray(12, 18)),
    target: addressOf(bytes.subarray(18, 24)),
    command: frame.readUInt8(26),
  }
}

const addressOf = (bytes: Uint8Array): string =>
  Buffer.from(bytes).reverse().toString('hex').toUpperCase()

const lengthIn = (bytes: Uint8Array): number => (bytes[24] ?? 0) | ((bytes[25] ?? 0) << 8)

const oversize = (length: number): Fault | undefined =>
  length > MOST_DATA
    ? faultAt(
        'oversize',
        24,
        `应用数据单元长度${length}超过1024`,
        `the data unit has ${length} bytes, 1024 are allowed`,
      )
    : undefined

const wrongTail = (whole: Uint8Array): Fault | undefined =>
  whole.at(-1) === END && whole.at(-2) === END
    ? undefined
    : faultAt('length', 24, '长度与结束符不符', 'the length does not lead to the end mark')

/** Arithmetic sum of everything between the marks, without carry (8.1.5). */
export const sumOf = (bytes: Uint8Array): number =>
  bytes.reduce((sum, byte) => (sum + byte) & 0xff, 0)

const decode = (frame: Uint8Array, dialect: Dialect): Decoded<Message> => {
  const header = headerOf(frame)
  if (!header)
    return {
      ok: false,
      fault: faultAt(
        'start',
        0,
        '不是以40 40起始的完整报文',
        'no whole frame beginning with 40 40',
      ),
    }
  const bad =
    oversize(lengthIn(frame)) ??
    wrongLength(frame) ??
    wrongTail(frame) ??
    wrongSum(frame) ??
    wrongCommand(header)
  if (bad) return { ok: false, fault: bad }
  return unitsOf(header, frame.subarray(HEAD, frame.length - TAIL), dialect)
}

const wrongLength = (frame: Uint8Array): Fault | undefined => {
  const stated = HEAD + lengthIn(frame) + TAIL
  if (stated === frame.length) return undefined
  return faultAt(
    'length',
    24,
    `长度应为${stated}，实为${frame.length}`,
    `the length says ${stated} bytes, there are ${frame.length}`,
  )
}

const wrongSum = (frame: Uint8Array): Fault | undefined => {
  const sum = sumOf(frame.subarray(2, frame.length - TAIL))
  const sent = frame[frame.length - TAIL] ?? 0
  if (sum === sent) return undefined
  return faultAt(
    'sum',
    frame.length - TAIL,
    `校验和为${hex(sent)}，应为${hex(sum)}`,
    `the sum is ${hex(sent)}, it should be ${hex(sum)}`,
  )
}

const hex = (byte: number): string => byte.toString(16).toUpperCase().padStart(2, '0')

// 128–255 are the users' own: nobody but they can say that they are wrong.
const wrongCommand = ({ command }: Header): Fault | undefined =>
  (command >= CONTROL && command <= DENIED) || command > 127
    ? undefined
    : faultAt('command', 26, `不可识别的命令字节${command}`, `unknown command byte ${command}`)

const unitsOf = (header: Header, data: Uint8Array, { sizes }: Dialect): Decoded<Message> => {
  const units: Unit[] = []
  let at = 0
  while (at < data.length && header.command <= DENIED) {
    const read = readUnit(data.subarray(at), sizes ?? {})
    // Makers fill up behind a good unit; only the first must fit.
    if (read === 'short' && units.length === 0)
      return {
        ok: false,
        fault: faultAt(
          'objects',
          HEAD,
          '信息对象数目与长度不符',
          'the objects do not fit into the data unit',
        ),
      }
    if (read === 'short' || read === undefined) break
    units.push(read.unit)
    at += read.length
  }
  return { ok: true, message: { ...header, units, rest: data.slice(at) } }
}

const encode = (message: Message): Uint8Array => {
  const data = Buffer.concat([...message.units.map(writeUnit), message.rest])
  const head = Buffer.alloc(HEAD, MARK)
  head.writeUInt16LE(message.serial, 2)
  head.set([...message.version, ...message.sent], 4)
  head.set(Buffer.from(message.source, 'hex').reverse(), 12)
  head.set(Buffer.from(message.target, 'hex').reverse(), 18)
  head.writeUInt16LE(data.length, 24)
  head.writeUInt8(message.command, 26)
  const body = Buffer.concat([head, data])
  return Uint8Array.from([...body, sumOf(body.subarray(2)), END, END])
}

/** GB/T 26875.3-2011, 报警传输网络通信协议. */
export const gb26875: Codec<Message, Dialect> = {
  framer: ({ packets = false }) =>
    markedFramer({
      mark: [MARK, MARK],
      head: HEAD,
      packets,
      length: (head) => oversize(lengthIn(head)) ?? HEAD + lengthIn(head) + TAIL,
      wrong: wrongTail,
    }),
  decode,
  encode,
  describe,
}
