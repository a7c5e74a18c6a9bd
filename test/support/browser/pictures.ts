// Pictures that a phone might send: noise of a wanted size, and a JPEG head that says when it was taken.
import { randomFillSync } from 'node:crypto'
import { crc32, deflateSync } from 'node:zlib'

const chunk = (type: string, data: Buffer): Buffer => {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), data])
  const out = Buffer.alloc(body.length + 8)
  out.writeUInt32BE(data.length)
  body.copy(out, 4)
  out.writeUInt32BE(crc32(body), body.length + 4)
  return out
}

/** A PNG; noise does not shrink, so that its upload takes its time. */
export const png = (width: number, height: number, noise = true): Buffer => {
  const head = Buffer.alloc(13)
  head.writeUInt32BE(width)
  head.writeUInt32BE(height, 4)
  head.set([8, 2, 0, 0, 0], 8)
  const line = width * 3 + 1
  const pixels = Buffer.alloc(line * height)
  if (noise)
    for (let row = 0; row < height; row += 1) randomFillSync(pixels, row * line + 1, line - 1)
  const signature = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a])
  return Buffer.concat([
    signature,
    chunk('IHDR', head),
    chunk('IDAT', deflateSync(pixels)),
    chunk('IEND', Buffer.alloc(0)),
  ])
}

/** The beginning of a JPEG whose EXIF tells when it was taken, in either byte order. */
export const exifHead = (taken: string, zone: string | null, little = true): Buffer => {
  const tiff = Buffer.alloc(120)
  const u16 = (value: number, at: number) =>
    little ? tiff.writeUInt16LE(value, at) : tiff.writeUInt16BE(value, at)
  const u32 = (value: number, at: number) =>
    little ? tiff.writeUInt32LE(value, at) : tiff.writeUInt32BE(value, at)
  const entry = (at: number, tag: number, kind: number, count: number, value: number) => {
    u16(tag, at)
    u16(kind, at + 2)
    u32(count, at + 4)
    u32(value, at + 8)
  }
  tiff.write(little ? 'II' : 'MM', 0, 'latin1')
  u16(42, 2)
  u32(8, 4)
  u16(1, 8)
  entry(10, 0x8769, 4, 1, 26)
  u16(zone ? 2 : 1, 26)
  entry(28, 0x9003, 2, 20, 60)
  if (zone) entry(40, 0x9011, 2, 7, 90)
  tiff.write(`${taken}\0`, 60, 'latin1')
  if (zone) tiff.write(`${zone}\0`, 90, 'latin1')
  const head = Buffer.from([0xff, 0xd8, 0xff, 0xe1, 0, 0, ...Buffer.from('Exif\0\0', 'latin1')])
  head.writeUInt16BE(tiff.length + 8, 4)
  return Buffer.concat([head, tiff, Buffer.from([0xff, 0xd9])])
}
