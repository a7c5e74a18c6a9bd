// Which matters does the enterprise have, and which of them need it? (S7)

import {
  createEffect,
  createMemo,
  createSignal,
  For,
  lazy,
  Match,
  on,
  Show,
  Suspense,
  Switch,
} from 'solid-js'
import type { CaseRow, InboxRow } from '../../contract/case/lists.ts'
import { fill, type Text } from '../../domain/language/words.ts'
import { civilDate } from '../../domain/time/instant.ts'
import type { DueView } from '../../domain/views/case-views.ts'
import { caseApi } from '../client/case/cases.ts'

import { paths } from '../client/paths.ts'
import { t, words } from '../client/words.ts'
import { DueCell } from '../clock/due.tsx'
import { processes } from '../processes.ts'
import { rememberUnread } from '../reading/list-order.ts'
import { caseNews } from '../reading/live.ts'
import { client, remembered } from '../reading/queries.ts'
import { useQuery } from '../reading/query.ts'
import { useMe } from '../screen/me.ts'
import { usePage } from '../screen/page.ts'
import { Empty, Failure, Skeleton } from '../screen/states.tsx'
import { showDateShort } from '../screen/time.ts'
import './portal.css'
import { mattersWords as w } from './matters-words.ts'

type Card = {
  caseId: string
  title: string
  number: string
  state: Text
  wanted: Text | null
  due: DueView | null
  openedAt: string
}

const fromTask = (row: InboxRow): Card => ({ ...row, wanted: row.task })
const fromCase = (row: CaseRow): Card => ({ ...row, caseId: row.id, wanted: null })

/** By the dates that stand there: the inbox also counts periods that are the authority's own. */
const soonest = (one: Card, other: Card) => (endOf(one) < endOf(other) ? -1 : 1)
const endOf = ({ due }: Card) => due?.at ?? '9999'

const MatterCard = (props: { card: Card }) => (
  <li>
    <a class="matter" href={paths.case(props.card.caseId)}>
      <span class="matter-main">
        <strong>{props.card.title}</strong>
        <span class="matter-state">
          {props.card.wanted ? `→ ${t(props.card.wanted)}` : t(props.card.state)}
        </span>
        <span class="muted">
          {props.card.number} ·{' '}
          {t(fill(w.openedOn, { date: showDateShort(civilDate(props.card.openedAt)) }))}
        </span>
      </span>
      <Show when={props.card.due}>
        <span class="matter-due">
          <DueCell due={props.card.due} />
        </span>
      </Show>
    </a>
  </li>
)

/** `total`: with those that do not stand here; the list of cases has them all. */
const Group = (props: { id: string; title: Text; cards: Card[]; empty?: Text; total?: number }) => (
  <Show when={props.cards.length > 0 || props.empty || props.total}>
    <section class="matters" aria-labelledby={props.id}>
      <h2 id={props.id}>
        {t(props.title)} <span class="count">{props.total ?? props.cards.length}</span>
      </h2>
      <Show
        when={props.cards.length > 0}
        fallback={<p class="muted">{props.empty ? t(props.empty) : ''}</p>}
      >
        <ul>
          <For each={props.cards}>{(card) => <MatterCard card={card} />}</For>
        </ul>
      </Show>
      <Show when={(props.total ?? 0) > props.cards.length}>
        <p>
          <a href={paths.cases}>{t(fill(w.all, { n: props.total ?? 0 }))}</a>
        </p>
      </Show>
    </section>
  </Show>
)

const StartButton = () => {
  const me = useMe()
  return (
    <For each={me().starts}>
      {(id) => (
        <Show when={processes[id]}>
          {(process) => (
            <a class="button primary" href={paths.report(id)}>
              {t(process().start)}
            </a>
          )}
        </Show>
      )}
    </For>
  )
}

/** What lies on this device is looked for after the page stands. */
const Drafts = lazy(() => import('./drafts.tsx'))

const readBox = async (box: 'todo' | 'pool') => {
  const page = await remembered(`matters:${box}`, () => caseApi.inbox({ box, limit: 200 }))
  rememberUnread(page.items)
  return page
}

const useCases = (status: CaseRow['status']) => {
  const query = useQuery(() => ({
    queryKey: ['cases', 'matters', status],
    queryFn: () => remembered(`matters:${status}`, () => caseApi.cases({ status, limit: 100 })),
  }))
  return {
    query,
    items: () => (query.isSuccess ? query.data.items : []),
    total: () => (query.isSuccess ? query.data.total : 0),
  }
}

const useMatters = () => {
  const todo = useQuery(() => ({ queryKey: ['inbox', 'matters'], queryFn: () => readBox('todo') }))
  const pool = useQuery(() => ({
    queryKey: ['inbox', 'matters-pool'],
    queryFn: () => readBox('pool'),
  }))
  const [open, closed] = [useCases('open'), useCases('closed')]
  const needs = createMemo(() => {
    const rows = [
      ...(todo.isSuccess ? todo.data.items : []),
      ...(pool.isSuccess ? pool.data.items : []),
    ]
    return [...new Map(rows.map((row) => [row.caseId, fromTask(row)])).values()].sort(soonest)
  })
  const waiting = createMemo(() => {
    const wanted = new Set(needs().map((card) => card.caseId))
    return open.items().filter((row) => !wanted.has(row.id))
  })
  const queries = [todo, pool, open.query, closed.query]
  return {
    needs,
    waiting,
    open,
    closed,
    queries,
    ready: () => queries.every((query) => query.isSuccess),
  }
}

/** What others have done stands behind a pill: nothing moves under the thumb. */
const useNews = () => {
  const [some, setSome] = createSignal(false)
  createEffect(on(caseNews, () => setSome(true), { defer: true }))
  const letIn = async () => {
    setSome(false)
    await Promise.all(
      ['inbox', 'cases'].map((name) => client.invalidateQueries({ queryKey: [name] })),
    )
  }
  return { some, letIn }
}

const Matters = () => {
  const matters = useMatters()
  const broken = () => matters.queries.find((query) => query.isError && !query.data)
  const news = useNews()
  const none = () =>
    matters.needs().length === 0 && matters.open.total() === 0 && matters.closed.total() === 0
  usePage(() => t(words.myMatters))
  return (
    <div class="page portal">
      <header class="portal-head">
        <h1>{t(words.myMatters)}</h1>
        <Show when={!(matters.ready() && none())}>
          <StartButton />
        </Show>
      </header>
      <Show when={news.some()}>
        <button
          type="button"
          class="pill matters-news"
          aria-live="polite"
          onClick={() => void news.letIn()}
        >
          {t(w.news)}
        </button>
      </Show>
      <Suspense>
        <Drafts />
      </Suspense>
      <Switch fallback={<Skeleton rows={5} class="matters-skeleton" />}>
        <Match when={broken()}>
          {(query) => (
            <Failure
              error={query().error}
              what={words.myMatters}
              onRetry={() => void query().refetch()}
            />
          )}
        </Match>
        <Match when={matters.ready() && none()}>
          <Empty summary={w.nothing}>
            <p>
              <StartButton />
            </p>
          </Empty>
        </Match>
        <Match when={matters.ready()}>
          <Group id="needs" title={w.needsYou} cards={matters.needs()} empty={w.nothingNeeded} />
          <Group
            id="waiting"
            title={w.waiting}
            cards={matters.waiting().map(fromCase)}
            total={Math.max(
              matters.waiting().length,
              matters.open.total() - matters.needs().length,
            )}
          />
          <Group
            id="finished"
            title={w.finished}
            cards={matters.closed.items().map(fromCase)}
            total={matters.closed.total()}
          />
        </Match>
      </Switch>
    </div>
  )
}

export default Matters
