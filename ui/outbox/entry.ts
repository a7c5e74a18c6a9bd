// What waits on this device to be sent, which of it goes next, and how long is waited between two attempts?
import type { Text } from '../../domain/language/words.ts'
import type { Instant } from '../../domain/time/instant.ts'
import type { Draft, KeptUpload } from '../reading/draft.ts'

/** A file of an entry with its bytes; null: the server had it before the entry was written. */
export type OutboxFile = KeptUpload & { bytes: Blob | null }

/** `revision`: of the case, where others have changed it meanwhile. */
export type OutboxRefusal = { title: Text; reasons: Text[]; revision: number }

/** An answer as a list shows it; `moment`: the instant, where it is one. */
export type ShownAnswer = { label: Text; value: Text; moment: Instant | null }

/** One act that was written and is not known to have arrived. */
export type OutboxEntry = {
  /** Its Idempotency-Key: however often it is sent, it is written once. */
  key: string
  /** Who wrote it: nobody else sees or sends it. */
  person: string
  author: string
  caseId: string
  /** The case in the words of its lists. */
  about: string
  type: string
  words: Text
  taskId: string | null
  /** The order or the like that it answers. */
  item: Text | null
  data: Record<string, unknown>
  files: Record<string, OutboxFile[]>
  shown: ShownAnswer[]
  /** What stood in the form, so that it can be changed again. */
  form: Pick<Draft, 'data' | 'labels'>
  /** It says what was seen then: it is not changed, another one is written. */
  appended?: true
  material: number
  /** When it was written and, where the form says so, when what it tells of happened; both by the city's clock. */
  writtenAt: Instant
  /** When it first was: changed, it keeps its place before what was written after it. */
  firstWrittenAt: Instant
  happenedAt: Instant | null
  /** `held`: its author is changing it. `refused`: the server does not take it. */
  state: 'waiting' | 'held' | 'refused'
  /** It was sent and nobody answered: it may have arrived. */
  unanswered: boolean
  refusal: OutboxRefusal | null
}

/** What belongs into the log by its own time; answers to a task stand beside the tasks. */
export const isOfLog = ({ taskId }: OutboxEntry): boolean => taskId === null

type OfTask = Pick<OutboxEntry, 'caseId' | 'taskId'>

const sameTask = (one: OfTask, other: OfTask): boolean =>
  one.taskId !== null && one.taskId === other.taskId && one.caseId === other.caseId

/** In the order in which they were written. */
export const inWriting = (entries: readonly OutboxEntry[]): OutboxEntry[] =>
  [...entries].sort((one, other) => (one.firstWrittenAt < other.firstWrittenAt ? -1 : 1))

/** When what is written at `at` counts as first written: after all that waits. The clock may go back between two answers, as the server is heard late. */
export const behindAll = (at: Instant, waiting: readonly OutboxEntry[]): Instant => {
  const last = inWriting(waiting).at(-1)?.firstWrittenAt
  return last === undefined || last < at ? at : new Date(Date.parse(last) + 1).toISOString()
}

/** What was written to the same task before and has not gone: one answer follows from the other. */
export const heldUpBy = (
  entry: Pick<OutboxEntry, 'caseId' | 'taskId' | 'key' | 'firstWrittenAt'>,
  entries: readonly OutboxEntry[],
): OutboxEntry | undefined =>
  inWriting(entries).find(
    (one) =>
      one.key !== entry.key && sameTask(one, entry) && one.firstWrittenAt < entry.firstWrittenAt,
  )

/** The next to be sent; what was refused, is being changed, or was `tried` in vain just now, holds up only what follows from it. */
export const nextToSend = (
  entries: readonly OutboxEntry[],
  tried: ReadonlySet<string> = new Set(),
): OutboxEntry | undefined =>
  inWriting(entries).find(
    (entry) =>
      entry.state === 'waiting' && !tried.has(entry.key) && heldUpBy(entry, entries) === undefined,
  )

/** Later answers to the task were written knowing of this one: what it has changed makes none of them stale. */
export const following = (sent: OutboxEntry, entries: readonly OutboxEntry[]): OutboxEntry[] =>
  entries.filter(({ key }) => key !== sent.key).filter((one) => sameTask(sent, one))

/** The answers as they are sent: files by what the server calls them. */
export const dataToSend = ({ data, files }: OutboxEntry): Record<string, unknown> => ({
  ...data,
  ...Object.fromEntries(
    Object.entries(files).flatMap(([field, list]) => {
      const ids = list.flatMap(({ stored }) => stored?.id ?? [])
      return ids.length > 0 ? [[field, ids]] : []
    }),
  ),
})

const shortestMs = 2_000
const longestMs = 60_000

/** `failures`: how often in a row nobody answered. */
export const waitBeforeMs = (failures: number): number =>
  Math.min(longestMs, shortestMs * 2 ** Math.min(failures, 10))

/** No verdict on what was sent: the network, the server, the session or the pace is at fault, and it is sent again. */
export const isNoVerdict = (status: number): boolean =>
  status === 0 || status >= 500 || [401, 408, 425, 429].includes(status)

/** Of no verdict: whether something else would fare the same, because nobody answers, or nobody answers this person now. */
export const concernsAll = (status: number): boolean =>
  [0, 401, 429, 502, 503, 504].includes(status)
