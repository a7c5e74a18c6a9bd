// Where do the bytes of uploaded files lie?
import { createHash, randomUUID } from 'node:crypto'
import { constants, createReadStream, type ReadStream } from 'node:fs'
import {
  type FileHandle,
  link,
  mkdir,
  open,
  readdir,
  rename,
  rm,
  stat,
  statfs,
} from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import type { Look } from '../../domain/evidence/kept-bytes.ts'
import { DomainError } from '../../domain/language/errors.ts'
import { text } from '../../domain/language/words.ts'

const mega = 1024 * 1024
/** Of a file that comes in one piece. */
export const mostBytes = 20 * mega

export const tooLarge = (most: number) =>
  new DomainError('file-too-large', [
    text(`单个文件不超过 ${most / mega} MB`, `A file may have up to ${most / mega} MB`),
  ])

export type Received = { path: string; sha256: string; size: number }
export type FileStore = ReturnType<typeof createFileStore>

/** A folder in which a file's place is the hash of its content: `ab/abcd…`. */
export const createFileStore = (folder: string) => {
  const placeOf = (sha256: string) => join(folder, sha256.slice(0, 2), sha256)
  const incoming = join(folder, 'incoming')
  return {
    receive: (chunks: AsyncIterable<Buffer>, most = mostBytes) =>
      receive(join(incoming, randomUUID()), chunks, most),
    /** Puts a received file in its place; the same content twice lies there once. */
    async keep({ path, sha256 }: Received): Promise<void> {
      await mkdir(dirname(placeOf(sha256)), { recursive: true })
      await rename(path, placeOf(sha256))
    },
    /** Bytes that still fit. */
    room: () => roomIn(folder),
    discard: ({ path }: Received): Promise<void> => rm(path, { force: true }),
    placeOf,
    /** `piece`: only these bytes, the last one included. */
    async read(sha256: string, piece?: { from: number; to: number }): Promise<ReadStream> {
      await stat(placeOf(sha256))
      const only = piece ? { start: piece.from, end: piece.to } : {}
      return createReadStream(placeOf(sha256), only)
    },
    /** To be closed by the caller, or by the end of a stream of it. */
    open: (sha256: string): Promise<FileHandle> => open(placeOf(sha256), 'r'),
    /** Reads all of it again and says how it was found; a store that is away is no file that is missing. */
    look: async (sha256: string, gently?: Gently): Promise<Look> =>
      look(placeOf(sha256), sha256, gently).catch(async (error: unknown) => {
        if (!isAbsent(error) || (await readdir(folder)).length === 0) throw error
        return { found: 'missing', stamp: '' }
      }),
    /** Only what nothing refers to any more. */
    remove: (sha256: string): Promise<void> => rm(placeOf(sha256), { force: true }),
    chunks: createChunkStore(join(folder, 'pieces'), placeOf),
    /** What a process that died has left half-written. */
    sweep: () => sweep(incoming),
  }
}

/** No more bytes in a second than that; `beat` is called after each piece. */
export type Gently = { perSecond: number; beat: () => void }

/** By what the file system tells that a file was written since: its times say it even where its length is the same. */
export const stampOf = async (file: FileHandle): Promise<string> => {
  const { ino, size, mtimeNs, ctimeNs } = await file.stat({ bigint: true })
  return [ino, size, mtimeNs, ctimeNs].join(':')
}

const look = async (path: string, sha256: string, gently?: Gently): Promise<Look> => {
  const file = await open(path, 'r')
  try {
    const stamp = await stampOf(file)
    const bytes = file.createReadStream({ autoClose: false, highWaterMark: mega })
    const hash = await hashOf(gently ? slowly(bytes, gently) : bytes)
    return { found: hash === sha256 ? 'intact' : 'altered', stamp }
  } finally {
    await file.close()
  }
}

async function* slowly(chunks: AsyncIterable<Buffer>, { perSecond, beat }: Gently) {
  let free = performance.now()
  for await (const chunk of chunks) {
    yield chunk
    beat()
    free = Math.max(free, performance.now()) + (chunk.length * 1000) / perSecond
    await sleep(free - performance.now())
  }
}

const isAbsent = (error: unknown): boolean =>
  (error as NodeJS.ErrnoException | null)?.code === 'ENOENT'

/** The SHA-256 of all that comes. */
export const hashOf = async (chunks: AsyncIterable<Buffer>): Promise<string> => {
  const hash = createHash('sha256')
  for await (const chunk of chunks) hash.update(chunk)
  return hash.digest('hex')
}

/** Writes a stream to a new file, hashing on the way; more than `most` bytes are refused. */
const receive = async (
  path: string,
  chunks: AsyncIterable<Buffer>,
  most: number,
): Promise<Received> => {
  await mkdir(dirname(path), { recursive: true })
  const file = await open(path, 'wx')
  const hash = createHash('sha256')
  let size = 0
  try {
    for await (const chunk of chunks) {
      size += chunk.length
      if (size > most) throw tooLarge(most)
      hash.update(chunk)
      await file.appendFile(chunk)
    }
    await file.sync()
    return { path, sha256: hash.digest('hex'), size }
  } catch (error) {
    await rm(path, { force: true })
    throw error
  } finally {
    await file.close()
  }
}

/** Files that come piece by piece. What counts as arrived is noted elsewhere; bytes beyond that are written over. */
const createChunkStore = (folder: string, keptAt: (sha256: string) => string) => {
  const placeOf = (id: string) => join(folder, id)
  return {
    /** Writes from `offset` on, at most `room` bytes, and answers how many are safe, also when the stream breaks. */
    async write(
      id: string,
      offset: number,
      chunks: AsyncIterable<Uint8Array>,
      room: number,
    ): Promise<{ written: number; broken: unknown }> {
      await mkdir(folder, { recursive: true })
      const file = await open(placeOf(id), constants.O_WRONLY | constants.O_CREAT)
      let written = 0
      let broken: unknown = null
      try {
        for await (const chunk of chunks) {
          if (written + chunk.length > room) throw tooMuch()
          await writeWhole(file, chunk, offset + written)
          written += chunk.length
        }
      } catch (error) {
        broken = error
      }
      await file.datasync().finally(() => file.close())
      return { written, broken }
    },
    placeOf,
    /** Puts a received piece where it belongs; `told` hears its bytes on the way. */
    async insert(id: string, offset: number, { path }: Received, told: (bytes: Buffer) => void) {
      await mkdir(folder, { recursive: true })
      const file = await open(placeOf(id), constants.O_WRONLY | constants.O_CREAT)
      try {
        await copyInto(file, offset, createReadStream(path), told)
      } catch (error) {
        // A part that does not count fills no disk.
        await file.truncate(offset).catch(() => undefined)
        throw error
      } finally {
        await file.close()
      }
    },
    /** The whole goes to the place of its hash without being copied, and stays here until it is discarded. */
    async keep(id: string, sha256: string): Promise<void> {
      await mkdir(dirname(keptAt(sha256)), { recursive: true })
      await link(placeOf(id), keptAt(sha256)).catch((error: NodeJS.ErrnoException) => {
        if (error.code !== 'EEXIST') throw error
      })
    },
    read: (id: string, piece?: { from: number; to: number }): ReadStream =>
      createReadStream(placeOf(id), piece ? { start: piece.from, end: piece.to } : {}),
    discard: (id: string): Promise<void> => rm(placeOf(id), { force: true }),
  }
}

/** A full disk takes a part and says so only of the rest. */
const writeWhole = async (file: FileHandle, bytes: Uint8Array, at: number): Promise<void> => {
  for (let done = 0; done < bytes.length; ) {
    const { bytesWritten } = await file.write(bytes, done, bytes.length - done, at + done)
    done += bytesWritten
  }
}

/** Whether it says that there is no room left. */
export const isDiskFull = (error: unknown): boolean =>
  ['ENOSPC', 'EDQUOT'].includes(String((error as NodeJS.ErrnoException | null)?.code))

const copyInto = async (
  file: FileHandle,
  offset: number,
  chunks: AsyncIterable<Buffer>,
  told: (bytes: Buffer) => void,
): Promise<void> => {
  let at = offset
  for await (const chunk of chunks) {
    await writeWhole(file, chunk, at)
    told(chunk)
    at += chunk.length
  }
  await file.datasync()
}

const roomIn = async (folder: string): Promise<number> => {
  await mkdir(folder, { recursive: true })
  const { bavail, bsize } = await statfs(folder)
  return bavail * bsize
}

const tooMuch = () =>
  new DomainError('invalid-input', [
    text('收到的内容多于所说的文件大小', 'More bytes came than the file was said to have'),
  ])

const dayMs = 86_400_000

const sweep = async (folder: string): Promise<void> => {
  for (const name of await readdir(folder).catch(() => [])) {
    const path = join(folder, name)
    const found = await stat(path).catch(() => null)
    if (found && Date.now() - found.mtimeMs > dayMs) await rm(path, { force: true })
  }
}
