// How does a change on the server reach every tab through one stream?
import { createSignal, onCleanup, onMount } from 'solid-js'
import type { CaseView } from '../../contract/case/cases.ts'
import type { LiveEvent } from '../../contract/operation/operation.ts'
import type { Text } from '../../domain/language/words.ts'
import { openLiveStream } from '../client/live.ts'
import { words } from '../client/words.ts'
import { withChange } from './changes.ts'
import { cutOff, noteAnswer } from './network.ts'
import { client, ownRevision } from './queries.ts'

const staleAfter = 30_000
/** The minute in which it asks for no place, and then some. */
const fullStaleAfter = 90_000
const [messageAt, setMessageAt] = createSignal(Date.now())
const [age, setAge] = createSignal(0)
const [changes, setChanges] = createSignal<ReadonlyMap<string, number>>(new Map())

const [full, setFull] = createSignal(false)

/** Whether this page hears of no changes because too many others do; it asks for a place, and reads everything, every minute. */
export const isFull = full

const lastsMs = () => (full() ? fullStaleAfter : staleAfter)

/** Milliseconds since the last heartbeat; not `navigator.onLine`, which tells little. */
export const staleFor = () => (age() > lastsMs() ? age() : 0)

/** Why nothing may be sent now; drafts may be written all the same. */
export const noSending = (): Text | null =>
  cutOff() ? words.offlineReason : staleFor() > 0 ? words.staleReason : null

/** When the last sign of life came. */
export const lastMessageAt = () => messageAt()

/** The newest revision heard of for a case since the page stands. */
export const newestRevision = (id: string): number => changes().get(id) ?? 0

/** Whether somebody else has brought the case further than it was read. */
export const hasNews = ({ id, revision }: CaseView): boolean =>
  newestRevision(id) > Math.max(revision, ownRevision(id))

const [waits, setWaits] = createSignal<string | null>(null)

/** Since when what follows of acts by itself is not carried out; null: it is. */
export const engineWaitsSince = waits

const [news, setNews] = createSignal(0)

/** Grows with each alarm that something has happened to; the stream says no more than that. */
export const alarmNews = news

const [lastCase, setLastCase] = createSignal('', { equals: false })

/** The case that something has happened to last. */
export const caseNews = lastCase

type Message =
  | LiveEvent
  | { kind: 'again'; id: string; revision: number; waitsSince?: undefined; others?: undefined }

/** What shows in none of the reader's own boxes is read with the next thing that does, or the next heartbeat. */
let unread = false

const take = (message: Message) => {
  const wasStale = age() > lastsMs() || cutOff()
  noteAnswer()
  setMessageAt(Date.now())
  setAge(0)
  if (message.kind !== 'again') setFull(message.kind === 'full')
  if (wasStale || message.kind === 'again') void client.invalidateQueries()
  if (message.waitsSince !== undefined) setWaits(message.waitsSince)
  if (message.kind === 'alarm') setNews((n) => n + 1)
  if (message.kind === 'case') {
    setLastCase(message.id)
    setChanges((known) => withChange(known, message))
    unread = true
  }
  if (!unread || message.others) return
  unread = false
  for (const name of ['peek', 'me']) void client.invalidateQueries({ queryKey: [name] })
}

/** Opens the stream and opens it again when the server ends it; answers how to close it. */
const openStream = (deliver: (message: Message) => void) => {
  let source: EventSource | undefined
  let timer: number | undefined
  let opened = 0
  const parse = (event: MessageEvent<string>) => deliver(JSON.parse(event.data) as LiveEvent)
  const open = () => {
    source = openLiveStream()
    for (const kind of ['case', 'alarm', 'heartbeat', 'full']) source.addEventListener(kind, parse)
    source.addEventListener('open', () =>
      deliver({ kind: opened++ === 0 ? 'heartbeat' : 'again', id: '', revision: 0 }),
    )
    source.addEventListener('error', () => {
      if (source?.readyState !== EventSource.CLOSED) return
      timer = window.setTimeout(open, 5_000)
      // The stream does not say why it was refused: perhaps the session has ended.
      void client.invalidateQueries({ queryKey: ['me'] })
    })
  }
  open()
  return () => {
    window.clearTimeout(timer)
    source?.close()
  }
}

/** One EventSource per browser where locks exist (secure contexts), else one per tab. */
const follow = (): (() => void) => {
  if (!('locks' in navigator) || !('BroadcastChannel' in window)) return openStream(take)
  const channel = new BroadcastChannel('anjian-live')
  const ended = new AbortController()
  channel.addEventListener('message', (event: MessageEvent<Message>) => take(event.data))
  const lead = () =>
    new Promise<void>((release) => {
      const close = openStream((message) => {
        channel.postMessage(message)
        take(message)
      })
      ended.signal.addEventListener('abort', () => {
        close()
        release()
      })
    })
  navigator.locks.request('anjian-live', { signal: ended.signal }, lead).catch(() => undefined)
  return () => {
    ended.abort()
    channel.close()
  }
}

/** Keeps the page live as long as the calling component stands. */
export const useLive = () => {
  onMount(() => {
    setMessageAt(Date.now())
    const close = follow()
    const timer = window.setInterval(() => setAge(Date.now() - messageAt()), 5_000)
    const again = () => void client.invalidateQueries()
    window.addEventListener('online', again)
    onCleanup(() => {
      window.removeEventListener('online', again)
      close()
      window.clearInterval(timer)
    })
  })
}
