// How does a test feed frames: from the published files, in parts, between others?
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Framer, FramerResult } from '../../devices/frames/protocol.ts'

/** The frames of a file of published ones: bytes, verdict, note, and in which line. Lines with `# ` are about them. */
export const published = (
  file: string,
): { frame: Uint8Array; verdict: string; note: string; line: number }[] =>
  readFileSync(join(import.meta.dirname, '../fixtures', file), 'utf8')
    .split('\n')
    .map((words, at) => ({ words, line: at + 1 }))
    .filter(({ words }) => words && !words.startsWith('# '))
    .map(({ words, line }) => {
      const [hex = '', verdict = '', note = ''] = words.split('\t')
      return { frame: bytes(hex), verdict, note, line }
    })

export const bytes = (hex: string): Uint8Array =>
  Uint8Array.from(Buffer.from(hex.replaceAll(' ', ''), 'hex'))
export const hex = (from: Uint8Array): string => Buffer.from(from).toString('hex').toUpperCase()
export const glued = (...parts: Uint8Array[]): Uint8Array => Uint8Array.from(Buffer.concat(parts))

/** What a framer makes of a stream that comes whole, or byte by byte. */
export const whole = (framer: Framer, stream: Uint8Array): FramerResult[] => framer.push(stream)
export const byteByByte = (framer: Framer, stream: Uint8Array): FramerResult[] =>
  [...stream].flatMap((byte) => framer.push(Uint8Array.of(byte)))
export const ways = { whole, byteByByte }

export const framesOf = (results: FramerResult[]): string[] =>
  results.flatMap((result) => (result.ok ? [hex(result.frame)] : []))
export const reasonsOf = (results: FramerResult[]): string[] =>
  results.flatMap((result) => (result.ok ? [] : [result.fault.reason]))

/** How many mutations a fuzz makes of a golden set. */
export const mutations = Number(process.env.ANJIAN_MUTATIONS ?? 1000)

/** A frame with one to three bytes replaced, lost, added or with a bit turned. */
export const mutated = (roll: (below: number) => number, frame: Uint8Array): Uint8Array => {
  const bytes = [...frame]
  for (let changes = 1 + roll(3); changes > 0; changes--) {
    const place = roll(bytes.length)
    const how = roll(4)
    if (how === 0) bytes[place] = roll(256)
    else if (how === 1) bytes.splice(place, 1)
    else if (how === 2) bytes.splice(place, 0, roll(256))
    else bytes[place] = (bytes[place] ?? 0) ^ (1 << roll(8))
  }
  return Uint8Array.from(bytes)
}
