// Where is the enterprise's matter, who has it, how long, and what is wanted? (S8, S9)

import { createMemo, For, lazy, Show, Suspense } from 'solid-js'
import { Dynamic } from 'solid-js/web'
import type { CaseView } from '../../contract/case/cases.ts'
import type { ActView } from '../../domain/engine/judging/act-view.ts'
import { paths } from '../client/paths.ts'
import { t } from '../client/words.ts'
import type { Detail } from '../list/additions.ts'
import { screensOf } from '../processes.ts'
import { queries } from '../reading/queries.ts'
import { useQuery } from '../reading/query.ts'
import { Skeleton } from '../screen/states.tsx'
import './portal.css'
import { portalWords as w } from './words.ts'

/** They wait for what the process adds in any case. */
const Steps = lazy(async () => ({ default: (await import('./steps.tsx')).Steps }))

/** Below what is wanted stands what has been: it may come a moment later. */
const PartyRecord = lazy(() => import('./party-record.tsx'))

const Forecast = lazy(() => import('../clock/forecast.tsx'))

const ActLink = (props: { case: CaseView; act: ActView; primary: boolean }) => (
  <li>
    <Show
      when={props.act.allowed}
      fallback={
        <>
          <button
            type="button"
            class="button"
            aria-disabled="true"
            aria-describedby={`why-${props.act.type}`}
          >
            {t(props.act.words)}
          </button>
          <ul class="reasons" id={`why-${props.act.type}`}>
            <For each={props.act.reasons}>{(reason) => <li>{t(reason)}</li>}</For>
          </ul>
        </>
      }
    >
      <a
        class={`button ${props.primary ? 'primary' : ''}`}
        href={paths.act(props.case.id, props.act.type, props.act.taskId)}
      >
        {t(props.act.words)}
      </a>
    </Show>
  </li>
)

/** Acts of an open task come first and large; the rest stands below. */
const Wanted = (props: { case: CaseView; detail: Detail | null }) => {
  const elsewhere = () => props.detail?.elsewhere?.(props.case) ?? null
  const own = createMemo(() => new Set(props.case.tasks.map(({ id }) => id)))
  /** What others have to do is shown by the steps, not offered here with a reason why not. */
  const isOwn = (act: ActView) => act.taskId === null || own().has(act.taskId)
  const relevant = createMemo(() =>
    props.case.acts.filter((act) => act.allowed || (act.relevant && isOwn(act))),
  )
  const ofTasks = () => relevant().filter((act) => act.kind === 'event' && act.taskId !== null)
  /** The usual one first: it is the large button. */
  const wanted = () => ofTasks().sort((a, b) => Number(b.usual ?? false) - Number(a.usual ?? false))
  const other = () => relevant().filter((act) => !(act.kind === 'event' && act.taskId !== null))
  return (
    <section class="wanted" aria-labelledby="wanted-title">
      <h2 id="wanted-title">{t(w.wanted)}</h2>
      <Show when={elsewhere()}>
        {(words) => (
          <>
            <p>{t(words())}</p>
            <Dynamic component={props.detail?.Elsewhere} case={props.case} />
          </>
        )}
      </Show>
      <Show when={wanted().length > 0} fallback={elsewhere() ? null : <p>{t(w.nothingWanted)}</p>}>
        <ul class="acts large">
          <For each={wanted()}>
            {(act) => <ActLink case={props.case} act={act} primary={act.usual === true} />}
          </For>
        </ul>
      </Show>
      <Show when={other().length > 0}>
        <details open={wanted().length === 0}>
          <summary>{t(w.other)}</summary>
          <ul class="acts">
            <For each={other()}>
              {(act) => <ActLink case={props.case} act={act} primary={false} />}
            </For>
          </ul>
        </details>
      </Show>
    </section>
  )
}

const PartyCase = (props: { case: CaseView }) => {
  const timeline = useQuery(() => queries.timeline(props.case.id))
  const detail = useQuery(() => ({
    queryKey: ['detail', props.case.process],
    queryFn: async () => (await screensOf(props.case.process))?.detail ?? null,
    staleTime: Number.POSITIVE_INFINITY,
  }))
  return (
    <div class="portal">
      <header class="party-head">
        <p class="muted">{props.case.number}</p>
        <h1>{props.case.title}</h1>
        <p class="party-now">
          {t({
            zh: w.whereNow.zh.replace('{state}', props.case.state.zh),
            en: w.whereNow.en.replace('{state}', props.case.state.en),
          })}
        </p>
      </header>
      <Suspense>
        <Show when={detail.isSuccess && detail.data}>
          {(own) => <Steps case={props.case} steps={own().steps} />}
        </Show>
      </Suspense>
      <Show when={props.case.status === 'open'}>
        <Wanted case={props.case} detail={(detail.isSuccess && detail.data) || null} />
        <Suspense fallback={<Skeleton rows={4} />}>
          <Forecast id={props.case.id} />
        </Suspense>
      </Show>
      <Show when={detail.isSuccess && detail.data?.ForParty}>
        {(ForParty) => (
          <Suspense>
            <Dynamic
              component={ForParty()}
              case={props.case}
              items={timeline.isSuccess ? timeline.data.items : []}
            />
          </Suspense>
        )}
      </Show>
      <Suspense fallback={<Skeleton rows={6} />}>
        <PartyRecord
          case={props.case}
          items={timeline.isSuccess ? timeline.data.items : undefined}
          error={timeline.error}
          onRetry={() => void timeline.refetch()}
        />
      </Suspense>
    </div>
  )
}

export default PartyCase
