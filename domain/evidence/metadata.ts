// What does a picture say of whoever took it, and how does it look without that?

type Bytes = Uint8Array<ArrayBuffer>

/** The picture without camera, place, time and comments, and without anything behind its end; null when it breaks off or makes no sense. Bytes of any other kind come back as they are. */
export const withoutMetadata = (bytes: Bytes): Bytes | null => {
  const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  if (file[0] === 0xff && file[1] === 0xd8) return plainJpeg(file)
  if (file.toString('latin1', 1, 4) === 'PNG') return plainPng(file)
  if (file.toString('latin1', 0, 4) === 'RIFF' && file.toString('latin1', 8, 12) === 'WEBP')
    return plainWebp(file)
  return bytes
}

/** Never longer than `file`, of which it takes pieces in their order. */
const createCopy = (file: Buffer) => {
  const copy = Buffer.alloc(file.length)
  let to = 0
  return {
    take: (from: number, end: number): void => {
      to += file.copy(copy, to, from, end)
    },
    /** What has been taken so far. */
    taken: (): Buffer => copy.subarray(0, to),
    whole: (): Bytes => new Uint8Array(copy.subarray(0, to)),
  }
}
type Copy = ReturnType<typeof createCopy>

const [startOfScan, endOfImage] = [0xda, 0xd9]

/** Marker after marker to the end of the image (ITU-T T.81, annex B); what telephones hang behind it, moving pictures and second ones, stays away. */
const plainJpeg = (file: Buffer): Bytes | null => {
  const copy = createCopy(file)
  copy.take(0, 2)
  for (let at = markerAt(file, 2); at !== null; ) {
    const marker = file[at + 1]
    if (marker === endOfImage) {
      copy.take(at, at + 2)
      return copy.whole()
    }
    const next = at + 4 <= file.length ? at + 2 + file.readUInt16BE(at + 2) : file.length + 1
    if (next < at + 4 || next > file.length) return null
    const end = marker === startOfScan ? endOfScan(file, next) : next
    takeSegment(file, copy, { at, end })
    at = markerAt(file, end)
  }
  return null
}

/** Where a marker stands that begins a segment or ends the image, after fill bytes (B.1.1.2); null when something else does. */
const markerAt = (file: Buffer, from: number): number | null => {
  let at = from
  while (file[at] === 0xff && file[at + 1] === 0xff) at += 1
  const marker = file[at + 1] ?? 0
  const isAlone = marker >= 0xd0 && marker <= 0xd8
  return file[at] === 0xff && marker >= 0xc0 && !isAlone ? at : null
}

const isOfScan = (byte: number): boolean => byte === 0 || (byte >= 0xd0 && byte <= 0xd7)

/** Where the coded data of a scan end: at the first marker that is no restart (B.1.1.5). */
const endOfScan = (file: Buffer, from: number): number => {
  for (let at = file.indexOf(0xff, from); at >= 0; at = file.indexOf(0xff, at)) {
    const first = at
    while (file[at] === 0xff) at += 1
    if (at >= file.length) break
    if (!isOfScan(file[at] ?? 0)) return first
  }
  return file.length
}

/** Frames, tables and scans; of the application segments only JFIF, the colour profile and Adobe's colour transform belong to the picture. */
const takeSegment = (file: Buffer, copy: Copy, { at, end }: { at: number; end: number }): void => {
  const marker = file[at + 1] ?? 0
  const says = (words: string) => file.toString('latin1', at + 4, at + 4 + words.length) === words
  const isOfPicture =
    (marker >= 0xc0 && marker <= 0xdf) ||
    (marker === 0xe2 && says('ICC_PROFILE\0')) ||
    (marker === 0xee && says('Adobe'))
  if (isOfPicture) copy.take(at, end)
  else if (marker === 0xe0 && says('JFIF\0')) takeJfif(copy, at, end)
}

const lengthOfJfif = 16

/** Without its small picture, which may show more than the large one. */
const takeJfif = (copy: Copy, at: number, end: number): void => {
  if (end - at < 2 + lengthOfJfif) return
  copy.take(at, at + 2 + lengthOfJfif)
  const head = copy.taken().subarray(-lengthOfJfif)
  head.writeUInt16BE(lengthOfJfif)
  head.fill(0, lengthOfJfif - 2)
}

const ofPng = new Set([
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

const plainPng = (file: Buffer): Bytes | null => {
  const copy = createCopy(file)
  copy.take(0, 8)
  for (let at = 8; at + 12 <= file.length; ) {
    const next = at + 12 + file.readUInt32BE(at)
    if (next > file.length) return null
    const name = file.toString('latin1', at + 4, at + 8)
    if (ofPng.has(name)) copy.take(at, next)
    if (name === 'IEND') return copy.whole()
    at = next
  }
  return null
}

const ofFrame = ['ALPH', 'VP8 ', 'VP8L']
const ofWebp = ['VP8X', 'ICCP', 'ANIM', 'ANMF', ...ofFrame]

/** Bits of the extended header that announce EXIF and XMP. */
const announced = 0x08 | 0x04

const plainWebp = (file: Buffer): Bytes | null => {
  const end = file.length < 12 ? 0 : 8 + file.readUInt32LE(4)
  const copy = createCopy(file)
  copy.take(0, 12)
  if (end > file.length || !takeChunks(file, copy, { from: 12, end, kept: ofWebp })) return null
  const whole = copy.taken()
  whole.writeUInt32LE(whole.length - 8, 4)
  return copy.whole()
}

/** Whether the chunks fill their place to its end (RFC 9649, 2.3). */
const takeChunks = (
  file: Buffer,
  copy: Copy,
  { from, end, kept }: { from: number; end: number; kept: string[] },
): boolean => {
  let at = from
  while (at + 8 <= end) {
    const [name, size] = [file.toString('latin1', at, at + 4), file.readUInt32LE(at + 4)]
    const next = at + 8 + size + (size % 2)
    if (next > end) return false
    if (kept.includes(name) && !takeChunk(file, copy, { name, at, next })) return false
    at = next
  }
  return at === end
}

/** Before the chunks of a frame stand where it lies and how long it is shown. */
const headOfFrame = 16

const takeChunk = (
  file: Buffer,
  copy: Copy,
  { name, at, next }: { name: string; at: number; next: number },
): boolean => {
  const begun = copy.taken().length
  if (name !== 'ANMF') copy.take(at, next)
  else {
    if (next - at < 8 + headOfFrame) return false
    copy.take(at, at + 8 + headOfFrame)
    const inside = { from: at + 8 + headOfFrame, end: next, kept: ofFrame }
    if (!takeChunks(file, copy, inside)) return false
    const frame = copy.taken().subarray(begun)
    frame.writeUInt32LE(frame.length - 8, 4)
  }
  const part = copy.taken().subarray(begun)
  if (name === 'VP8X') part[8] = (part[8] ?? 0) & ~announced
  return true
}
