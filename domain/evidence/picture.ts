// How large is a picture when it is unpacked, and is it nothing else beside a picture?
import { type Text, text } from '../language/words.ts'

type Size = { width: number; height: number }

const mostPixels = 120_000_000
const longestSide = 30_000

const broken = text('图片已损坏，读不出尺寸', 'The picture is broken: its size cannot be read')
const bomb = text(
  '图片像素过大（最多 1.2 亿像素、单边 30000）',
  'The picture has too many pixels (at most 120 million, 30,000 a side)',
)
const disguise = text(
  '文件同时是另一种格式，可能是伪装',
  'The file is another kind of file at the same time, perhaps in disguise',
)

/** Why the picture is refused, or null. */
export const pictureFault = (bytes: Uint8Array, type: string): Text | null => {
  const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const size = (readers[type] ?? (() => null))(file)
  // A JPEG without a frame has nothing to unpack: it is shown by nobody and harms nobody.
  if (size === null ? type !== 'image/jpeg' : size.width < 1 || size.height < 1) return broken
  if (
    size &&
    (size.width * size.height > mostPixels || Math.max(size.width, size.height) > longestSide)
  )
    return bomb
  return (
    disguiseFault(bytes) ??
    (/<(?:script|html|iframe|!doctype|\?php|svg[\s>])/i.test(file.toString('latin1'))
      ? disguise
      : null)
  )
}

/** Pictures and PDF alike: an archive at the end, or a PDF behind another beginning. */
export const disguiseFault = (bytes: Uint8Array): Text | null => {
  const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const archive =
    file.subarray(-65_557).includes('PK\x05\x06', 0, 'latin1') &&
    file.includes('PK\x03\x04', 0, 'latin1')
  const pdf = file.subarray(0, 1_024).indexOf('%PDF-', 0, 'latin1')
  return archive || pdf > 0 ? disguise : null
}

const png = (file: Buffer): Size | null =>
  file.length >= 24 && file.toString('latin1', 12, 16) === 'IHDR'
    ? { width: file.readUInt32BE(16), height: file.readUInt32BE(20) }
    : null

/** Frame headers SOF0 to SOF15, without the tables and marks that lie among them. */
const isFrame = (marker: number) =>
  marker >= 0xc0 && marker <= 0xcf && marker !== 0xc4 && marker !== 0xc8 && marker !== 0xcc

/** Readers pass over bytes between two segments that make no sense, and so does this. */
const jpeg = (file: Buffer): Size | null => {
  for (let at = 2; at + 9 <= file.length; ) {
    const marker = file[at] === 0xff ? (file[at + 1] ?? 0) : 0
    if (isFrame(marker))
      return { height: file.readUInt16BE(at + 5), width: file.readUInt16BE(at + 7) }
    at +=
      marker >= 0xc0 && marker !== 0xff && (marker < 0xd0 || marker > 0xd9)
        ? 2 + file.readUInt16BE(at + 2)
        : 1
  }
  return null
}

const webp = (file: Buffer): Size | null => {
  if (file.length < 30) return null
  const kind = file.toString('latin1', 12, 16)
  if (kind === 'VP8X')
    return { width: file.readUIntLE(24, 3) + 1, height: file.readUIntLE(27, 3) + 1 }
  if (kind === 'VP8 ')
    return { width: file.readUInt16LE(26) & 0x3fff, height: file.readUInt16LE(28) & 0x3fff }
  if (kind !== 'VP8L') return null
  const bits = file.readUInt32LE(21)
  return { width: (bits & 0x3fff) + 1, height: ((bits >>> 14) & 0x3fff) + 1 }
}

/** The largest of all images that the container announces (ISO/IEC 23008-12 `ispe`). */
const heif = (file: Buffer): Size | null => {
  let largest: Size | null = null
  for (
    let at = file.indexOf('ispe', 0, 'latin1');
    at >= 0 && at + 16 <= file.length;
    at = file.indexOf('ispe', at + 4, 'latin1')
  ) {
    const size = { width: file.readUInt32BE(at + 8), height: file.readUInt32BE(at + 12) }
    if (largest === null || size.width * size.height > largest.width * largest.height)
      largest = size
  }
  return largest
}

const readers: Record<string, (file: Buffer) => Size | null> = {
  'image/png': png,
  'image/jpeg': jpeg,
  'image/webp': webp,
  'image/heic': heif,
  'image/heif': heif,
}
