// How is each kind of field asked for?
import { type Component, For, type JSX, lazy, Match, Show, Suspense, Switch } from 'solid-js'
import { Dynamic } from 'solid-js/web'
import type { Field } from '../../domain/model/process.ts'
import { t, words } from '../client/words.ts'
import './fields.css'
import { fill, type Text } from '../../domain/language/words.ts'
import { cutOff } from '../reading/network.ts'
import { formWords as w } from '../screen/form-words.ts'
import { showTime } from '../screen/time.ts'
import type { Form } from './form.ts'
import { Choice, ChoiceList, fieldId, Line, Lines, Long, type Props, Tick } from './inputs.tsx'

/** Photographs, items and long lists bring their own machinery; most forms have none. */
const lazyKinds: Partial<Record<Field['kind'], Component<Props>>> = {
  files: lazy(() => import('./files-field.tsx')),
  items: lazy(() => import('./items-field.tsx')),
  choices: lazy(() => import('./choices-field.tsx')),
  rows: lazy(() => import('./rows-field.tsx')),
  moment: lazy(() => import('./moment-field.tsx')),
}

/** What helps to fill a field in, below it. */
type Below = (field: Field) => JSX.Element | null
/** A screen may answer for single fields itself (look-ups). */
export type Custom = (field: Field, describedBy: string | undefined) => JSX.Element | null

const Input = (props: Props) => (
  <Switch fallback={<Line {...props} />}>
    <Match when={props.field.kind === 'long-text'}>
      <Long {...props} />
    </Match>
    <Match when={props.field.kind === 'choice'}>
      <Choice {...props} />
    </Match>
    <Match when={props.field.kind === 'number' && props.field.choices}>
      <ChoiceList {...props} />
    </Match>
    <Match when={props.field.kind === 'lines'}>
      <Lines {...props} />
    </Match>
    <Match when={lazyKinds[props.field.kind]}>
      {(component) => (
        <Suspense>
          <Dynamic component={component()} {...props} />
        </Suspense>
      )}
    </Match>
  </Switch>
)

const grouped = (field: Field) =>
  field.kind === 'items' ||
  field.kind === 'rows' ||
  field.kind === 'choices' ||
  (field.kind === 'choice' &&
    Object.keys(field.choices ?? {}).length <= 4 &&
    field.choices !== undefined)

/** May be left empty; of a choice that begins with the usual one nothing is ever left empty. */
const isOptional = ({ kind, required, value }: Field) =>
  !required && !(kind === 'choice' && value !== undefined)

/** Label, hint, mistake and the input, tied together for assistive technology. */
const FieldRow = (props: {
  field: Field
  form: Form
  custom: Custom | undefined
  below: Below | undefined
}) => {
  const mistake = () => props.form.mistakeOf(props.field.name)
  const described = () =>
    [
      props.field.hint ? `${fieldId(props.field)}-hint` : '',
      mistake() ? `${fieldId(props.field)}-error` : '',
    ]
      .join(' ')
      .trim() || undefined
  const label = () => (
    <>
      {t(props.field.words)}
      <Show when={isOptional(props.field) || props.field.kind === 'files'}>
        <span class="optional">{t(props.field.required ? w.mustUpload : w.optional)}</span>
      </Show>
    </>
  )
  const inside = () => (
    <>
      <Show when={props.field.hint}>
        {(hint) => (
          <p class="hint" id={`${fieldId(props.field)}-hint`}>
            {t(hint())}
          </p>
        )}
      </Show>
      <Show when={mistake()}>
        {(words) => (
          <p class="mistake" id={`${fieldId(props.field)}-error`}>
            <span class="visually-hidden">{t(w.errorPrefix)}</span>
            {t(words())}
          </p>
        )}
      </Show>
      <Show
        when={props.field.kind !== 'boolean'}
        fallback={<Tick field={props.field} form={props.form} describedBy={described()} />}
      >
        {props.custom?.(props.field, described()) ?? (
          <Input field={props.field} form={props.form} describedBy={described()} />
        )}
      </Show>
      {props.below?.(props.field)}
    </>
  )
  return (
    <Show
      when={grouped(props.field)}
      fallback={
        <div class={`field kind-${props.field.kind} ${mistake() ? 'wrong' : ''}`}>
          <Show when={props.field.kind !== 'boolean'}>
            <label class="field-label" for={fieldId(props.field)}>
              {label()}
            </label>
          </Show>
          {inside()}
        </div>
      }
    >
      <fieldset
        class={`field ${mistake() ? 'wrong' : ''}`}
        id={props.field.kind === 'choice' ? undefined : fieldId(props.field)}
        tabindex={props.field.kind === 'choice' ? undefined : -1}
      >
        <legend class="field-label">{label()}</legend>
        {inside()}
      </fieldset>
    </Show>
  )
}

/** Only an application has papers that must be there. */
const PapersList = lazy(() => import('./papers-list.tsx'))
const necessaryPapers = (fields: Field[]): Field[] =>
  fields.filter(({ kind, required }) => kind === 'files' && required)

export const Fields = (props: { fields: Field[]; form: Form; custom?: Custom; below?: Below }) => (
  <>
    <Show when={necessaryPapers(props.form.applicable(props.fields)).length > 0}>
      <Suspense>
        <PapersList
          papers={necessaryPapers(props.form.applicable(props.fields))}
          form={props.form}
        />
      </Suspense>
    </Show>
    <For each={props.form.applicable(props.fields)}>
      {(field) => (
        <FieldRow field={field} form={props.form} custom={props.custom} below={props.below} />
      )}
    </For>
  </>
)

const counted = (form: Form) => {
  const files = Object.values(form.values()).flatMap((value) => (Array.isArray(value) ? value : []))
  return { n: files.length, stored: files.filter(({ status }) => status === 'stored').length }
}

/** Says that words and files are safe on this device, and why nothing can be sent now. */
export const DraftNote = (props: { form: Form; offline?: Text | undefined }) => (
  <>
    <Show when={props.form.savedAt()}>
      {(at) => (
        <p class="draft-note" role="status">
          {t(fill(w.savedLocally, { time: showTime(at()) }))}
          <Show when={counted(props.form).n > 0}>{t(fill(w.savedFiles, counted(props.form)))}</Show>
        </p>
      )}
    </Show>
    <Show when={cutOff()}>
      <p class="notice warn" role="status">
        {t(props.offline ?? words.offlineReason)}
      </p>
    </Show>
  </>
)
