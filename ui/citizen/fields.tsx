// How is each field of the public form asked for, in plain words?
import { For, type JSX, Match, Show, Switch } from 'solid-js'
import type { Field } from '../../domain/model/process.ts'
import { t } from '../client/words.ts'
import type { Mistake } from '../form/error-summary.tsx'
import { formWords } from '../screen/form-words.ts'
import '../form/fields.css'
import { type Photos, PhotosField } from './photos.tsx'

export type Answers = Record<string, string>
type Props = {
  field: Field
  value: string
  wrong: boolean
  describedBy: string | undefined
  onChange: (value: string) => void
}

const idOf = (field: Field) => `field-${field.name}`
const few = (field: Field) =>
  field.kind === 'choice' && Object.keys(field.choices ?? {}).length <= 4

const Choice = (props: Props) => (
  <Show
    when={few(props.field)}
    fallback={
      <select
        id={idOf(props.field)}
        aria-describedby={props.describedBy}
        aria-invalid={props.wrong}
        onChange={(event) => props.onChange(event.currentTarget.value)}
      >
        <option value="">{t(formWords.choose)}</option>
        <For each={Object.entries(props.field.choices ?? {})}>
          {([value, words]) => (
            <option value={value} selected={props.value === value}>
              {t(words)}
            </option>
          )}
        </For>
      </select>
    }
  >
    <div class="radios">
      <For each={Object.entries(props.field.choices ?? {})}>
        {([value, words], index) => (
          <label class="check">
            <input
              type="radio"
              id={index() === 0 ? idOf(props.field) : undefined}
              name={props.field.name}
              value={value}
              checked={props.value === value}
              onChange={() => props.onChange(value)}
            />
            <span>{t(words)}</span>
          </label>
        )}
      </For>
    </div>
  </Show>
)

const Input = (props: Props) => (
  <Switch
    fallback={
      <input
        id={idOf(props.field)}
        autocomplete="off"
        aria-describedby={props.describedBy}
        aria-invalid={props.wrong}
        value={props.value}
        onInput={(event) => props.onChange(event.currentTarget.value)}
      />
    }
  >
    <Match when={props.field.kind === 'choice'}>
      <Choice {...props} />
    </Match>
    <Match when={props.field.kind === 'long-text'}>
      <textarea
        id={idOf(props.field)}
        rows={5}
        aria-describedby={props.describedBy}
        aria-invalid={props.wrong}
        value={props.value}
        onInput={(event) => props.onChange(event.currentTarget.value)}
      />
    </Match>
  </Switch>
)

type RowProps = {
  field: Field
  answers: Answers
  mistakes: Mistake[]
  files: JSX.Element
  onChange: (name: string, value: string) => void
}

/** Label, hint, mistake and the input, tied together for assistive technology. */
const Row = (props: RowProps) => {
  const mistake = () => props.mistakes.find(({ field }) => field === props.field.name)
  const described = () =>
    [
      props.field.hint ? `${idOf(props.field)}-hint` : '',
      mistake() ? `${idOf(props.field)}-error` : '',
    ]
      .join(' ')
      .trim() || undefined
  const label = () => (
    <>
      {t(props.field.words)}
      <Show when={!props.field.required}>
        <span class="optional">{t(formWords.optional)}</span>
      </Show>
    </>
  )
  const inside = () => (
    <>
      <Show when={props.field.hint}>
        {(hint) => (
          <p class="hint" id={`${idOf(props.field)}-hint`}>
            {t(hint())}
          </p>
        )}
      </Show>
      <Show when={mistake()}>
        {(one) => (
          <p class="mistake" id={`${idOf(props.field)}-error`}>
            <span class="visually-hidden">{t(formWords.errorPrefix)}</span>
            {t(one().words)}
          </p>
        )}
      </Show>
      <Show when={props.field.kind !== 'files'} fallback={props.files}>
        <Input
          field={props.field}
          value={props.answers[props.field.name] ?? ''}
          wrong={mistake() !== undefined}
          describedBy={described()}
          onChange={(value) => props.onChange(props.field.name, value)}
        />
      </Show>
    </>
  )
  return (
    <Show
      when={few(props.field) || props.field.kind === 'files'}
      fallback={
        <div class={`field ${mistake() ? 'wrong' : ''}`}>
          <label class="field-label" for={idOf(props.field)}>
            {label()}
          </label>
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

export const CitizenFields = (
  props: Omit<RowProps, 'field' | 'files'> & { fields: Field[]; photos: Photos },
) => (
  <For each={props.fields}>
    {(field) => (
      <Row
        field={field}
        answers={props.answers}
        mistakes={props.mistakes}
        files={<PhotosField name={field.name} photos={props.photos} />}
        onChange={props.onChange}
      />
    )}
  </For>
)
