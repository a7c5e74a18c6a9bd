// How do the bytes of an export reach their reader, and how is its end noticed, whichever it is?
import { DomainError } from '../../domain/language/errors.ts'
import { text } from '../../domain/language/words.ts'

const mostAtOnce = 2

export type Slots = (who: string) => () => void

/** Nobody keeps more than two exports running; the answer gives the place back, once. */
export const createSlots = (): Slots => {
  const taken = new Map<string, number>()
  return (who) => {
    const running = taken.get(who) ?? 0
    if (running >= mostAtOnce) {
      throw new DomainError(
        'rate-limited',
        [text('您已有两个导出在进行', 'Two of your exports are running already')],
        { retryAfter: 5 },
      )
    }
    taken.set(who, running + 1)
    let held = true
    return () => {
      if (!held) return
      held = false
      const left = (taken.get(who) ?? 1) - 1
      if (left > 0) taken.set(who, left)
      else taken.delete(who)
    }
  }
}

export type End = { signal: AbortSignal; reached: (whole: boolean) => void }

/** The end of an export: its last byte, an error, or a reader who has gone. `ended` hears once which it was. */
export const endOf = (gone: AbortSignal, ended: (whole: boolean) => void): End => {
  const own = new AbortController()
  const reached = (whole: boolean) => {
    if (own.signal.aborted) return
    own.abort()
    ended(whole)
  }
  if (gone.aborted) reached(false)
  else gone.addEventListener('abort', () => reached(false), { once: true })
  return { signal: own.signal, reached }
}

/** The status is sent long before the last row: a failure cuts the file off and stands in the log. */
export const untilEnd = (
  bytes: ReadableStream<Uint8Array>,
  { signal, reached }: End,
  log: (error: unknown) => void,
) => {
  const reader = bytes.getReader()
  return new ReadableStream<Uint8Array>(
    {
      pull: async (controller) => {
        try {
          const { value, done } = await reader.read()
          if (value) controller.enqueue(value)
          if (!done) return
          controller.close()
          reached(true)
        } catch (error) {
          if (!signal.aborted) log(error)
          controller.error(error)
          reached(false)
        }
      },
      cancel: (reason) => {
        reached(false)
        return reader.cancel(reason)
      },
    },
    { highWaterMark: 0 },
  )
}
