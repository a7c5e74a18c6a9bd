// How is a long list read page by page, beginning again whenever its first page is read again?

import { type Accessor, createMemo, createSignal } from 'solid-js'
import type { PageOf } from '../../contract/parts/pieces.ts'
import { useQuery } from './query.ts'

type Listed<Item> = Pick<PageOf<Item>, 'items' | 'cursor' | 'total'>
type Source<Of> = { key: readonly unknown[]; read: (cursor: string | null) => Promise<Of> }
type Further<Item> = { of: number; key: string; items: Item[]; cursor: string | null }

/** The first page is a query; further pages hang on that very answer and fall with it. */
export const usePages = <Item, Of extends Listed<Item> = PageOf<Item>>(
  source: Accessor<Source<Of>>,
) => {
  const first = useQuery(() => ({
    queryKey: source().key,
    queryFn: () => source().read(null),
    staleTime: 30_000,
    refetchOnMount: 'always' as const,
  }))
  const [further, setFurther] = createSignal<Further<Item> | null>(null)
  const name = () => JSON.stringify(source().key)
  const valid = createMemo(() => {
    const known = further()
    return known && known.of === first.dataUpdatedAt && known.key === name() ? known : null
  })
  let busy = false
  const next = () => (valid() ? valid()!.cursor : first.isSuccess ? first.data.cursor : null)
  const more = async () => {
    const cursor = next()
    if (busy || cursor === null) return
    busy = true
    const [of, key, before] = [first.dataUpdatedAt, name(), valid()?.items ?? []]
    const page = await source()
      .read(cursor)
      .catch(() => null)
    busy = false
    if (page) setFurther({ of, key, items: [...before, ...page.items], cursor: page.cursor })
  }
  const items = createMemo((): Item[] =>
    first.isSuccess ? [...first.data.items, ...(valid()?.items ?? [])] : [],
  )
  return {
    first,
    items,
    next,
    total: () => (first.isSuccess ? first.data.total : 0),
    more: () => void more(),
  }
}
