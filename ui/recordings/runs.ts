// How far is each recording that this browser sends, and how does it go on after a pause, a cut or a reload?
import { createSignal } from 'solid-js'
import type { Me } from '../../contract/account/session.ts'
import type { UploadView } from '../../contract/evidence/files.ts'
import { digestHeader, nextPieceBytes } from '../../domain/evidence/recording-pieces.ts'
import type { Text } from '../../domain/language/words.ts'
import { caseApi } from '../client/case/cases.ts'
import { asRefusal, Refusal } from '../client/client.ts'
import { sendChunk, uploadApi } from '../client/evidence.ts'
import { hashOf } from '../photo/photo.ts'
import { client, refreshAfter } from '../reading/queries.ts'
import { dropRecording, type KeptRecording, keepRecording, type Said } from './kept.ts'
import { recordingWords as w } from './words.ts'

const largestPiece = 8 * 1024 * 1024
const firstWait = 2_000
const longestWait = 60_000
const mostTries = 3

/** `sent`: bytes, those of the piece under way included. `isKept`: it lies on this device until it has arrived; null: not known yet. */
export type Run = {
  key: string
  id: string | null
  caseId: string
  name: string
  size: number
  sent: number
  perSecond: number | null
  status: 'checking' | 'sending' | 'paused' | 'waiting' | 'attaching' | 'done' | 'failed'
  why: Text | null
  isKept: boolean | null
}

type Held = { file: File; said: Said; stop: AbortController }

/** They go on while other pages are read, and end with the tab. */
const [runs, setRuns] = createSignal<Run[]>([])
const held = new Map<string, Held>()

export const runsOf = (caseId: string): Run[] => runs().filter((one) => one.caseId === caseId)

const change = (key: string, part: Partial<Run>) =>
  setRuns((all) => all.map((one) => (one.key === key ? { ...one, ...part } : one)))
const statusOf = (key: string) => runs().find((one) => one.key === key)?.status

/** Case, name, size and the hash of the first piece make the key, so that the same file chosen again is the same upload; also on another day. */
const keyOf = async (caseId: string, file: File): Promise<string> => {
  const head = (await hashOf(file.slice(0, largestPiece))) ?? String(file.lastModified)
  const name = await hashOf(new Blob([file.name]))
  return `recording-${caseId}-${file.size}-${head.slice(0, 40)}-${(name ?? encodeURIComponent(file.name)).slice(0, 40)}`
}

/** Begins, or goes on. `expected`: the unfinished upload that the file was chosen for; answers why it is not that file. */
export const sendRecording = async (
  file: File,
  said: Said,
  expected: string | null = null,
): Promise<Text | null> => {
  const key = await keyOf(said.caseId, file)
  if (statusOf(key) === 'sending' || statusOf(key) === 'checking') return null
  if (expected !== null) {
    const begun = await uploadApi.begin(
      { name: file.name, size: file.size, recording: said },
      key,
      new AbortController().signal,
    )
    if (begun.id !== expected) {
      void uploadApi.giveUp(begun.id).catch(() => undefined)
      return w.otherFile
    }
  }
  begin(key, file, said, { id: expected, isKept: null })
  const person = author()
  if (person) void keepRecording(person, key, file, said).then((isKept) => noteKept(key, isKept))
  return null
}

const begin = (key: string, file: File, said: Said, more: Pick<Run, 'id' | 'isKept'>): void => {
  held.set(key, { file, said, stop: new AbortController() })
  const fresh: Run = {
    ...more,
    key,
    caseId: said.caseId,
    name: file.name,
    size: file.size,
    sent: 0,
    perSecond: null,
    status: 'checking',
    why: null,
  }
  setRuns((all) => [...all.filter((one) => one.key !== key), fresh])
  void go(key)
}

const author = (): string | undefined => client.getQueryData<Me>(['me'])?.id

/** It may have arrived, or been given up, before it was on the device. */
const noteKept = (key: string, isKept: boolean): void => {
  if (held.has(key)) change(key, { isKept })
  else letGo(key)
}

const letGo = (key: string): void => {
  const person = author()
  if (person) void dropRecording(person, key)
}

/** What a closed tab has left on this device goes on from where it was. */
export const goOnWith = (kept: readonly KeptRecording[]): void => {
  for (const { key, said, name, at, bytes } of kept)
    if (!held.has(key))
      begin(key, new File([bytes], name, { type: bytes.type, lastModified: at }), said, {
        id: null,
        isKept: true,
      })
}

export const pause = (key: string) => {
  change(key, { status: 'paused' })
  held.get(key)?.stop.abort()
}

/** Also what was refused: there may be room again, or somebody has taken the case. */
export const canGoOn = (status: Run['status'] | undefined): boolean =>
  status === 'paused' || status === 'failed'

export const resume = (key: string) => {
  const one = held.get(key)
  if (!one || !canGoOn(statusOf(key))) return
  held.set(key, { ...one, stop: new AbortController() })
  change(key, { status: 'checking', why: null })
  void go(key)
}

/** What has arrived is given up at the server too. */
export const giveUpRun = async (key: string) => {
  const id = runs().find((one) => one.key === key)?.id
  held.get(key)?.stop.abort()
  held.delete(key)
  letGo(key)
  setRuns((all) => all.filter((one) => one.key !== key))
  if (id) await uploadApi.giveUp(id).catch(() => undefined)
}

const sentOf = (key: string): number => runs().find((one) => one.key === key)?.sent ?? 0
const isStopped = (key: string): boolean => !held.has(key) || statusOf(key) === 'paused'

/** Until it is attached, paused or refused; what the network swallows is sent again, later each time. */
const go = async (key: string): Promise<void> => {
  let wait = firstWait
  for (let ended = false; !ended; ) {
    const before = sentOf(key)
    ended = await once(key).then(
      () => true,
      (error: unknown) => refused(key, error),
    )
    if (ended) return
    wait = sentOf(key) > before ? firstWait : Math.min(wait * 2, longestWait)
    await new Promise((resolve) => setTimeout(resolve, wait))
    ended = isStopped(key)
  }
}

/** Whether that was the end of it. */
const refused = (key: string, error: unknown): boolean => {
  if (isStopped(key)) return true
  const { status, reasons, title } = asRefusal(error)
  const isAway = status === 0 || status === 503
  change(key, isAway ? { status: 'waiting' } : { status: 'failed', why: reasons[0] ?? title })
  return !isAway
}

const once = async (key: string): Promise<void> => {
  const one = held.get(key)
  if (!one) return
  const { file, said, stop } = one
  const begin = { name: file.name, size: file.size, recording: said }
  let upload = await uploadApi.begin(begin, key, stop.signal)
  change(key, { id: upload.id, sent: upload.offset, status: 'sending' })
  for (let tries = 0; !upload.file; ) {
    const next = await sendPiece(key, one, upload)
    tries = next.offset > upload.offset || next.file ? 0 : tries + 1
    if (tries > mostTries) throw new Refusal(422, { code: 'hash-differs' })
    upload = next
    change(key, { sent: upload.offset })
  }
  change(key, { status: 'attaching', sent: upload.size })
  const data = { recording: [upload.id] }
  const answer = await caseApi.act({
    id: said.caseId,
    type: 'attach-recording',
    data,
    key: `attach-${upload.id}`,
    material: 0,
    taskId: null,
  })
  change(key, { status: 'done' })
  held.delete(key)
  letGo(key)
  refreshAfter(said.caseId, answer.revision)
  void client.invalidateQueries({ queryKey: ['recordings', said.caseId] })
}

/** A piece that arrived otherwise than it left, or at another place than was thought, is no end. */
const sendPiece = async (
  key: string,
  { file, stop }: Held,
  upload: UploadView,
): Promise<UploadView> => {
  const perSecond = runs().find((one) => one.key === key)?.perSecond ?? null
  const piece = file.slice(upload.offset, upload.offset + nextPieceBytes(perSecond, largestPiece))
  const hash = await hashOf(piece)
  const began = performance.now()
  const onSent = (bytes: number) => change(key, { sent: upload.offset + bytes })
  try {
    const digest = hash === null ? undefined : digestHeader(hash)
    const next = await sendChunk(upload, piece, onSent, stop.signal, digest)
    change(key, { perSecond: (piece.size * 1_000) / Math.max(1, performance.now() - began) })
    return next
  } catch (error) {
    const known = error instanceof Refusal ? error.code : ''
    if (known !== 'upload-offset' && known !== 'hash-differs') throw error
    return uploadApi.look(upload.id)
  }
}
