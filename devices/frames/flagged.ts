// Where do frames between two marks begin and end in a stream (JT/T 808: 7E…7E, JT/T 809: 5B…5D)?
import type { Fault, Framer, FramerResult } from './protocol.ts'
import { both } from './words.ts'

/** `most`: bytes that may wait for their end. */
export type Marks = { begin: number; end: number; most: number }

/** A second beginning inside a frame starts anew: what stood before it was cut off. */
export const flaggedFramer = ({ begin, end, most }: Marks): Framer => {
  let held: number[] = []
  let inside = false
  const giveBack = (results: FramerResult[], fault: Pick<Fault, 'reason' | 'words'>): void => {
    if (held.length > 0)
      results.push({ ok: false, fault: { ...fault, at: 0 }, bytes: Uint8Array.from(held) })
    held = []
  }
  const starts = (byte: number): boolean =>
    byte === begin && (begin !== end || !inside || held.length === 1)
  const open = (results: FramerResult[]): void => {
    if (!(inside && begin === end)) giveBack(results, inside ? truncated : noise)
    held = [begin]
    inside = true
  }
  const take = (byte: number, results: FramerResult[]): void => {
    if (starts(byte)) {
      open(results)
      return
    }
    held.push(byte)
    if (inside && byte === end) {
      results.push({ ok: true, frame: Uint8Array.from(held) })
      held = []
      inside = false
    } else if (held.length > most) {
      giveBack(results, inside ? oversize : noise)
      inside = false
    }
  }
  return {
    push: (bytes) => {
      const results: FramerResult[] = []
      for (const byte of bytes) take(byte, results)
      return results
    },
    giveUp: () => {
      const results: FramerResult[] = []
      giveBack(results, inside ? truncated : noise)
      inside = false
      return results
    },
    held: () => held.length,
  }
}

const noise = { reason: 'noise', words: both('报文之外的字节', 'bytes outside of any frame') }
const truncated = { reason: 'truncated', words: both('报文不完整', 'the frame has no end') }
const oversize = { reason: 'oversize', words: both('超过最大长度', 'longer than any frame') }

/** Undoes an escape of two bytes; null: a mark stands alone, or is followed by what nothing is escaped to. */
export const unescaped = (
  bytes: Uint8Array,
  pairs: [to: number, first: number, second: number][],
): Uint8Array | { badAt: number } => {
  const out = new Uint8Array(bytes.length)
  let length = 0
  for (let at = 0; at < bytes.length; at++) {
    const byte = bytes[at] ?? 0
    if (pairs.every(([to, first]) => byte !== first && byte !== to)) {
      out[length++] = byte
      continue
    }
    const pair = pairs.find(([, first, second]) => byte === first && bytes[at + 1] === second)
    if (!pair) return { badAt: at }
    out[length++] = pair[0]
    at++
  }
  return out.slice(0, length)
}

export const escaped = (
  bytes: Uint8Array,
  pairs: [to: number, first: number, second: number][],
): Uint8Array => {
  const out: number[] = []
  for (const byte of bytes) {
    const pair = pairs.find(([to]) => to === byte)
    if (pair) out.push(pair[1], pair[2])
    else out.push(byte)
  }
  return Uint8Array.from(out)
}
