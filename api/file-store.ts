// Where do the bytes of uploaded files lie?
import { createHash, randomUUID } from 'node:crypto'
import { createReadStream, type ReadStream } from 'node:fs'
import { mkdir, open, rename, rm, stat } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { DomainError } from '../domain/case/errors.ts'
import { text } from '../domain/case/words.ts'

export const mostBytes = 20 * 1024 * 1024

export type Received = { path: string; sha256: string; size: number }

export type FileStore = ReturnType<typeof createFileStore>

/** A folder in which a file's place is the hash of its content: `ab/abcd…`. */
export const createFileStore = (folder: string) => {
  const placeOf = (sha256: string) => join(folder, sha256.slice(0, 2), sha256)
  return {
    /** Writes a stream to a temporary file, hashing on the way; more than 20 MB are refused. */
    async receive(chunks: AsyncIterable<Buffer>): Promise<Received> {
      const path = join(folder, 'incoming', randomUUID())
      await mkdir(dirname(path), { recursive: true })
      const file = await open(path, 'wx')
      const hash = createHash('sha256')
      let size = 0
      try {
        for await (const chunk of chunks) {
          size += chunk.length
          if (size > mostBytes) throw new DomainError('file-too-large', [text('单个文件不超过 20 MB', 'A file may have up to 20 MB')])
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
    },
    /** Puts a received file in its place; the same content twice lies there once. */
    async keep({ path, sha256 }: Received): Promise<void> {
      await mkdir(dirname(placeOf(sha256)), { recursive: true })
      await rename(path, placeOf(sha256))
    },
    discard: ({ path }: Received): Promise<void> => rm(path, { force: true }),
    async read(sha256: string): Promise<ReadStream> {
      await stat(placeOf(sha256))
      return createReadStream(placeOf(sha256))
    },
  }
}
