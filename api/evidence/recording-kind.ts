// What is in a recording, whatever its name says, and how long does it last?
import { type FileHandle, open } from 'node:fs/promises'
import { extname } from 'node:path'
import { fileTypeFromFile } from 'file-type'
import { endingsOf, type RecordingKind, recordingType } from '../../domain/evidence/recording.ts'
import { DomainError } from '../../domain/language/errors.ts'
import { text } from '../../domain/language/words.ts'

const endingIn = (name: string): string => extname(name).toLowerCase()

const refusal = () =>
  new DomainError('file-type-refused', [
    text(
      '只接受 MP4、MOV、WebM、MKV 录像，M4A、MP3、OGG、WAV 录音，类型须与内容一致',
      'Accepted are MP4, MOV, WebM and MKV video, M4A, MP3, OGG and WAV audio, named as what they are',
    ),
  ])

/** Refuses by the name alone what no content could make acceptable, before any of it is sent. */
export const checkRecordingName = (name: string, kind: RecordingKind): void => {
  if (!endingsOf(kind).includes(endingIn(name))) throw refusal()
}

/** The media type by content; of the file only what tells it is read. */
export const recordingTypeOf = async (
  path: string,
  name: string,
  kind: RecordingKind,
): Promise<string> => {
  const found = await fileTypeFromFile(path)
  const type = recordingType(found?.mime, endingIn(name), kind)
  if (type === null) throw refusal()
  return type
}

const movies = ['video/mp4', 'audio/mp4', 'video/quicktime']

/** Seconds, as an MP4, MOV or WAV file says of itself; null: it does not, or not in a way that can be believed. */
export const secondsOf = async (path: string, type: string): Promise<number | null> => {
  const file = await open(path, 'r')
  try {
    const { size } = await file.stat()
    const found = movies.includes(type)
      ? await inMovie(file, size)
      : type === 'audio/wav'
        ? await inWave(file, size)
        : null
    return found !== null && found > 0 && found < 100 * 3_600 ? Math.round(found) : null
  } finally {
    await file.close()
  }
}

const piece = async (file: FileHandle, at: number, length: number): Promise<Buffer> => {
  const { buffer, bytesRead } = await file.read(Buffer.alloc(length), 0, length, at)
  return buffer.subarray(0, bytesRead)
}

const mostBoxes = 10_000

type Box = { from: number; to: number }

/** Where the box that begins here has its content, and what it is called; null: none begins here. */
const boxAt = async (
  file: FileHandle,
  at: number,
  end: number,
): Promise<(Box & { name: string }) | null> => {
  const head = await piece(file, at, 16)
  if (head.length < 8) return null
  const short = head.readUInt32BE(0)
  const isLong = short === 1 && head.length === 16
  const size = short === 0 ? end - at : isLong ? Number(head.readBigUInt64BE(8)) : short
  const from = at + (isLong ? 16 : 8)
  return at + size < from
    ? null
    : { name: head.toString('latin1', 4, 8), from, to: Math.min(end, at + size) }
}

/** The first box of that name between two places. */
const boxIn = async (file: FileHandle, name: string, { from, to }: Box): Promise<Box | null> => {
  let at = from
  for (let nth = 0; nth < mostBoxes && at + 8 <= to; nth += 1) {
    const box = await boxAt(file, at, to)
    if (!box || box.name === name) return box
    at = box.to
  }
  return null
}

const inMovie = async (file: FileHandle, size: number): Promise<number | null> => {
  const movie = await boxIn(file, 'moov', { from: 0, to: size })
  const header = movie && (await boxIn(file, 'mvhd', movie))
  if (!header) return null
  const bytes = await piece(file, header.from, 32)
  if (bytes.length < 32) return null
  const long = bytes[0] === 1
  const scale = bytes.readUInt32BE(long ? 20 : 12)
  const length = long ? Number(bytes.readBigUInt64BE(24)) : bytes.readUInt32BE(16)
  return scale === 0 ? null : length / scale
}

const inWave = async (file: FileHandle, size: number): Promise<number | null> => {
  const bytes = await piece(file, 0, 36)
  const perSecond = bytes.length === 36 ? bytes.readUInt32LE(28) : 0
  return perSecond === 0 ? null : (size - 44) / perSecond
}
