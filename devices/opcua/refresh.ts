// What did a plant's conditions do while we were away?
import { cut } from '../port/cut.ts'
import type { Condition, Observation } from '../port/port.ts'
import type { Book, Held } from './book.ts'
import { after, type Events, suppressIn } from './events.ts'
import { words } from './words.ts'

type Deps = {
  /** Asks the server to replay; the name of its status. */
  request: () => Promise<string>
  /** Something went wrong that people should know of. */
  complain: (words: string) => void
  waits?: { busyMs: number; endMs: number }
}

export type Refresh = ReturnType<typeof createRefresh>

const usual = { busyMs: 1_000, endMs: 30_000 }
const mostTries = 20
/** Where conditions are of no subscription yet, and where the connection broke meanwhile: the next restoration asks again. */
const again = new Set(['BadRefreshInProgress', 'BadNothingToDo'])

/** One replay at a time; what is wanted meanwhile is asked for after it. */
export const createRefresh = ({ request, complain, waits = usual }: Deps) => {
  let wanted = false
  let running: Promise<void> | null = null
  let closed = false
  let ended: (() => void) | null = null
  const pause = (ms: number) => new Promise<void>((resolve) => setTimeout(resolve, ms))
  const one = async (): Promise<void> => {
    for (let tries = 1; !closed; tries++) {
      const end = new Promise<'ended'>((resolve) => {
        ended = () => resolve('ended')
      })
      // The end may be received before the answer, and an answer may never come.
      const status = await Promise.race([end, request().catch((error: Error) => error.message)])
      if (status === 'ended') return
      if (status === 'Good') return void (await Promise.race([end, pause(waits.endMs)]))
      if (!again.has(status) || tries >= mostTries)
        return complain(`${words.noRefresh}: ${status.slice(0, 200)}`)
      await pause(waits.busyMs)
    }
  }
  const run = async (): Promise<void> => {
    while (wanted && !closed) {
      // What is wanted at the same moment is wanted once.
      await null
      wanted = false
      await one()
    }
    running = null
  }
  return {
    want: (): void => {
      wanted = true
      running ??= run()
    },
    ends: (): void => ended?.(),
    /** The line broke: the end of a replay that was under way will not be heard. */
    lost: (): void => ended?.(),
    /** When nothing is under way or wanted. */
    settled: async (): Promise<void> => {
      while (running) await running
    },
    close: (): void => {
      closed = true
      ended?.()
    },
  }
}

type Concluding = {
  events: Events
  book: Book
  /** When the replay ended. */
  now: () => Date
  inputIsGood: (node: string) => Promise<boolean>
  /** Null: it cannot be read. */
  stillActive: (condition: string) => Promise<boolean | null>
  /** Null: it cannot be read. */
  isEnabled: (condition: string) => Promise<boolean | null>
}

/**
 * After a complete replay (Part 9 §5.5.7): a trunk that we hold as active and that was not replayed has ended meanwhile. It is reported as
 * returned to normal, not as acknowledged: its case stays open for people. Where the server had already said Retain=false of an active
 * condition, its silence proves nothing, and the state itself is read; one that is disabled is not replayed at all; and a server that has
 * just started may not have read its sensors yet. Branches are not replayed by every server: they are marked once.
 */
export const conclude = async (given: Concluding): Promise<Observation[]> => {
  const { events, book } = given
  const missing = events.replayEnds()
  if (missing === null) return []
  const conditions: Condition[] = []
  for (const [condition, held] of missing.trunks) {
    conditions.push(...(await unspoken(given, condition, held)))
  }
  for (const [condition, branch, held] of missing.branches.filter(
    ([, , { unconfirmed }]) => !unconfirmed,
  )) {
    book.keep(condition, branch, { ...held, unconfirmed: true })
    conditions.push({
      ...held.condition,
      text: marked(held.condition.text, words.unconfirmed),
      event: `${held.event}/unconfirmed`,
    })
  }
  return conditions
}

const unspoken = async (given: Concluding, condition: string, held: Held): Promise<Condition[]> => {
  const { book, now } = given
  if ((await given.isEnabled(condition)) === false) {
    if (held.condition.suppressed === true) return []
    const suppressed = suppressIn(book, condition, `${held.event}/disabled`, now())
    return suppressed ? [suppressed] : []
  }
  if (!(await hasEnded(given, condition, held))) return []
  const ended = endedAway(held, now())
  book.keep(condition, null, { ...held, condition: ended, active: false })
  return [ended]
}

const hasEnded = async (
  { events, inputIsGood, stillActive }: Concluding,
  condition: string,
  held: Held,
): Promise<boolean> => {
  if (held.input !== null && !(await inputIsGood(held.input))) {
    events.suspect(condition, held.input)
    return false
  }
  return held.retain || (await stillActive(condition)) === false
}

const endedAway = ({ condition, event }: Held, now: Date): Condition => ({
  ...condition,
  active: false,
  acked: condition.acked ?? false,
  at: after(condition, now),
  event: `${event}/away`,
  text: marked(condition.text, words.ended),
})

const marked = (text: string, mark: string): string =>
  `${cut(text, 512 - mark.length - 2)}（${mark}）`
