// How do the authorities see a case?
import { useSearchParams } from '@solidjs/router'
import { createMemo, For, lazy, Match, onMount, Show, Suspense, Switch } from 'solid-js'
import { Dynamic } from 'solid-js/web'
import type { CaseView } from '../../contract/case/cases.ts'
import type { Text } from '../../domain/language/words.ts'
import type { ProcessView } from '../../domain/views/chart/chart-views.ts'
import { type CaseTab, paths } from '../client/paths.ts'
import { t } from '../client/words.ts'
import { chartQuery } from '../process/asking.ts'
import { screensOf } from '../processes.ts'
import { queries } from '../reading/queries.ts'
import { useQuery } from '../reading/query.ts'
import { Identity, Tasks } from '../record/case-parts.tsx'
import { caseWords as w } from '../record/case-words.ts'
import { EventBar } from '../record/event-bar.tsx'
import { Facts } from '../record/facts.tsx'
import { PrintHead } from '../screen/print-head.tsx'
import { Failure, Skeleton } from '../screen/states.tsx'

/** Only phones show it. */
const ActSheet = lazy(async () => ({ default: (await import('./act-sheet.tsx')).ActSheet }))

/** Loaded for whoever has written without a connection. */
const WaitingOfCase = lazy(() => import('../outbox/of-case.tsx'))

const Chart = lazy(() => import('../chart/chart.tsx').then((part) => ({ default: part.Chart })))
const RecordTab = lazy(() => import('./record.tsx').then((part) => ({ default: part.Record })))
const Documents = lazy(() => import('../documents/panel.tsx'))
const Links = lazy(() => import('./links.tsx').then((part) => ({ default: part.Links })))
const Items = lazy(() => import('../items/items.tsx'))
const CaseMaterials = lazy(() => import('../materials/case-materials.tsx'))
const Recordings = lazy(() => import('../recordings/panel.tsx'))
const Forecast = lazy(() => import('../clock/forecast.tsx'))
const ClockLanes = lazy(() =>
  import('../clock/clock-lanes.tsx').then((part) => ({ default: part.ClockLanes })),
)

const tabs: [CaseTab, Text][] = [
  ['overview', w.overview],
  ['materials', w.materials],
  ['flow', w.flow],
  ['clocks', w.clocks],
  ['record', w.record],
]

const Tabs = (props: { id: string; current: CaseTab }) => (
  <nav class="tabs" aria-label={t(w.tabs)}>
    <For each={tabs}>
      {([tab, words]) => (
        <a
          class="tab"
          href={paths.case(props.id, tab)}
          noScroll
          replace
          aria-current={props.current === tab ? 'page' : undefined}
          ref={(link) =>
            props.current === tab &&
            queueMicrotask(() => link.scrollIntoView({ block: 'nearest', inline: 'nearest' }))
          }
        >
          {t(words)}
        </a>
      )}
    </For>
  </nav>
)

/** What the process itself adds, for example photos before and after. */
const Evidence = (props: { case: CaseView }) => {
  const detail = useQuery(() => ({
    queryKey: ['detail', props.case.process],
    queryFn: async () => (await screensOf(props.case.process))?.detail ?? null,
    staleTime: Number.POSITIVE_INFINITY,
  }))
  return (
    <Show when={detail.isSuccess && detail.data}>
      {(own) => <Dynamic component={own().Evidence} case={props.case} />}
    </Show>
  )
}

const Overview = (props: { case: CaseView }) => (
  <>
    <Tasks case={props.case} />
    <Show when={props.case.status === 'open'}>
      <Suspense fallback={<Skeleton rows={4} />}>
        <Forecast id={props.case.id} />
      </Suspense>
    </Show>
    <Evidence case={props.case} />
    <Show when={props.case.itemKinds.length > 0}>
      <Suspense fallback={<Skeleton rows={3} />}>
        <Items case={props.case} room />
      </Suspense>
    </Show>
    <Suspense>
      <Documents case={props.case} />
    </Suspense>
    <Show when={props.case.links.length > 0}>
      <Suspense>
        <Links case={props.case} />
      </Suspense>
    </Show>
    <Facts of={props.case} facts={props.case.facts} title={w.facts} />
  </>
)

const Flow = (props: { case: CaseView }) => {
  const process = useQuery(() => chartQuery(props.case.process, String(props.case.chart)))
  const elsewhere = (view: ProcessView) => {
    const mine = props.case.tasks.filter((task) => task.mine).map((task) => task.task)
    return view.states
      .filter((state) => state.task !== null && !mine.includes(state.task))
      .map((state) => state.id)
  }
  const progress = (view: ProcessView) => ({
    active: props.case.active,
    travelled: props.case.travelled,
    elsewhere: elsewhere(view),
  })
  return (
    <Switch fallback={<Skeleton rows={6} />}>
      <Match when={process.isError && !process.data}>
        <Failure error={process.error} what={w.flow} onRetry={() => void process.refetch()} />
      </Match>
      <Match when={process.isSuccess && process.data}>
        {(one) => (
          <section class="block" aria-label={t(w.flow)}>
            <Chart diagram={one().diagram} title={one().title} progress={progress(one())} />
          </section>
        )}
      </Match>
    </Switch>
  )
}

const Clocks = (props: { case: CaseView }) => (
  <Show when={props.case.clocks.length > 0} fallback={<p class="empty">{t(w.noClocks)}</p>}>
    <section class="block" aria-label={t(w.clocks)}>
      <ClockLanes clocks={props.case.clocks} />
    </section>
  </Show>
)

const StaffCase = (props: { case: CaseView }) => {
  const [search] = useSearchParams()
  // Evidence, record and print show it: asked for while their code still loads.
  useQuery(() => queries.timeline(props.case.id))
  onMount(() => void RecordTab.preload())
  const tab = createMemo<CaseTab>(
    () => tabs.find(([name]) => name === search.tab)?.[0] ?? 'overview',
  )
  return (
    <>
      <PrintHead />
      <Identity case={props.case} heading="h1" />
      <Tabs id={props.case.id} current={tab()} />
      <div class="case-columns">
        <div class="case-main">
          <Suspense>
            <WaitingOfCase case={props.case} />
          </Suspense>
          <Suspense fallback={<Skeleton rows={6} />}>
            <Switch fallback={<Overview case={props.case} />}>
              <Match when={tab() === 'materials'}>
                <CaseMaterials id={props.case.id} />
                <Suspense>
                  <Recordings id={props.case.id} />
                </Suspense>
              </Match>
              <Match when={tab() === 'flow'}>
                <Flow case={props.case} />
              </Match>
              <Match when={tab() === 'clocks'}>
                <Clocks case={props.case} />
              </Match>
              <Match when={tab() === 'record'}>
                <RecordTab id={props.case.id} acts={props.case.acts} />
              </Match>
            </Switch>
          </Suspense>
          <Show when={tab() !== 'record'}>
            <div class="print-only">
              <Suspense>
                <RecordTab id={props.case.id} />
              </Suspense>
            </div>
          </Show>
        </div>
        <div class="case-side">
          <EventBar case={props.case} />
        </div>
      </div>
      <Suspense>
        <ActSheet case={props.case} />
      </Suspense>
    </>
  )
}

export default StaffCase
