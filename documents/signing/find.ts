// Where in a PDF does a signature lie, and which bytes does it speak of? (ISO 32000-1: 12.8.1)
import { createHash } from 'node:crypto'
import { type Instant, instant } from '../../domain/time/instant.ts'

export type Found = {
  /** The hash of what the signature speaks of. */
  digest: (hash: string) => Uint8Array
  /** The CMS message; null where the file says something impossible. */
  message: Uint8Array | null
  /** Whether it speaks of the whole file, but for its own room. */
  coversFile: boolean
  claimedAt: Instant | null
}

/** More than anybody puts under a paper; each of them is hashed over the whole file. */
const most = 8
/** Digits and brackets of a signature of 64 KB, its certificates and time stamp included; a room that is wider, or another's too, is not read. */
const widest = 2 * 64 * 1024 + 2
const range = /\/ByteRange\s*\[\s*(\d{1,10})\s+(\d{1,10})\s+(\d{1,10})\s+(\d{1,10})\s*\]/g

/** The bytes between those of which the signature speaks. */
type Room = { room: number; after: number }

/** Every signature that the bytes of a file name, in their order; nothing of the file is believed. */
export const findSignatures = (bytes: Buffer): Found[] => {
  const text = bytes.toString('latin1')
  const found = [...text.matchAll(range)].slice(0, most)
  const taken: Room[] = []
  return found.map(({ index, 1: a, 2: b, 3: c, 4: d }) => {
    const [from, room, after, rest] = [a, b, c, d].map(Number) as [number, number, number, number]
    const end = after + rest
    const possible = from === 0 && room < after && end <= bytes.length
    const isOwn = possible && !taken.some((other) => room < other.after && other.room < after)
    if (isOwn) taken.push({ room, after })
    const digits = isOwn && after - room <= widest ? hexIn(text.slice(room, after)) : null
    return {
      digest: (hash) =>
        createHash(hash)
          .update(bytes.subarray(0, room))
          .update(bytes.subarray(after, end))
          .digest(),
      message: digits,
      coversFile: end === bytes.length,
      claimedAt: claimIn(text.slice(Math.max(0, index - 2_000), index)),
    }
  })
}

/** The room holds hexadecimal digits between angle brackets and nothing else. */
const hexIn = (room: string): Uint8Array | null =>
  /^<(?:[0-9A-Fa-f]{2})+>$/.test(room) ? Buffer.from(room.slice(1, -1), 'hex') : null

const date =
  /\/M\s*\(D:(\d{4})(\d{2})(\d{2})(\d{2})(\d{2})(\d{2})(?:Z|([+-]\d{2})'(\d{2})'?)?\)(?![\s\S]*\/M\s*\(D:)/

const claimIn = (before: string): Instant | null => {
  const [, year, month, day, hour, minute, second, zone = '+00', minutes = '00'] =
    date.exec(before) ?? []
  const at = Date.parse(`${year}-${month}-${day}T${hour}:${minute}:${second}${zone}:${minutes}`)
  return Number.isNaN(at) ? null : instant(at)
}
