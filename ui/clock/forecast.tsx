// Which steps are still to come, whose are they, and until when are they likely to be done?

import { createMemo, For, Match, Show, Switch } from 'solid-js'
import type {
  ForecastLimit,
  ForecastStepView,
  ForecastView,
  SpanView,
} from '../../contract/case/forecast.ts'
import { fill } from '../../domain/language/words.ts'
import { civilDate } from '../../domain/time/instant.ts'
import { askForecast } from '../client/case/forecast.ts'
import { t, words } from '../client/words.ts'
import { remembered } from '../reading/queries.ts'
import { useQuery } from '../reading/query.ts'
import './forecast.css'
import { Failure, Skeleton } from '../screen/states.tsx'
import { showDate, showDateShort } from '../screen/time.ts'
import { forecastWords as w } from './forecast-words.ts'

const number = (day: string) => Date.parse(day) / 86_400_000
/** From today to the last day that is spoken of, in per cent. */
type Scale = (day: string) => number
const scaleOf = ({ at, steps, end, limit }: ForecastView): Scale => {
  const today = civilDate(at)
  const days = [
    ...steps.flatMap((step) => [step.span?.latest, step.limit?.due]),
    end?.latest,
    limit?.due,
    today,
  ].flatMap((day) => day ?? [])
  const whole = Math.max(1, number(days.sort().at(-1) ?? today) - number(today))
  return (day) => Math.min(100, Math.max(0, ((number(day) - number(today)) / whole) * 100))
}

/** The days again as a picture; everything it shows stands beside it in words. */
const Bar = (props: { span: SpanView | null; limit: ForecastLimit | null; scale: Scale }) => (
  <svg class="forecast-bar" aria-hidden="true">
    <rect class="forecast-whole" x="0" y="5" width="100%" height="4" />
    <Show when={props.span}>
      {(span) => (
        <>
          <rect
            class="forecast-range"
            x={`${props.scale(span().earliest)}%`}
            y="2.5"
            width={`${Math.max(1, props.scale(span().latest) - props.scale(span().earliest))}%`}
            height="9"
          />
          <rect
            class="forecast-middle"
            x={`${props.scale(span().expected)}%`}
            y="1"
            width="3"
            height="12"
          />
        </>
      )}
    </Show>
    <Show when={props.limit}>
      {(limit) => (
        <rect
          class="forecast-law"
          x={`${Math.min(99, props.scale(limit().due))}%`}
          y="0"
          width="2"
          height="14"
        />
      )}
    </Show>
  </svg>
)

const Days = (props: { span: SpanView }) => (
  <p>
    <strong>{t(fill(w.expected, { date: showDate(props.span.expected) }))}</strong>
    <Show when={props.span.provisional}>
      {' '}
      <span class="tag dashed">{t(w.provisional)}</span>
    </Show>
    <br />
    <small>
      {t(
        fill(props.span.earliest === props.span.latest ? w.one : w.range, {
          from: showDateShort(props.span.earliest),
          to: showDateShort(props.span.latest),
        }),
      )}
    </small>
  </p>
)

const Limit = (props: { limit: ForecastLimit }) => {
  const notes = () => [
    ...(props.limit.overdue ? [w.overdue] : props.limit.open ? [w.open] : []),
    ...(props.limit.provisional ? [w.provisional] : []),
  ]
  const limit = () => t(fill(w.limit, { date: showDateShort(props.limit.due) }))
  return (
    <p>
      <small classList={{ over: props.limit.overdue }}>
        {notes().length > 0
          ? t(fill(words.noted, { what: limit(), note: notes().map(t).join(t(words.comma)) }))
          : limit()}
      </small>
    </p>
  )
}

const When = (props: { span: SpanView | null; limit: ForecastLimit | null }) => (
  <div class="forecast-days">
    <Show when={props.span}>{(span) => <Days span={span()} />}</Show>
    <Show when={props.limit}>{(limit) => <Limit limit={limit()} />}</Show>
  </div>
)

const StepRow = (props: { step: ForecastStepView; scale: Scale }) => {
  const people = () => props.step.people.join(t({ zh: '、', en: ', ' }))
  return (
    <li aria-current={props.step.now ? 'step' : undefined}>
      <div>
        <p>
          <strong>{t(props.step.words)}</strong>
          <Show when={props.step.now}>
            {' '}
            <span class="tag">{t(w.now)}</span>
          </Show>
          <Show when={props.step.again}>
            {' '}
            <span class="tag">↺ {t(w.again)}</span>
          </Show>
        </p>
        <small>
          {props.step.posts.map(t).join(t({ zh: '、', en: ', ' }))}
          <Show when={people()}>
            {' '}
            · {t(fill(props.step.now ? w.holds : w.usually, { names: people() }))}
          </Show>
        </small>
      </div>
      <When span={props.step.span} limit={props.step.limit} />
      <Bar span={props.step.span} limit={props.step.limit} scale={props.scale} />
    </li>
  )
}

const Path = (props: { made: ForecastView }) => {
  const scale = createMemo(() => scaleOf(props.made))
  return (
    <>
      <ol class="forecast-path">
        <For each={props.made.steps}>{(step) => <StepRow step={step} scale={scale()} />}</For>
        <Show when={props.made.end ?? props.made.limit}>
          <li class="forecast-end">
            <strong>{t(props.made.ends ?? w.end)}</strong>
            <When span={props.made.end} limit={props.made.limit} />
            <Bar span={props.made.end} limit={props.made.limit} scale={scale()} />
          </li>
        </Show>
      </ol>
      <p class="forecast-note">
        {props.made.why === 'history'
          ? t(fill(w.basis, { n: props.made.passages }))
          : t(w[props.made.why])}
        <Show when={Math.round((props.made.late ?? 0) * 100)}>
          {(part) => <> {t(fill(w.late, { part: part() }))}</>}
        </Show>
      </p>
    </>
  )
}

/** Read again whenever the case is. */
const Forecast = (props: { id: string }) => {
  const made = useQuery(() => ({
    queryKey: ['case', props.id, 'forecast'],
    queryFn: () => remembered(`forecast:${props.id}`, () => askForecast(props.id)),
  }))
  const openForecast = () => (made.isSuccess && !made.data.settled ? made.data : undefined)
  return (
    <Switch fallback={<Skeleton rows={4} />}>
      <Match when={made.isError && !made.data}>
        <Failure error={made.error} what={w.title} onRetry={() => void made.refetch()} />
      </Match>
      <Match when={openForecast()}>
        {(one) => (
          <section class="block forecast" aria-labelledby="forecast-title">
            <h2 id="forecast-title">{t(w.title)}</h2>
            <Path made={one()} />
          </section>
        )}
      </Match>
      <Match when={made.isSuccess}>{null}</Match>
    </Switch>
  )
}

export default Forecast
