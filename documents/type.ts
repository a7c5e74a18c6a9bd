// In which type are papers set, and what is printed for a sign that no type has?
import { closeSync, openSync, readdirSync, readSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'

const own = join(import.meta.dirname, 'fonts')
const serif = dirname(
  createRequire(import.meta.url).resolve('@expo-google-fonts/noto-serif-sc/package.json'),
)
const weights = ['400Regular', '700Bold', '900Black'].map((weight) => join(serif, weight))

/** 仿宋 for the body; 宋 for titles, seals and every glyph that 仿宋 lacks, as in rare names. */
export const fontPaths = [own, ...weights]

/** 空铅: what printers have always set for a letter that is not in their case. */
const missing = '〓'

/** What is never drawn needs no glyph: joiners, marks of direction, white space (but for one that is a stroke). */
const undrawn = /^(?!\u1680)[\p{Default_Ignorable_Code_Point}\s\u0085]$/u

/**
 * PDF/A refuses a sign that no type has: a paper with a smiley in it would never be made. What people see as one sign is replaced as one; the
 * words of the record stay as they are.
 */
export const printable = (words: string): string =>
  hasGlyphs(words)
    ? words
    : [...signs.segment(words)]
        .map(({ segment }) => (hasGlyphs(segment) ? segment : missing))
        .join('')

const signs = new Intl.Segmenter('zh', { granularity: 'grapheme' })

const hasGlyphs = (words: string): boolean => {
  const known = glyphs()
  for (const sign of words) {
    const code = sign.codePointAt(0) ?? 0
    if (known[code] !== 1 && !undrawn.test(sign)) return false
  }
  return true
}

/** The same of all texts in something that is printed. */
export const printableIn = <Printed>(printed: Printed): Printed => {
  if (typeof printed === 'string') return printable(printed) as Printed
  if (Array.isArray(printed)) return printed.map(printableIn) as Printed
  if (typeof printed !== 'object' || printed === null) return printed
  const parts = Object.entries(printed).map(([name, part]) => [name, printableIn(part)])
  return Object.fromEntries(parts) as Printed
}

/** What lies before it is no character, whatever a type says. */
const space = 0x20
let read: Uint8Array | undefined

/** For each code point whether there is a glyph: the weights of 宋 all have the same. */
const glyphs = (): Uint8Array => {
  if (read) return read
  read = new Uint8Array(0x110000)
  for (const folder of [own, ...weights.slice(0, 1)])
    for (const name of readdirSync(folder))
      if (/\.(otf|ttf)$/.test(name))
        for (const [from, to] of rangesOf(tableOf(join(folder, name), 'cmap')))
          read.fill(1, Math.max(from, space), to + 1)
  return read
}

/** One table of an OpenType file, without the megabytes around it. */
const tableOf = (path: string, wanted: string): Buffer => {
  const file = openSync(path, 'r')
  const piece = (at: number, length: number): Buffer => {
    const bytes = Buffer.alloc(length)
    readSync(file, bytes, 0, length, at)
    return bytes
  }
  try {
    const tables = piece(12, 16 * piece(4, 2).readUInt16BE())
    const at = tables.indexOf(wanted, 0, 'latin1')
    if (at < 0) throw new Error(`${path} has no ${wanted}`)
    return piece(tables.readUInt32BE(at + 8), tables.readUInt32BE(at + 12))
  } finally {
    closeSync(file)
  }
}

type Ranges = [from: number, to: number][]

/** Of all its subtables that speak of Unicode: those of format 4 and 12. */
const rangesOf = (cmap: Buffer): Ranges =>
  Array.from({ length: cmap.readUInt16BE(2) }, (_, n) => cmap.readUInt32BE(8 + 8 * n)).flatMap(
    (at) => {
      const format = cmap.readUInt16BE(at)
      if (format === 4) return segmentsIn(cmap, at)
      return format === 12 ? groupsIn(cmap, at) : []
    },
  )

/** The last one is a mark and no character. */
const segmentsIn = (cmap: Buffer, at: number): Ranges => {
  const doubled = cmap.readUInt16BE(at + 6)
  return Array.from({ length: doubled / 2 - 1 }, (_, n) => [
    cmap.readUInt16BE(at + 16 + doubled + 2 * n),
    cmap.readUInt16BE(at + 14 + 2 * n),
  ])
}

const groupsIn = (cmap: Buffer, at: number): Ranges =>
  Array.from({ length: cmap.readUInt32BE(at + 12) }, (_, n) => [
    cmap.readUInt32BE(at + 16 + 12 * n),
    cmap.readUInt32BE(at + 20 + 12 * n),
  ])
