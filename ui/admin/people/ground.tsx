// On which order, and for which reason, is something done to a person?
import { createSignal, type JSX, Show } from 'solid-js'
import type { Text } from '../../../domain/language/words.ts'
import type { Ground } from '../../client/organisation/people.ts'
import { t } from '../../client/words.ts'
import { ErrorSummary, type Mistake } from '../../form/error-summary.tsx'
import { focusWhenReady } from '../../screen/page.ts'
import { Line } from '../field.tsx'
import { type Sending, useSending } from '../sending.ts'
import { adminWords } from '../words.ts'
import { peopleWords as w } from './words.ts'

export const missing = (name: Text): Text => ({
  zh: w.missing.zh.replace('{name}', name.zh),
  en: w.missing.en.replace('{name}', name.en),
})

export const useGround = () => {
  const [order, setOrder] = createSignal('')
  const [reason, setReason] = createSignal('')
  const sending = useSending()
  return {
    order,
    setOrder,
    reason,
    setReason,
    sending,
    ground: (): Ground => ({ order: order().trim() || null, reason: reason().trim() }),
    mistakes: (): Mistake[] =>
      reason().trim() === '' ? [{ field: 'reason', words: missing(w.reason) }] : [],
  }
}

type GroundState = ReturnType<typeof useGround>
/** `plain`: no order is asked for. */
type Props = {
  title: string
  confirm: Text
  plain?: boolean
  groundForm: GroundState
  onSubmit: () => void
  onBack: () => void
  children?: JSX.Element
}

/** A form with its title, its own questions, and the ground; sent once. */
export const GroundForm = (props: Props) => {
  const sending: Sending = props.groundForm.sending
  const submit = (event: Event) => {
    event.preventDefault()
    props.onSubmit()
  }
  return (
    <form class="block" noValidate onSubmit={submit} aria-labelledby="person-form">
      <h2 id="person-form" tabindex="-1" ref={focusWhenReady}>
        {props.title}
      </h2>
      <ErrorSummary mistakes={sending.mistakes()} />
      {props.children}
      <Show when={!props.plain}>
        <Line
          name="order"
          label={w.order}
          optional
          value={props.groundForm.order()}
          onInput={props.groundForm.setOrder}
        />
      </Show>
      <Line
        name="reason"
        label={w.reason}
        rows={2}
        value={props.groundForm.reason()}
        onInput={props.groundForm.setReason}
      />
      <p class="form-actions">
        <button type="submit" class="button primary" aria-disabled={sending.busy()}>
          {t(sending.busy() ? adminWords.sending : props.confirm)}
        </button>
        <button type="button" class="button quiet" onClick={() => props.onBack()}>
          {t(adminWords.cancel)}
        </button>
      </p>
    </form>
  )
}
