// How is long work for strangers kept from holding up everybody else?
import { DomainError } from '../../domain/language/errors.ts'

/** What long work may take of this process: a tenth, one piece at a time; with a fifth the p95 of acts was 1.42 times that without. */
const rest = 9
/** More than this many waiting are sent away; each of them would wait for seconds. */
const mostWaiting = 500

export type Pace = <Result>(work: () => Result) => Promise<Result>

/**
 * Pieces of work one after the other, in the order they came; after each the process belongs to others for nine times as long. Throws
 * `rate-limited` where too many wait. A piece is not cut: it has to be short by construction.
 */
export const createPace = (now: () => number = () => performance.now()): Pace => {
  let [last, waiting]: [Promise<void>, number] = [Promise.resolve(), 0]
  return async (work) => {
    if (waiting >= mostWaiting) throw new DomainError('rate-limited', [], { retryAfter: 5 })
    waiting += 1
    const turn = last
    const { promise: done, resolve } = Promise.withResolvers<void>()
    last = done
    await turn
    waiting -= 1
    const begun = now()
    try {
      return work()
    } finally {
      setTimeout(resolve, Math.ceil((now() - begun) * rest))
    }
  }
}
