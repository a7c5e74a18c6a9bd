// How does the page read the queue, and how does it learn that something has changed?
import { type Accessor, createEffect, createMemo, createSignal, on } from 'solid-js'
import type { TeamRow, TeamView } from '../../contract/supervision/team.ts'
import { type Text, text } from '../../domain/language/words.ts'
import { team } from '../client/team.ts'
import { t } from '../client/words.ts'
import type { ListRow } from '../list/case-list.tsx'
import { newestRevision } from '../reading/live.ts'
import { usePages } from '../reading/pages.ts'
import { client, pageSize } from '../reading/queries.ts'
import { teamWords as w } from './words.ts'

export type TeamFilter = { office: string; holder: string }

/** How the queue is asked for what nobody has claimed at a post `<office>/<role>`. */
export const holderOfPool = (group: string): string => `group:${group}`

export const keyOf = (row: TeamRow): string => (row.taskId ?? row.caseId).replace(/[^\w-]/g, '_')

const holderOf = ({ assignee, left }: TeamRow): Text => {
  if (assignee === null) return w.pool
  return left
    ? text(`${assignee}（${w.left.zh}）`, `${assignee} (${w.left.en.toLowerCase()})`)
    : text(assignee, assignee)
}

export const asListRow = (row: TeamRow): ListRow => {
  const [step, holder] = [row.task ?? row.state, holderOf(row)]
  const { caseId, number, title, enterprise, level, due, unread } = row
  return {
    key: keyOf(row),
    caseId,
    number,
    title,
    enterprise,
    level,
    due,
    unread,
    place: t(row.region),
    step: text(`${step.zh} · ${holder.zh}`, `${step.en} · ${holder.en}`),
  }
}

export const readAgain = () => void client.invalidateQueries({ queryKey: ['team'] })

/** What is on the page stays; that cases have changed meanwhile is said, and read when the reader asks for it. */
export const useTeam = (filter: Accessor<TeamFilter>) => {
  const pages = usePages<TeamRow>(() => ({
    key: ['team', filter()],
    read: (cursor) => team.queue({ ...filter(), cursor, limit: pageSize }),
  }))
  const [orderChanged, setOrderChanged] = createSignal(false)
  createEffect(
    on(
      () => newestRevision(''),
      () => setOrderChanged(true),
      { defer: true },
    ),
  )
  createEffect(
    on(
      () => pages.first.dataUpdatedAt,
      () => setOrderChanged(false),
    ),
  )
  const view = createMemo<TeamView | null>(
    (before) => (pages.first.isSuccess ? (pages.first.data as TeamView) : before),
    null,
  )
  return { ...pages, view, orderChanged }
}
