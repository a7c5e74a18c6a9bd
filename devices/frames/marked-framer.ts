// Where does a frame begin and end in a stream whose frames open with a mark of two bytes and tell their own length?
import type { Fault, Framer, FramerResult } from './protocol.ts'
import { both } from './words.ts'

export type Shape = {
  mark: readonly [number, number]
  /** So many bytes from the mark on tell how long the frame is. */
  head: number
  /** The whole length in bytes, or why no frame can begin so. */
  length: (head: Uint8Array) => number | Fault
  /** What is wrong with so many bytes. */
  wrong: (whole: Uint8Array) => Fault | undefined
  /** One packet is one frame (UDP): what is left of it will never be completed. */
  packets?: boolean
}

type Stream = {
  waiting: Uint8Array
  /** Bytes still ahead that belong to what has been reported as bad already: a mark among them is most likely data. */
  suspect: number
  /** Noise has been reported since the last frame; more of it is not worth another word. */
  noisy: boolean
}

/** A framer that loses no good frame to a bad neighbour, and tells each bad one once. Holds at most one frame. */
export const markedFramer = (shape: Shape): Framer => {
  const stream: Stream = { waiting: new Uint8Array(0), suspect: 0, noisy: false }
  const consume = (ended: boolean): FramerResult[] => {
    const results: FramerResult[] = []
    while (step(shape, stream, ended, results));
    // A copy: a frame's few bytes must not keep the whole read alive.
    stream.waiting = Uint8Array.from(stream.waiting)
    return results
  }
  return {
    push: (bytes) => {
      stream.waiting = Uint8Array.from(Buffer.concat([stream.waiting, bytes]))
      return consume(shape.packets === true)
    },
    giveUp: () => consume(true),
    held: () => stream.waiting.length,
  }
}

// One candidate or one stretch of noise; false: nothing more can be said before further bytes come.
const step = (shape: Shape, stream: Stream, ended: boolean, results: FramerResult[]): boolean => {
  const { waiting } = stream
  const start = markIn(shape, waiting)
  if (start > 0) return skipNoise(stream, start, results)
  if (start < 0) {
    const keep = !ended && waiting.at(-1) === shape.mark[0] ? 1 : 0
    if (waiting.length > keep) skipNoise(stream, waiting.length - keep, results)
    return false
  }
  if (waiting.length < shape.head)
    return ended && refuse(stream, truncated(waiting), waiting, results)
  const length = shape.length(waiting.subarray(0, shape.head))
  if (typeof length !== 'number')
    return refuse(stream, length, waiting.subarray(0, shape.head), results)
  if (waiting.length < length) return ended && refuse(stream, truncated(waiting), waiting, results)
  const whole = waiting.slice(0, length)
  const wrong = shape.wrong(whole)
  if (wrong) return refuse(stream, wrong, whole, results)
  results.push({ ok: true, frame: whole })
  stream.noisy = false
  return advance(stream, length)
}

const truncated = (bytes: Uint8Array): Fault => ({
  reason: 'truncated',
  at: bytes.length,
  words: both('报文不完整', 'the frame has no end'),
})

const markIn = ({ mark }: Shape, bytes: Uint8Array): number =>
  Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).indexOf(Buffer.from(mark))

// Reported once, then looked through for marks from its second byte on: its length may have been a lie.
const refuse = (
  stream: Stream,
  fault: Fault,
  bytes: Uint8Array,
  results: FramerResult[],
): boolean => {
  if (stream.suspect === 0) {
    results.push({ ok: false, fault, bytes: bytes.slice() })
    stream.suspect = bytes.length
  }
  stream.noisy = true
  return advance(stream, 1)
}

const skipNoise = (stream: Stream, length: number, results: FramerResult[]): boolean => {
  if (!stream.noisy) {
    const fault = {
      reason: 'noise',
      at: 0,
      words: both('报文之外的字节', 'bytes outside of any frame'),
    }
    results.push({ ok: false, fault, bytes: stream.waiting.slice(0, length) })
  }
  stream.noisy = true
  return advance(stream, length)
}

const advance = (stream: Stream, length: number): boolean => {
  stream.waiting = stream.waiting.subarray(length)
  stream.suspect = Math.max(0, stream.suspect - length)
  return true
}
