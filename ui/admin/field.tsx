// How is one line of a form asked for, with its hint?
import { type JSX, Show } from 'solid-js'
import type { Text } from '../../domain/language/words.ts'
import { t } from '../client/words.ts'
import { adminWords as w } from './words.ts'
import '../form/fields.css'

type Props = {
  name: string
  label: Text
  hint?: Text
  optional?: boolean
  wrong?: boolean
  children: (attributes: {
    id: string
    'aria-describedby': string | undefined
    'aria-invalid': boolean
  }) => JSX.Element
}

export const Labelled = (props: Props) => {
  const id = () => `field-${props.name}`
  const attributes = () => ({
    id: id(),
    'aria-describedby': props.hint ? `${id()}-hint` : undefined,
    'aria-invalid': props.wrong ?? false,
  })
  return (
    <div class={`field ${props.wrong ? 'wrong' : ''}`}>
      <label class="field-label" for={id()}>
        {t(props.label)}
        <Show when={props.optional}>
          <span class="optional">{t(w.optional)}</span>
        </Show>
      </label>
      <Show when={props.hint}>
        {(hint) => (
          <p class="hint" id={`${id()}-hint`}>
            {t(hint())}
          </p>
        )}
      </Show>
      {props.children(attributes())}
    </div>
  )
}

type LineProps = Omit<Props, 'children'> & {
  value: string
  type?: 'text' | 'date' | 'email' | 'password'
  autocomplete?: string
  rows?: number
  onInput: (value: string) => void
}

export const Line = (props: LineProps) => (
  <Labelled {...props}>
    {(attributes) => (
      <Show
        when={props.rows}
        fallback={
          <input
            {...attributes}
            type={props.type ?? 'text'}
            class={props.type === 'date' ? 'short' : ''}
            autocomplete={props.autocomplete ?? 'off'}
            value={props.value}
            onInput={(event) => props.onInput(event.currentTarget.value)}
          />
        }
      >
        {(rows) => (
          <textarea
            {...attributes}
            rows={rows()}
            value={props.value}
            onInput={(event) => props.onInput(event.currentTarget.value)}
          />
        )}
      </Show>
    )}
  </Labelled>
)
