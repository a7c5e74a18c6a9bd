// Under which key does the browser keep each answer, and when is it asked again?
import { QueryClient, replaceEqualDeep } from '@tanstack/solid-query'
import { unwrap } from 'solid-js/store'
import type { Me } from '../../contract/account/session.ts'
import { askMe } from '../client/account/session.ts'
import { caseApi } from '../client/case/cases.ts'
import { Refusal, sessionEnded } from '../client/client.ts'
import { learnNow } from '../screen/time.ts'
import { noteAnswer, noteSilence } from './network.ts'
import { followQueries, untilNextTry } from './query.ts'

/** Refusals are final; only the network deserves a second try. */
const retry = (count: number, error: unknown) =>
  navigator.onLine &&
  count < 2 &&
  (!(error instanceof Refusal) || error.status === 0 || error.status === 503)

/** A row that is read again as it was stays as it is, with what is being typed in it and what was said of it. */
const keepEqual = (shown: unknown, read: unknown): unknown => replaceEqualDeep(unwrap(shown), read)

export const client = new QueryClient({
  defaultOptions: {
    queries: {
      retry,
      staleTime: 15_000,
      refetchOnWindowFocus: false,
      networkMode: 'always',
      refetchInterval: untilNextTry,
      reconcile: keepEqual,
    },
  },
})

followQueries(client)

client.getQueryCache().subscribe((event) => {
  if (
    event.type !== 'updated' ||
    event.action.type !== 'error' ||
    !(event.action.error instanceof Refusal)
  )
    return
  if (event.action.error.status === 0) noteSilence()
})

addEventListener(sessionEnded, () => void client.invalidateQueries({ queryKey: ['me'] }))

export const pageSize = 100

const local = () => import('./kept-answers.ts')

/** What this person has read last stands in while the network is away. */
export const remembered = async <Answer>(
  key: string,
  ask: () => Promise<Answer>,
): Promise<Answer> => {
  const person = client.getQueryData<Me>(['me'])?.id
  try {
    const answer = await ask()
    noteAnswer()
    if (person) void local().then(({ keep }) => keep(person, key, answer))
    return answer
  } catch (error) {
    return (await local()).standIn(error, person, key)
  }
}

/** Every answer about oneself also tells the server's clock; who was here last may go on writing without the network. */
const me = async (): Promise<Me> => {
  try {
    const answer = await askMe()
    const heardAt = Date.now()
    learnNow(answer.now)
    noteAnswer()
    void local().then(({ keepSelf }) => keepSelf(answer, heardAt))
    return answer
  } catch (error) {
    return (await local()).standIn(error, '', 'me')
  }
}

export const queries = {
  me: () => ({ queryKey: ['me'], queryFn: me, staleTime: 60_000 }),
  case: (id: string) => ({
    queryKey: ['case', id],
    queryFn: () => remembered(`case:${id}`, () => caseApi.case(id)),
  }),
  timeline: (id: string) => ({ queryKey: ['timeline', id], queryFn: () => caseApi.timeline(id) }),
  processes: () => ({
    queryKey: ['processes'],
    queryFn: () => remembered('processes', caseApi.processes),
    staleTime: 600_000,
  }),
  process: (id: string) => ({
    queryKey: ['process', id],
    queryFn: () => remembered(`process:${id}`, () => caseApi.process(id)),
    staleTime: 600_000,
  }),
}

let wanted: string | undefined
const own = new Map<string, number>()

/** The revision one's own last act has brought a case to: no news to oneself. */
export const ownRevision = (id: string) => own.get(id) ?? 0

/** After one's own act: everything that may show it is read again, at least at the answered revision. */
export const refreshAfter = (id: string, revision: number) => {
  wanted = `${id}:${revision}`
  own.set(id, Math.max(revision, ownRevision(id)))
  void client.invalidateQueries({ queryKey: ['case', id] })
  void client.invalidateQueries({ queryKey: ['timeline', id] })
  for (const key of ['inbox', 'peek', 'cases', 'me'])
    void client.invalidateQueries({ queryKey: [key] })
}

/** `<case>:<revision>` that the next inbox must show, after one's own act; asked for once. */
export const takeMinRevision = (): string | undefined => {
  const revision = wanted
  wanted = undefined
  return revision
}
