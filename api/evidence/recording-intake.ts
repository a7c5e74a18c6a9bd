// How do the pieces of a recording become one file that is hashed as it is written, whoever dies in between?
import { createHash, type Hash } from 'node:crypto'
import { stat } from 'node:fs/promises'
import { inTurn } from '../../db/alone.ts'
import { lockUnfinished, noteReceived, type Unfinished } from '../../db/files/unfinished.ts'
import { createTurns } from '../../db/turns.ts'
import { largestPiece } from '../../domain/evidence/recording.ts'
import { digestIn, placeOfPiece } from '../../domain/evidence/recording-pieces.ts'
import { largestUpload } from '../../domain/evidence/upload.ts'
import { DomainError } from '../../domain/language/errors.ts'
import { text } from '../../domain/language/words.ts'
import type { Deps } from '../http/deps.ts'
import { scan } from './antivirus.ts'
import { type FileStore, hashOf, isDiskFull, type Received } from './file-store.ts'
import { recordingTypeOf, secondsOf } from './recording-kind.ts'

/** A piece as it is sent: from which byte on, and what it hashes to where that was told. */
export type SentPiece = { offset: number; digest: string | undefined; body: AsyncIterable<Buffer> }

const cutOff = text(
  '这一段没有传完，请从已收到处续传',
  'This piece broke off; go on from what has arrived',
)
const pieceDiffers = text(
  '这一段与其校验值或先前收到的内容不一致',
  'This piece differs from its hash, or from what had arrived in its place',
)
const noDigest = text('Content-Digest 须为 sha-256', 'Content-Digest must be sha-256')
const tooMuch = text(
  '收到的内容多于所说的文件大小',
  'More bytes came than the file was said to have',
)

const mostHashes = 200
const finishPatienceMs = 60_000
/** From so many bytes on the beginning says what the whole is: nobody sends gigabytes of something else. */
const telling = 1024 * 1024

/** Pieces of any length up to 8 MB; each is whole and checked before it counts, and one that comes twice is one. */
export const createRecordingIntake = (deps: Deps, store: FileStore) => {
  const hashes = createRunningHashes()
  const turns = createTurns(1)
  return {
    /** How much has arrived after this piece; null: another request has made the file meanwhile. */
    async take({ id, name, size, recording }: Unfinished, sent: SentPiece): Promise<number | null> {
      const piece = await arrived(store, sent.body)
      try {
        const told = digestIn(sent.digest)
        if (told === null) throw new DomainError('invalid-input', [noDigest])
        if (told !== undefined && told !== piece.sha256)
          throw new DomainError('hash-differs', [pieceDiffers])
        if (sent.offset === 0 && piece.size >= telling)
          await recordingTypeOf(piece.path, name, recording?.kind ?? 'video')
        const placed = { id, size, offset: sent.offset, piece }
        return await inTurn(`upload ${id}`, () => put(deps, store, hashes, placed))
      } finally {
        await store.discard(piece)
      }
    },
    /** Its hash and type, once its content is what it was said to be. One at a time: a server that was killed reads it again. */
    async whole(upload: Unfinished) {
      const end = await turns.take('behind', finishPatienceMs)
      try {
        return await completed(deps, store, hashes, upload)
      } finally {
        end()
      }
    },
    forget: (id: string) => hashes.drop(id),
  }
}

export type RecordingIntake = ReturnType<typeof createRecordingIntake>

const arrived = async (store: FileStore, body: AsyncIterable<Buffer>): Promise<Received> => {
  try {
    return await store.receive(body, largestPiece)
  } catch (error) {
    throw error instanceof DomainError || isDiskFull(error)
      ? error
      : new DomainError('invalid-input', [cutOff])
  }
}

type Hashes = ReturnType<typeof createRunningHashes>
type Placed = { id: string; size: number; offset: number; piece: Received }

/** Others who send to the same upload wait; what was noted is on disk, and bytes behind that do not count. */
const put = async (
  deps: Deps,
  store: FileStore,
  hashes: Hashes,
  { id, size, offset, piece }: Placed,
): Promise<number | null> => {
  const running = { hash: null as Hash | null }
  const received = await deps.connection.db.transaction(async (tx) => {
    const now = await lockUnfinished(tx, id)
    if (!now) return null
    const place = placeOfPiece({ received: now.received, size, offset, bytes: piece.size })
    if (place === 'beyond') throw new DomainError('invalid-input', [tooMuch])
    if (place === 'elsewhere') throw elsewhereThan(now.received)
    if (place === 'again') await mustBeSame(store, id, offset, piece)
    if (place !== 'next') return now.received
    running.hash = hashes.takeAt(id, offset)
    await store.chunks.insert(id, offset, piece, (bytes) => running.hash?.update(bytes))
    await noteReceived(tx, id, offset, offset + piece.size)
    return offset + piece.size
  })
  if (received !== null && running.hash) hashes.keep(id, received, running.hash)
  return received
}

/** Where to go on from instead. */
export const elsewhereThan = (offset: number): DomainError =>
  new DomainError(
    'upload-offset',
    [text(`请从第 ${offset} 字节续传`, `Go on from byte ${offset}`)],
    { offset },
  )

const mustBeSame = async (store: FileStore, id: string, offset: number, piece: Received) => {
  const there = await hashOf(store.chunks.read(id, { from: offset, to: offset + piece.size - 1 }))
  if (there !== piece.sha256) throw new DomainError('hash-differs', [pieceDiffers])
}

/** What has been hashed of each upload that this process has written from its beginning on. */
const createRunningHashes = () => {
  const known = new Map<string, { at: number; hash: Hash }>()
  return {
    takeAt(id: string, offset: number): Hash | null {
      const found = known.get(id)
      known.delete(id)
      if (offset === 0) return createHash('sha256')
      return found?.at === offset ? found.hash : null
    },
    keep(id: string, at: number, hash: Hash): void {
      const [oldest] = known.keys()
      if (known.size >= mostHashes && oldest !== undefined) known.delete(oldest)
      known.set(id, { at, hash })
    },
    wholeOf(id: string, size: number): string | null {
      const found = known.get(id)
      return found?.at === size ? found.hash.copy().digest('hex') : null
    },
    drop: (id: string): boolean => known.delete(id),
  }
}

const completed = async (
  { settings }: Deps,
  store: FileStore,
  hashes: Hashes,
  { id, name, size, sha256: wanted, recording }: Unfinished,
) => {
  const path = store.chunks.placeOf(id)
  const sha256 = hashes.wholeOf(id, size) ?? (await hashOf(store.chunks.read(id)))
  const { size: there } = await stat(path)
  if (there < size || (wanted !== null && wanted !== sha256)) throw new DomainError('hash-differs')
  const type = await recordingTypeOf(path, name, recording?.kind ?? 'video')
  // Scanners take no streams of gigabytes; nothing of these kinds is run by whoever plays it.
  if (size <= largestUpload) await scan(path, settings.clamavAddress)
  const seconds = await secondsOf(path, type)
  return { sha256, type, size, seconds }
}
