// What should this person decide next? (S1)
import { useNavigate, useSearchParams } from '@solidjs/router'
import {
  createMemo,
  createSignal,
  For,
  lazy,
  Match,
  onMount,
  Show,
  Suspense,
  Switch,
} from 'solid-js'
import { fill } from '../../domain/language/words.ts'
import type { InboxBox } from '../../domain/views/case-views.ts'
import { paths } from '../client/paths.ts'
import { t, words } from '../client/words.ts'
import { CaseList, ListHead, type ListRow } from '../list/case-list.tsx'
import { leaveFor, placeAmong, useListKeys } from '../list/list-keys.ts'
import { listWords as w } from '../list/list-words.ts'
import { placeWords } from '../places/place-words.ts'
import { useMe } from '../screen/me.ts'
import { usePage } from '../screen/page.ts'
import { PrintedFilter } from '../screen/printed-filter.tsx'
import { Empty, Failure, Skeleton } from '../screen/states.tsx'
import { useMedia } from '../screen/width.ts'
import { asListRow, useInboxRows } from './rows.ts'
import { SelectionBar } from './selection-bar.tsx'
import { Toolbar, useFilter } from './toolbar.tsx'

const ReadingPane = lazy(() => import('./reading-pane.tsx'))
const boxes = ['todo', 'pool', 'done', 'mine', 'cc'] as const
const emptyWords = {
  todo: w.emptyTodo,
  pool: w.emptyPool,
  done: w.emptyDone,
  mine: w.emptyMine,
  cc: w.emptyCc,
} as const

const BoxTabs = (props: { box: InboxBox }) => {
  const me = useMe()
  return (
    <nav class="box-tabs" aria-label={t(w.boxes)}>
      <For each={boxes}>
        {(box) => (
          <a
            class="box-tab"
            href={paths.inbox(box)}
            aria-current={props.box === box ? 'page' : undefined}
          >
            {t(placeWords[box])} <span class="count">{me().counts[box]}</span>
          </a>
        )}
      </For>
    </nav>
  )
}

const NothingHere = (props: { box: InboxBox; filtered: boolean; onClear: () => void }) => (
  <Show
    when={!props.filtered}
    fallback={
      <Empty summary={w.noMatch}>
        <button type="button" class="button" onClick={() => props.onClear()}>
          {t(w.clearFilters)}
        </button>
      </Empty>
    }
  >
    <Empty summary={emptyWords[props.box]}>
      <a
        class="button"
        href={
          props.box === 'todo'
            ? paths.inbox('pool')
            : props.box === 'pool'
              ? paths.cases
              : paths.inbox('todo')
        }
      >
        {t(
          props.box === 'todo' ? w.lookInPool : props.box === 'pool' ? w.lookInCases : w.lookInTodo,
        )}
      </a>
    </Empty>
  </Show>
)

/** Rows behind the door: nothing moves before the reader asks for it. */
const Pill = (props: { arrived: number; orderChanged: boolean; onLetIn: () => void }) => (
  <Show when={props.arrived > 0 || props.orderChanged}>
    <button type="button" class="pill" aria-live="polite" onClick={() => props.onLetIn()}>
      {t(props.arrived > 0 ? fill(w.arrived, { n: props.arrived }) : w.changed)} ·{' '}
      {t(words.refresh)}
    </button>
  </Show>
)

/** The row the reader stands on, and the rows marked with `x`. */
const usePlace = (rows: () => ListRow[], hasPane: () => boolean) => {
  const navigate = useNavigate()
  const [picked, setPicked] = createSignal<string | null>(null)
  const [chosen, setChosen] = createSignal<ReadonlySet<string>>(new Set())
  const current = createMemo(
    () =>
      rows().find((row) => row.key === picked()) ??
      placeAmong(rows()) ??
      (hasPane() ? rows()[0] : undefined) ??
      null,
  )
  const open = (row: ListRow) => {
    leaveFor(row, rows())
    navigate(paths.case(row.caseId))
  }
  const pick = (key: string) => {
    setPicked(key)
    const row = rows().find((one) => one.key === key)
    if (!hasPane() && row) open(row)
  }
  return { current, chosen, setPicked, setChosen, open, pick }
}

/** Whoever has nothing on his desk begins with what waits for somebody to take it. */
const useBox = () => {
  const me = useMe()
  const [search, setSearch] = useSearchParams()
  onMount(() => {
    if (search.box === undefined && me().counts.todo === 0 && me().counts.pool > 0)
      setSearch({ box: 'pool' }, { replace: true })
  })
  return {
    box: createMemo<InboxBox>(() => boxes.find((name) => name === search.box) ?? 'todo'),
    setSearch,
  }
}

const Inbox = () => {
  const { box, setSearch } = useBox()
  const hasPane = useMedia('(min-width: 1280px)')
  const inbox = useInboxRows(box)
  const filter = useFilter()
  const rows = createMemo(() =>
    inbox
      .items()
      .filter(filter.passes)
      .map((row) => asListRow(row, box())),
  )
  const place = usePlace(rows, hasPane)
  const clear = () => place.setChosen(new Set<string>())
  usePage(() => t(placeWords[box()]))
  const onKey = useListKeys({
    rows,
    current: place.current,
    chosen: place.chosen,
    setCurrent: place.setPicked,
    setChosen: place.setChosen,
    open: place.open,
  })
  return (
    <div class={`inbox ${hasPane() ? 'with-pane' : ''}`}>
      <section class="inbox-list" aria-labelledby="inbox-title">
        <header class="list-top">
          <h1 id="inbox-title">{t(placeWords[box()])}</h1>
          <span class="muted">
            {inbox.first.isSuccess ? t(fill(w.total, { n: inbox.total() })) : ''}
          </span>
          <span class="muted sorted">{t(w.sorted)}</span>
        </header>
        <BoxTabs box={box()} />
        <Toolbar
          box={box()}
          filter={filter}
          items={inbox.items()}
          onBox={(next) => setSearch({ box: next })}
        />
        <PrintedFilter
          summary={filter.summary()}
          rows={{ rowCount: rows().length, total: filter.active() ? rows().length : inbox.total() }}
        />
        <Pill arrived={inbox.arrived()} orderChanged={inbox.orderChanged()} onLetIn={inbox.letIn} />
        <SelectionBar box={box()} rows={inbox.items()} chosen={place.chosen()} onClear={clear} />
        <Switch fallback={<Skeleton rows={9} class="list-skeleton" />}>
          <Match when={inbox.first.isError && inbox.items().length === 0}>
            <Failure
              error={inbox.first.error}
              what={placeWords[box()]}
              onRetry={() => void inbox.first.refetch()}
            />
          </Match>
          <Match when={inbox.first.isSuccess && rows().length === 0}>
            <NothingHere
              box={box()}
              filtered={filter.active()}
              onClear={() => {
                filter.clear()
                setSearch({ q: null })
              }}
            />
          </Match>
          <Match when={rows().length > 0}>
            <ListHead />
            <CaseList
              rows={rows()}
              total={filter.active() ? rows().length : inbox.total()}
              label={t(placeWords[box()])}
              current={place.current()?.key ?? null}
              chosen={place.chosen()}
              onCurrent={place.pick}
              onOpen={place.open}
              onMore={inbox.more}
              onKey={onKey}
            />
          </Match>
        </Switch>
      </section>
      <Show when={hasPane()}>
        <aside class="pane" aria-label={t(w.pane)}>
          <Suspense fallback={<Skeleton rows={8} />}>
            <Show
              when={place.current()?.caseId}
              keyed
              fallback={<p class="muted pane-hint">{t(w.paneHint)}</p>}
            >
              {(id) => <ReadingPane id={id} />}
            </Show>
          </Suspense>
          <p class="pane-keys muted">{t(w.paneKeys)}</p>
        </aside>
      </Show>
    </div>
  )
}

export default Inbox
