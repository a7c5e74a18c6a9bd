// When did the camera say that it took the picture? (EXIF 2.32: DateTimeOriginal, OffsetTimeOriginal)

const tags = { exif: 0x8769, original: 0x9003, offset: 0x9011 }

/** The bytes of the APP1 segment that holds EXIF, from its TIFF header on. */
const tiffIn = (view: DataView): DataView | null => {
  if (view.byteLength < 4 || view.getUint16(0) !== 0xffd8) return null
  for (let at = 2; at + 10 <= view.byteLength; ) {
    const [marker, length] = [view.getUint16(at), view.getUint16(at + 2)]
    if (marker === 0xffe1 && view.getUint32(at + 4) === 0x45786966) {
      const start = at + 10
      return new DataView(
        view.buffer,
        view.byteOffset + start,
        Math.min(length - 8, view.byteLength - start),
      )
    }
    if ((marker & 0xff00) !== 0xff00 || marker === 0xffda || length < 2) return null
    at += 2 + length
  }
  return null
}

type Entry = { count: number; value: number; at: number }

const entriesOf = (tiff: DataView, from: number, little: boolean): Map<number, Entry> => {
  const found = new Map<number, Entry>()
  if (from + 2 > tiff.byteLength) return found
  for (let index = 0; index < Math.min(tiff.getUint16(from, little), 200); index += 1) {
    const at = from + 2 + index * 12
    if (at + 12 > tiff.byteLength) break
    found.set(tiff.getUint16(at, little), {
      count: tiff.getUint32(at + 4, little),
      value: tiff.getUint32(at + 8, little),
      at: at + 8,
    })
  }
  return found
}

const wordsOf = (tiff: DataView, entry: Entry | undefined): string => {
  if (!entry || entry.count > 64) return ''
  const from = entry.count > 4 ? entry.value : entry.at
  if (from + entry.count > tiff.byteLength) return ''
  return Array.from({ length: entry.count }, (_, index) =>
    String.fromCharCode(tiff.getUint8(from + index)),
  )
    .join('')
    .replace(/\0.*$/, '')
}

/** The moment as ISO 8601, or null. A camera that tells no zone stands in ours. */
export const takenByCamera = (bytes: ArrayBuffer): string | null => {
  try {
    const tiff = tiffIn(new DataView(bytes))
    if (!tiff) return null
    const little = tiff.getUint16(0) === 0x4949
    const main = entriesOf(tiff, tiff.getUint32(4, little), little)
    const pointer = main.get(tags.exif)
    if (!pointer) return null
    const own = entriesOf(tiff, pointer.value, little)
    const [, y, mo, d, time] =
      /^(\d{4}):(\d\d):(\d\d) (\d\d:\d\d:\d\d)/.exec(wordsOf(tiff, own.get(tags.original))) ?? []
    if (!y) return null
    const zone = /^[+-]\d\d:\d\d$/.exec(wordsOf(tiff, own.get(tags.offset)))?.[0] ?? '+08:00'
    const at = new Date(`${y}-${mo}-${d}T${time}${zone}`)
    return Number.isFinite(at.getTime()) && at.getFullYear() >= 1990 ? at.toISOString() : null
  } catch {
    return null // a picture that lies about its lengths tells nothing
  }
}
