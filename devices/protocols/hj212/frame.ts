// Where does a frame of HJ 212 begin and end, however its stream is cut?
import { crcOfHj212, crcOfModbus } from '../../frames/crc16.ts'
import type { Fault, Framer, FramerResult } from '../../frames/protocol.ts'
import { faultOf } from './words.ts'

/** The longest data segment of the standard, bytes. */
export const LONGEST = 1024
/** An encrypted segment is longer on the wire than its length field says. */
const MOST = 8192
const NOISE = 1024
const HEAD = 6
const TAIL = 6
const AND = 0x26

/** As in annex A; `modbus` is what some vendors send instead. */
export const checkSum = (segment: Uint8Array, kind: 'standard' | 'modbus' = 'standard'): number =>
  kind === 'modbus' ? crcOfModbus(segment) : crcOfHj212(segment)

/** How a sum is printed: four hexadecimal digits. */
export const sumText = (sum: number): string => sum.toString(16).toUpperCase().padStart(4, '0')

/** Null: more bytes are needed. A cut without a piece is white space between frames. */
type Cut = { used: number; result: FramerResult | null } | null

/** Cuts by the length field where it leads to CR LF, else at the first `&&`, sum and CR LF: of encrypted frames and of liars. */
export const createFramer = (): Framer => {
  let held: Buffer = Buffer.alloc(0)
  const drain = (final: boolean): FramerResult[] => {
    const results: FramerResult[] = []
    for (let cut = next(held, final); cut; cut = next(held, final)) {
      held = held.subarray(cut.used)
      if (cut.result) results.push(cut.result)
    }
    return results
  }
  return {
    push: (bytes) => {
      held = Buffer.concat([held, bytes])
      return drain(false)
    },
    giveUp: () => drain(true),
    held: () => held.length,
  }
}

function next(held: Buffer, final: boolean): Cut {
  const blank = held.findIndex((byte) => byte !== 0x0d && byte !== 0x0a && byte !== 0x20)
  if (blank !== 0)
    return held.length === 0 ? null : { used: blank < 0 ? held.length : blank, result: null }
  const head = held.toString('latin1', 0, HEAD)
  if (/^##\d{4}$/.test(head)) return ofLength(held, HEAD + Number(head.slice(2)) + TAIL, final)
  if (/^#(#\d{0,3})?$/.test(head) && head.length === held.length)
    return final ? give(held, held.length, 'truncated') : null
  return head.startsWith('##')
    ? lost(held, 2, 'length-field', final)
    : lost(held, 0, 'noise', final)
}

function ofLength(held: Buffer, stated: number, final: boolean): Cut {
  const isTooLong = stated - HEAD - TAIL > LONGEST && !isSealed(held, stated)
  return isTooLong ? lost(held, 2, 'too-long', final) : whole(held, stated, final)
}

// Some count the bytes on the wire of an encrypted segment, not those of its plain text.
function isSealed(held: Buffer, stated: number): boolean {
  return stated <= MOST && held.subarray(0, LONGEST).includes('CP=&&{0x')
}

function whole(held: Buffer, stated: number, final: boolean): Cut {
  const byLength =
    held.length >= stated && held.toString('latin1', stated - 2, stated) === '\r\n'
      ? stated
      : Number.POSITIVE_INFINITY
  const mark = markFrom(held, HEAD)
  // Beyond both, an end is that of another; looked for in all that has come, every false mark would cost as much as the stream is long.
  const end = Math.min(byLength, endBySign(held, mark < 0 ? MOST : Math.max(mark, stated)))
  if (end <= held.length) {
    const sound = mark < 0 || mark >= end || (end === stated && sumFits(held.subarray(0, end)))
    return sound
      ? { used: end, result: { ok: true, frame: Uint8Array.from(held.subarray(0, end)) } }
      : give(held, mark, 'truncated')
  }
  const over = final || held.length >= MOST
  if (mark >= 0 && (over || held.length >= stated)) return give(held, mark, 'truncated')
  return over ? give(held, held.length, 'truncated') : null
}

// Bytes that are no frame are reported once, when the next mark ends them.
function lost(held: Buffer, at: number, reason: string, final: boolean): Cut {
  const mark = markFrom(held, 1)
  if (mark > 0) return give(held, mark, reason, at)
  if (!final && held.length < NOISE) return null
  const begun = final ? null : /#(#\d{0,3})?$/.exec(held.toString('latin1', held.length - 5))
  return give(held, held.length - (begun?.[0].length ?? 0), reason, at)
}

function give(held: Buffer, used: number, reason: string, at: number = used): Cut {
  const fault: Fault = faultOf(reason, at)
  return { used, result: { ok: false, fault, bytes: Uint8Array.from(held.subarray(0, used)) } }
}

/** Where the next `##` and four digits begin; -1: nowhere yet. */
function markFrom(held: Buffer, from: number): number {
  for (let at = held.indexOf('##', from); at >= 0; at = held.indexOf('##', at + 1)) {
    if (/^##\d{4}$/.test(held.toString('latin1', at, at + HEAD))) return at
  }
  return -1
}

function endBySign(held: Buffer, until: number): number {
  const near = held.subarray(0, until)
  for (let at = near.indexOf('\r\n', HEAD + TAIL); at >= 0; at = near.indexOf('\r\n', at + 1)) {
    if (near[at - 6] === AND && /^&&[0-9A-Fa-f]{4}$/.test(near.toString('latin1', at - 6, at)))
      return at + 2
  }
  return Number.POSITIVE_INFINITY
}

// A mark within a text is only believed to be text when the sum says so.
function sumFits(frame: Buffer): boolean {
  const segment = frame.subarray(HEAD, -TAIL)
  const sum = frame.toString('latin1', frame.length - TAIL, frame.length - 2).toUpperCase()
  if (!/^[0-9A-F]{4}$/.test(sum)) return false
  return sum === sumText(checkSum(segment)) || sum === sumText(checkSum(segment, 'modbus'))
}
