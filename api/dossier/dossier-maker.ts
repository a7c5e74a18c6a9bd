// How is a dossier made in the background, so that a killed server loses nothing but time?
import { createHash } from 'node:crypto'
import type { Logger } from 'pino'
import { readCase, readFacts } from '../../db/cases/cases-reads.ts'
import { partyOf } from '../../db/cases/documents.ts'
import { readDetached } from '../../db/cases/documents-reads.ts'
import type { Database } from '../../db/client.ts'
import {
  bytesOfDocument,
  type DossierRow,
  failDossier,
  keepDossier,
  noteProgress,
  takeDossier,
} from '../../db/files/dossiers.ts'
import { readHashes } from '../../db/files/uploads.ts'
import type { DossierPaper, OrderedDossier } from '../../domain/dossier/order.ts'
import { checksums, type DossierSheet, type ManifestLine } from '../../domain/dossier/sheet.ts'
import { changedFiles, filesNamed } from '../../domain/model/chain.ts'
import type { ProcessDefinition } from '../../domain/model/process.ts'
import type { Instant } from '../../domain/time/instant.ts'
import { createFileStore, type FileStore } from '../evidence/file-store.ts'
import { createKeptBytes, type KeptBytes } from '../evidence/kept-bytes.ts'
import { readOrdered, sheetFor } from './dossier-material.ts'
import { type ZipFile, zipped } from './zip.ts'

/** Evidence that was exchanged since it was handed in goes into no dossier. */
const refuseChanged = async (db: Database, caseId: string): Promise<void> => {
  const facts = await readFacts(db, caseId)
  const [first] = changedFiles(facts, await readHashes(db, filesNamed(facts)))
  if (first) throw new Error(`file ${first.file} of record ${first.seq} has been exchanged`)
}

/** Lays the papers out; they lie in a folder of files or come along, by their number. */
export type DossierPress = (
  sheet: DossierSheet,
  papers: Record<number, string | Uint8Array>,
) => Promise<Uint8Array>

export type MakerDeps = {
  db: Database
  processFor: (id: string, version: number) => ProcessDefinition | undefined
  now: () => Promise<Instant>
  filesDir: string
  press: DossierPress
  log: Pick<Logger, 'error'>
}

const beatMs = 5_000
const mostBytes = 4 * 1024 * 1024 * 1024

export type DossierMaker = { kick: () => Promise<void> }

/** One at a time in a process; `kick` makes all that wait, also those that a dead server has left. */
export const createDossierMaker = (deps: MakerDeps): DossierMaker => {
  const store = createFileStore(deps.filesDir)
  let running: Promise<void> | null = null
  const all = async (): Promise<void> => {
    for (let row = await takeDossier(deps.db); row; row = await takeDossier(deps.db))
      await one(deps, store, row)
  }
  return {
    kick: () => {
      running ??= all().finally(() => {
        running = null
      })
      return running
    },
  }
}

const one = async (deps: MakerDeps, store: FileStore, row: DossierRow): Promise<void> => {
  const progress = { done: 0, total: 0 }
  const beat = () => noteProgress(deps.db, row.id, progress).catch(() => undefined)
  const beating = setInterval(() => void beat(), beatMs)
  try {
    await make(deps, store, row, async (done, total) => {
      Object.assign(progress, { done, total })
      await beat()
    })
  } catch (error) {
    deps.log.error(
      { dossier: row.id, kind: error instanceof Error ? error.message : typeof error },
      'a dossier could not be made',
    )
    await failDossier(deps.db, row.id)
  } finally {
    clearInterval(beating)
  }
}

type Progress = (done: number, total: number) => Promise<void>

const make = async (
  { db, processFor, now, press }: MakerDeps,
  store: FileStore,
  { id, caseId }: DossierRow,
  progress: Progress,
): Promise<void> => {
  const hit = await readCase(db, caseId)
  const process = hit && processFor(hit.record.process, hit.record.chart)
  if (!hit || !process) throw new Error('its case is not there')
  const { record } = hit
  const bytes = createKeptBytes({ db, now }, store)
  await refuseChanged(db, caseId)
  const [at, ordered] = [await now(), await readOrdered(db, process, record)]
  const sheet = sheetFor(process, record, await partyOf(db, record.owner), ordered, at)
  const total = sheet.entries.length * 2 + 1
  const papers = ordered.parts.flatMap((part) => part.papers)
  const laid: Record<number, string | Uint8Array> = {}
  for (const [index, paper] of papers.entries()) {
    const isHere = sheet.entries[index]?.elsewhere === undefined
    if (paper.kind === 'file' && isHere) await bytes.check(paper.file.sha256)
    laid[index + 1] =
      paper.kind === 'file'
        ? store.placeOf(paper.file.sha256)
        : await bytesOfDocument(db, paper.document.id)
    await progress(index, total)
  }
  const pdf = await press(sheet, laid)
  await progress(papers.length + 1, total)
  const whole = await kept(store, [Buffer.from(pdf)])
  const files = filesOf(sheet, ordered, pdf, {
    read: (paper) => bytesIn(db, bytes, paper),
    beside: (paper) => signatureBeside(db, paper),
    next: (done) => progress(papers.length + 1 + done, total),
  })
  const archive = await kept(store, zipped(files))
  const facts = record.facts
  await keepDossier(db, id, { pdf: whole, zip: archive, facts, missing: ordered.missing, at })
}

const kept = async (store: FileStore, chunks: Iterable<Buffer> | AsyncIterable<Buffer>) => {
  const received = await store.receive(asAsync(chunks), mostBytes)
  await store.keep(received)
  return { sha256: received.sha256, size: received.size }
}

async function* asAsync(chunks: Iterable<Buffer> | AsyncIterable<Buffer>): AsyncGenerator<Buffer> {
  yield* chunks
}

async function* bytesIn(
  db: Database,
  bytes: KeptBytes,
  paper: DossierPaper,
): AsyncGenerator<Uint8Array> {
  if (paper.kind === 'document') yield await bytesOfDocument(db, paper.document.id)
  else yield* await bytes.readWhole(paper.file.sha256)
}

const signatureBeside = async (
  db: Database,
  paper: DossierPaper,
): Promise<[string, Uint8Array | string][]> => {
  const found = paper.kind === 'document' ? await readDetached(db, paper.document.id) : null
  if (!found) return []
  return [
    ['.sm2.sig', found.signature],
    ['.sm2.pub.pem', found.publicKey],
  ]
}

type Reading = {
  read: (paper: DossierPaper) => AsyncIterable<Uint8Array>
  /** What lies beside it, by the ending of its name. */
  beside: (paper: DossierPaper) => Promise<[string, Uint8Array | string][]>
  next: (done: number) => Promise<void>
}

/** The dossier itself, every paper as it came, and the hashes of all of them, reckoned from the bytes that went in. */
async function* filesOf(
  sheet: DossierSheet,
  { parts }: OrderedDossier,
  pdf: Uint8Array,
  { read, beside, next }: Reading,
): AsyncGenerator<ZipFile> {
  const lines: ManifestLine[] = []
  const listed = (path: string, bytes: () => AsyncIterable<Uint8Array>): ZipFile => ({
    path,
    bytes: () => hashed(path, bytes(), lines),
  })
  yield listed('卷宗.pdf', () => asAsync([Buffer.from(pdf)]))
  const papers = parts.flatMap((part) => part.papers)
  for (const [index, entry] of sheet.entries.entries()) {
    const paper = papers[index]
    if (!paper) continue
    if (entry.elsewhere === undefined) yield listed(entry.path, () => read(paper))
    for (const [ending, bytes] of await beside(paper))
      yield listed(`${entry.path}${ending}`, () => asAsync([Buffer.from(bytes)]))
    await next(index + 1)
  }
  const manifest = { ...sheet, files: lines }
  const contents = Buffer.from(`${JSON.stringify(manifest, null, 2)}\n`)
  yield listed('manifest.json', () => asAsync([contents]))
  yield { path: 'SHA256SUMS', bytes: () => asAsync([Buffer.from(checksums(lines))]) }
}

async function* hashed(
  path: string,
  bytes: AsyncIterable<Uint8Array>,
  lines: ManifestLine[],
): AsyncGenerator<Uint8Array> {
  const hash = createHash('sha256')
  let size = 0
  for await (const chunk of bytes) {
    hash.update(chunk)
    size += chunk.length
    yield chunk
  }
  lines.push({ path, sha256: hash.digest('hex'), size })
}
