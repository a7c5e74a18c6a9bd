// Which matters does the enterprise have, and which of them need it? (S7)

import { createMemo, For, lazy, Match, Show, Suspense, Switch } from 'solid-js'
import { civilDate } from '../../domain/case/instant.ts'
import type { CaseRow, DueView, InboxRow } from '../../domain/case/views.ts'
import { fill, type Text } from '../../domain/case/words.ts'
import { api } from '../client.ts'
import { DueCell } from '../parts/due.tsx'
import { rememberUnread } from '../parts/list-order.ts'
import { useMe } from '../parts/me.tsx'
import { usePage } from '../parts/page.ts'
import { useQuery } from '../parts/query.ts'
import { Empty, Failure, Skeleton } from '../parts/states.tsx'
import { showDateShort } from '../parts/time.ts'
import { paths } from '../paths.ts'
import { processes } from '../processes.ts'
import { remembered } from '../queries.ts'
import { t, words } from '../words.ts'
import './portal.css'
import { portalWords as w } from './words.ts'

type Card = { caseId: string; title: string; number: string; state: Text; wanted: Text | null; due: DueView | null; openedAt: string }

const fromTask = (row: InboxRow): Card => ({ ...row, wanted: row.task })
const fromCase = (row: CaseRow): Card => ({ ...row, caseId: row.id, wanted: null })

const MatterCard = (props: { card: Card }) => (
  <li>
    <a class="matter" href={paths.case(props.card.caseId)}>
      <span class="matter-main">
        <strong>{props.card.title}</strong>
        <span class="matter-state">{props.card.wanted ? `→ ${t(props.card.wanted)}` : t(props.card.state)}</span>
        <span class="muted">
          {props.card.number} · {t(fill(w.openedOn, { date: showDateShort(civilDate(props.card.openedAt)) }))}
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

const Group = (props: { id: string; title: Text; cards: Card[]; empty?: Text }) => (
  <Show when={props.cards.length > 0 || props.empty}>
    <section class="matters" aria-labelledby={props.id}>
      <h2 id={props.id}>
        {t(props.title)} <span class="count">{props.cards.length}</span>
      </h2>
      <Show when={props.cards.length > 0} fallback={<p class="muted">{props.empty ? t(props.empty) : ''}</p>}>
        <ul>
          <For each={props.cards}>{(card) => <MatterCard card={card} />}</For>
        </ul>
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
  const page = await remembered(`matters:${box}`, () => api.inbox({ box, limit: 200 }))
  rememberUnread(page.items)
  return page
}

const useMatters = () => {
  const todo = useQuery(() => ({ queryKey: ['inbox', 'matters'], queryFn: () => readBox('todo') }))
  const pool = useQuery(() => ({ queryKey: ['inbox', 'matters-pool'], queryFn: () => readBox('pool') }))
  const all = useQuery(() => ({ queryKey: ['cases', 'matters'], queryFn: () => remembered('matters', () => api.cases({ limit: 200 })) }))
  const needs = createMemo(() => {
    const rows = [...(todo.isSuccess ? todo.data.items : []), ...(pool.isSuccess ? pool.data.items : [])]
    return [...new Map(rows.map((row) => [row.caseId, fromTask(row)])).values()]
  })
  const wanted = createMemo(() => new Set(needs().map((card) => card.caseId)))
  const cases = createMemo(() => (all.isSuccess ? all.data.items : []))
  const others = (status: CaseRow['status']) =>
    cases()
      .filter((row) => row.status === status && !wanted().has(row.id))
      .map(fromCase)
  return { needs, others, queries: [todo, pool, all], ready: () => todo.isSuccess && pool.isSuccess && all.isSuccess }
}

const Matters = () => {
  const matters = useMatters()
  const broken = () => matters.queries.find((query) => query.isError && !query.data)
  const none = () => matters.needs().length === 0 && matters.others('open').length === 0 && matters.others('closed').length === 0
  usePage(() => t(words.myMatters))
  return (
    <div class="page portal">
      <header class="portal-head">
        <h1>{t(words.myMatters)}</h1>
        <Show when={!(matters.ready() && none())}>
          <StartButton />
        </Show>
      </header>
      <Suspense>
        <Drafts />
      </Suspense>
      <Switch fallback={<Skeleton rows={5} class="matters-skeleton" />}>
        <Match when={broken()}>
          {(query) => <Failure error={query().error} what={words.myMatters} onRetry={() => void query().refetch()} />}
        </Match>
        <Match when={matters.ready() && none()}>
          <Empty says={w.nothing}>
            <p>
              <StartButton />
            </p>
          </Empty>
        </Match>
        <Match when={matters.ready()}>
          <Group id="needs" title={w.needsYou} cards={matters.needs()} empty={w.nothingNeeded} />
          <Group id="waiting" title={w.waiting} cards={matters.others('open')} />
          <Group id="finished" title={w.finished} cards={matters.others('closed')} />
        </Match>
      </Switch>
    </div>
  )
}

export default Matters
