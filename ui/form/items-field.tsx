// How is each item of an order accepted by itself, with photos from before and after?
import { createUniqueId, For, Show } from 'solid-js'
import { fill, type Text } from '../../domain/language/words.ts'
import type { Field } from '../../domain/model/process.ts'
import { outcomeWords } from '../../domain/views/answers/value-words.ts'
import { t } from '../client/words.ts'
import { formWords as w } from '../screen/form-words.ts'
import FilesField from './files-field.tsx'
import type { Form } from './form.ts'
import { type ItemPart, isUploads, itemName } from './form-values.ts'
import type { Props } from './inputs.tsx'
import './items-field.css'

type ItemProps = { field: Field; form: Form; item: string }

const Mistake = (props: { words: Text | undefined; id: string }) => (
  <Show when={props.words}>
    {(words) => (
      <p class="mistake" id={props.id}>
        <span class="visually-hidden">{t(w.errorPrefix)}</span>
        {t(words())}
      </p>
    )}
  </Show>
)

const Outcome = (props: ItemProps) => {
  const id = createUniqueId()
  const name = () => itemName(props.field.name, props.item, 'passed')
  return (
    <>
      <Mistake words={props.form.mistakeOf(name())} id={id} />
      <div class="radios item-outcome">
        <For each={['passed', 'failed'] as const}>
          {(value) => (
            <label class={`check outcome ${value}`}>
              <input
                type="radio"
                id={value === 'passed' ? `field-${name()}` : undefined}
                name={name()}
                aria-describedby={props.form.mistakeOf(name()) ? id : undefined}
                checked={props.form.values()[name()] === value}
                onChange={() => props.form.set(name(), value)}
              />
              <span>{`${value === 'passed' ? '✓' : '✗'} ${t(outcomeWords(props.field, value === 'passed'))}`}</span>
            </label>
          )}
        </For>
      </div>
    </>
  )
}

/** Folded until somebody wants it: a phone shows many items one below the other. */
const Photos = (props: ItemProps & { part: Extract<ItemPart, 'before' | 'after'> }) => {
  const id = createUniqueId()
  const name = () => itemName(props.field.name, props.item, props.part)
  const words = () => props.field.attached ?? (props.part === 'before' ? w.before : w.after)
  const count = () => {
    const value = props.form.values()[name()]
    return isUploads(value) ? value.length : 0
  }
  const mistake = () => props.form.mistakeOf(name())
  const field = (): Field => ({ name: name(), words: words(), kind: 'files', required: false })
  return (
    <details class="item-photos" open={count() > 0 || mistake() !== undefined}>
      <summary id={`${id}-s`}>
        {t(words())} <span class="count">{count()}</span>
      </summary>
      {/* biome-ignore lint/a11y/useSemanticElements: the fold's own words are the name of the group */}
      <div role="group" aria-labelledby={`${id}-s`}>
        <Mistake words={mistake()} id={`${id}-m`} />
        <FilesField
          field={field()}
          form={props.form}
          describedBy={mistake() ? `${id}-m` : undefined}
        />
      </div>
    </details>
  )
}

const Note = (props: ItemProps) => {
  const name = () => itemName(props.field.name, props.item, 'note')
  return (
    <>
      <label class="item-note" for={`field-${name()}`}>
        {t(w.note)}
        <span class="optional">{t(w.optional)}</span>
      </label>
      <textarea
        id={`field-${name()}`}
        rows={2}
        value={String(props.form.values()[name()] ?? '')}
        onInput={(event) => props.form.set(name(), event.currentTarget.value)}
      />
    </>
  )
}

const ItemsField = (props: Props) => (
  <ol class="item-cards">
    <For each={props.field.items ?? []}>
      {(item, index) => (
        <li>
          <fieldset class="item-card">
            <legend>
              <small class="muted">
                {t(fill(w.itemOf, { n: index() + 1, total: props.field.items?.length ?? 0 }))}
              </small>{' '}
              <b>{item}</b>
            </legend>
            <Outcome field={props.field} form={props.form} item={item} />
            <Show when={!props.field.attached}>
              <Photos field={props.field} form={props.form} item={item} part="before" />
            </Show>
            <Photos field={props.field} form={props.form} item={item} part="after" />
            <Note field={props.field} form={props.form} item={item} />
          </fieldset>
        </li>
      )}
    </For>
  </ol>
)

export default ItemsField
