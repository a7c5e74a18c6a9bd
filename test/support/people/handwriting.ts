// A signature as a test writes it: a few strokes on white, as PNG of any kind of pixel.
import { crc32, deflateSync } from 'node:zlib'

const chunk = (type: string, data: Buffer): Buffer => {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), data])
  const out = Buffer.alloc(body.length + 8)
  out.writeUInt32BE(data.length)
  body.copy(out, 4)
  out.writeUInt32BE(crc32(body), body.length + 4)
  return out
}

export type Written = {
  width?: number
  height?: number
  colour?: 0 | 2 | 3 | 4 | 6
  interlace?: number
  extra?: Buffer[]
  blank?: boolean
  slant?: number
}

const [black, white] = [0, 255]
const samples: Record<NonNullable<Written['colour']>, (ink: boolean) => number[]> = {
  0: (ink) => [ink ? black : white],
  2: (ink) => (ink ? [black, black, black] : [white, white, white]),
  3: (ink) => [ink ? 1 : 0],
  4: (ink) => [black, ink ? 255 : 0],
  6: (ink) => [black, black, black, ink ? 255 : 0],
}

/** `slant` gives another hand; what is drawn is the same in every kind of pixel. */
export const written = ({
  width = 300,
  height = 120,
  colour = 0,
  interlace = 0,
  extra = [],
  blank = false,
  slant = 2,
}: Written = {}) => {
  const inked = (x: number, y: number) =>
    !blank && x > 40 && x < width - 40 && y > 20 && y < height - 20 && (x + y * slant) % 60 < 7
  const rows = Array.from({ length: height }, (_, y) =>
    Buffer.from([
      0,
      ...Array.from({ length: width }, (_, x) => samples[colour](inked(x, y))).flat(),
    ]),
  )
  const head = Buffer.alloc(13)
  head.writeUInt32BE(width)
  head.writeUInt32BE(height, 4)
  head.set([8, colour, 0, 0, interlace], 8)
  const palette =
    colour === 3 ? [chunk('PLTE', Buffer.from([white, white, white, black, black, black]))] : []
  const signature = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a])
  const pixels = chunk('IDAT', deflateSync(Buffer.concat(rows)))
  return Buffer.concat([
    signature,
    chunk('IHDR', head),
    ...palette,
    ...extra,
    pixels,
    chunk('IEND', Buffer.alloc(0)),
  ])
}

export const textChunk = (words: string): Buffer =>
  chunk('tEXt', Buffer.from(`Comment\0${words}`, 'latin1'))
