// Where does a reported matter stand, for whoever has number and code?
import { createSignal, For, Show } from 'solid-js'
import { fill } from '../../domain/language/words.ts'
import type { FollowView } from '../../domain/public/follow.ts'
import { asRefusal, type Refusal } from '../client/client.ts'
import { citizen } from '../client/public.ts'
import { t } from '../client/words.ts'
import { ErrorSummary, type Mistake } from '../form/error-summary.tsx'
import { usePoll } from '../reading/poll.ts'
import { focusWhenReady, usePage } from '../screen/page.ts'
import { showDate, showDay, showTime } from '../screen/time.ts'
import { CodeField } from './code-field.tsx'
import { Frame } from './frame.tsx'
import { createQuestion, takeOver } from './question.ts'
import { citizenWords as w } from './words.ts'
import '../form/fields.css'

const pollMs = 60_000

type Asking = { number: string; code: string }

const AskForm = (props: {
  first: Asking
  busy: boolean
  mistakes: Mistake[]
  onAsk: (asking: Asking) => void
}) => {
  const submit = (event: SubmitEvent & { currentTarget: HTMLFormElement }) => {
    event.preventDefault()
    const data = new FormData(event.currentTarget)
    props.onAsk({
      number: String(data.get('number') ?? '').trim(),
      code: String(data.get('code') ?? '').trim(),
    })
  }
  return (
    <>
      <h1>{t(w.followTitle)}</h1>
      <ErrorSummary mistakes={props.mistakes} />
      <form class="block" noValidate onSubmit={submit}>
        <div class="field">
          <label class="field-label" for="field-number">
            {t(w.yourNumber)}
          </label>
          <p class="hint" id="number-hint">
            {t(w.numberHint)}
          </p>
          <input
            id="field-number"
            name="number"
            autocomplete="off"
            aria-describedby="number-hint"
            value={props.first.number}
          />
        </div>
        <CodeField label={w.yourCode} hint={w.codeHint} first={props.first.code} short />
        <p class="form-actions">
          <button type="submit" class="button primary" aria-disabled={props.busy}>
            {t(props.busy ? w.asking : w.ask)}
          </button>
        </p>
      </form>
      <p class="muted">{t(w.lostCode)}</p>
    </>
  )
}

const lookWords = { done: w.stageDone, now: w.stageNow, later: w.stageLater } as const
const signs = { done: '✓', now: '●', later: '○' } as const

/** The five steps of a service, and what the applicant has to do now. */
const Stages = (props: { view: FollowView }) => (
  <section class="block" aria-labelledby="stages-title">
    <h2 id="stages-title">{t(w.stages)}</h2>
    <ol class="citizen-stages">
      <For each={props.view.stages}>
        {(stage) => (
          <li class={stage.look} aria-current={stage.look === 'now' ? 'step' : undefined}>
            <span aria-hidden="true">{signs[stage.look]}</span> {t(stage.words)}
            <span class="visually-hidden">{t(lookWords[stage.look])}</span>
          </li>
        )}
      </For>
    </ol>
    <Show when={props.view.wanted.length > 0}>
      <div class="notice warn">
        <h3>{t(w.wanted)}</h3>
        <ul>
          <For each={props.view.wanted}>{(words) => <li>{t(words)}</li>}</For>
        </ul>
        <p>{t(w.wantedHow)}</p>
      </div>
    </Show>
  </section>
)

const Answer = (props: { view: FollowView }) => (
  <section class="block" aria-labelledby="answer-title">
    <h2 id="answer-title">{t(props.view.stages.length > 0 ? w.runs : w.answer)}</h2>
    <For
      each={props.view.answers}
      fallback={props.view.stages.length > 0 ? null : <p>{t(w.noAnswer)}</p>}
    >
      {(answer) => (
        <div class="citizen-answer">
          <For each={answer.fields}>{(field) => <p class="citizen-said">{t(field.value)}</p>}</For>
          <p class="muted">{showDay(answer.at)}</p>
        </div>
      )}
    </For>
    <Show when={props.view.limits.length > 0}>
      <Show when={props.view.stages.length === 0}>
        <h3>{t(w.latest)}</h3>
      </Show>
      <ul class="tips">
        <For each={props.view.limits}>
          {(limit) => (
            <li>
              {t(limit.words)}{' '}
              <strong>{t(fill(w.by, { date: showDate(limit.date), left: t(limit.left) }))}</strong>
              <Show when={limit.course}>
                {(course) => <span class="citizen-article">{t(course())}</span>}
              </Show>
              <span class="muted citizen-article">{limit.article}</span>
              <Show when={limit.provisional}>
                <span class="muted citizen-article">{t(w.provisional)}</span>
              </Show>
            </li>
          )}
        </For>
      </ul>
    </Show>
  </section>
)

const Progress = (props: { view: FollowView; at: number; stale: boolean; onOther: () => void }) => {
  const time = () => showTime(new Date(props.at).toISOString())
  return (
    <>
      <h1 tabindex="-1" ref={focusWhenReady}>
        {props.view.number ?? t(w.followTitle)}
      </h1>
      <section class="block citizen-now" aria-labelledby="state-title">
        <h2 id="state-title">{t(w.state)}</h2>
        <p class="citizen-state" role="status">
          {t(props.view.state)}
        </p>
        <dl class="summary compact">
          <div>
            <dt>{t(w.matter)}</dt>
            <dd>{t(props.view.process)}</dd>
          </div>
          <Show when={props.view.region}>
            {(region) => (
              <div>
                <dt>{t(w.where)}</dt>
                <dd>{t(region())}</dd>
              </div>
            )}
          </Show>
        </dl>
        <p class={props.stale ? 'notice warn' : 'muted'}>
          {t(fill(props.stale ? w.refreshFailed : w.asOf, { time: time() }))}
        </p>
      </section>
      <Show when={props.view.stages.length > 0}>
        <Stages view={props.view} />
      </Show>
      <Show when={props.view.stages.length === 0 || props.view.limits.length > 0}>
        <Answer view={props.view} />
      </Show>
      <section class="block" aria-labelledby="steps-title">
        <h2 id="steps-title">{t(w.steps)}</h2>
        <ol class="citizen-steps">
          <For each={props.view.steps}>
            {(step, index) => (
              <li aria-current={index() === props.view.steps.length - 1 ? 'step' : undefined}>
                <span>{t(step.words)}</span> <time dateTime={step.at}>{showDay(step.at)}</time>
              </li>
            )}
          </For>
        </ol>
      </section>
      <p class="form-actions">
        <button type="button" class="button" onClick={() => window.print()}>
          {t(w.print)}
        </button>
        <button type="button" class="button quiet" onClick={() => props.onOther()}>
          {t(w.askOther)}
        </button>
      </p>
    </>
  )
}

const mistakesOf = (refusal: Refusal): Mistake[] => {
  const lines = refusal.reasons.length > 0 ? refusal.reasons : [refusal.title]
  return lines.map((words) => ({ field: refusal.code === 'not-found' ? 'number' : null, words }))
}

const Follow = () => {
  usePage(() => t(w.followTitle))
  const passedReceipt = takeOver()
  const [asking, setAsking] = createSignal<Asking>({
    number: passedReceipt?.number ?? passedReceipt?.receipt ?? '',
    code: passedReceipt?.code ?? '',
  })
  const [missing, setMissing] = createSignal<Mistake[]>([])
  const question = createQuestion(({ number, code }: Asking) => citizen.follow(number, code))
  const ask = (next: Asking) => {
    setAsking(next)
    setMissing([
      ...(next.number ? [] : [{ field: 'number', words: w.numberMissing }]),
      ...(next.code ? [] : [{ field: 'code', words: w.codeMissing }]),
    ])
    if (missing().length === 0 && !question.state().busy) void question.again(next)
  }
  if (passedReceipt) void question.again(asking())
  usePoll(
    () => question.state().answer !== null,
    pollMs,
    () => void question.again(asking()),
  )
  const mistakes = () =>
    missing().length > 0
      ? missing()
      : question.state().error
        ? mistakesOf(asRefusal(question.state().error))
        : []
  return (
    <Frame>
      <Show
        when={question.state().answer}
        fallback={
          <AskForm
            first={asking()}
            busy={question.state().busy}
            mistakes={mistakes()}
            onAsk={ask}
          />
        }
      >
        {(view) => (
          <Progress
            view={view()}
            at={question.state().at}
            stale={question.state().error !== null}
            onOther={question.forget}
          />
        )}
      </Show>
    </Frame>
  )
}

export default Follow
