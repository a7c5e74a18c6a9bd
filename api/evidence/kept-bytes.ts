// Are the bytes that somebody is about to be given those that were handed in?
import type { FileHandle } from 'node:fs/promises'
import type { Database } from '../../db/client.ts'
import { noteLook, readMark } from '../../db/files/kept-bytes.ts'
import { isMarkGood, type Look } from '../../domain/evidence/kept-bytes.ts'
import type { Instant } from '../../domain/time/instant.ts'
import type { Piece } from '../http/piece.ts'
import { type FileStore, mostBytes, stampOf } from './file-store.ts'

type KeptDeps = { db: Database; now: () => Promise<Instant>; wholeUpTo?: number }
export type Kept = { sha256: string; size: number }
export type KeptBytes = ReturnType<typeof createKeptBytes>

/** Bytes that are not what their hash says are given to nobody, and it is noted that they are not. What is no larger than `wholeUpTo` is read whole for each reader. */
export const createKeptBytes = ({ db, now, wholeUpTo = mostBytes }: KeptDeps, store: FileStore) => {
  const looking = new Map<string, Promise<Look>>()
  const lookAnew = async (sha256: string): Promise<Look> => {
    const look = await store.look(sha256)
    await noteLook(db, sha256, look, await now())
    return look
  }
  /** Whoever asks meanwhile for the same waits for the same reading. */
  const lookOnce = (sha256: string): Promise<Look> => {
    const under = looking.get(sha256) ?? lookAnew(sha256).finally(() => looking.delete(sha256))
    looking.set(sha256, under)
    return under
  }
  const check = async (sha256: string): Promise<Look> => {
    const look = await lookOnce(sha256)
    if (look.found !== 'intact')
      throw new Error(`the bytes kept as ${sha256} are ${look.found}: they are given to nobody`)
    return look
  }
  const isMarked = async ({ sha256, size }: Kept, stamp: string): Promise<boolean> =>
    size > wholeUpTo && isMarkGood(await readMark(db, sha256), stamp, await now())
  /** Open, and whole as it is: read again wherever it has been written since it was. */
  const openWhole = async (kept: Kept): Promise<FileHandle> => {
    const { sha256 } = kept
    for (let tries = 0; tries < 3; tries += 1) {
      const file = await store.open(sha256).catch(async () => {
        await check(sha256)
        return store.open(sha256)
      })
      const [stamp, done] = [await stampOf(file), { whole: false }]
      try {
        done.whole = (await isMarked(kept, stamp)) || (await check(sha256)).stamp === stamp
        if (done.whole) return file
      } finally {
        if (!done.whole) await file.close()
      }
    }
    throw new Error(`the bytes kept as ${sha256} are being written`)
  }
  return {
    check: async (sha256: string): Promise<void> => void (await check(sha256)),
    /** All of it, read now. */
    readWhole: async (sha256: string) => (await openWhole({ sha256, size: 0 })).createReadStream(),
    /** The whole or a piece, when all of it was read lately and not written since, or is read now. */
    async read(kept: Kept, piece?: Piece) {
      const file = await openWhole(kept)
      return file.createReadStream(piece ? { start: piece.from, end: piece.to } : {})
    },
  }
}
