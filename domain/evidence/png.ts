// How much ink is where in a PNG, and how is ink written as one? (ISO/IEC 15948, without interlacing)
import { crc32, deflateSync, inflateSync } from 'node:zlib'

/** Row by row, 0 nothing … 255 black; a colour counts by its lightness, what is transparent as paper. */
export type Ink = { width: number; height: number; ink: Uint8Array }

const head = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a])
const mostPixels = 4_000_000
/** Samples of a pixel by colour type, and the depths that each may have. */
const channels: Record<number, { n: number; depths: number[] }> = {
  0: { n: 1, depths: [1, 2, 4, 8, 16] },
  2: { n: 3, depths: [8, 16] },
  3: { n: 1, depths: [1, 2, 4, 8] },
  4: { n: 2, depths: [8, 16] },
  6: { n: 4, depths: [8, 16] },
}

type Chunk = { type: string; data: Buffer }
type Header = { width: number; height: number; depth: number; colour: number; n: number }

/** Null: it is none, or not whole. Nothing but the pixels is looked at, and nothing else comes out. */
export const inkOfPng = (bytes: Uint8Array): Ink | null => {
  const chunks = chunksOf(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength))
  const header = chunks && headerOf(chunks)
  const lines = chunks && header && linesOf(chunks, header)
  return lines ? inkOf(header, lines, paletteOf(chunks)) : null
}

const chunksOf = (file: Buffer): Chunk[] | null => {
  if (!file.subarray(0, 8).equals(head)) return null
  const found: Chunk[] = []
  for (let at = 8; at + 12 <= file.length; ) {
    const end = at + 8 + file.readUInt32BE(at)
    if (end + 4 > file.length || crc32(file.subarray(at + 4, end)) !== file.readUInt32BE(end))
      return null
    const type = file.toString('latin1', at + 4, at + 8)
    found.push({ type, data: file.subarray(at + 8, end) })
    if (type === 'IEND') return found
    at = end + 4
  }
  return null
}

const headerOf = ([first]: Chunk[]): Header | null => {
  if (first?.type !== 'IHDR' || first.data.length !== 13) return null
  const [width, height] = [first.data.readUInt32BE(0), first.data.readUInt32BE(4)]
  const [depth = 0, colour = 0, packing, filter, interlace] = first.data.subarray(8)
  const known = channels[colour]
  if (!known?.depths.includes(depth) || packing !== 0 || filter !== 0 || interlace !== 0)
    return null
  return width < 1 || height < 1 || width * height > mostPixels
    ? null
    : { width, height, depth, colour, n: known.n }
}

/** The lines of samples, their filters undone; inflated as far as the header says and no further. */
const linesOf = (chunks: Chunk[], { width, height, depth, n }: Header): Buffer[] | null => {
  const long = Math.ceil((width * n * depth) / 8)
  const whole = inflated(
    Buffer.concat(chunks.filter(({ type }) => type === 'IDAT').map(({ data }) => data)),
    (long + 1) * height,
  )
  if (!whole) return null
  const step = Math.max(1, (n * depth) / 8)
  const lines: Buffer[] = []
  for (let row = 0; row < height; row += 1) {
    const filter = whole[row * (long + 1)] ?? 9
    if (filter > 4) return null
    const line = Buffer.from(whole.subarray(row * (long + 1) + 1, (row + 1) * (long + 1)))
    unfilter(line, lines[row - 1], filter, step)
    lines.push(line)
  }
  return lines
}

const inflated = (packed: Buffer, size: number): Buffer | null => {
  try {
    const whole = inflateSync(packed, { maxOutputLength: size })
    return whole.length === size ? whole : null
  } catch {
    return null
  }
}

const unfilter = (line: Buffer, above: Buffer | undefined, filter: number, step: number): void => {
  for (let at = 0; at < line.length; at += 1) {
    const left = at >= step ? (line[at - step] ?? 0) : 0
    const up = above?.[at] ?? 0
    const corner = at >= step ? (above?.[at - step] ?? 0) : 0
    const guess = [0, left, up, (left + up) >> 1, nearest(left, up, corner)][filter] ?? 0
    line[at] = ((line[at] ?? 0) + guess) & 255
  }
}

/** Paeth. */
const nearest = (left: number, up: number, corner: number): number => {
  const [byLeft, byUp, byCorner] = [
    Math.abs(up - corner),
    Math.abs(left - corner),
    Math.abs(left + up - 2 * corner),
  ]
  if (byLeft <= byUp && byLeft <= byCorner) return left
  return byUp <= byCorner ? up : corner
}

type Palette = { colours: Buffer; alphas: Buffer }
const paletteOf = (chunks: Chunk[]): Palette => ({
  colours: chunks.find(({ type }) => type === 'PLTE')?.data ?? Buffer.alloc(0),
  alphas: chunks.find(({ type }) => type === 'tRNS')?.data ?? Buffer.alloc(0),
})

const inkOf = (
  { width, height, depth, colour, n }: Header,
  lines: Buffer[],
  palette: Palette,
): Ink => {
  const ink = new Uint8Array(width * height)
  for (const [row, line] of lines.entries())
    for (let column = 0; column < width; column += 1) {
      const samples = Array.from({ length: n }, (_, one) => sampleOf(line, column * n + one, depth))
      ink[row * width + column] =
        colour === 3 ? indexed(samples[0] ?? 0, palette) : darkness(colour, samples, depth)
    }
  return { width, height, ink }
}

const sampleOf = (line: Buffer, index: number, depth: number): number => {
  if (depth >= 8) return line[(index * depth) / 8] ?? 0
  const bit = index * depth
  return ((line[bit >> 3] ?? 0) >> (8 - depth - (bit & 7))) & ((1 << depth) - 1)
}

const indexed = (index: number, { colours, alphas }: Palette): number =>
  dark(
    [colours[index * 3] ?? 255, colours[index * 3 + 1] ?? 255, colours[index * 3 + 2] ?? 255],
    alphas[index] ?? 255,
  )

const darkness = (colour: number, samples: number[], depth: number): number => {
  const [first = 0, second = 255] =
    depth < 8 ? samples.map((one) => (one * 255) / ((1 << depth) - 1)) : samples
  if (colour === 0 || colour === 4) return dark([first, first, first], colour === 4 ? second : 255)
  return dark(samples.slice(0, 3), samples[3] ?? 255)
}

/** ITU-R BT.601 lightness, in whole numbers, so that every machine comes to the same. */
const dark = ([red = 255, green = 255, blue = 255]: number[], alpha: number): number => {
  const light = Math.round((299 * red + 587 * green + 114 * blue) / 1000)
  return Math.round(((255 - light) * alpha) / 255)
}

/** Black ink on nothing. */
export const pngOfInk = ({ width, height, ink }: Ink): Buffer => {
  const header = Buffer.alloc(13)
  header.writeUInt32BE(width)
  header.writeUInt32BE(height, 4)
  header.set([8, 4], 8)
  const lines = Buffer.alloc((width * 2 + 1) * height)
  for (let at = 0; at < ink.length; at += 1)
    lines[Math.floor(at / width) * (width * 2 + 1) + 2 + (at % width) * 2] = ink[at] ?? 0
  const parts = [
    written('IHDR', header),
    written('IDAT', deflateSync(lines, { level: 9 })),
    written('IEND', Buffer.alloc(0)),
  ]
  return Buffer.concat([head, ...parts])
}

const written = (type: string, data: Buffer): Buffer => {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), data])
  const frame = Buffer.alloc(8)
  frame.writeUInt32BE(data.length)
  frame.writeUInt32BE(crc32(body), 4)
  return Buffer.concat([frame.subarray(0, 4), body, frame.subarray(4)])
}
