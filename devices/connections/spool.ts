// What is done with what nobody will send again while PostgreSQL cannot take it?
import { createReadStream } from 'node:fs'
import { appendFile, type FileHandle, mkdir, open, readdir, rm, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { failsForEver, sqlState } from '../../db/failures.ts'
import type { Observation } from '../port/port.ts'

export type Spool = ReturnType<typeof createSpool>

/** `restMs`: a file of another process is taken when nothing has been added to it for so long. */
type Options = {
  folder: string
  log: (line: string) => void
  mostBytes?: number
  segmentBytes?: number
  syncMs?: number
  restMs?: number
}
type Take = (observations: Observation[], received: Date) => Promise<unknown>
type Batch = { received: string; observations: Observation[] }
type Writing = { handle: FileHandle; bytes: number }

const gibibyte = 1024 ** 3
const ending = '.jsonl'
const refusedEnding = '.refused'
const atOnce = 500

/**
 * One folder a feed, in it files that are only ever added to. What is kept survives the process at once and the machine within `syncMs`
 * (1 s). Beyond `mostBytes` (1 GiB a feed) the oldest goes: the newest place of a vehicle is worth more than its oldest.
 */
export const createSpool = (options: Options) => {
  const { folder, log, syncMs = 1_000, restMs = 5_000 } = options
  const files = createFiles(options)
  const inTurn = new Map<string, Promise<unknown>>()
  const afterOthers = <Result>(feed: string, work: () => Promise<Result>): Promise<Result> => {
    const next = (inTurn.get(feed) ?? Promise.resolve()).then(work, work)
    inTurn.set(
      feed,
      next.catch(() => undefined),
    )
    return next
  }
  const syncing = setInterval(() => files.sync(), syncMs)
  return {
    /** Resolves when it is in the file. Rejects when the disk does not take it. */
    keep: (feed: string, observations: Observation[], received: Date): Promise<void> =>
      afterOthers(feed, () =>
        files.append(
          feed,
          `${JSON.stringify({ received: received.toISOString(), observations } satisfies Batch)}\n`,
        ),
      ),

    /** Hands on what has been kept, the oldest first, and forgets it file by file; rejects at the first that is not taken. */
    empty: async (feed: string, take: Take): Promise<void> => {
      const names = await restingIn(folderOf(folder, feed), files.own, restMs)
      if (names.length === 0) return
      await afterOthers(feed, () => files.seal(feed))
      for (const name of names) {
        const path = join(folderOf(folder, feed), name)
        for await (const some of batchesOf(path, log))
          await Promise.all(some.map((batch) => handOn(batch, take, path, log)))
        await rm(path)
        log(`${feed}: stored what ${name} had kept`)
      }
    },

    close: async (): Promise<void> => {
      clearInterval(syncing)
      await Promise.all(files.open().map((feed) => afterOthers(feed, () => files.seal(feed))))
    },
  }
}

const folderOf = (folder: string, feed: string): string => join(folder, encodeURIComponent(feed))

/** The file of each feed that is being added to; a full one is sealed, and the next begins. */
const createFiles = ({
  folder,
  log,
  mostBytes = gibibyte,
  segmentBytes = gibibyte / 64,
}: Options) => {
  const writing = new Map<string, Writing>()
  const own = new Set<string>()
  const begin = async (feed: string): Promise<Writing> => {
    const place = folderOf(folder, feed)
    await mkdir(place, { recursive: true, mode: 0o700 })
    const name = `${String(Date.now()).padStart(15, '0')}-${process.pid}-${own.size}${ending}`
    own.add(name)
    const file = { handle: await open(join(place, name), 'a', 0o600), bytes: 0 }
    writing.set(feed, file)
    return file
  }
  const seal = async (feed: string): Promise<void> => {
    const known = writing.get(feed)
    writing.delete(feed)
    await known?.handle.datasync()
    await known?.handle.close()
  }
  return {
    seal,
    own: own as ReadonlySet<string>,
    open: (): string[] => [...writing.keys()],
    append: async (feed: string, line: string): Promise<void> => {
      const file = writing.get(feed) ?? (await begin(feed))
      // Half a line, as a full disk leaves it, must not be gone on with.
      await file.handle
        .appendFile(line)
        .catch((error: Error) => seal(feed).then(() => Promise.reject(error)))
      file.bytes += Buffer.byteLength(line)
      if (file.bytes < segmentBytes) return
      await seal(feed)
      await makeRoom(folderOf(folder, feed), mostBytes - segmentBytes, (name) =>
        log(`${feed}: the spool is full, ${name} is gone`),
      )
    },
    sync: (): void => {
      for (const { handle } of writing.values())
        void handle.datasync().catch((error: Error) => log(`spool: ${error.message}`))
    },
  }
}

/** Another process may still hear out a line that it has lost, and add to its file. */
const restingIn = async (
  folder: string,
  own: ReadonlySet<string>,
  restMs: number,
): Promise<string[]> => {
  const files = await Promise.all(
    (await filesIn(folder)).map(async (name) => ({
      name,
      at: (await stat(join(folder, name))).mtimeMs,
    })),
  )
  return files
    .filter(({ name, at }) => own.has(name) || Date.now() - at >= restMs)
    .map(({ name }) => name)
}

const filesIn = async (folder: string): Promise<string[]> =>
  (await readdir(folder).catch(() => [])).filter((name) => name.endsWith(ending)).sort()

const makeRoom = async (
  folder: string,
  most: number,
  gone: (name: string) => void,
): Promise<void> => {
  const files = await Promise.all(
    (await filesIn(folder)).map(async (name) => ({
      name,
      bytes: (await stat(join(folder, name))).size,
    })),
  )
  let all = files.reduce((sum, { bytes }) => sum + bytes, 0)
  for (const { name, bytes } of files) {
    if (all <= most) return
    await rm(join(folder, name))
    all -= bytes
    gone(name)
  }
}

/** What PostgreSQL will never take stands aside for people to look at, so that what is behind it gets its turn. */
const handOn = async (
  batch: Batch,
  take: Take,
  path: string,
  log: (line: string) => void,
): Promise<void> => {
  try {
    await take(batch.observations, new Date(batch.received))
  } catch (error) {
    if (!failsForEver(error)) throw error
    await appendFile(`${path}${refusedEnding}`, `${JSON.stringify(batch)}\n`, { mode: 0o600 })
    log(
      `${path}: one batch is refused for ever (${sqlState(error)}) and stands in ${refusedEnding} beside it`,
    )
  }
}

/** The last line may have been cut off by a dying process or a full disk; then its batch was never said to be kept. */
async function* batchesIn(path: string, log: (line: string) => void): AsyncGenerator<Batch> {
  for await (const line of createInterface({
    input: createReadStream(path),
    crlfDelay: Number.POSITIVE_INFINITY,
  })) {
    const batch = parsed(line)
    if (batch) yield batch
    else log(`${path}: a line that was cut off is left out`)
  }
}

/** Many at once: what is stored waits for others to be stored with. */
async function* batchesOf(path: string, log: (line: string) => void): AsyncGenerator<Batch[]> {
  let some: Batch[] = []
  for await (const batch of batchesIn(path, log)) {
    some.push(batch)
    if (some.length < atOnce) continue
    yield some
    some = []
  }
  if (some.length > 0) yield some
}

const parsed = (line: string): Batch | null => {
  try {
    return JSON.parse(line) as Batch
  } catch {
    return null
  }
}
