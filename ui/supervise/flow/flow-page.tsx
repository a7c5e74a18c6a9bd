// Where does time go? (S11)
import { useSearchParams } from '@solidjs/router'
import { createMemo, createSignal, For, Show } from 'solid-js'
import type { FlowView } from '../../../contract/supervision/supervision.ts'
import { fill } from '../../../domain/language/words.ts'
import { Chart } from '../../chart/chart.tsx'
import { paths } from '../../client/paths.ts'
import { askRecompute } from '../../client/supervision.ts'
import { t } from '../../client/words.ts'
import { firstProcess } from '../../processes.ts'
import { queries } from '../../reading/queries.ts'
import { useQuery } from '../../reading/query.ts'
import { Scroll } from '../../screen/scroll.tsx'
import { Empty, Skeleton } from '../../screen/states.tsx'
import { tableWords } from '../../screen/table-words.ts'
import { Select } from '../filters.tsx'
import { SuperviseFrame } from '../frame.tsx'
import { Recompute } from '../recompute.tsx'
import './flow.css'
import { FlowCasesList } from './flow-cases.tsx'
import { Heat, type Picked, weekWords } from './flow-heat.tsx'
import { type FlowFilters, inDays, type Metric, metrics, periods, useFlow } from './flow-reading.ts'
import { FlowTable } from './flow-table.tsx'
import { flowWords as w } from './flow-words.ts'

const text = (value: string | string[] | undefined) => (typeof value === 'string' ? value : '')

/** What is looked at stands in the address. */
const useFlowQuery = () => {
  const [search, setSearch] = useSearchParams()
  const filters = createMemo<FlowFilters>(() => ({
    process: text(search.process) || firstProcess,
    region: text(search.region),
    weeks: periods.find((weeks) => String(weeks) === search.weeks) ?? periods[0],
  }))
  const metric = (): Metric => metrics.find((one) => one === search.metric) ?? 'median'
  const picked = createMemo((): Picked | null =>
    search.state ? { state: text(search.state), week: text(search.week) } : null,
  )
  const pick = (one: Picked | null) => setSearch({ state: one?.state ?? '', week: one?.week ?? '' })
  return {
    filters,
    metric,
    picked,
    pick,
    set: (part: Record<string, string>) => setSearch({ ...part, state: '', week: '' }),
    show: setSearch,
  }
}
type FlowQuery = ReturnType<typeof useFlowQuery>

const Filters = (props: { query: FlowQuery; view: FlowView | undefined }) => {
  const list = useQuery(queries.processes)
  const known = () =>
    list.isSuccess ? list.data.items.map(({ id, title }) => ({ value: id, words: t(title) })) : []
  const places = () =>
    props.view?.regions.map(({ code, name }) => ({ value: code, words: t(name) })) ?? []
  const filters = () => props.query.filters()
  return (
    <div class="toolbar">
      <select
        aria-label={t(w.process)}
        onChange={(event) => props.query.set({ process: event.currentTarget.value })}
      >
        <For each={known()}>
          {(one) => (
            <option value={one.value} selected={one.value === filters().process}>
              {one.words}
            </option>
          )}
        </For>
      </select>
      <Show when={places().length > 1}>
        <Select
          label={t(w.region)}
          all={props.view ? t(props.view.region.name) : t(w.region)}
          choices={places()}
          value={filters().region}
          onChange={(region) => props.query.set({ region })}
        />
      </Show>
      <select
        aria-label={t(w.period)}
        onChange={(event) => props.query.set({ weeks: event.currentTarget.value })}
      >
        <For each={periods}>
          {(n) => (
            <option value={n} selected={n === filters().weeks}>
              {t(fill(w.weeks, { n }))}
            </option>
          )}
        </For>
      </select>
      <fieldset class="flow-metrics">
        <legend class="visually-hidden">{t(w.metric)}</legend>
        <For each={metrics}>
          {(metric) => (
            <button
              type="button"
              class="chip"
              aria-pressed={props.query.metric() === metric}
              onClick={() => props.query.show({ metric })}
            >
              {t(w[metric])}
            </button>
          )}
        </For>
      </fieldset>
    </div>
  )
}

/** How many left each state and after how long, where the chart has it. */
const OnChart = (props: { view: FlowView }) => {
  const process = useQuery(() => queries.process(props.view.process.id))
  const notes = createMemo(() =>
    Object.fromEntries(
      props.view.totals.map(({ state, n, median, few }) => [
        state,
        t(fill(few ? w.onStateFew : w.onState, { n, days: inDays(median) })),
      ]),
    ),
  )
  return (
    <section class="block" aria-labelledby="flow-chart">
      <h2 id="flow-chart">{t(w.chart)}</h2>
      <Show when={process.isSuccess && process.data} fallback={<Skeleton rows={4} />}>
        {(one) => <Chart diagram={one().diagram} title={one().title} notes={notes()} />}
      </Show>
    </section>
  )
}

const Behind = (props: { view: FlowView; picked: Picked; onClose: () => void }) => {
  const span = () =>
    props.picked.week === ''
      ? { from: props.view.from, to: props.view.to }
      : { from: props.picked.week, to: props.picked.week }
  const name = (n: number) => {
    const state = props.view.states.find(({ id }) => id === props.picked.state)
    return t(
      fill(w.cases, {
        state: state ? t(state.words) : props.picked.state,
        week: weekWords(props.picked.week),
        n,
      }),
    )
  }
  const query = () => ({
    process: props.view.process.id,
    region: props.view.region.code,
    state: props.picked.state,
    ...span(),
  })
  return <FlowCasesList query={query()} name={name} onClose={props.onClose} />
}

const FlowSheet = (props: { query: FlowQuery; view: FlowView }) => {
  const [table, setTable] = createSignal(false)
  return (
    <>
      <section class="block" aria-label={t(fill(w.heat, { metric: t(w[props.query.metric()]) }))}>
        <button type="button" class="button small twin" onClick={() => setTable(!table())}>
          {t(table() ? tableWords.asPicture : tableWords.asTable)}
        </button>
        <p class="muted flow-says">{t(w.describe)}</p>
        <Show when={!table()} fallback={<FlowTable view={props.view} />}>
          <Scroll name={w.state}>
            <Heat
              view={props.view}
              metric={props.query.metric()}
              picked={props.query.picked()}
              onPick={props.query.pick}
            />
          </Scroll>
        </Show>
      </section>
      <Show when={props.query.picked()}>
        {(picked) => (
          <Behind view={props.view} picked={picked()} onClose={() => props.query.pick(null)} />
        )}
      </Show>
      <OnChart view={props.view} />
    </>
  )
}

const Flow = () => {
  const query = useFlowQuery()
  const flow = useFlow(query.filters)
  const view = () => (flow.isSuccess ? flow.data : undefined)
  return (
    <SuperviseFrame
      here={paths.flow}
      words={w}
      filters={<Filters query={query} view={view()} />}
      found={flow}
      rows={9}
    >
      {(one) => (
        <>
          <Recompute
            at={one().computedAt}
            reckon={askRecompute}
            stale={['flow', 'flow-cases']}
            class="flow-run"
          />
          <Show when={one().totals.length > 0} fallback={<Empty summary={w.empty} />}>
            <FlowSheet query={query} view={one()} />
          </Show>
        </>
      )}
    </SuperviseFrame>
  )
}

export default Flow
