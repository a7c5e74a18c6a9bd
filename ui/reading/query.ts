// What does a page hold on to when its question, asked again, brings no answer?
import { useQuery as ask, type QueryClient } from '@tanstack/solid-query'
import { createSignal } from 'solid-js'
import { asRefusal } from '../client/client.ts'

/** The server, or the way to it, is at fault: what was read before is still the best there is. */
const isAway = (error: unknown): boolean => {
  const { status } = asRefusal(error)
  return status === 0 || status >= 500
}

const refetchAfterMs = 10_000

/** How long until a question is asked again that got no answer, in ms; a refusal is an answer, and the network's return asks by itself. */
export const untilNextTry = ({
  state,
}: {
  state: { status: string; error: unknown }
}): number | false =>
  navigator.onLine && state.status === 'error' && isAway(state.error) ? refetchAfterMs : false

/**
 * What has been read, past the library's resource. That one, read before it has settled (with each page that opens on a known answer), takes
 * the whole page out of the document and back whenever its question is asked again: whoever types there loses the field, and what he types.
 */
const readIn = (query: object): unknown => Object.getOwnPropertyDescriptor(query, 'data')?.get?.()

/**
 * As the library's, but what was read stays while the server is away, and while one whose session has ended signs in again:
 * `isError` means that there is nothing to show, and a refusal (no longer one's own, gone) takes what was shown before.
 */
export const useQuery = ((options: Parameters<typeof ask>[0]) => {
  const query = ask(options)
  const stands = () =>
    query.isSuccess ||
    (query.isRefetchError && (isAway(query.error) || asRefusal(query.error).status === 401))
  const own: Partial<Record<PropertyKey, () => unknown>> = {
    isSuccess: stands,
    isError: () => query.isError && !stands(),
    data: () => {
      if (query.isError && !stands()) return undefined
      const read = readIn(query)
      return read === undefined ? query.data : read
    },
  }
  return new Proxy(query, {
    get: (target, name) => (own[name] ? own[name]() : Reflect.get(target, name)),
  })
}) as typeof ask

const [unanswered, setUnanswered] = createSignal(false)

/** Something on this page could not be read again because the server can answer nothing. */
export const isUnanswered = unanswered

/** Follows the questions of the pages that stand. */
export const followQueries = (client: QueryClient): void => {
  const cache = client.getQueryCache()
  cache.subscribe(() => {
    const open = cache.getAll().filter((query) => query.getObserversCount() > 0)
    setUnanswered(
      open.some(
        ({ state: { status, error, dataUpdatedAt } }) =>
          status === 'error' && dataUpdatedAt > 0 && isAway(error),
      ),
    )
  })
}
