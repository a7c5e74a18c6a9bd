// What is written, checked, confirmed and sent for one act?
import {
  createMemo,
  createSignal,
  For,
  lazy,
  Match,
  onMount,
  Show,
  Suspense,
  Switch,
} from 'solid-js'
import type { CaseView } from '../../contract/case/cases.ts'
import type { ActView } from '../../domain/engine/judging/act-view.ts'
import { fill, type Text } from '../../domain/language/words.ts'
import type { Field } from '../../domain/model/process.ts'
import type { FactField } from '../../domain/views/fact-views.ts'
import { paths } from '../client/paths.ts'
import { t } from '../client/words.ts'
import { ErrorSummary } from '../form/error-summary.tsx'
import { DraftNote, Fields } from '../form/fields.tsx'
import { createForm, type Form } from '../form/form.ts'
import { payloadOf, type Values } from '../form/form-values.ts'
import { fieldId } from '../form/inputs.tsx'
import { noSending } from '../reading/live.ts'
import { casePageWords } from '../record/case-page-words.ts'
import { focusWhenReady } from '../screen/page.ts'
import { actWords as w } from './act-words.ts'
import { ownField } from './own-field.tsx'
import { proposedValues } from './proposed-values.ts'
import { createSending } from './sending.ts'
import { StandingProposal } from './standing-proposal.tsx'

/** Which clock a clock verb is about: the server's own choices, else the running clocks of the case. */
const withClocks = (field: Field, view: CaseView): Field =>
  field.name !== 'obligation' || field.choices
    ? field
    : {
        ...field,
        choices: Object.fromEntries(
          view.clocks
            .filter((clock) => clock.endedAt === null)
            .map((clock) => [clock.id, clock.words]),
        ),
      }

type Sending = ReturnType<typeof createSending>

/** The interruption card: what will follow, by which article; nothing is sent before it is read. */
const ConsequenceCard = (props: { act: ActView; sending: Sending; onBack: () => void }) => (
  <section class="interruption" aria-labelledby="consequence-title">
    <h2 id="consequence-title" tabindex="-1" ref={focusWhenReady}>
      {t(fill(w.consequenceTitle, { act: t(props.act.words) }))}
    </h2>
    <dl>
      <dt>{t(w.consequenceEffect)}</dt>
      <dd>{t(props.act.consequence!.effect)}</dd>
      <dt>{t(w.consequenceArticle)}</dt>
      <dd>{props.act.consequence!.article}</dd>
    </dl>
    <p class="form-actions">
      <button
        type="button"
        class="button inverse"
        aria-disabled={props.sending.busy() || noSending() !== null}
        onClick={() => void props.sending.send()}
      >
        {t(props.sending.busy() ? w.submitting : w.consequenceConfirm)}
      </button>
      <button type="button" class="button inverse quiet" onClick={() => props.onBack()}>
        {t(w.consequenceBack)}
      </button>
    </p>
  </section>
)

const Next = lazy(() => import('./next.tsx').then((part) => ({ default: part.Next })))

/** Wherever somebody writes at length: opinions, findings, reasons. */
const PhrasePicker = lazy(() => import('../phrases/picker.tsx'))

const Phrases = (props: { field: Field; form: Form }) => (
  <Suspense>
    <PhrasePicker
      field={fieldId(props.field)}
      name={props.field.words}
      value={() => String(props.form.values()[props.field.name] ?? '')}
      onChange={(value) => props.form.set(props.field.name, value)}
    />
  </Suspense>
)

/** Few acts are overtaken by another. */
const Changed = lazy(() => import('./changed.tsx'))

const SubstituteHint = (props: { act: ActView }) => (
  <Show when={props.act.onBehalfOf}>
    {(absent) => <p class="notice">{t(fill(w.substituteHint, absent()))}</p>}
  </Show>
)

const SignHint = (props: { case: CaseView; act: ActView }) => {
  const task = () => props.case.tasks.find((one) => one.id === props.act.taskId && one.need > 1)
  return (
    <Show when={props.act.kind === 'event' || props.act.type === 'sign' ? task() : undefined}>
      {(one) => (
        <p class="notice">
          {t(
            fill(w.signHint, {
              need: one().need,
              have: one().signatures.filter(({ against }) => !against).length,
            }),
          )}
        </p>
      )}
    </Show>
  )
}

const Why = (props: { act: ActView }) => (
  <Show when={!props.act.allowed || noSending()}>
    <div class="notice warn" id="act-why" role="status">
      <strong>{t(w.notAllowed)}</strong>
      <ul>
        <Show when={noSending()}>{(reason) => <li>{t(reason())}</li>}</Show>
        <For each={props.act.reasons}>{(reason) => <li>{t(reason)}</li>}</For>
      </ul>
    </div>
  </Show>
)

const submitWords = (act: ActView): Text => ({
  zh: w.submit.zh.replace('{name}', act.words.zh),
  en: w.submit.en.replace('{name}', act.words.en),
})

/** `onDone`, `onCancel`: who opened the form in a dialog stays where he is. */
type Here = {
  onDone?: ((revision: number) => void) | undefined
  onCancel?: (() => void) | undefined
}

const Buttons = (
  props: { case: CaseView; act: ActView; busy: boolean; blocked: boolean } & Pick<Here, 'onCancel'>,
) => (
  <p class="form-actions">
    <button
      type="submit"
      class="button primary"
      aria-disabled={props.blocked}
      aria-describedby={props.act.allowed && noSending() === null ? undefined : 'act-why'}
    >
      {t(
        props.busy
          ? w.submitting
          : props.act.consequence
            ? w.continueConsequence
            : submitWords(props.act),
      )}
    </button>
    <Show
      when={props.onCancel}
      fallback={
        <a class="button quiet" href={paths.case(props.case.id)}>
          {t(w.cancel)}
        </a>
      }
    >
      {(cancel) => (
        <button type="button" class="button quiet" onClick={() => cancel()()}>
          {t(w.cancel)}
        </button>
      )}
    </Show>
  </p>
)

/** The names of looked-up values, as the reader sees them. */
const namesOf = (proposed: FactField[]): Record<string, string> =>
  Object.fromEntries(proposed.map(({ name, value }) => [name, value.zh]))

/** What the case itself fills in, for instance a date that was asked for. */
const begunWith = (fields: Field[]): Record<string, string> =>
  Object.fromEntries(
    fields.flatMap(({ name, value }) => (value === undefined ? [] : [[name, value]])),
  )

/** The form of the act; what waits for signatures already stands in it. `changed`: it no longer says that. */
const createActForm = (
  props: { case: CaseView; act: ActView; first?: Values },
  fields: () => Field[],
) => {
  const proposal = props.case.tasks.find(({ id }) => id === props.act.taskId)?.proposal?.data ?? []
  const waiting = props.act.proposal?.data
  const proposed = waiting ? proposedValues(fields(), waiting, proposal) : {}
  const form = createForm(
    fields,
    () => ({
      name: `${props.case.id}:${props.act.type}`,
      title: {
        zh: `${props.act.words.zh} · ${props.case.number}`,
        en: `${props.act.words.en} · ${props.case.number}`,
      },
      href: paths.act(props.case.id, props.act.type, props.act.taskId),
    }),
    { ...begunWith(fields()), ...props.first, ...proposed },
    waiting ? namesOf(proposal) : {},
  )
  const changed = createMemo(
    () => JSON.stringify(payloadOf(fields(), proposed)) !== JSON.stringify(form.payload()),
  )
  return { form, changed }
}

export const ActForm = (props: { case: CaseView; act: ActView; first?: Values } & Here) => {
  const fields = createMemo(() => props.act.fields.map((field) => withClocks(field, props.case)))
  const { form, changed } = createActForm(props, fields)
  const sending = createSending(
    () => props.case,
    () => props.act,
    form,
    props.onDone,
  )
  onMount(() => {
    void Changed.preload()
    void import('./sent-note.tsx')
  })
  const [card, setCard] = createSignal(false)
  /** Sent and never answered: only sending again, under the same key, tells what became of it. */
  const may = () => props.act.allowed || form.unanswered()
  const blocked = () =>
    !may() || noSending() !== null || sending.busy() || sending.conflict() !== null
  const submit = (event?: Event) => {
    event?.preventDefault()
    if (blocked() || !form.check()) return
    if (props.act.consequence) setCard(true)
    else void sending.send()
  }
  const press = (event: KeyboardEvent) => {
    if (event.ctrlKey && event.key === 'Enter') submit(event)
  }
  return (
    <Switch>
      <Match
        when={
          card() &&
          props.act.consequence &&
          sending.conflict() === null &&
          form.mistakes().length === 0
        }
      >
        <ConsequenceCard act={props.act} sending={sending} onBack={() => setCard(false)} />
      </Match>
      <Match when={true}>
        <form class="act-form" noValidate onSubmit={submit} onKeyDown={press}>
          <Show when={!props.onDone}>
            <h1>{t(props.act.words)}</h1>
          </Show>
          <SubstituteHint act={props.act} />
          <SignHint case={props.case} act={props.act} />
          <StandingProposal act={props.act} changed={changed()} />
          <Why act={props.act} />
          <Show when={sending.conflict()}>
            {(conflict) => (
              <Suspense>
                <Changed changes={conflict().changes} onGo={sending.accept} />
              </Suspense>
            )}
          </Show>
          <ErrorSummary mistakes={form.mistakes()} />
          <Show when={form.unanswered() && !sending.busy()}>
            <p class="notice warn">{t(w.sendAgain)}</p>
          </Show>
          <Show when={fields().length === 0 && !form.unanswered()}>
            <p class="muted">{t(w.noFields)}</p>
          </Show>
          <Fields
            fields={fields()}
            form={form}
            custom={(field, describedBy) =>
              ownField({ case: props.case, act: props.act, form }, field, describedBy)
            }
            below={(field) =>
              field.kind === 'long-text' ? <Phrases field={field} form={form} /> : null
            }
          />
          <Show
            when={
              props.act.allowed &&
              props.case.active.length > 0 &&
              (props.act.kind === 'event' || props.act.type === 'return')
            }
          >
            <Suspense>
              <Next caseId={props.case.id} act={props.act} />
            </Suspense>
          </Show>
          <DraftNote form={form} />
          <Buttons
            case={props.case}
            act={props.act}
            busy={sending.busy()}
            blocked={blocked()}
            onCancel={props.onCancel}
          />
          <p class="muted print-hidden">
            {t(casePageWords.number)} {props.case.number}
          </p>
        </form>
      </Match>
    </Switch>
  )
}
