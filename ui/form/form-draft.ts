// How is a form kept on this device while it is being filled, with the key under which it will be sent?
import { type Accessor, createSignal, onCleanup } from 'solid-js'
import type { Text } from '../../domain/language/words.ts'
import { newKey } from '../client/client.ts'
import type { Upload } from '../photo/upload.ts'
import {
  claimed,
  type Draft,
  type IdempotentRequest,
  isToSend,
  type KeptUpload,
} from '../reading/draft.ts'
import { useMe } from '../screen/me.ts'

/** Where a draft is found again, and under which words. */
export type About = { name: string; title: Text; href: string }
type State = Pick<Draft, 'data' | 'labels' | 'uploads'>

/** However long somebody types without a pause, what is older than this is on disk. */
const longestUnsavedMs = 1_500

/** Saves a moment after the last touch, and at once when the page is about to go. */
const createTimer = (save: () => void) => {
  let timer: ReturnType<typeof setTimeout> | undefined
  let since = 0
  const stop = () => {
    clearTimeout(timer)
    const waiting = timer !== undefined
    timer = undefined
    return waiting
  }
  const hurry = () => stop() && save()
  document.addEventListener('visibilitychange', hurry)
  window.addEventListener('pagehide', hurry)
  onCleanup(() => {
    hurry()
    document.removeEventListener('visibilitychange', hurry)
    window.removeEventListener('pagehide', hurry)
  })
  const wait = (ms: number) => {
    if (timer === undefined) since = Date.now()
    clearTimeout(timer)
    timer = setTimeout(
      () => {
        timer = undefined
        save()
      },
      Math.min(ms, Math.max(0, since + longestUnsavedMs - Date.now())),
    )
  }
  return { stop, wait }
}

const fresh = (): IdempotentRequest => ({ key: newKey(), sentAs: '', unanswered: false })

/** Words, files and the key of the request, kept under the person; what was sent and not answered is kept to the letter. */
export const createDraft = (about: Accessor<About>, state: (unanswered: boolean) => State) => {
  const person = useMe()().id
  const store = import('../reading/drafts.ts')
  const [savedAt, setSavedAt] = createSignal<string | null>(null)
  const [request, setRequest] = createSignal(fresh())
  let over = false
  const save = async () => {
    timer.stop()
    if (!over)
      setSavedAt(
        await (await store).keepDraft(person, {
          ...about(),
          ...state(request().unanswered),
          request: request(),
        }),
      )
  }
  const timer = createTimer(() => void save())
  const read = async () => {
    const found = await (await store).readDraft(person, about().name).catch(() => undefined)
    if (found) {
      setRequest(found.request)
      setSavedAt(found.at)
    }
    return found
  }
  /** The key under which this content goes out, on disk before anything is sent. */
  const claim = async (content: string) => {
    setRequest(claimed(request(), content, newKey))
    await save()
    return request().key
  }
  const settle = () => {
    setRequest({ ...request(), unanswered: false })
    return save()
  }
  /** What is written now was not what was sent: it stays, as a request of its own. */
  const renew = () => {
    setRequest(fresh())
    return save()
  }
  const drop = async () => {
    timer.stop()
    over = true
    setSavedAt(null)
    await (await store).dropDraft(person, about().name)
  }
  return {
    person,
    savedAt,
    read,
    save,
    claim,
    settle,
    renew,
    drop,
    keep: timer.wait,
    unanswered: () => request().unanswered,
    sentAs: () => request().sentAs,
    /** Other words than those that nobody answered. */
    changedSince: (content: string) =>
      request().unanswered && request().sentAs !== '' && request().sentAs !== content,
  }
}

/** A file of a draft as it comes back: what the server has is safe, the rest is sent again. */
export const asUpload = (kept: KeptUpload): Upload => ({
  ...kept,
  bytes: null,
  progress: 0,
  why: null,
  ...(isToSend(kept) ? { stored: null, storedAt: null, status: 'kept' } : { status: 'stored' }),
})

/** The files worth remembering: those whose bytes lie here, and those that the server has. */
export const keptUploads = (values: Record<string, unknown>): Draft['uploads'] =>
  Object.fromEntries(
    Object.entries(values)
      .filter((pair): pair is [string, Upload[]] => Array.isArray(pair[1]))
      .map(([name, list]) => [name, list.flatMap(keptUpload)]),
  )

const keptUpload = ({
  key,
  name,
  type,
  size,
  keptAt,
  taken,
  stored,
  storedAt,
}: Upload): KeptUpload[] =>
  keptAt === null && stored === null
    ? []
    : [{ key, name, type, size, keptAt: keptAt ?? '', taken, stored, storedAt }]
