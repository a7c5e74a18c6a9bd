// What is written, checked, confirmed and sent for one act?
import {
  createEffect,
  createMemo,
  createSignal,
  Match,
  onMount,
  Show,
  Suspense,
  Switch,
} from 'solid-js'
import type { CaseView } from '../../contract/case/cases.ts'
import type { ActView } from '../../domain/engine/judging/act-view.ts'
import type { Field } from '../../domain/model/process.ts'
import type { FactField } from '../../domain/views/answers/fact-views.ts'
import { paths } from '../client/paths.ts'
import { t } from '../client/words.ts'
import type { Asking } from '../correction/asking.ts'
import { ErrorSummary } from '../form/error-summary.tsx'
import { DraftNote, Fields } from '../form/fields.tsx'
import { createForm } from '../form/form.ts'
import { payloadOf, type Values } from '../form/form-values.ts'
import { actDraftName } from '../reading/draft.ts'
import { noSending } from '../reading/live.ts'
import { casePageWords } from '../record/case-page-words.ts'
import {
  Buttons,
  Changed,
  ConsequenceCard,
  type Here,
  Next,
  Phrases,
  Proposed,
  SignHint,
  SubstituteHint,
  Why,
} from './act-form-parts.tsx'
import { actWords as w } from './act-words.ts'
import { ownField } from './own-field.tsx'
import { proposedValues } from './proposed-values.ts'
import { createSending } from './sending.ts'

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

/** The names of looked-up values, as the reader sees them. */
const namesOf = (proposed: FactField[]): Record<string, string> =>
  Object.fromEntries(proposed.map(({ name, value }) => [name, value.zh]))

/** The form of the act; what waits for signatures already stands in it. `changed`: it no longer says that. */
const createActForm = (
  props: Pick<Props, 'case' | 'act' | 'first' | 'waiting' | 'asking'>,
  fields: () => Field[],
) => {
  const proposal = props.case.tasks.find(({ id }) => id === props.act.taskId)?.proposal?.data ?? []
  const waiting = props.act.proposal?.data
  const proposed = waiting ? proposedValues(fields(), waiting, proposal) : {}
  const plain = createForm(
    fields,
    () => ({
      name: actDraftName(props.case.id, props.act.type, props.waiting),
      title: {
        zh: `${props.act.words.zh} · ${props.case.number}`,
        en: `${props.act.words.en} · ${props.case.number}`,
      },
      href: paths.act(props.case.id, props.act.type, props.act.taskId, {
        ...(props.waiting && { waiting: props.waiting }),
      }),
    }),
    { ...props.first, ...proposed },
    waiting ? namesOf(proposal) : {},
  )
  const form = {
    ...plain,
    payload: () => props.asking?.payload(plain.payload()) ?? plain.payload(),
  }
  createEffect(() => {
    const begun = props.asking?.follow(form.values())
    if (!begun) return
    const values = proposedValues(fields(), begun, [])
    for (const name of Object.keys(begun)) form.set(name, values[name])
  })
  const changed = createMemo(
    () => JSON.stringify(payloadOf(fields(), proposed)) !== JSON.stringify(form.payload()),
  )
  return { form, changed }
}

type Props = {
  case: CaseView
  act: ActView
  first?: Values
  /** The key of what waits to be sent and is changed here. */
  waiting?: string | undefined
  asking?: Asking
} & Here

/** What is shown once something was sent, or was changed meanwhile, must be there without a network. */
const preloadParts = ({ consequence }: ActView) => {
  void Changed.preload()
  if (consequence) void ConsequenceCard.preload()
  void import('./sent-note.tsx')
}

const fieldsFor = ({ asking, act, case: view }: Props): Field[] =>
  (asking?.fields() ?? act.fields).map((field) => withClocks(field, view))

export const ActForm = (props: Props) => {
  const fields = createMemo(() => fieldsFor(props))
  const { form, changed } = createActForm(props, fields)
  const sending = createSending(
    () => props.case,
    () => props.act,
    form,
    { onDone: props.onDone, replaces: props.waiting },
  )
  onMount(() => preloadParts(props.act))
  const [card, setCard] = createSignal(false)
  /** Nothing can be sent now, and this need not be: it is kept, and judged when it arrives. */
  const waits = () => (noSending() === null ? undefined : sending.deferral()?.words)
  /** Sent and never answered: only sending again, under the same key, tells what became of it. */
  const may = () =>
    props.act.allowed || form.unanswered() || (waits() !== undefined && props.act.taskId !== null)
  const blocked = () =>
    !may() || (noSending() !== null && !waits()) || sending.busy() || sending.conflict() !== null
  const submit = (event?: Event) => {
    event?.preventDefault()
    if (blocked() || !form.check(waits() !== undefined)) return
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
        <Suspense>
          <ConsequenceCard
            act={props.act}
            form={form}
            busy={sending.busy()}
            blocked={blocked()}
            onSend={() => void sending.send()}
            onBack={() => setCard(false)}
          />
        </Suspense>
      </Match>
      <Match when={true}>
        <form class="act-form" noValidate onSubmit={submit} onKeyDown={press}>
          <Show when={!props.onDone}>
            <h1>{t(props.act.words)}</h1>
          </Show>
          <SubstituteHint act={props.act} />
          <SignHint case={props.case} act={props.act} />
          <Proposed act={props.act} changed={changed()} />
          <Why act={props.act} waits={waits() !== undefined && may()} />
          <Show when={props.waiting === undefined ? null : sending.deferral()}>
            {(deferral) => <p class="notice">{t(deferral().words.editing)}</p>}
          </Show>
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
          <DraftNote form={form} offline={waits()?.offline} />
          <Buttons
            case={props.case}
            act={props.act}
            busy={sending.busy()}
            blocked={blocked()}
            submit={waits()?.submit}
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
