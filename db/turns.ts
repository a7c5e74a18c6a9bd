// How do hundreds of readers leave room for whoever acts?
import { AsyncLocalStorage } from 'node:async_hooks'
import { availableParallelism } from 'node:os'
import { DomainError } from '../domain/language/errors.ts'

/** So many readings are worked on at once; the others wait in their order. */
const readingsAtOnce = 2 * availableParallelism()
/** As long as a connection is waited for. */
const patienceMs = 4_000
/** Of so many turns one is for whoever waits behind those that go ahead. */
const every = 4

type Kind = 'ahead' | 'behind'
const reading = new AsyncLocalStorage<Kind>()

/** Whatever `work` reads in a scope waits for its turn; `ahead`: before most others. */
export const readInTurn = <Result>(kind: Kind, work: () => Promise<Result>): Promise<Result> =>
  reading.run(kind, work)

/** `take` answers when it is one's turn, with what ends it; refused as `unavailable` after `ms`. In either line first come, first served. */
export const createTurns = (most: number) => {
  const lines: Record<Kind, Set<() => void>> = { ahead: new Set(), behind: new Set() }
  let taken = 0
  let given = 0
  const nextOf = (kind: Kind): (() => void) | undefined => {
    const [next] = lines[kind]
    if (next) lines[kind].delete(next)
    return next
  }
  const end = (): void => {
    given += 1
    const [one, other]: Kind[] = given % every === 0 ? ['behind', 'ahead'] : ['ahead', 'behind']
    const next = nextOf(one ?? 'ahead') ?? nextOf(other ?? 'behind')
    if (next) next()
    else taken -= 1
  }
  const wait = (line: Set<() => void>, ms: number): Promise<void> =>
    new Promise((resolve, reject) => {
      const go = (): void => {
        clearTimeout(timer)
        resolve()
      }
      const timer = setTimeout(() => {
        line.delete(go)
        reject(new DomainError('unavailable', [], { retryAfter: 2 }))
      }, ms)
      line.add(go)
    })
  return {
    take: async (kind: Kind, ms = patienceMs): Promise<() => void> => {
      if (taken < most) taken += 1
      else await wait(lines[kind], ms)
      let over = false
      return () => {
        if (!over) end()
        over = true
      }
    },
  }
}

const ofReaders = createTurns(readingsAtOnce)
const nothing = (): void => undefined

/** The turn of what is read just now, with what ends it; at once where nobody but a reader waits for it, as in an act. */
export const takeTurn = async (): Promise<() => void> => {
  const kind = reading.getStore()
  return kind === undefined ? nothing : ofReaders.take(kind)
}
