// Which entry of a register does an act go by, of those that its case may choose?
import { createEffect, For, Show } from 'solid-js'
import type { Text } from '../../domain/language/words.ts'
import { askEntriesToChoose } from '../client/case/items.ts'
import { t } from '../client/words.ts'
import { fieldId } from '../form/inputs.tsx'
import { useQuery } from '../reading/query.ts'
import type { OwnField } from './additions.ts'

/** `none`: to choose nothing; `noneFits`, `unreadable`: why nothing else is offered; `shows`: above what the chosen one has to say of the case. */
type ChoiceWords = { none: Text; noneFits: Text; unreadable: Text; shows?: Text }

/** The control of the field by which an act names an entry. */
export const entryChoiceField =
  (words: ChoiceWords): OwnField =>
  (props) => {
    const entries = useQuery(() => ({
      queryKey: ['case', props.case.id, 'entries', props.act],
      queryFn: () => askEntriesToChoose(props.case.id, props.act),
    }))
    const items = () => (entries.isSuccess ? entries.data.items : [])
    const chosen = () => props.form.values()[props.field.name]
    const shown = () => items().find(({ number }) => number === chosen())?.shows ?? []
    // What a draft or a proposal names may be in force no more.
    createEffect(() => {
      if (entries.isSuccess && chosen() && !items().some(({ number }) => number === chosen()))
        props.form.set(props.field.name, '')
    })
    return (
      <>
        <select
          id={fieldId(props.field)}
          aria-describedby={props.describedBy}
          aria-invalid={props.form.mistakeOf(props.field.name) !== undefined}
          onChange={(event) => props.form.set(props.field.name, event.currentTarget.value)}
        >
          <option value="">{t(words.none)}</option>
          {/* Until it is known what may be chosen, what stands in the form is what is sent. */}
          <Show when={!entries.isSuccess && chosen()}>
            {(given) => (
              <option value={String(given())} selected>
                {String(given())}
              </option>
            )}
          </Show>
          <For each={items()}>
            {(one) => (
              <option value={one.number} selected={chosen() === one.number}>
                {[one.name, one.owner ?? '', one.number].filter(Boolean).join(' · ')}
              </option>
            )}
          </For>
        </select>
        <div role="status">
          <Show when={shown().length > 0}>
            <Show when={words.shows}>{(above) => <p class="muted">{t(above())}</p>}</Show>
            <ul class="muted">
              <For each={shown()}>{(line) => <li>{t(line)}</li>}</For>
            </ul>
          </Show>
          <Show when={entries.isSuccess && items().length === 0}>
            <p class="muted">{t(words.noneFits)}</p>
          </Show>
          <Show when={entries.isError}>
            <p class="muted">{t(words.unreadable)}</p>
          </Show>
        </div>
      </>
    )
  }
