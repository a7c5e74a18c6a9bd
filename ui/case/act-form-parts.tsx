// What is shown around the form of an act: its consequence, who is next, why not, and its buttons?
import { For, lazy, Show, Suspense } from 'solid-js'
import type { CaseView } from '../../contract/case/cases.ts'
import type { ActView } from '../../domain/engine/judging/act-view.ts'
import { fill, type Text } from '../../domain/language/words.ts'
import type { Field } from '../../domain/model/process.ts'
import { paths } from '../client/paths.ts'
import { t } from '../client/words.ts'
import type { Form } from '../form/form.ts'
import { fieldId } from '../form/inputs.tsx'
import { noSending } from '../reading/live.ts'
import { actWords as w } from './act-words.ts'

/** Only an act with a consequence has one. */
export const ConsequenceCard = lazy(() => import('./consequence/card.tsx'))

export const Next = lazy(() => import('./next.tsx').then((part) => ({ default: part.Next })))

/** Wherever somebody writes at length: opinions, findings, reasons. */
const PhrasePicker = lazy(() => import('../phrases/picker.tsx'))

export const Phrases = (props: { field: Field; form: Form }) => (
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
export const Changed = lazy(() => import('./changed.tsx'))

const StandingProposal = lazy(() =>
  import('./standing-proposal.tsx').then((part) => ({ default: part.StandingProposal })),
)

/** Few acts wait for several signatures. `changed`: the form no longer says what was proposed. */
export const Proposed = (props: { act: ActView; changed: boolean }) => (
  <Show when={props.act.proposal}>
    {(standing) => (
      <Suspense>
        <StandingProposal standing={standing()} changed={props.changed} />
      </Suspense>
    )}
  </Show>
)

export const SubstituteHint = (props: { act: ActView }) => (
  <Show when={props.act.onBehalfOf}>
    {(absent) => <p class="notice">{t(fill(w.substituteHint, absent()))}</p>}
  </Show>
)

export const SignHint = (props: { case: CaseView; act: ActView }) => {
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

/** `waits`: without a connection it is kept to be sent, so nothing stands in its way. */
export const Why = (props: { act: ActView; waits: boolean }) => (
  <Show when={!props.waits && (!props.act.allowed || noSending())}>
    <div class="notice warn" id="act-why" role="status">
      <strong>{t(w.notAllowed)}</strong>
      <ul>
        <Show when={noSending()}>{(reason) => <li>{t(reason())}</li>}</Show>
        <For each={props.act.reasons}>{(reason) => <li>{t(reason)}</li>}</For>
      </ul>
    </div>
  </Show>
)

const submitWords = (act: ActView, words: Text): Text => ({
  zh: words.zh.replace('{name}', act.words.zh),
  en: words.en.replace('{name}', act.words.en),
})

/** `onDone`, `onCancel`: who opened the form in a dialog stays where he is. */
export type Here = {
  onDone?: ((revision: number) => void) | undefined
  onCancel?: (() => void) | undefined
}

export const Buttons = (
  props: {
    case: CaseView
    act: ActView
    busy: boolean
    blocked: boolean
    /** In place of the usual words, where it is kept and not sent. */
    submit: Text | undefined
  } & Pick<Here, 'onCancel'>,
) => (
  <p class="form-actions">
    <button
      type="submit"
      class="button primary"
      aria-disabled={props.blocked}
      aria-describedby={
        props.submit || (props.act.allowed && noSending() === null) ? undefined : 'act-why'
      }
    >
      {t(
        props.busy
          ? w.submitting
          : props.act.consequence
            ? w.continueConsequence
            : submitWords(props.act, props.submit ?? w.submit),
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
