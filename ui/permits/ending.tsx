// Why is it put back in service before its end?
import { createSignal, createUniqueId } from 'solid-js'
import { fill } from '../../domain/language/words.ts'
import { asRefusal } from '../client/client.ts'
import { createKeys } from '../reading/requests.ts'
import '../form/fields.css'
import { permitApi } from '../client/devices/permits.ts'
import { t } from '../client/words.ts'
import { noSending } from '../reading/live.ts'
import { permitWords as w } from './words.ts'

export const Ending = (props: { permit: string; onDone: () => void }) => {
  const [reason, setReason] = createSignal('')
  const [wrong, setWrong] = createSignal('')
  const [busy, setBusy] = createSignal(false)
  const [field, fault] = [createUniqueId(), createUniqueId()]
  const keys = createKeys()
  const send = async () => {
    if (reason().trim() === '') return setWrong(t(fill(w.wanted, { fields: t(w.reason) })))
    setBusy(true)
    await permitApi
      .end(props.permit, reason(), keys.of(reason()))
      .then(props.onDone, (error: unknown) => {
        const refusal = asRefusal(error)
        setWrong([t(refusal.title), ...refusal.reasons.map(t)].join(' '))
      })
    setBusy(false)
  }
  return (
    <form
      class="permit-form"
      novalidate
      onSubmit={(event) => {
        event.preventDefault()
        if (!busy() && noSending() === null) void send()
      }}
    >
      <div class="field">
        <label class="field-label" for={field}>
          {t(w.reason)}
        </label>
        <textarea
          id={field}
          rows="2"
          maxlength="500"
          aria-invalid={wrong() !== ''}
          aria-describedby={wrong() ? fault : undefined}
          value={reason()}
          onInput={(event) => setReason(event.currentTarget.value)}
        />
      </div>
      <p id={fault} class="bad-words" role="alert">
        {wrong()}
      </p>
      <button type="submit" class="button primary" aria-disabled={busy() || noSending() !== null}>
        {t(busy() ? w.sending : w.confirmEnd)}
      </button>
    </form>
  )
}
