// Which cases stand behind a figure?
import { createEffect, createSignal, For, on, Show } from 'solid-js'
import type { BehindPage, BehindRow } from '../../contract/statistics/statistics.ts'
import { fill } from '../../domain/language/words.ts'
import { paths } from '../client/paths.ts'
import { type StatisticsQuery, statisticsApi } from '../client/statistics.ts'
import { t } from '../client/words.ts'
import { Dialog } from '../screen/dialog.tsx'
import { Failure, Skeleton } from '../screen/states.tsx'
import { showDate } from '../screen/time.ts'
import { statisticsWords as w } from './words.ts'

/** Pages already read stay above the next one; another figure begins anew. */
const useBehind = (query: () => StatisticsQuery, figure: () => string | null) => {
  const [pages, setPages] = createSignal<BehindPage[]>([])
  const [error, setError] = createSignal<unknown>(null)
  const read = async (cursor: string | null, before: BehindPage[]) => {
    const wanted = figure()
    if (wanted === null) return
    setError(null)
    const page = await statisticsApi
      .cases(query(), wanted, cursor)
      .catch((fault: unknown) => void setError(fault))
    if (page && figure() === wanted) setPages([...before, page])
  }
  const again = () => {
    setPages([])
    void read(null, [])
  }
  createEffect(on([figure, query], again))
  return { pages, error, again, more: () => void read(pages().at(-1)?.cursor ?? null, pages()) }
}

const Row = (props: { row: BehindRow }) => (
  <li>
    <Show when={props.row.id} fallback={<span class="muted">{t(w.elsewhere)}</span>}>
      {(id) => (
        <a href={paths.case(id())}>
          <strong>{props.row.title}</strong> <span class="muted">{props.row.number}</span>
        </a>
      )}
    </Show>
    <span class="muted">
      {[
        props.row.enterprise,
        props.row.state && t(props.row.state),
        showDate(props.row.day),
        props.row.n === 1 ? '' : `× ${props.row.n}`,
      ]
        .filter(Boolean)
        .join(' · ')}
    </span>
  </li>
)

export const Behind = (props: {
  query: StatisticsQuery
  figure: string | null
  onClose: () => void
}) => {
  const behind = useBehind(
    () => props.query,
    () => props.figure,
  )
  const first = () => behind.pages()[0]
  const title = () =>
    first() ? t(fill(w.behind, { figure: t(first()!.figure), n: first()!.total })) : t(w.title)
  return (
    <Dialog
      open={props.figure !== null}
      title={title()}
      onClose={() => props.onClose()}
      class="behind"
    >
      <Show
        when={!behind.error()}
        fallback={<Failure error={behind.error()} what={w.title} onRetry={behind.again} />}
      >
        <Show when={first()} fallback={<Skeleton rows={4} />}>
          <Show when={first()!.total > 0} fallback={<p class="muted">{t(w.noCases)}</p>}>
            <ul class="behind-list">
              <For each={behind.pages().flatMap(({ items }) => items)}>
                {(row) => <Row row={row} />}
              </For>
            </ul>
            <Show when={behind.pages().at(-1)?.cursor}>
              <button type="button" class="button" onClick={behind.more}>
                {t(w.more)}
              </button>
            </Show>
          </Show>
        </Show>
      </Show>
    </Dialog>
  )
}
