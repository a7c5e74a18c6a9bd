// Which rows stand in the chosen box, and which have arrived since?
import { useInfiniteQuery, useQuery } from '@tanstack/solid-query'
import { type Accessor, createMemo } from 'solid-js'
import type { InboxBox, InboxRow } from '../../domain/case/views.ts'
import { api } from '../client.ts'
import type { ListRow } from '../parts/case-list.tsx'
import { client, pageSize, queries, takeMinRevision } from '../queries.ts'

const keyOf = (row: InboxRow) => row.taskId ?? row.caseId

export const asListRow = (row: InboxRow): ListRow => ({
  key: keyOf(row).replace(/[^\w-]/g, '_'),
  caseId: row.caseId,
  number: row.number,
  title: row.title,
  enterprise: row.enterprise,
  place: row.region,
  step: row.task ?? row.state,
  level: row.level,
  due: row.due,
  unread: row.unread,
})

/** What is on the page stays as it is; a second, quiet read says what is new, and a pill lets it in. */
export const useInboxRows = (box: Accessor<InboxBox>) => {
  const pages = useInfiniteQuery(() => ({
    queryKey: ['inbox', box()],
    queryFn: ({ pageParam }: { pageParam: string | null }) =>
      api.inbox({ box: box(), limit: pageSize, cursor: pageParam, minRevision: takeMinRevision() }),
    initialPageParam: null as string | null,
    getNextPageParam: (last: { cursor: string | null }) => last.cursor,
    staleTime: 60_000,
    refetchOnMount: 'always' as const,
  }))
  const peek = useQuery(() => ({ ...queries.peek(box()), enabled: pages.isSuccess, staleTime: 0 }))
  const items = createMemo(() => (pages.isSuccess ? pages.data.pages.flatMap((page) => page.items) : []))
  const known = createMemo(() => new Set(items().map(keyOf)))
  const fresh = () => (peek.isSuccess && peek.dataUpdatedAt > pages.dataUpdatedAt ? peek.data.items : [])
  const arrived = createMemo(() => fresh().filter((row) => !known().has(keyOf(row))).length)
  const moved = createMemo(() => {
    const revisions = new Map(items().map((row) => [keyOf(row), row.revision]))
    const left = peek.isSuccess && fresh().length > 0 && pages.isSuccess && peek.data.total !== pages.data.pages[0]?.total
    return left || fresh().some((row) => revisions.has(keyOf(row)) && revisions.get(keyOf(row)) !== row.revision)
  })
  return {
    pages,
    items,
    arrived,
    moved,
    total: () => (pages.isSuccess ? (pages.data.pages[0]?.total ?? 0) : 0),
    letIn: () => void client.invalidateQueries({ queryKey: ['inbox', box()] }),
    more: () => {
      if (pages.hasNextPage && !pages.isFetchingNextPage) void pages.fetchNextPage()
    },
  }
}
