// With which control is a single answer given?
import { For, Show } from 'solid-js'
import { fill } from '../../domain/language/words.ts'
import type { Field } from '../../domain/model/process.ts'
import { t } from '../client/words.ts'
import { formWords as w } from '../screen/form-words.ts'
import type { Form } from './form.ts'
import { entriesOf } from './form-values.ts'

export type Props = { field: Field; form: Form; describedBy: string | undefined }

export const fieldId = (field: Field) => `field-${field.name}`

const choicesOf = ({ choices = {} }: Field) => Object.entries(choices)

/** A list that unfolds, however short it is: for many choices, and for cells of rows. */
export const ChoiceList = (props: Props) => (
  <select
    id={fieldId(props.field)}
    aria-describedby={props.describedBy}
    aria-invalid={props.form.mistakeOf(props.field.name) !== undefined}
    onChange={(event) => props.form.set(props.field.name, event.currentTarget.value)}
  >
    <option value="">{t(w.choose)}</option>
    <For each={choicesOf(props.field)}>
      {([value, words]) => (
        <option value={value} selected={props.form.values()[props.field.name] === value}>
          {t(words)}
        </option>
      )}
    </For>
  </select>
)

export const Choice = (props: Props) => (
  <Show when={choicesOf(props.field).length <= 4} fallback={<ChoiceList {...props} />}>
    <div class="radios">
      <For each={choicesOf(props.field)}>
        {([value, words], index) => (
          <label class="check">
            <input
              type="radio"
              id={index() === 0 ? fieldId(props.field) : undefined}
              name={props.field.name}
              value={value}
              checked={props.form.values()[props.field.name] === value}
              onChange={() => props.form.set(props.field.name, value)}
            />
            <span>{t(words)}</span>
          </label>
        )}
      </For>
    </div>
  </Show>
)

const shortKinds: Field['kind'][] = ['date', 'number', 'moment']

export const Line = (props: Props) => (
  <input
    id={fieldId(props.field)}
    class={shortKinds.includes(props.field.kind) ? 'short' : ''}
    type={
      props.field.kind === 'date'
        ? 'date'
        : props.field.kind === 'moment'
          ? 'datetime-local'
          : 'text'
    }
    inputmode={props.field.kind === 'number' ? 'decimal' : undefined}
    autocomplete="off"
    aria-describedby={props.describedBy}
    aria-invalid={props.form.mistakeOf(props.field.name) !== undefined}
    value={String(props.form.values()[props.field.name] ?? '')}
    onInput={(event) => props.form.set(props.field.name, event.currentTarget.value)}
  />
)

export const Long = (props: Props) => (
  <textarea
    id={fieldId(props.field)}
    rows={4}
    aria-describedby={props.describedBy}
    aria-invalid={props.form.mistakeOf(props.field.name) !== undefined}
    value={String(props.form.values()[props.field.name] ?? '')}
    onInput={(event) => props.form.set(props.field.name, event.currentTarget.value)}
  />
)

/** One entry a line, counted while it is typed. */
export const Lines = (props: Props) => (
  <>
    <Long {...props} />
    <p class="hint" role="status">
      {t(fill(w.linesHint, { n: entriesOf(props.form.values()[props.field.name]).length }))}
    </p>
  </>
)

export const Tick = (props: Props) => (
  <label class="check">
    <input
      id={fieldId(props.field)}
      type="checkbox"
      aria-describedby={props.describedBy}
      checked={props.form.values()[props.field.name] === true}
      onChange={(event) => props.form.set(props.field.name, event.currentTarget.checked)}
    />
    <span>{t(props.field.words)}</span>
  </label>
)
