// How does the browser read the wall, keep its order, and learn of changes?

import { type Accessor, createEffect, createMemo, createSignal, on, onCleanup } from 'solid-js'
import type { WallLane } from '../../contract/supervision/supervision.ts'
import { askWall, type WallFilters } from '../client/supervision.ts'
import { newestRevision } from '../reading/live.ts'
import { client } from '../reading/queries.ts'
import { useQuery } from '../reading/query.ts'

type Read = { name: string; items: WallLane[]; cursor: string | null; total: number }

const size = 100
const settleMs = 1_000

/** As many pages as stand on the wall, so that every lane is renewed. */
const readPages = async (filters: WallFilters, pages: number): Promise<Read> => {
  const read: Read = { name: JSON.stringify(filters), items: [], cursor: null, total: 0 }
  for (let page = 0; page < pages && (page === 0 || read.cursor !== null); page += 1) {
    const { items, cursor, total } = await askWall(filters, size, read.cursor)
    Object.assign(read, { items: [...read.items, ...items], cursor, total })
  }
  return read
}

const startsWith = (ids: string[], order: string[]) =>
  ids.length >= order.length && order.every((id, at) => ids[at] === id)

/** Lanes are renewed where they stand; their order waits until the reader asks for it. */
export const useWall = (filters: Accessor<WallFilters>) => {
  let pages = 1
  let busy = false
  const key = () => ['wall', filters()]
  const query = useQuery(() => ({
    queryKey: key(),
    queryFn: () => readPages(filters(), pages),
    staleTime: 30_000,
    refetchOnMount: 'always' as const,
  }))
  const frozen = useFrozen(() => (query.isSuccess ? query.data : null))
  const begin = () => {
    pages = 1
  }
  createEffect(on(filters, begin, { defer: true }))
  useNews(() => void query.refetch())
  const more = async () => {
    const [before, now] = [query.isSuccess ? query.data : null, filters()]
    if (busy || !before?.cursor || before.name !== JSON.stringify(now)) return
    busy = true
    const page = await askWall(now, size, before.cursor).catch(() => null)
    busy = false
    if (!page) return
    pages += 1
    client.setQueryData<Read>(['wall', now], {
      ...before,
      ...page,
      items: [...before.items, ...page.items],
    })
  }
  return {
    query,
    ...frozen,
    total: () => (query.isSuccess ? query.data.total : 0),
    more: () => void more(),
  }
}

const useFrozen = (latest: Accessor<Read | null>) => {
  const [order, setOrder] = createSignal<string[]>([])
  const ids = createMemo(() => latest()?.items.map(({ caseId }) => caseId) ?? [])
  const known = createMemo<Map<string, WallLane>>(
    (before) =>
      new Map([...before, ...(latest()?.items ?? []).map((lane) => [lane.caseId, lane] as const)]),
    new Map(),
  )
  let name = ''
  createEffect(
    on([latest, ids], ([read, now]) => {
      if (read === null || (read.name === name && !startsWith(now, order()))) return
      name = read.name
      setOrder(now)
    }),
  )
  const here = createMemo(() => new Set(ids()))
  return {
    lanes: createMemo(() => order().flatMap((id) => known().get(id) ?? [])),
    gone: (id: string) => !here().has(id),
    orderChanged: createMemo(
      () => latest() !== null && order().length > 0 && !startsWith(ids(), order()),
    ),
    resort: () => setOrder(ids()),
  }
}

/** Any change of any case may touch the wall; many in a row are answered by one reading. */
const useNews = (renew: () => void) => {
  let timer: number | undefined
  const [messageAt, hear] = createSignal(0)
  createEffect(
    on(
      () => newestRevision(''),
      () => hear((n) => n + 1),
      { defer: true },
    ),
  )
  createEffect(
    on(
      messageAt,
      () => {
        window.clearTimeout(timer)
        timer = window.setTimeout(renew, settleMs)
      },
      { defer: true },
    ),
  )
  onCleanup(() => window.clearTimeout(timer))
}
