// What does a picture say of whoever took it, and how does it look without that?

type Bytes = Uint8Array<ArrayBuffer>

/** The picture without camera, place, time and comments; bytes of any other kind come back as they are. */
export const withoutMetadata = (bytes: Bytes): Bytes => {
  if (bytes[0] === 0xff && bytes[1] === 0xd8) return plainJpeg(bytes)
  if (latin(bytes, 1, 3) === 'PNG') return plainPng(bytes)
  if (latin(bytes, 0, 4) === 'RIFF' && latin(bytes, 8, 4) === 'WEBP') return plainWebp(bytes)
  return bytes
}

const latin = (bytes: Bytes, at: number, size: number): string =>
  String.fromCharCode(...bytes.subarray(at, at + size))

const joined = (parts: Bytes[]): Bytes => {
  const whole = new Uint8Array(parts.reduce((sum, { length }) => sum + length, 0))
  let at = 0
  for (const part of parts) {
    whole.set(part, at)
    at += part.length
  }
  return whole
}

/** Of the application segments only JFIF, the colour profile and Adobe's colour transform belong to the picture. */
const isRevealing = (marker: number): boolean =>
  marker === 0xfe || (marker >= 0xe1 && marker <= 0xef && marker !== 0xe2 && marker !== 0xee)

const plainJpeg = (bytes: Bytes): Bytes => {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const parts = [bytes.subarray(0, 2)]
  let at = 2
  while (at + 4 <= bytes.length && bytes[at] === 0xff) {
    const marker = bytes[at + 1] ?? 0
    if (marker === 0xda) break
    const next = at + 2 + view.getUint16(at + 2)
    if (!isRevealing(marker)) parts.push(bytes.subarray(at, next))
    at = next
  }
  return joined([...parts, bytes.subarray(at)])
}

const ofPicture = new Set([
  'IHDR',
  'PLTE',
  'IDAT',
  'IEND',
  'tRNS',
  'gAMA',
  'cHRM',
  'sRGB',
  'iCCP',
  'sBIT',
  'pHYs',
  'bKGD',
])

const plainPng = (bytes: Bytes): Bytes => {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const parts = [bytes.subarray(0, 8)]
  for (let at = 8; at + 12 <= bytes.length; ) {
    const next = at + 12 + view.getUint32(at)
    if (ofPicture.has(latin(bytes, at + 4, 4))) parts.push(bytes.subarray(at, next))
    at = next
  }
  return joined(parts)
}

/** Bits of the extended header that announce EXIF and XMP. */
const announced = 0x08 | 0x04

const plainWebp = (bytes: Bytes): Bytes => {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const parts: Bytes[] = [bytes.slice(0, 12)]
  for (let at = 12; at + 8 <= bytes.length; ) {
    const [name, size] = [latin(bytes, at, 4), view.getUint32(at + 4, true)]
    const next = at + 8 + size + (size % 2)
    if (name !== 'EXIF' && name !== 'XMP ') {
      const part = bytes.slice(at, next)
      if (name === 'VP8X') part[8] = (part[8] ?? 0) & ~announced
      parts.push(part)
    }
    at = next
  }
  const whole = joined(parts)
  new DataView(whole.buffer).setUint32(4, whole.length - 8, true)
  return whole
}
