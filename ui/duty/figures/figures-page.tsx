// Does the desk get few enough alarms, and which ones ring most?

import { createSignal, createUniqueId, For, Show } from 'solid-js'
import type { AlarmFigures } from '../../../contract/duty/alarms.ts'
import { periodSeconds } from '../../../domain/duty/figures.ts'
import type { Measure } from '../../../domain/duty/views.ts'
import { fill } from '../../../domain/language/words.ts'
import { dutyApi } from '../../client/duty.ts'
import { t } from '../../client/words.ts'
import { choiceOf } from '../../reading/choice.ts'
import { useQuery } from '../../reading/query.ts'
import { usePage } from '../../screen/page.ts'
import { PlainTable } from '../../screen/plain-table.tsx'
import { showSeconds } from '../../screen/seconds.ts'
import '../styles/desk.css'
import '../styles/pictures.css'
import '../styles/pages.css'
import { Answered } from '../../reading/answered.tsx'
import { DutyPlaces } from '../places.tsx'
import { logWords as w } from '../words/log-words.ts'

const periods = ['1', '7', '30', '90'] as const
const inSeconds = ['unacknowledged', 'unacknowledged-median', 'plant']

const measureText = (one: Measure) =>
  inSeconds.includes(one.id) ? showSeconds(one.value) : `${one.value} ${t(one.unit)}`
const judged = (one: Measure) => (one.ok === null ? w.noTarget : one.ok ? w.met : w.missed)

const observed = ({ days, periods }: AlarmFigures) => ({
  n: days,
  observedTime: showSeconds(periods * periodSeconds),
  share: Math.min(100, Math.floor((100 * periods) / (days * 144))),
})

const Measures = (props: { figures: AlarmFigures }) => (
  <PlainTable name={w.figures} heads={[w.figure, w.value, w.target, w.state]}>
    <For each={props.figures.measures}>
      {(one) => (
        <tr>
          <th scope="row">{t(one.words)}</th>
          <td>{measureText(one)}</td>
          <td class="muted">{t(one.target)}</td>
          <td class={one.ok === false ? 'bad-words' : ''}>{t(judged(one))}</td>
        </tr>
      )}
    </For>
  </PlainTable>
)

/** A bar and its number in one row: the picture is its own table. */
const Histogram = (props: { figures: AlarmFigures }) => {
  const busy = () => props.figures.histogram.slice(1)
  const most = () => Math.max(1, ...busy())
  const label = (n: number) => (n === 10 ? t(w.beyond) : String(n + 1))
  return (
    <table class="plain-table duty-histogram">
      <thead>
        <tr>
          <th scope="col">{t(w.perTen)}</th>
          <th scope="col">{t(w.periods)}</th>
        </tr>
      </thead>
      <tbody>
        <For each={busy()}>
          {(n, at) => (
            <tr>
              <th scope="row">{label(at())}</th>
              <td>
                <svg
                  class="duty-bar-cell"
                  viewBox="0 0 100 10"
                  preserveAspectRatio="none"
                  aria-hidden="true"
                >
                  <rect
                    class={at() === 10 ? 'duty-bar flood' : 'duty-bar'}
                    width={(100 * n) / most()}
                    height="10"
                  />
                </svg>{' '}
                {n}
              </td>
            </tr>
          )}
        </For>
      </tbody>
    </table>
  )
}

const Top = (props: { figures: AlarmFigures }) => (
  <Show when={props.figures.top.length > 0} fallback={<p class="muted">{t(w.nothing)}</p>}>
    <PlainTable name={w.top} heads={[w.name, w.times, w.share]}>
      <For each={props.figures.top}>
        {(one) => (
          <tr>
            <th scope="row">{one.name}</th>
            <td>{one.n}</td>
            <td>{`${one.share}%`}</td>
          </tr>
        )}
      </For>
    </PlainTable>
  </Show>
)

const Whole = (props: { figures: AlarmFigures }) => (
  <div class="two-columns duty-two">
    <section class="block">
      <h2>{t(w.figures)}</h2>
      <p class={observed(props.figures).share < 90 ? 'bad-words' : 'muted duty-note'}>
        {t(fill(w.observed, observed(props.figures)))}
      </p>
      <Measures figures={props.figures} />
      <p class="muted duty-note">{t(w.basis)}</p>
    </section>
    <div>
      <section class="block">
        <h2>{t(w.histogram)}</h2>
        <p class="muted duty-note">{t(w.histogramText)}</p>
        <Histogram figures={props.figures} />
      </section>
      <section class="block">
        <h2>{t(w.top)}</h2>
        <Top figures={props.figures} />
      </section>
    </div>
  </div>
)

const Figures = () => {
  const [days, setDays] = createSignal<(typeof periods)[number]>('30')
  const [exercise, setExercise] = createSignal(false)
  const found = useQuery(() => ({
    queryKey: ['alarm-figures', days(), exercise()],
    queryFn: () => dutyApi.figures(days(), exercise()),
    refetchOnMount: 'always' as const,
  }))
  const choose = createUniqueId()
  usePage(() => t(w.figures))
  return (
    <div class="duty-page">
      <DutyPlaces />
      <div class="page">
        <h1>{t(w.figures)}</h1>
        <p class="duty-choose">
          <label for={choose}>{t(w.days)}</label>{' '}
          <select
            id={choose}
            value={days()}
            onChange={(event) => setDays(choiceOf(periods, event.currentTarget.value) ?? '30')}
          >
            <For each={periods}>
              {(n) => <option value={n}>{t(fill(w.lastDays, { n }))}</option>}
            </For>
          </select>{' '}
          <button
            type="button"
            class="chip"
            aria-pressed={exercise()}
            onClick={() => setExercise(!exercise())}
          >
            {t(w.exercise)}
          </button>
        </p>
        <Answered found={found} what={w.figures} rows={8}>
          {(one) => <Whole figures={one()} />}
        </Answered>
      </div>
    </div>
  )
}

export default Figures
