// Who keeps the duty of an office in a month, what waits to be published, and how is it changed?
import { createEffect, createSignal, For, lazy, Match, on, Show, Suspense, Switch } from 'solid-js'
import type { RosterMonthView } from '../../contract/rosters/rosters.ts'
import { fill } from '../../domain/language/words.ts'
import { addToMonth } from '../../domain/rosters/shifts.ts'
import { rosterPath, rostersApi, rostersPath } from '../client/rosters.ts'
import { t } from '../client/words.ts'
import { useQuery } from '../reading/query.ts'
import { usePage } from '../screen/page.ts'
import { PrintHead } from '../screen/print-head.tsx'
import { Empty, Failure, Skeleton } from '../screen/states.tsx'
import { showDateShort, showMoment } from '../screen/time.ts'
import { readRostersAgain } from './acting.ts'
import { monthText } from './days.ts'
import { Deciding } from './deciding.tsx'
import { Exchanges } from './exchanges.tsx'
import { History } from './history.tsx'
import { RosterTable } from './table.tsx'
import { rosterWords as w } from './words.ts'
import './rosters.css'

const Editor = lazy(() => import('./editor.tsx'))

const Bar = (props: { view: RosterMonthView; editing: boolean; onEdit: () => void }) => {
  const to = (n: number) => rosterPath(props.view.office, addToMonth(props.view.month, n))
  return (
    <nav class="toolbar roster-bar" aria-label={t(w.months)}>
      <a class="button" href={to(-1)}>
        {t(w.previous)}
      </a>
      <a class="button" href={to(1)}>
        {t(w.next)}
      </a>
      <a href={rostersPath}>{t(w.all)}</a>
      <Show when={props.view.mayEnter && !props.view.over && !props.editing}>
        <button type="button" class="button primary" onClick={() => props.onEdit()}>
          {t(props.view.inForce ? w.change : w.enter)}
        </button>
      </Show>
      <Show when={!props.editing && (props.view.inForce || props.view.draft)}>
        <button type="button" class="button print-button" onClick={() => window.print()}>
          {t(w.print)}
        </button>
      </Show>
    </nav>
  )
}

/** What stands is told before it is shown: since when, by whom, and what is missing. */
const Standing = (props: { view: RosterMonthView }) => (
  <>
    <Show when={!props.view.keeps}>
      <p class="notice">{t(w.notKept)}</p>
    </Show>
    <Show when={props.view.inForce}>
      {(one) => (
        <p class="muted">
          {t(
            fill(w.inForce, {
              n: one().version,
              by: one().enteredBy,
              publisher: one().publishedBy,
              time: showMoment(one().publishedAt),
            }),
          )}
        </p>
      )}
    </Show>
    <Show when={(props.view.inForce?.gaps ?? []).length > 0}>
      <p class="bad-words" role="status">
        {t(fill(w.gaps, { n: props.view.inForce?.gaps.length ?? 0 }))}
      </p>
    </Show>
    <Show when={props.view.missed.length > 0}>
      <p class="bad-words">{t(fill(w.missed, { n: props.view.missed.length }))}</p>
    </Show>
    <Show when={props.view.days.some(({ decreed }) => !decreed)}>
      <p class="muted">{t(w.estimatedNote)}</p>
    </Show>
  </>
)

const Absences = (props: { view: RosterMonthView }) => {
  const all = () =>
    props.view.people.flatMap(({ name, absences }) => absences.map((one) => ({ name, ...one })))
  return (
    <Show when={all().length > 0}>
      <section class="block" aria-labelledby="roster-away">
        <h2 id="roster-away">{t(w.absences)}</h2>
        <ul>
          <For each={all()}>
            {({ name, from, to, substitute }) => (
              <li>
                {t(
                  fill(w.away, {
                    name,
                    from: showDateShort(from),
                    to: showDateShort(to),
                    substitute,
                  }),
                )}
              </li>
            )}
          </For>
        </ul>
      </section>
    </Show>
  )
}

/** The draft where somebody has to decide about it or nothing else is there. */
const Shown = (props: { view: RosterMonthView; onDone: () => void }) => {
  const [chosen, setChosen] = createSignal<'draft' | 'in-force' | null>(null)
  const which = () =>
    chosen() ??
    (props.view.draft && (props.view.draft.mayPublish || !props.view.inForce)
      ? 'draft'
      : 'in-force')
  const shown = () => (which() === 'draft' ? props.view.draft : props.view.inForce)
  return (
    <>
      <Show when={props.view.draft}>
        {(draft) => <Deciding view={props.view} draft={draft()} onDone={() => props.onDone()} />}
      </Show>
      <Show when={props.view.draft && props.view.inForce}>
        <button
          type="button"
          class="button small"
          onClick={() => setChosen(which() === 'draft' ? 'in-force' : 'draft')}
        >
          {t(which() === 'draft' ? w.showInForce : w.showDraft)}
        </button>
      </Show>
      <Show when={shown()} fallback={<Empty summary={w.empty} />}>
        {(one) => <RosterTable view={props.view} shown={one()} />}
      </Show>
    </>
  )
}

const Further = (props: { view: RosterMonthView }) => (
  <div class="roster-further">
    <Absences view={props.view} />
    <section class="block" aria-labelledby="roster-exchanges">
      <h2 id="roster-exchanges">{t(w.exchanges)}</h2>
      <Exchanges items={props.view.exchanges} />
    </section>
    <Show when={props.view.history.length > 0}>
      <section class="block" aria-labelledby="roster-history">
        <h2 id="roster-history">{t(w.history)}</h2>
        <History versions={props.view.history} />
      </section>
    </Show>
  </div>
)

const Read = (props: { view: RosterMonthView }) => {
  const [editing, setEditing] = createSignal(false)
  createEffect(
    on(
      () => `${props.view.office} ${props.view.month}`,
      () => setEditing(false),
    ),
  )
  const done = () => {
    setEditing(false)
    readRostersAgain()
  }
  return (
    <>
      <PrintHead />
      <h1>
        {t(fill(w.titleOf, { office: t(props.view.name), month: monthText(props.view.month) }))}
      </h1>
      <Bar view={props.view} editing={editing()} onEdit={() => setEditing(true)} />
      <Standing view={props.view} />
      <Show when={editing()} fallback={<Shown view={props.view} onDone={done} />}>
        <Suspense fallback={<Skeleton rows={8} />}>
          <Editor view={props.view} onDone={done} onCancel={() => setEditing(false)} />
        </Suspense>
      </Show>
      <Further view={props.view} />
    </>
  )
}

const Month = (props: { office: string; month: string }) => {
  const month = useQuery(() => ({
    queryKey: ['roster-month', props.office, props.month],
    queryFn: () => rostersApi.month(props.office, props.month),
    refetchOnMount: 'always' as const,
  }))
  usePage(() => t(w.title))
  return (
    <div class="page roster-page">
      <Switch fallback={<Skeleton rows={10} />}>
        <Match when={month.isError}>
          <Failure error={month.error} what={w.title} onRetry={() => void month.refetch()} />
        </Match>
        <Match when={month.isSuccess && month.data}>{(view) => <Read view={view()} />}</Match>
      </Switch>
    </div>
  )
}

export default Month
