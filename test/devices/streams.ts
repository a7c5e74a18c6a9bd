// How does a test feed frames: from the published files, in pieces, between others?
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Framer, Piece } from '../../devices/protocols/protocol.ts'

/** The frames of a file of published ones: bytes, verdict, note. Lines with `# ` are about them. */
export const published = (file: string): { frame: Uint8Array; verdict: string; note: string }[] =>
  readFileSync(join(import.meta.dirname, '../fixtures', file), 'utf8')
    .split('\n')
    .filter((line) => line && !line.startsWith('# '))
    .map((line) => {
      const [hex = '', verdict = '', note = ''] = line.split('\t')
      return { frame: bytes(hex), verdict, note }
    })

export const bytes = (hex: string): Uint8Array => Uint8Array.from(Buffer.from(hex.replaceAll(' ', ''), 'hex'))
export const hex = (from: Uint8Array): string => Buffer.from(from).toString('hex').toUpperCase()
export const glued = (...parts: Uint8Array[]): Uint8Array => Uint8Array.from(Buffer.concat(parts))

/** What a framer makes of a stream that comes whole, or byte by byte. */
export const whole = (framer: Framer, stream: Uint8Array): Piece[] => framer.push(stream)
export const byteByByte = (framer: Framer, stream: Uint8Array): Piece[] => [...stream].flatMap((byte) => framer.push(Uint8Array.of(byte)))
export const ways = { whole, byteByByte }

export const framesOf = (pieces: Piece[]): string[] => pieces.flatMap((piece) => (piece.ok ? [hex(piece.frame)] : []))
export const reasonsOf = (pieces: Piece[]): string[] => pieces.flatMap((piece) => (piece.ok ? [] : [piece.fault.reason]))

/** How many mutations a fuzz makes of a golden set. */
export const mutations = Number(process.env.ANJIAN_MUTATIONS ?? 2000)
