// How is each kind of field asked for?
import { For, type JSX, Match, Show, Switch } from 'solid-js'
import type { Field } from '../../domain/case/process.ts'
import { t } from '../words.ts'
import './fields.css'
import { fill } from '../../domain/case/words.ts'
import { FilesField } from './files-field.tsx'
import type { Form } from './form.ts'
import { formWords as w } from './form-words.ts'
import { showTime } from './time.ts'

type Props = { field: Field; form: Form; describedBy: string | undefined }
/** A screen may answer for single fields itself (look-ups). */
export type Custom = (field: Field, describedBy: string | undefined) => JSX.Element | null

const fieldId = (field: Field) => `field-${field.name}`

const Choice = (props: Props) => {
  const choices = () => Object.entries(props.field.choices ?? {})
  return (
    <Show
      when={choices().length <= 4}
      fallback={
        <select
          id={fieldId(props.field)}
          aria-describedby={props.describedBy}
          aria-invalid={props.form.mistakeOf(props.field.name) !== undefined}
          onChange={(event) => props.form.set(props.field.name, event.currentTarget.value)}
        >
          <option value="">{t(w.choose)}</option>
          <For each={choices()}>
            {([value, words]) => (
              <option value={value} selected={props.form.values()[props.field.name] === value}>
                {t(words)}
              </option>
            )}
          </For>
        </select>
      }
    >
      <div class="radios">
        <For each={choices()}>
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
}

const Line = (props: Props) => (
  <input
    id={fieldId(props.field)}
    class={props.field.kind === 'date' || props.field.kind === 'number' ? 'short' : ''}
    type={props.field.kind === 'date' ? 'date' : 'text'}
    inputmode={props.field.kind === 'number' ? 'decimal' : undefined}
    autocomplete="off"
    aria-describedby={props.describedBy}
    aria-invalid={props.form.mistakeOf(props.field.name) !== undefined}
    value={String(props.form.values()[props.field.name] ?? '')}
    onInput={(event) => props.form.set(props.field.name, event.currentTarget.value)}
  />
)

const Long = (props: Props) => (
  <textarea
    id={fieldId(props.field)}
    rows={4}
    aria-describedby={props.describedBy}
    aria-invalid={props.form.mistakeOf(props.field.name) !== undefined}
    onInput={(event) => props.form.set(props.field.name, event.currentTarget.value)}
  >
    {String(props.form.values()[props.field.name] ?? '')}
  </textarea>
)

const Input = (props: Props) => (
  <Switch fallback={<Line {...props} />}>
    <Match when={props.field.kind === 'long-text'}>
      <Long {...props} />
    </Match>
    <Match when={props.field.kind === 'choice'}>
      <Choice {...props} />
    </Match>
    <Match when={props.field.kind === 'files'}>
      <FilesField {...props} />
    </Match>
  </Switch>
)

const Tick = (props: Props) => (
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

const grouped = (field: Field) => field.kind === 'choice' && Object.keys(field.choices ?? {}).length <= 4 && field.choices !== undefined

/** Label, hint, mistake and the input, tied together for assistive technology. */
const FieldRow = (props: { field: Field; form: Form; custom: Custom | undefined }) => {
  const mistake = () => props.form.mistakeOf(props.field.name)
  const described = () =>
    [props.field.hint ? `${fieldId(props.field)}-hint` : '', mistake() ? `${fieldId(props.field)}-error` : ''].join(' ').trim() || undefined
  const label = () => (
    <>
      {t(props.field.words)}
      <Show when={!props.field.required}>
        <span class="optional">{t(w.optional)}</span>
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
      <Show when={props.field.kind !== 'boolean'} fallback={<Tick field={props.field} form={props.form} describedBy={described()} />}>
        {props.custom?.(props.field, described()) ?? <Input field={props.field} form={props.form} describedBy={described()} />}
      </Show>
    </>
  )
  return (
    <Show
      when={grouped(props.field)}
      fallback={
        <div class={`field ${mistake() ? 'wrong' : ''}`}>
          <Show when={props.field.kind !== 'boolean'}>
            <label class="field-label" for={fieldId(props.field)}>
              {label()}
            </label>
          </Show>
          {inside()}
        </div>
      }
    >
      <fieldset class={`field ${mistake() ? 'wrong' : ''}`}>
        <legend class="field-label">{label()}</legend>
        {inside()}
      </fieldset>
    </Show>
  )
}

export const Fields = (props: { fields: Field[]; form: Form; custom?: Custom }) => (
  <For each={props.fields}>{(field) => <FieldRow field={field} form={props.form} custom={props.custom} />}</For>
)

/** Says that the words are safe on this device. */
export const DraftNote = (props: { form: Form }) => (
  <Show when={props.form.savedAt()}>
    {(at) => (
      <p class="draft-note" role="status">
        {t(fill(w.savedLocally, { time: showTime(at()) }))}
      </p>
    )}
  </Show>
)
