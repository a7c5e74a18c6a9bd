// What surrounds every message of JT/T 809: marks, header, check sum and cipher?
import { escaped, flaggedFramer, unescaped } from '../../frames/flagged.ts'
import type { Fault, Framer } from '../../frames/protocol.ts'
import { both } from '../../frames/words.ts'

/** What differs between peers. M1, IA1 and IC1 are agreed between the two platforms and never travel. */
export type Dialect809 = {
  version: '2011' | '2019'
  M1?: number
  IA1?: number
  IC1?: number
}

/** The part of the header that 2011 and 2019 share; it is never encrypted. */
export type Header = {
  sn: number
  type: number
  centre: number
  version: [number, number, number]
  encrypted: number
  key: number
}

export type Opened = { ok: true; header: Header; behind: Buffer } | { ok: false; fault: Fault }

const BEGIN = 0x5b
const END = 0x5d
/** Longest frame that is waited for; a peer that sends more is cut off. */
export const LONGEST = 65_536
const SHARED = 22
const pairs: [number, number, number][] = [
  [0x5b, 0x5a, 0x01],
  [0x5a, 0x5a, 0x02],
  [0x5d, 0x5e, 0x01],
  [0x5e, 0x5e, 0x02],
]

export const framer809 = (): Framer => flaggedFramer({ begin: BEGIN, end: END, most: LONGEST })

export const fault = (
  reason: string,
  at: number,
  zh: string,
  en: string,
): { ok: false; fault: Fault } => ({
  ok: false,
  fault: { reason, at, words: both(zh, en) },
})

const crcTable = Array.from({ length: 256 }, (_, byte) => {
  let sum = byte << 8
  for (let turn = 0; turn < 8; turn++) sum = sum & 0x8000 ? (sum << 1) ^ 0x1021 : sum << 1
  return sum & 0xffff
})

/** CRC-16/CCITT-FALSE. */
export const crc16 = (bytes: Uint8Array): number => {
  let sum = 0xffff
  for (const byte of bytes) sum = ((sum << 8) & 0xffff) ^ (crcTable[(sum >> 8) ^ byte] ?? 0)
  return sum
}

/** Takes off marks, escapes and check sum; `behind` is what follows the shared header, still encrypted if it was. */
export const openFrame = (frame: Uint8Array): Opened => {
  if (frame.length < 2 || frame[0] !== BEGIN || frame[frame.length - 1] !== END)
    return fault('not-framed', 0, '首尾应为5B、5D', '5B and 5D expected at the ends')
  const plain = unescaped(frame.subarray(1, -1), pairs)
  if (!(plain instanceof Uint8Array))
    return fault('bad-escape', plain.badAt + 1, '转义错误', 'a lone 5A, 5B, 5D or 5E')
  if (plain.length < SHARED + 2) return fault('too-short', 0, '短于报文头', 'shorter than a header')
  const all = Buffer.from(plain.buffer, plain.byteOffset, plain.length)
  const body = all.subarray(0, -2)
  if (crc16(body) !== all.readUInt16BE(body.length))
    return fault('bad-checksum', frame.length - 3, '校验码不符', 'CRC-16/CCITT does not hold')
  const announced = all.readUInt32BE(0)
  if (announced !== all.length + 2)
    return fault(
      'wrong-length',
      1,
      `报文长度应为${announced}，实为${all.length + 2}`,
      `${announced} bytes announced, ${all.length + 2} came`,
    )
  return { ok: true, header: headerOf(all), behind: body.subarray(SHARED) }
}

const headerOf = (all: Buffer): Header => ({
  sn: all.readUInt32BE(4),
  type: all.readUInt16BE(8),
  centre: all.readUInt32BE(10),
  version: [all.readUInt8(14), all.readUInt8(15), all.readUInt8(16)],
  encrypted: all.readUInt8(17),
  key: all.readUInt32BE(18),
})

export const closeFrame = (header: Header, behind: Uint8Array): Uint8Array => {
  const body = Buffer.alloc(SHARED + behind.length)
  body.writeUInt32BE(body.length + 4, 0)
  body.writeUInt32BE(header.sn, 4)
  body.writeUInt16BE(header.type, 8)
  body.writeUInt32BE(header.centre, 10)
  body.set(header.version, 14)
  body.writeUInt8(header.encrypted, 17)
  body.writeUInt32BE(header.key, 18)
  body.set(behind, SHARED)
  const sum = crc16(body)
  const all = Buffer.concat([body, Uint8Array.of(sum >> 8, sum & 0xff)])
  return Buffer.concat([Uint8Array.of(BEGIN), escaped(all, pairs), Uint8Array.of(END)])
}

/** Its own inverse. It hides nothing from somebody who listens: the link belongs into TLS or a VPN. null: the peer's constants are missing. */
export const crypt = (
  bytes: Uint8Array,
  key: number,
  { M1, IA1, IC1 }: Dialect809,
): Uint8Array | null => {
  if (!M1 || IA1 === undefined || IC1 === undefined) return null
  let state = key || 1
  return Uint8Array.from(bytes, (byte) => {
    state = (Math.imul(IA1, state % M1) + IC1) >>> 0
    return byte ^ ((state >>> 20) & 0xff)
  })
}
