// Where does a reported matter stand, for whoever has number and code?
import { createSignal, For, Show } from 'solid-js'
import { fill } from '../../domain/language/words.ts'
import type { FollowView } from '../../domain/public/follow.ts'
import { asRefusal } from '../client/client.ts'
import { citizen } from '../client/public.ts'
import { t } from '../client/words.ts'
import { mistakesOf } from '../form/error-summary.tsx'
import { usePoll } from '../reading/poll.ts'
import { focusWhenReady, usePage } from '../screen/page.ts'
import { showDate, showDay, showTime } from '../screen/time.ts'
import { Frame } from './frame.tsx'
import { type NumberAndCode, NumberAndCodeForm } from './number-and-code.tsx'
import { createQuestion, takeOver } from './question.ts'
import { citizenWords as w } from './words.ts'

const pollMs = 60_000

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

const Follow = () => {
  usePage(() => t(w.followTitle))
  const passedReceipt = takeOver()
  const [asking, setAsking] = createSignal<NumberAndCode>({
    number: passedReceipt?.number ?? passedReceipt?.receipt ?? '',
    code: passedReceipt?.code ?? '',
  })
  const question = createQuestion(({ number, code }: NumberAndCode) => citizen.follow(number, code))
  const ask = (next: NumberAndCode) => {
    setAsking(next)
    if (!question.state().busy) void question.again(next)
  }
  if (passedReceipt) void question.again(asking())
  usePoll(
    () => question.state().answer !== null,
    pollMs,
    () => void question.again(asking()),
  )
  const mistakes = () => {
    const { error } = question.state()
    if (!error) return []
    const refusal = asRefusal(error)
    return mistakesOf(refusal, refusal.code === 'not-found' ? 'number' : null)
  }
  return (
    <Frame>
      <Show
        when={question.state().answer}
        fallback={
          <NumberAndCodeForm
            title={w.followTitle}
            words={{ ...w, number: w.yourNumber, code: w.yourCode, lost: w.lostCode }}
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
