// What stands on a page of statistics, for an authority and for an enterprise alike?
import { useSearchParams } from '@solidjs/router'
import { createMemo, createSignal, For, type JSX, Match, Show, Switch } from 'solid-js'
import type { StatisticsView } from '../../contract/statistics/statistics.ts'
import { fill, type Text } from '../../domain/language/words.ts'
import { lastQuarter } from '../../domain/statistics/period.ts'
import { civilDate } from '../../domain/time/instant.ts'
import { type StatisticsQuery, statisticsApi, statisticsKey } from '../client/statistics.ts'
import { locale, t } from '../client/words.ts'
import { firstProcess } from '../processes.ts'
import { useQuery } from '../reading/query.ts'
import { Failure, Skeleton } from '../screen/states.tsx'
import { showDate, today } from '../screen/time.ts'
import { Behind } from './behind.tsx'
import { Report, Standing } from './report.tsx'
import './statistics.css'
import { Definitions, FigureTable } from './table.tsx'
import { statisticsWords as w } from './words.ts'

const text = (value: string | string[] | undefined) => (typeof value === 'string' ? value : '')

/** Place and period stand in the address; without a period the server opens one that has something in it. */
const useStatisticsQuery = (own: boolean) => {
  const [search, setSearch] = useSearchParams()
  const query = createMemo(
    (): StatisticsQuery => ({
      process: text(search.process) || firstProcess,
      period: text(search.period),
      region: text(search.region),
      enterprise: text(search.enterprise),
      own,
    }),
    undefined,
    { equals: (a, b) => JSON.stringify(a) === JSON.stringify(b) },
  )
  return { query, set: (part: Record<string, string>) => setSearch(part) }
}

type Choice = { value: string; words: Text }
const Select = (props: {
  label: Text
  choices: Choice[]
  value: string
  onChange: (value: string) => void
}) => (
  <label class="statistics-choice">
    <span>{t(props.label)}</span>
    <select onChange={(event) => props.onChange(event.currentTarget.value)}>
      <For each={props.choices}>
        {(one) => (
          <option value={one.value} selected={one.value === props.value}>
            {t(one.words)}
          </option>
        )}
      </For>
    </select>
  </label>
)

const Tools = (props: {
  view: StatisticsView
  query: StatisticsQuery
  onChange: (part: Record<string, string>) => void
}) => (
  <div class="statistics-tools print-hidden">
    <Select
      label={w.period}
      choices={props.view.periods.map(({ id, words }) => ({ value: id, words }))}
      value={props.view.period.id}
      onChange={(period) => props.onChange({ period })}
    />
    <Show when={!props.query.own && props.view.regions.length > 1}>
      <Select
        label={w.region}
        choices={props.view.regions.map(({ code, name }) => ({ value: code, words: name }))}
        value={props.view.region.code}
        onChange={(region) => props.onChange({ region })}
      />
    </Show>
    <For each={['xlsx', 'csv'] as const}>
      {(format) => (
        <a
          class="button small"
          rel="external"
          href={statisticsApi.export(props.query, format, locale())}
          download=""
        >
          {t(w[format])}
        </a>
      )}
    </For>
    <button type="button" class="button small" onClick={() => window.print()}>
      {t(w.print)}
    </button>
  </div>
)

const Notes = (props: { view: StatisticsView; chosen: boolean }) => (
  <>
    <Show when={!props.chosen && skippedBy(props.view)}>
      {(due) => (
        <p class="notice">
          {t({
            zh: fill(w.opened, { due: due().words.zh, period: props.view.period.words.zh }).zh,
            en: fill(w.opened, { due: due().words.en, period: props.view.period.words.en }).en,
          })}
        </p>
      )}
    </Show>
    <Show when={!props.view.ended}>
      <p class="notice">{t(fill(w.running, { day: showDate(props.view.asOf) }))}</p>
    </Show>
    <Show when={props.view.behind}>
      <p class="notice warn">{t(w.counting)}</p>
    </Show>
  </>
)

/** The quarter that ended last, where it is empty and another one was opened. */
const skippedBy = ({ period, periods }: StatisticsView) => {
  const due = lastQuarter(today())
  return period.id === due ? undefined : periods.find(({ id }) => id === due)
}

/** On paper only: the head and the line of the official table. */
const PaperHead = (props: { view: StatisticsView }) => (
  <div class="print-only paper-head">
    <p class="paper-title">{t(props.view.title)}</p>
    <p class="paper-line">
      <span>
        {t(fill(w.unit, { name: props.view.enterprise?.name ?? t(props.view.region.name) }))}
      </span>
      <span>{`${t(props.view.period.words)} · ${t(fill(w.asOf, { day: props.view.asOf }))}`}</span>
    </p>
  </div>
)
/** To be filled in by hand. */
const blank = '____________'

const PaperFoot = (props: { view: StatisticsView }) => (
  <div class="print-only paper-foot">
    <p class="paper-line">
      <span>{t(fill(w.signature, { name: props.view.report?.signedBy ?? blank }))}</span>
      <span>{t(fill(w.filler, { name: blank }))}</span>
      <span>
        {t(
          fill(w.signedOn, {
            date: props.view.report ? civilDate(props.view.report.signedAt) : blank,
          }),
        )}
      </span>
    </p>
    <p>{props.view.law}</p>
  </div>
)

export const Sheet = (props: {
  own: boolean
  title: Text
  further?: (query: StatisticsQuery) => JSX.Element
}) => {
  const { query: sought, set } = useStatisticsQuery(props.own)
  const [figure, setFigure] = createSignal<string | null>(null)
  const query = useQuery(() => ({
    queryKey: statisticsKey(sought()),
    queryFn: () => statisticsApi.read(sought()),
    refetchOnMount: 'always' as const,
  }))
  const opened = ({ period }: StatisticsView): StatisticsQuery => ({
    ...sought(),
    period: period.id,
  })
  return (
    <section
      class="page statistics"
      data-signed={query.isSuccess && query.data.report !== null}
      aria-labelledby="statistics-title"
    >
      <h1 id="statistics-title">{t(query.isSuccess ? query.data.title : props.title)}</h1>
      <Switch fallback={<Skeleton rows={10} />}>
        <Match when={query.isError}>
          <Failure error={query.error} what={props.title} onRetry={() => void query.refetch()} />
        </Match>
        <Match when={query.isSuccess && query.data}>
          {(view) => (
            <>
              <Tools view={view()} query={opened(view())} onChange={set} />
              <PaperHead view={view()} />
              <Standing view={view()} />
              <Notes view={view()} chosen={sought().period !== ''} />
              <FigureTable view={view()} onOpen={setFigure} />
              <PaperFoot view={view()} />
              <Report view={view()} query={sought()} />
              {props.further?.(opened(view()))}
              <Definitions view={view()} />
            </>
          )}
        </Match>
      </Switch>
      <Show when={query.isSuccess && query.data}>
        {(view) => (
          <Behind query={opened(view())} figure={figure()} onClose={() => setFigure(null)} />
        )}
      </Show>
    </section>
  )
}
