// How is somebody asked for number and code of his paper?
import { createSignal } from 'solid-js'
import type { Text } from '../../domain/language/words.ts'
import { t } from '../client/words.ts'
import { ErrorSummary, type Mistake } from '../form/error-summary.tsx'
import { CodeField } from './code-field.tsx'
import { typedInto } from './question.ts'
import '../form/fields.css'

export type NumberAndCode = { number: string; code: string }
type AskWords = Record<
  | 'number'
  | 'numberHint'
  | 'numberMissing'
  | 'code'
  | 'codeHint'
  | 'codeMissing'
  | 'ask'
  | 'asking'
  | 'lost',
  Text
>

/** `mistakes`: what was wrong with the last question, while nothing is missing in the next. */
export const NumberAndCodeForm = (props: {
  title: Text
  lead?: Text
  words: AskWords
  first: NumberAndCode
  busy: boolean
  mistakes: Mistake[]
  onAsk: (given: NumberAndCode) => void
}) => {
  const [missing, setMissing] = createSignal<Mistake[]>([])
  const submit = (event: SubmitEvent & { currentTarget: HTMLFormElement }) => {
    event.preventDefault()
    const given = { number: typedInto(event, 'number'), code: typedInto(event, 'code') }
    const { numberMissing, codeMissing } = props.words
    setMissing([
      ...(given.number ? [] : [{ field: 'number', words: numberMissing }]),
      ...(given.code ? [] : [{ field: 'code', words: codeMissing }]),
    ])
    if (missing().length === 0) props.onAsk(given)
  }
  return (
    <>
      <h1>{t(props.title)}</h1>
      {props.lead && <p class="lead">{t(props.lead)}</p>}
      <ErrorSummary mistakes={missing().length > 0 ? missing() : props.mistakes} />
      <form class="block" noValidate onSubmit={submit}>
        <div class="field">
          <label class="field-label" for="field-number">
            {t(props.words.number)}
          </label>
          <p class="hint" id="number-hint">
            {t(props.words.numberHint)}
          </p>
          <input
            id="field-number"
            name="number"
            autocomplete="off"
            aria-describedby="number-hint"
            value={props.first.number}
          />
        </div>
        <CodeField
          label={props.words.code}
          hint={props.words.codeHint}
          first={props.first.code}
          short
        />
        <p class="form-actions">
          <button type="submit" class="button primary" aria-disabled={props.busy}>
            {t(props.busy ? props.words.asking : props.words.ask)}
          </button>
        </p>
      </form>
      <p class="muted">{t(props.words.lost)}</p>
    </>
  )
}
