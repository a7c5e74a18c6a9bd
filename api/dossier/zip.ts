// How do all files of a dossier become one archive, without holding them all at once?
import { Zip, ZipPassThrough } from 'fflate'

export type ZipFile = { path: string; bytes: () => AsyncIterable<Uint8Array> }

/** Stored, not packed: pictures and PDF are packed already. The same files make the same bytes. */
export async function* zipped(files: AsyncIterable<ZipFile>): AsyncGenerator<Buffer> {
  const ready: Buffer[] = []
  const zip = new Zip((error, chunk) => {
    if (error) throw error
    ready.push(Buffer.from(chunk))
  })
  for await (const { path, bytes } of files) {
    const entry = new ZipPassThrough(path)
    entry.mtime = new Date(1980, 0, 1, 12)
    zip.add(entry)
    for await (const chunk of bytes()) {
      entry.push(new Uint8Array(chunk))
      yield* ready.splice(0)
    }
    entry.push(new Uint8Array(), true)
    yield* ready.splice(0)
  }
  zip.end()
  yield* ready.splice(0)
}
