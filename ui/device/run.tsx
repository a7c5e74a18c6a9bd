// Which part of a measurement's run is before the reader?

import { createMemo, createSignal, For, lazy, Show, Suspense } from 'solid-js'
import type { TrendView } from '../../contract/devices/devices.ts'
import { fill } from '../../domain/language/words.ts'
import { deviceApi } from '../client/devices/devices.ts'
import { t } from '../client/words.ts'
import { Answered } from '../reading/answered.tsx'
import { useQuery } from '../reading/query.ts'
import { useKeys } from '../screen/keys.ts'
import { Scroll } from '../screen/scroll.tsx'
import { Skeleton } from '../screen/states.tsx'
import { tableWords } from '../screen/table-words.ts'
import { showMoment } from '../screen/time.ts'
import { digits } from './points.tsx'
import { createSpan, type SpanName, spans, useEvery } from './window.ts'
import { deviceWords as w } from './words.ts'

const Trend = lazy(() => import('./trend.tsx'))

const label = ({ at, least, most, bad }: TrendView): string => {
  const numbers = [...least, ...most].filter((n): n is number => n !== null)
  const [from, to] =
    numbers.length > 0 ? [digits(Math.min(...numbers)), digits(Math.max(...numbers))] : ['–', '–']
  return t(
    fill(w.pictureText, {
      n: at.length,
      least: from,
      most: to,
      bad: bad.reduce((sum, n) => sum + n, 0),
    }),
  )
}

const mostRows = 300

const Twin = (props: { trend: TrendView }) => {
  const first = () => Math.max(0, props.trend.at.length - mostRows)
  const show = (n: number | null | undefined) =>
    n === null || n === undefined ? t(w.unknown) : digits(n)
  return (
    <Scroll name={w.trend} class="scroll-x device-twin">
      <table class="plain-table">
        <thead>
          <tr>
            <For each={[w.at, w.value, w.least, w.most, w.bad]}>
              {(head) => <th scope="col">{t(head)}</th>}
            </For>
          </tr>
        </thead>
        <tbody>
          <For each={props.trend.at.slice(first())}>
            {(at, n) => (
              <tr>
                <th scope="row">{showMoment(new Date(at * 1_000).toISOString())}</th>
                <td>{show(props.trend.value[first() + n()])}</td>
                <td>{show(props.trend.least[first() + n()])}</td>
                <td>{show(props.trend.most[first() + n()])}</td>
                <td>{props.trend.bad[first() + n()]}</td>
              </tr>
            )}
          </For>
        </tbody>
      </table>
    </Scroll>
  )
}

const Marks = (props: { trend: TrendView }) => (
  <Show when={props.trend.marks.length > 0}>
    <ul class="device-marks">
      <For each={props.trend.marks.slice(0, 10)}>
        {(one) => <li>{t(fill(w.mark, { time: showMoment(one.at), words: t(one.words) }))}</li>}
      </For>
    </ul>
  </Show>
)

const Spans = (props: {
  name: SpanName
  back: number
  table: boolean
  onSpan: (name: SpanName) => void
  onLive: () => void
  onTable: () => void
}) => (
  <div class="chips device-spans">
    <For each={Object.keys(spans) as SpanName[]}>
      {(one) => (
        <button
          type="button"
          class="chip"
          aria-pressed={props.name === one}
          onClick={() => props.onSpan(one)}
        >
          {t(w[one])}
        </button>
      )}
    </For>
    <Show when={props.back > 0}>
      <button type="button" class="chip" onClick={() => props.onLive()}>
        {t(w.live)}
      </button>
    </Show>
    <button type="button" class="button small quiet" onClick={() => props.onTable()}>
      {t(props.table ? tableWords.asPicture : tableWords.asTable)}
    </button>
  </div>
)

export const Run = (props: { device: string; point: number; ahead: () => number }) => {
  const span = createSpan()
  const every = useEvery()
  const [table, setTable] = createSignal(false)
  const queryKey = createMemo(() => [props.device, props.point, span.name(), span.back()] as const)
  const trend = useQuery(() => ({
    queryKey: ['trend', ...queryKey()],
    queryFn: () => deviceApi.trend(props.device, props.point, span.at(Date.now() + props.ahead())),
    // What lies in the past does not change any more.
    refetchInterval: span.back() === 0 ? every() : (false as const),
    refetchIntervalInBackground: true,
    staleTime: 0,
    gcTime: 60_000,
    placeholderData: (before: TrendView | undefined) => before,
  }))
  useKeys({ ArrowLeft: () => span.pan(-1), ArrowRight: () => span.pan(1) })
  return (
    <section class="block" aria-labelledby="device-trend-head">
      <h2 id="device-trend-head">
        {t(w.trend)} <span class="muted device-keys">{t(w.trendKeys)}</span>
      </h2>
      <Spans
        name={span.name()}
        back={span.back()}
        table={table()}
        onSpan={span.choose}
        onLive={span.live}
        onTable={() => setTable(!table())}
      />
      <Answered found={trend} what={w.trend} rows={5}>
        {(one) => (
          <>
            <p class="muted device-window">
              {t(fill(w.window, { from: showMoment(one().from), to: showMoment(one().to) }))} ·{' '}
              {t(one().step === 0 ? w.raw : fill(w.rolled, { n: one().step / 60 }))}
              {one().point.unit ? ` · ${one().point.unit}` : ''}
            </p>
            <Show when={one().at.length > 0} fallback={<p class="muted">{t(w.nothing)}</p>}>
              <Show when={!table()} fallback={<Twin trend={one()} />}>
                <Suspense fallback={<Skeleton rows={5} />}>
                  <Trend
                    trend={one()}
                    label={`${t(fill(w.picture, { name: one().point.name }))} ${label(one())}`}
                  />
                </Suspense>
                <p class="muted device-window">{t(w.hatched)}</p>
              </Show>
            </Show>
            <Marks trend={one()} />
          </>
        )}
      </Answered>
    </section>
  )
}
