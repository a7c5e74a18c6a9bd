// How does what waits reach the server: in order, once each, as soon as there is a way, and under its author's name alone?
import { createEffect, createMemo, createSignal, on, onCleanup } from 'solid-js'
import type { Text } from '../../domain/language/words.ts'
import type { TimelineItem } from '../../domain/views/case-views.ts'
import { askMe } from '../client/account/session.ts'
import { sendWritten } from '../client/case/written-before.ts'
import { asRefusal, type Refusal } from '../client/client.ts'
import { send } from '../photo/upload.ts'
import { isToSend } from '../reading/draft.ts'
import { cutOff, noteAnswer, noteSilence } from '../reading/network.ts'
import { refreshAfter } from '../reading/queries.ts'
import { outboxEntries } from './entries.ts'
import {
  concernsAll,
  dataToSend,
  following,
  isNoVerdict,
  nextToSend,
  type OutboxEntry,
  type OutboxFile,
  type OutboxRefusal,
  waitBeforeMs,
} from './entry.ts'
import { changeEntry, closeOutbox, openOutbox, waitingOf } from './outbox.ts'
import { outboxWords as w } from './words.ts'

/** `later`: nobody has decided on it; it is tried again. `cut off`: nothing else would fare better now. */
type Outcome = 'arrived' | 'refused' | 'later' | 'cut off' | 'gone'

const undecided = (status: number): Outcome => (concernsAll(status) ? 'cut off' : 'later')

const [arrived, setArrived] = createSignal(0)

/** How many have arrived since the page stands. */
export const arrivedCount = arrived

const patienceMs = 30_000

/** A server that accepts the connection and says nothing holds up nothing else for ever. */
const withPatience = async <Answer>(
  work: (signal: AbortSignal) => Promise<Answer>,
): Promise<Answer> => {
  const stop = new AbortController()
  const timer = setTimeout(() => stop.abort(), patienceMs)
  try {
    return await work(stop.signal)
  } finally {
    clearTimeout(timer)
  }
}

const plain = (words: string) => ({ zh: words, en: words })

const changeWords = ({ title, who }: TimelineItem) => ({
  zh: [title.zh, who?.zh].filter(Boolean).join('，'),
  en: [title.en, who?.en].filter(Boolean).join(', '),
})

const asOutboxRefusal = ({ title, reasons, details }: Refusal): OutboxRefusal => ({
  title,
  reasons: [
    ...reasons.filter(({ zh }) => zh !== title.zh),
    ...Object.values(details.fields ?? {}),
    ...(details.changes ?? []).map(changeWords),
  ],
  revision: details.revision ?? 0,
})

const refuse = async (entry: OutboxEntry, refusal: OutboxRefusal): Promise<Outcome> => {
  await changeEntry(entry, (found) => ({ ...found, state: 'refused', unanswered: false, refusal }))
  return 'refused'
}

const fileRefusal = (title: Text, { name }: OutboxFile, why: Text | null): OutboxRefusal => ({
  title,
  reasons: [plain(name), ...(why ? [why] : [])],
  revision: 0,
})

const sendFile = async (
  entry: OutboxEntry,
  field: string,
  file: OutboxFile,
): Promise<Outcome | true> => {
  const { bytes } = file
  if (!bytes) return refuse(entry, fileRefusal(w.fileGone, file, null))
  const { status, stored, storedAt, why, answered } = await send(
    { ...file, bytes },
    () => undefined,
    new AbortController().signal,
  )
  if (answered !== null && isNoVerdict(answered)) return undecided(answered)
  if (status !== 'stored') return refuse(entry, fileRefusal(w.fileRefused, file, why))
  // Its bytes stay until the words are taken, too: refused, they would be nowhere else.
  const there = { ...file, stored, storedAt }
  await changeEntry(entry, (found) => withFile(found, field, there))
  return true
}

/** A file that has not arrived goes before the words that name it; true: all are there. */
const sendFiles = async (entry: OutboxEntry): Promise<Outcome | true> => {
  const missing = Object.entries(entry.files).flatMap(([field, files]) =>
    files.filter((file) => isToSend(file)).map((file) => ({ field, file })),
  )
  for (const { field, file } of missing) {
    const sent = await sendFile(entry, field, file)
    if (sent !== true) return sent
  }
  return true
}

const withFile = (entry: OutboxEntry, field: string, file: OutboxFile): OutboxEntry => ({
  ...entry,
  files: {
    ...entry.files,
    [field]: (entry.files[field] ?? []).map((one) => (one.key === file.key ? file : one)),
  },
})

/** On disk before it leaves: whoever closes the tab now finds it again as one that may have arrived. */
const claim = async (entry: OutboxEntry): Promise<OutboxEntry | null> => {
  let claimed: OutboxEntry | null = null
  await changeEntry(entry, (found) => {
    claimed = found.state === 'waiting' ? { ...found, unanswered: true } : null
    return claimed ?? undefined
  })
  return claimed
}

const settle = async (entry: OutboxEntry, material: number, revision: number): Promise<Outcome> => {
  for (const later of following(entry, await waitingOf(entry.person)))
    await changeEntry(later, (found) => ({
      ...found,
      material: Math.max(found.material, material),
    }))
  await changeEntry(entry, () => null)
  setArrived((count) => count + 1)
  refreshAfter(entry.caseId, revision)
  return 'arrived'
}

const sendEntry = async (entry: OutboxEntry): Promise<Outcome> => {
  const files = await sendFiles(entry)
  if (files !== true) return files
  const claimed = await claim(entry)
  if (!claimed) return 'gone'
  const { caseId: id, type, taskId, key, material, person: writtenBy } = claimed
  try {
    const data = dataToSend(claimed)
    const answer = await withPatience((signal) =>
      sendWritten({ id, type, data, taskId, key, material, writtenBy }, signal),
    )
    noteAnswer()
    return await settle(claimed, answer.material, answer.revision)
  } catch (error) {
    const refusal = asRefusal(error)
    if (!isNoVerdict(refusal.status)) return refuse(claimed, asOutboxRefusal(refusal))
    if (refusal.status === 0) noteSilence()
    else if (refusal.status < 500)
      await changeEntry(claimed, (found) => ({ ...found, unanswered: false }))
    return undecided(refusal.status)
  }
}

/** All that waits, one after the other; false: something of it must be tried again. */
const sendAll = async (person: string): Promise<boolean> => {
  if (!nextToSend(await waitingOf(person))) return true
  const me = await askMe().catch(() => null)
  if (me?.id !== person) return false
  const tried = new Set<string>()
  for (;;) {
    const next = nextToSend(await waitingOf(person), tried)
    if (!next) return tried.size === 0
    const outcome = await sendEntry(next)
    if (outcome === 'cut off') return false
    if (outcome === 'later') tried.add(next.key)
  }
}

/** In one tab at a time, where the browser can tell; else the key keeps it to once. */
const alone = async (work: () => Promise<boolean>): Promise<boolean> =>
  'locks' in navigator
    ? (navigator.locks.request('anjian-outbox', { ifAvailable: true }, (lock) =>
        lock ? work() : false,
      ) as Promise<boolean>)
    : work()

/** Sends as long as the calling component stands: at once when there is a network, and again, later each time, while nobody answers. */
export const useSender = (person: string): void => {
  let timer: ReturnType<typeof setTimeout> | undefined
  let failures = 0
  let busy = false
  let asked = false
  const run = async (): Promise<void> => {
    clearTimeout(timer)
    asked = busy
    if (busy || !navigator.onLine) return
    busy = true
    const done = await alone(() => sendAll(person)).catch(() => false)
    busy = false
    if (asked) return run()
    failures = done ? 0 : failures + 1
    if (!done) timer = setTimeout(() => void run(), waitBeforeMs(failures))
  }
  const start = () => {
    failures = 0
    void run()
  }
  void openOutbox(person).then(start)
  const waiting = createMemo(() => nextToSend(outboxEntries())?.key)
  createEffect(on(waiting, (key) => key && start(), { defer: true }))
  createEffect(on(cutOff, (off) => !off && start(), { defer: true }))
  window.addEventListener('online', start)
  onCleanup(() => {
    clearTimeout(timer)
    window.removeEventListener('online', start)
    closeOutbox()
  })
}
