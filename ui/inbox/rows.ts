// Which rows stand in the chosen box, and which have arrived since?

import { type Accessor, createMemo } from 'solid-js'
import type { InboxRow } from '../../contract/case/lists.ts'
import { fill, type Text } from '../../domain/language/words.ts'
import type { InboxBox } from '../../domain/views/case-views.ts'
import { caseApi } from '../client/case/cases.ts'

import { t } from '../client/words.ts'
import type { ListRow } from '../list/case-list.tsx'
import { listWords as w } from '../list/list-words.ts'
import { rememberUnread } from '../reading/list-order.ts'
import { usePages } from '../reading/pages.ts'
import { client, pageSize, takeMinRevision } from '../reading/queries.ts'
import { useQuery } from '../reading/query.ts'
import { showDay } from '../screen/time.ts'

const keyOf = (row: InboxRow) => row.taskId ?? row.caseId

/** A task that the reader would work for somebody absent says so, and one that lies with him only to be signed; of what he has done, what has become of it. */
const stepOf = ({ onBehalfOf, note, task, state, ended }: InboxRow, box: InboxBox): Text => {
  const parts = [
    onBehalfOf ? fill(w.onBehalfOf, { name: onBehalfOf }) : null,
    note ?? null,
    box === 'done' ? state : (task ?? state),
    ended ? fill(w.endedOn, { date: showDay(ended) }) : null,
  ].filter((part) => part !== null)
  return { zh: parts.map(({ zh }) => zh).join(' · '), en: parts.map(({ en }) => en).join(' · ') }
}

export const asListRow = (row: InboxRow, box: InboxBox): ListRow => ({
  key: keyOf(row).replace(/[^\w-]/g, '_'),
  caseId: row.caseId,
  number: row.number,
  title: row.title,
  enterprise: row.enterprise,
  place: t(row.region),
  step: stepOf(row, box),
  level: row.level,
  due: row.due,
  unread: row.unread,
})

/** What is on the page stays as it is; a second, quiet read says what is new, and a pill lets it in. */
export const useInboxRows = (box: Accessor<InboxBox>) => {
  const pages = usePages<InboxRow>(() => ({
    key: ['inbox', box()],
    read: async (cursor) => {
      const page = await caseApi.inbox({
        box: box(),
        limit: pageSize,
        cursor,
        minRevision: cursor ? undefined : takeMinRevision(),
      })
      rememberUnread(page.items)
      return page
    },
  }))
  const peek = useQuery(() => ({
    queryKey: ['peek', box()],
    queryFn: () => caseApi.inbox({ box: box(), limit: pageSize }),
    enabled: pages.first.isSuccess,
    staleTime: 0,
  }))
  const known = createMemo(() => new Set(pages.items().map(keyOf)))
  const fresh = () =>
    peek.isSuccess && peek.dataUpdatedAt > pages.first.dataUpdatedAt ? peek.data.items : []
  const arrived = createMemo(() => fresh().filter((row) => !known().has(keyOf(row))).length)
  const orderChanged = createMemo(() => {
    const revisions = new Map(pages.items().map((row) => [keyOf(row), row.revision]))
    const left =
      peek.isSuccess &&
      fresh().length > 0 &&
      pages.first.isSuccess &&
      peek.data.total !== pages.total()
    return (
      left ||
      fresh().some((row) => revisions.has(keyOf(row)) && revisions.get(keyOf(row)) !== row.revision)
    )
  })
  return {
    ...pages,
    arrived,
    orderChanged,
    letIn: () => void client.invalidateQueries({ queryKey: ['inbox', box()] }),
  }
}
