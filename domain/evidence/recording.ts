// What is a recording of enforcement (执法全过程记录), how large may it be, and what is said of it?
import { type Text, text } from '../language/words.ts'
import type { Instant } from '../time/instant.ts'

const mega = 1024 * 1024

/** Bytes of a recording: 4 GB. */
export const largestRecording = 4096 * mega

/** Bytes of a piece in which it comes. */
export const largestPiece = 8 * mega

/** Bytes that stay free in the file store, whatever is sent. */
export const keptFree = 1024 * mega

export const recordingKinds = {
  video: text('录像', 'Video'),
  audio: text('录音', 'Audio'),
} as const satisfies Record<string, Text>
export type RecordingKind = keyof typeof recordingKinds

/** What is said of a recording before its first byte. */
export type RecordingSaid = {
  caseId: string
  kind: RecordingKind
  device: string
  from: Instant
  to: Instant
  /** The number of the record that it goes with; absent: with the whole case. */
  about?: number | undefined
}

/** What a recording is once it is whole; `seconds`: as its file says itself, where it does. `removed`: its bytes are no longer kept. */
export type Recorded = RecordingSaid & {
  seconds: number | null
  removed?: { at: Instant; period: string }
}

/** What is accepted, under which endings, and as which kind: what browsers play. */
const accepted: Record<string, { endings: readonly string[]; kinds: readonly RecordingKind[] }> = {
  'video/mp4': { endings: ['.mp4', '.m4v'], kinds: ['video'] },
  // As iPhones film: an MP4 in all but name.
  'video/quicktime': { endings: ['.mov'], kinds: ['video'] },
  'video/webm': { endings: ['.webm', '.weba'], kinds: ['video', 'audio'] },
  'video/matroska': { endings: ['.mkv', '.mka'], kinds: ['video', 'audio'] },
  'audio/mp4': { endings: ['.m4a'], kinds: ['audio'] },
  'audio/mpeg': { endings: ['.mp3'], kinds: ['audio'] },
  'audio/ogg': { endings: ['.ogg', '.oga', '.opus'], kinds: ['audio'] },
  'video/ogg': { endings: ['.ogv'], kinds: ['video'] },
  'audio/wav': { endings: ['.wav'], kinds: ['audio'] },
}

/** Names that the content is known by elsewhere, and the one under which it is kept. */
const alias: Record<string, string> = {
  'video/x-m4v': 'video/mp4',
  'audio/x-m4a': 'audio/mp4',
  'audio/ogg; codecs=opus': 'audio/ogg',
  'video/x-matroska': 'video/matroska',
  'audio/vnd.wave': 'audio/wav',
  'audio/wave': 'audio/wav',
}

/** The endings under which a kind may come. */
export const endingsOf = (kind: RecordingKind): string[] =>
  Object.values(accepted).flatMap(({ endings, kinds }) => (kinds.includes(kind) ? endings : []))

/** The media type under which it is kept; null: content, ending and kind do not go together. */
export const recordingType = (
  found: string | undefined,
  ending: string,
  kind: RecordingKind,
): string | null => {
  const type = found === undefined ? '' : (alias[found] ?? found)
  const known = Object.hasOwn(accepted, type) ? accepted[type] : undefined
  const fits = known?.endings.includes(ending) && known.kinds.includes(kind)
  return fits ? type : null
}

/** Whether a file of this type is one that is listened to or watched. */
export const isPlayable = (type: string): boolean => Object.hasOwn(accepted, type)
