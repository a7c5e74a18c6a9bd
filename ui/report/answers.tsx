// Is everything as it was meant, before it is submitted? (GOV.UK check answers)
import { For, Show } from 'solid-js'
import { fill } from '../../domain/language/words.ts'
import type { Field } from '../../domain/model/process.ts'
import { t } from '../client/words.ts'
import type { Form } from '../form/form.ts'
import { entriesOf, filledRows, type Value } from '../form/form-values.ts'
import { noSending } from '../reading/live.ts'
import { focusWhenReady } from '../screen/page.ts'
import { reportWords as w } from './words.ts'

const isList = (value: Value) => Array.isArray(value)

const answerText = (form: Form, field: Field): string => {
  const value = form.values()[field.name]
  if (field.kind === 'boolean') return t(value === true ? w.yes : w.no)
  if (isList(value)) return t(fill(w.filesCount, { n: (value as unknown[]).length }))
  if (value === undefined || value === '') return t(w.notFilled)
  if (field.kind === 'lines' || field.kind === 'choices')
    return choiceTexts(field, entriesOf(value))
  if (field.kind === 'rows')
    return t(fill(w.rowsCount, { n: filledRows(field, form.values()).length }))
  if (field.kind === 'moment') return String(value).replace('T', ' ')
  const choice = field.choices?.[String(value)]
  return choice ? t(choice) : (form.labelOf(field.name) ?? String(value))
}

const choiceTexts = ({ choices }: Field, entries: string[]) =>
  entries.map((one) => (choices?.[one] ? t(choices[one]) : one)).join(t({ zh: '；', en: '; ' }))

export const Answers = (props: {
  fields: Field[]
  form: Form
  busy: boolean
  changed: boolean
  onBack: () => void
  onSend: (first: boolean) => void
}) => {
  return (
    <section class="report-form" aria-labelledby="check-title">
      <h1 id="check-title" tabindex="-1" ref={focusWhenReady}>
        {t(w.check)}
      </h1>
      <dl class="summary answers">
        <For each={props.fields}>
          {(field) => (
            <div>
              <dt>{t(field.words)}</dt>
              <dd>{answerText(props.form, field)}</dd>
            </div>
          )}
        </For>
      </dl>
      <Show when={props.changed}>
        <p class="notice warn">{t(w.changedText)}</p>
      </Show>
      <Show when={noSending()}>
        {(reason) => (
          <p class="notice warn" id="no-sending" role="status">
            {t(reason())}
          </p>
        )}
      </Show>
      <p class="form-actions">
        <button
          type="button"
          class="button primary"
          aria-disabled={props.busy || noSending() !== null}
          aria-describedby={noSending() ? 'no-sending' : undefined}
          onClick={() => props.onSend(false)}
        >
          {t(props.busy ? w.sending : props.changed ? w.sendAnew : w.send)}
        </button>
        <Show when={props.changed}>
          <button
            type="button"
            class="button"
            aria-disabled={props.busy || noSending() !== null}
            onClick={() => props.onSend(true)}
          >
            {t(w.sendFirst)}
          </button>
        </Show>
        <button type="button" class="button quiet" onClick={() => props.onBack()}>
          {t(w.change)}
        </button>
      </p>
    </section>
  )
}
