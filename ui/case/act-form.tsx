// What is written, checked, confirmed and sent for one act?
import { createMemo, createSignal, For, Match, Show, Switch } from 'solid-js'
import type { Field } from '../../domain/case/process.ts'
import type { ActView, CaseView } from '../../domain/case/views.ts'
import { fill, type Text } from '../../domain/case/words.ts'
import { caseWords } from '../parts/case-words.ts'
import { ErrorSummary } from '../parts/error-summary.tsx'
import { DraftNote, Fields } from '../parts/fields.tsx'
import { createForm } from '../parts/form.ts'
import { staleFor } from '../parts/live.ts'
import { ColleagueField } from '../parts/lookups.tsx'
import { focusWhenReady } from '../parts/page.ts'
import { Timeline } from '../parts/timeline.tsx'
import { paths } from '../paths.ts'
import { t, words } from '../words.ts'
import { actWords as w } from './act-words.ts'
import { createSending } from './sending.ts'

/** Which clock a clock verb is about: the server's own choices, else the running clocks of the case. */
const withClocks = (field: Field, view: CaseView): Field =>
  field.name !== 'obligation' || field.choices
    ? field
    : {
        ...field,
        choices: Object.fromEntries(view.clocks.filter((clock) => clock.endedAt === null).map((clock) => [clock.id, clock.words])),
      }

const needsPeople = (field: Field) => field.name === 'to' && field.kind === 'choice' && field.choices === undefined

type Sending = ReturnType<typeof createSending>

/** The interruption card: what will follow, by which article; nothing is sent before it is read. */
const GraveCard = (props: { act: ActView; sending: Sending; onBack: () => void }) => (
  <section class="interruption" aria-labelledby="grave-title">
    <h2 id="grave-title" tabindex="-1" ref={focusWhenReady}>
      {t(w.graveTitle)}：{t(props.act.words)}
    </h2>
    <dl>
      <dt>{t(w.graveEffect)}</dt>
      <dd>{t(props.act.grave!.effect)}</dd>
      <dt>{t(w.graveArticle)}</dt>
      <dd>{props.act.grave!.article}</dd>
    </dl>
    <p class="form-actions">
      <button
        type="button"
        class="button inverse"
        aria-disabled={props.sending.busy() || staleFor() > 0}
        onClick={() => void props.sending.send()}
      >
        {t(props.sending.busy() ? w.submitting : w.graveConfirm)}
      </button>
      <button type="button" class="button inverse quiet" onClick={() => props.onBack()}>
        {t(w.graveBack)}
      </button>
    </p>
  </section>
)

/** 409: what has changed since the form was opened; the words stay, the reader decides to go on. */
const Changed = (props: { sending: Sending }) => (
  <Show when={props.sending.conflict()}>
    {(conflict) => (
      <section class="conflict" role="alert" aria-labelledby="conflict-title">
        <h2 id="conflict-title" tabindex="-1" ref={focusWhenReady}>
          {t(w.changedTitle)}
        </h2>
        <p>{t(w.changedHint)}</p>
        <Show when={conflict().changes.length > 0} fallback={<p>{t(w.changedNone)}</p>}>
          <Timeline items={conflict().changes} limit={10} />
        </Show>
        <button type="button" class="button" onClick={() => props.sending.accept()}>
          {t(w.changedGo)}
        </button>
      </section>
    )}
  </Show>
)

const SignHint = (props: { case: CaseView; act: ActView }) => {
  const task = () => props.case.tasks.find((one) => one.id === props.act.taskId && one.need > 1)
  return (
    <Show when={props.act.kind === 'event' || props.act.type === 'sign' ? task() : undefined}>
      {(one) => <p class="notice">{t(fill(w.signHint, { need: one().need, nth: one().signatures.length + 1 }))}</p>}
    </Show>
  )
}

const Why = (props: { act: ActView; stale: boolean }) => (
  <Show when={!props.act.allowed || props.stale}>
    <div class="notice warn" id="act-why" role="status">
      <strong>{t(w.notAllowed)}</strong>
      <ul>
        <Show when={props.stale}>
          <li>{t(words.staleReason)}</li>
        </Show>
        <For each={props.act.reasons}>{(reason) => <li>{t(reason)}</li>}</For>
      </ul>
    </div>
  </Show>
)

const submitWords = (act: ActView): Text => ({
  zh: w.submit.zh.replace('{name}', act.words.zh),
  en: w.submit.en.replace('{name}', act.words.en),
})

const Buttons = (props: { case: CaseView; act: ActView; busy: boolean; blocked: boolean }) => (
  <p class="form-actions">
    <button
      type="submit"
      class="button primary"
      aria-disabled={props.blocked}
      aria-describedby={props.act.allowed && staleFor() === 0 ? undefined : 'act-why'}
    >
      {t(props.busy ? w.submitting : props.act.grave ? w.continueGrave : submitWords(props.act))}
    </button>
    <a class="button quiet" href={paths.case(props.case.id)}>
      {t(w.cancel)}
    </a>
  </p>
)

export const ActForm = (props: { case: CaseView; act: ActView }) => {
  const fields = createMemo(() => props.act.fields.map((field) => withClocks(field, props.case)))
  const form = createForm(fields, () => `${props.case.id}:${props.act.type}`)
  const sending = createSending(
    () => props.case,
    () => props.act,
    form,
  )
  const [card, setCard] = createSignal(false)
  const blocked = () => !props.act.allowed || staleFor() > 0 || sending.busy() || sending.conflict() !== null
  const submit = (event?: Event) => {
    event?.preventDefault()
    if (blocked() || !form.check()) return
    if (props.act.grave) setCard(true)
    else void sending.send()
  }
  const press = (event: KeyboardEvent) => {
    if (event.ctrlKey && event.key === 'Enter') submit(event)
  }
  return (
    <Switch>
      <Match when={card() && props.act.grave && sending.conflict() === null && form.mistakes().length === 0}>
        <GraveCard act={props.act} sending={sending} onBack={() => setCard(false)} />
      </Match>
      <Match when={true}>
        <form class="act-form" noValidate onSubmit={submit} onKeyDown={press}>
          <h1>{t(props.act.words)}</h1>
          <SignHint case={props.case} act={props.act} />
          <Why act={props.act} stale={staleFor() > 0} />
          <Changed sending={sending} />
          <ErrorSummary mistakes={form.mistakes()} />
          <Show when={sending.unsure()}>
            <p class="notice warn">{t(w.sendAgain)}</p>
          </Show>
          <Show when={fields().length === 0}>
            <p class="muted">{t(w.noFields)}</p>
          </Show>
          <Fields
            fields={fields()}
            form={form}
            custom={(field, describedBy) =>
              needsPeople(field) ? (
                <ColleagueField
                  field={field}
                  form={form}
                  describedBy={describedBy}
                  caseId={props.case.id}
                  verb={props.act.type}
                  task={props.act.taskId}
                />
              ) : null
            }
          />
          <DraftNote form={form} />
          <Buttons case={props.case} act={props.act} busy={sending.busy()} blocked={blocked()} />
          <p class="muted print-hidden">
            {t(caseWords.number)} {props.case.number}
          </p>
        </form>
      </Match>
    </Switch>
  )
}
