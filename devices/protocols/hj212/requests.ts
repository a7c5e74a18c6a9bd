// What have we asked a station, what did it answer, and what is asked next?
import { look } from '../../frames/look.ts'
import type { Item, Message } from './message.ts'
import { clean, dataOf, headerOf } from './message.ts'
import { writeMs } from './time.ts'
import { both, executionResults, requestResults, signWords } from './words.ts'

/** Both are the standard's usual values, which request 1000 tells the station too. */
export const REPLY_SECONDS = 10
export const RESENDS = 3
/** From "will be done" to the result. */
const EXECUTION_SECONDS = 60
const MOST = 32

/** `area` is written when it is sent: it may hold the time. */
export type DeviceRequest = {
  command: string
  area: (now: Date) => Item[][]
  key?: string
  until?: Date
}
export type Request = DeviceRequest & { number: string }
export type Answered = { key: string; ok: boolean; words: string }

export type Requests = {
  add: (request: DeviceRequest) => void
  /** An answer of the station to us; says nothing when it answers nothing that we asked. */
  answer: (message: Message, now: Date) => Answered[]
  /** The request that a message answers; null: none of ours. */
  answeredBy: (message: Message) => string | null
  /** What is to be sent now: the next request, or the present one again; and what has failed. */
  due: (now: Date) => { send: Request[]; answered: Answered[] }
}

type Pending = Request & { sentAt: number; tries: number; accepted: boolean }

/** One request at a time: many stations do not answer a second one before the first is done. */
export const createRequests = (): Requests => {
  const waiting: DeviceRequest[] = []
  let pending: Pending | null = null
  let lastNumber = 0
  const numberAt = (now: Date): string => {
    lastNumber = Math.max(now.getTime(), lastNumber + 1)
    return writeMs(new Date(lastNumber))
  }
  const close = (ok: boolean, words: string): Answered[] => {
    const key = pending?.key
    pending = null
    return key === undefined ? [] : [{ key, ok, words }]
  }
  const start = (now: Date): { send: Request[]; answered: Answered[] } => {
    const answered: Answered[] = []
    for (let request = waiting.shift(); request; request = waiting.shift()) {
      if (request.until && request.until < now) {
        answered.push(
          ...(request.key === undefined
            ? []
            : [{ key: request.key, ok: false, words: both(signWords.tooLate) }]),
        )
        continue
      }
      pending = {
        ...request,
        number: numberAt(now),
        sentAt: now.getTime(),
        tries: 0,
        accepted: false,
      }
      return { send: [pending], answered }
    }
    return { send: [], answered }
  }
  return {
    add: (request) => {
      if (waiting.length < MOST) waiting.push(request)
    },
    answeredBy: (message) =>
      pending && headerOf(message, 'QN') === pending.number ? pending.command : null,
    answer: (message, now) => {
      if (!pending || headerOf(message, 'QN') !== pending.number) return []
      const result = resultOf(message, pending.command)
      if (result === 'accepted') Object.assign(pending, { accepted: true, sentAt: now.getTime() })
      return typeof result === 'string' ? [] : close(result.ok, result.words)
    },
    due: (now) => {
      if (!pending) return start(now)
      const silent = (now.getTime() - pending.sentAt) / 1000
      if (silent < (pending.accepted ? EXECUTION_SECONDS : REPLY_SECONDS))
        return { send: [], answered: [] }
      if (!pending.accepted && pending.tries < RESENDS) {
        Object.assign(pending, { tries: pending.tries + 1, sentAt: now.getTime() })
        return { send: [pending], answered: [] }
      }
      const failed = close(false, both(signWords.noAnswer))
      const next = start(now)
      return { send: next.send, answered: [...failed, ...next.answered] }
    },
  }
}

type Result = 'accepted' | 'other' | { ok: boolean; words: string }

// Real-time data begin to flow after "will be done" and have no result of their own.
function resultOf(message: Message, command: string): Result {
  const kind = headerOf(message, 'CN')
  const code = dataOf(message, kind === '9011' ? 'QnRtn' : 'ExeRtn') ?? ''
  const table = kind === '9011' ? requestResults : kind === '9012' ? executionResults : null
  if (!table) return 'other'
  const meaning = look(table, code)
  const words = meaning ? `${code} ${both(meaning)}` : clean(code)
  if (kind === '9011' && code === '1' && command !== '2011') return 'accepted'
  return { ok: code === '1', words }
}
