// Films and sounds that are what they say, of any length and with any content behind their heads.

const box = (name: string, ...content: Buffer[]): Buffer => {
  const body = Buffer.concat(content)
  const head = Buffer.alloc(8)
  head.writeUInt32BE(body.length + 8, 0)
  head.write(name, 4, 'latin1')
  return Buffer.concat([head, body])
}

const movieHeader = (seconds: number): Buffer => {
  const body = Buffer.alloc(100)
  body.writeUInt32BE(1_000, 12)
  body.writeUInt32BE(seconds * 1_000, 16)
  return box('mvhd', body)
}

/** Each byte tells where it stands. */
const contentOf = (length: number): Buffer =>
  Buffer.from(Uint8Array.from({ length }, (_, at) => (at * 31 + (at >> 8)) % 251))

/** An MP4 of that length, with its head first and so many bytes of content behind. */
export const mp4 = (seconds: number, bytes: number): Buffer =>
  Buffer.concat([
    box('ftyp', Buffer.from('isom\0\0\u0002\0isomiso2mp41', 'latin1')),
    box('moov', movieHeader(seconds)),
    box('mdat', contentOf(bytes)),
  ])

/** As an iPhone films: its own brand, the content first, and how long it is at the end. */
export const mov = (seconds: number, bytes: number): Buffer =>
  Buffer.concat([
    box('ftyp', Buffer.from('qt  \0\0\0\0qt  ', 'latin1')),
    box('wide'),
    box('mdat', contentOf(bytes)),
    box('moov', movieHeader(seconds)),
  ])

/** The head of an MP4 that has so many bytes in all, more than four gigabytes too: what follows is content. */
export const largeMovieHead = (seconds: number, size: number): Buffer => {
  const before = mp4(seconds, 0).subarray(0, -8)
  const content = Buffer.alloc(16)
  content.writeUInt32BE(1, 0)
  content.write('mdat', 4, 'latin1')
  content.writeBigUInt64BE(BigInt(size - before.length), 8)
  return Buffer.concat([before, content])
}

/** A WAV of silence, one second each 8,000 bytes. */
export const wav = (seconds: number): Buffer => {
  const data = Buffer.alloc(seconds * 8_000, 128)
  const head = Buffer.alloc(44)
  head.write('RIFF', 0, 'latin1')
  head.writeUInt32LE(36 + data.length, 4)
  head.write('WAVEfmt ', 8, 'latin1')
  head.writeUInt32LE(16, 16)
  head.writeUInt16LE(1, 20)
  head.writeUInt16LE(1, 22)
  head.writeUInt32LE(8_000, 24)
  head.writeUInt32LE(8_000, 28)
  head.writeUInt16LE(1, 32)
  head.writeUInt16LE(8, 34)
  head.write('data', 36, 'latin1')
  head.writeUInt32LE(data.length, 40)
  return Buffer.concat([head, data])
}
