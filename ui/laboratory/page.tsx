// What happens when time passes? (clock laboratory)

import { createSignal, For, Show } from 'solid-js'
import type { ClockAnswer, ClockMove, LabState } from '../../contract/operation/operation.ts'
import { fill } from '../../domain/language/words.ts'
import { asRefusal, type Refusal } from '../client/client.ts'
import { paths } from '../client/paths.ts'
import { t } from '../client/words.ts'
import { ErrorSummary, type Mistake } from '../form/error-summary.tsx'
import { client } from '../reading/queries.ts'
import { useQuery } from '../reading/query.ts'
import { useMe } from '../screen/me.ts'
import { usePage } from '../screen/page.ts'
import { learnNow, showDay, showTime } from '../screen/time.ts'
import '../form/fields.css'
import { advanceClock, labState } from '../client/clock.ts'
import './laboratory.css'
import { Answered } from '../reading/answered.tsx'
import { labWords as w } from './words.ts'

const useLab = () => {
  const [busy, setBusy] = createSignal(false)
  const [steps, setSteps] = createSignal<ClockAnswer['steps'] | null>(null)
  const [left, setLeft] = createSignal<ClockAnswer['left']>([])
  const [mistakes, setMistakes] = createSignal<Mistake[]>([])
  const fail = (refusal: Refusal) =>
    setMistakes([refusal.title, ...refusal.reasons].map((words) => ({ field: null, words })))
  const advance = async (by: string) => {
    if (busy()) return
    setBusy(true)
    setMistakes([])
    try {
      const answer = await advanceClock(by)
      learnNow(answer.now)
      setSteps([...answer.steps, ...(steps() ?? [])].slice(0, 200))
      setLeft(answer.left)
      void client.invalidateQueries()
    } catch (error) {
      fail(asRefusal(error))
    } finally {
      setBusy(false)
    }
  }
  const custom = (days: string) => {
    const number = Number(days)
    if (!Number.isInteger(number) || number < 1 || number > 3650)
      setMistakes([{ field: 'days', words: w.number }])
    else void advance(`P${number}D`)
  }
  return { busy, steps, left, mistakes, advance, custom }
}

/** Up to the next due instant, rounded up to whole seconds. */
const untilNext = (state: LabState): string =>
  `PT${Math.max(1, Math.ceil((Date.parse(state.next ?? state.now) - Date.parse(state.now)) / 1000))}S`

const Controls = (props: { state: LabState; lab: ReturnType<typeof useLab> }) => {
  const [days, setDays] = createSignal('')
  const submit = (event: Event) => {
    event.preventDefault()
    props.lab.custom(days())
  }
  return (
    <section class="block" aria-labelledby="advance-title">
      <h2 id="advance-title">{t(w.advance)}</h2>
      <ErrorSummary mistakes={props.lab.mistakes()} />
      <div class="lab-steps">
        <Show when={props.state.next}>
          <button
            type="button"
            class="button primary"
            aria-disabled={props.lab.busy()}
            onClick={() => void props.lab.advance(untilNext(props.state))}
          >
            {t(w.toNext)}
          </button>
        </Show>
        <button
          type="button"
          class="button"
          aria-disabled={props.lab.busy()}
          onClick={() => void props.lab.advance('PT1H')}
        >
          {t(w.hour)}
        </button>
        <For each={[1, 5, 10, 30]}>
          {(n) => (
            <button
              type="button"
              class="button"
              aria-disabled={props.lab.busy()}
              onClick={() => void props.lab.advance(`P${n}D`)}
            >
              {t(fill(w.by, { n }))}
            </button>
          )}
        </For>
        <form class="lab-custom" onSubmit={submit} noValidate>
          <label for="field-days">{t(w.custom)}</label>
          <input
            id="field-days"
            class="short"
            inputmode="numeric"
            autocomplete="off"
            value={days()}
            onInput={(event) => setDays(event.currentTarget.value)}
          />
          <button type="submit" class="button" aria-disabled={props.lab.busy()}>
            {t(w.go)}
          </button>
        </form>
      </div>
      <p role="status">{props.lab.busy() || props.state.move ? t(w.moving) : ''}</p>
      <Show when={props.state.move}>{(move) => <Progress move={move()} />}</Show>
    </section>
  )
}

/** How far the move has come that is under way, whoever has asked for it. */
const Progress = (props: { move: ClockMove }) => {
  const ms = (at: string) => Date.parse(at) - Date.parse(props.move.from)
  return (
    <p class="lab-progress">
      <progress max={ms(props.move.to)} value={ms(props.move.at)} aria-label={t(w.moving)} />
      <span>
        {t(
          fill(w.reached, {
            day: showDay(props.move.at),
            target: showDay(props.move.to),
            n: props.move.cases,
          }),
        )}
      </span>
    </p>
  )
}

/** Cases that are due and did not move: an operator has to look. */
const Left = (props: { cases: ClockAnswer['left'] }) => (
  <Show when={props.cases.length > 0}>
    <section class="block" aria-labelledby="left-title">
      <h2 id="left-title">{t(fill(w.left, { n: props.cases.length }))}</h2>
      <p class="muted">{t(w.leftWhy)}</p>
      <ul>
        <For each={props.cases}>
          {(one) => (
            <li>
              <a href={paths.case(one.caseId)}>{one.number}</a>
            </li>
          )}
        </For>
      </ul>
    </section>
  </Show>
)

const Log = (props: { steps: ClockAnswer['steps'] }) => (
  <section class="block" aria-labelledby="log-title">
    <h2 id="log-title">{t(w.log)}</h2>
    <Show when={props.steps.length > 0} fallback={<p class="muted">{t(w.quiet)}</p>}>
      <table class="plain-table">
        <thead>
          <tr>
            <th scope="col">{t(w.instant)}</th>
            <th scope="col">{t(w.touched)}</th>
          </tr>
        </thead>
        <tbody>
          <For each={props.steps}>
            {(step) => (
              <tr>
                <td>
                  {showDay(step.at)} {showTime(step.at)}
                </td>
                <td>{t(fill(w.cases, { n: step.cases }))}</td>
              </tr>
            )}
          </For>
        </tbody>
      </table>
    </Show>
  </section>
)

const Clock = (props: { state: LabState }) => (
  <dl class="lab-clock">
    <div>
      <dt>{t(w.now)}</dt>
      <dd>
        <strong>{showDay(props.state.now)}</strong> {showTime(props.state.now)}
      </dd>
    </div>
    <div>
      <dt>{t(w.next)}</dt>
      <dd>
        <Show when={props.state.next} fallback={t(w.nothing)}>
          {(next) => (
            <>
              <strong>{showDay(next())}</strong> {showTime(next())}
            </>
          )}
        </Show>
      </dd>
    </div>
  </dl>
)

const Laboratory = () => {
  const me = useMe()
  const lab = useLab()
  const state = useQuery(() => ({
    queryKey: ['lab'],
    queryFn: labState,
    enabled: me().laboratory,
    refetchInterval: (query) => (lab.busy() || query.state.data?.move ? 1_000 : false),
  }))
  usePage(() => t(w.title))
  return (
    <div class="page narrow">
      <h1>{t(w.title)}</h1>
      <Show
        when={me().laboratory}
        fallback={
          <div class="block">
            <p>{t(w.off)}</p>
            <p class="muted">{t(w.how)}</p>
          </div>
        }
      >
        <p class="muted">{t(w.lead)}</p>
        <Answered found={state} what={w.title} rows={4}>
          {(one) => (
            <>
              <Clock state={one()} />
              <Controls state={one()} lab={lab} />
              <Left cases={lab.left()} />
              <Show when={lab.steps()}>{(steps) => <Log steps={steps()} />}</Show>
            </>
          )}
        </Answered>
      </Show>
    </div>
  )
}

export default Laboratory
