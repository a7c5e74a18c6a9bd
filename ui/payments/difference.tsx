// What of the money differs, and how does an officer clear it?
import { createSignal, createUniqueId, Show } from 'solid-js'
import type { PaymentDifferenceView } from '../../contract/payments/payments.ts'
import { fill } from '../../domain/language/words.ts'
import { paymentsApi } from '../client/case/payments.ts'
import { paths } from '../client/paths.ts'
import { t } from '../client/words.ts'
import { Failure } from '../screen/states.tsx'
import { showDate, showStamp } from '../screen/time.ts'
import { sumOf } from './codes.tsx'
import { paymentWords as w } from './words.ts'

const Clearing = (props: { id: string; onCleared: () => void }) => {
  const name = createUniqueId()
  const [how, setHow] = createSignal('')
  const [missing, setMissing] = createSignal(false)
  const [busy, setBusy] = createSignal(false)
  const [error, setError] = createSignal<unknown>(null)
  const send = async (event?: SubmitEvent) => {
    event?.preventDefault()
    setMissing(how().trim() === '')
    if (missing() || busy()) return
    setBusy(true)
    setError(null)
    await paymentsApi.clear(props.id, how().trim()).then(props.onCleared, setError)
    setBusy(false)
  }
  return (
    <form noValidate onSubmit={(event) => void send(event)}>
      <label for={name}>{t(w.how)}</label>
      <textarea
        id={name}
        rows="2"
        maxLength="1000"
        value={how()}
        onInput={(event) => setHow(event.currentTarget.value)}
        aria-invalid={missing()}
        aria-describedby={missing() ? `${name}-missing` : undefined}
      />
      <Show when={missing()}>
        <p class="error" id={`${name}-missing`}>
          {t(w.howMissing)}
        </p>
      </Show>
      <Show when={error()}>
        {(one) => <Failure error={one()} what={w.clear} onRetry={() => void send()} />}
      </Show>
      <button type="submit" class="button" disabled={busy()}>
        {t(busy() ? w.clearing : w.clear)}
      </button>
    </form>
  )
}

/** Another one stands in its detail. */
const currencyOf = ({ kind, detail }: PaymentDifferenceView): string =>
  kind === 'foreign-currency' ? detail.zh : 'CNY'

/** `linked`: where it does not stand on the page of its case. */
export const Difference = (props: {
  difference: PaymentDifferenceView
  linked?: boolean
  onCleared: () => void
}) => (
  <li class="payment-difference">
    <p>
      <strong>{t(props.difference.words)}</strong> ·{' '}
      {sumOf(props.difference.amountFen, currencyOf(props.difference))} ·{' '}
      {showDate(props.difference.day)}
      <Show when={props.difference.serial}>
        {(serial) => <span class="muted"> · {t(fill(w.serial, { serial: serial() }))}</span>}
      </Show>
    </p>
    <p>{t(props.difference.detail)}</p>
    <Show when={props.linked && props.difference.case}>
      {(one) => (
        <p>
          <a href={paths.case(one().id)}>{one().number}</a>
        </p>
      )}
    </Show>
    <Show
      when={props.difference.cleared}
      fallback={<Clearing id={props.difference.id} onCleared={props.onCleared} />}
    >
      {(cleared) => (
        <p class="muted">
          <Show when={cleared().by !== ''} fallback={t(w.clearedByItself)}>
            {t(
              fill(w.cleared, {
                by: cleared().by,
                at: showStamp(cleared().at),
                how: cleared().how,
              }),
            )}
          </Show>
        </p>
      )}
    </Show>
  </li>
)
