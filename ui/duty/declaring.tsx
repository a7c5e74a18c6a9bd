// How does a person declare over what stands by an uncertain time only?
import { createSignal, createUniqueId, Show } from 'solid-js'
import type { AlarmRow } from '../../domain/duty/views.ts'
import { fill } from '../../domain/language/words.ts'
import { asRefusal } from '../client/client.ts'
import { noSending } from '../reading/live.ts'
import { createKeys, isUnclear } from '../reading/requests.ts'
import { Opening } from '../screen/opening.tsx'
import '../form/fields.css'
import { dutyApi } from '../client/duty.ts'
import { t } from '../client/words.ts'
import { asideWords as w } from './words/aside-words.ts'

const Form = (props: { row: AlarmRow; onDone: () => void }) => {
  const [reason, setReason] = createSignal('')
  const [wrong, setWrong] = createSignal('')
  const [busy, setBusy] = createSignal(false)
  const [field, fault, hint] = [createUniqueId(), createUniqueId(), createUniqueId()]
  const keys = createKeys()
  const send = async () => {
    const request = reason().trim()
    if (request === '') return setWrong(t(w.reasonWanted))
    setBusy(true)
    await dutyApi
      .declareOver(props.row.id, request, keys.of(request))
      .then(props.onDone, (error: unknown) => {
        const refusal = asRefusal(error)
        if (!isUnclear(refusal)) keys.answered(request)
        setWrong([t(refusal.title), ...refusal.reasons.map(t)].join(' '))
      })
    setBusy(false)
  }
  return (
    <form
      class="duty-form"
      onSubmit={(event) => {
        event.preventDefault()
        if (!busy() && noSending() === null) void send()
      }}
    >
      <p id={hint}>{t(w.declareOverText)}</p>
      <label for={field}>{t(w.reason)}</label>
      <textarea
        id={field}
        rows="3"
        maxlength="1000"
        aria-invalid={wrong() !== ''}
        aria-describedby={wrong() ? `${hint} ${fault}` : hint}
        value={reason()}
        onInput={(event) => setReason(event.currentTarget.value)}
      />
      <p id={fault} class="bad-words" role="alert">
        {wrong()}
      </p>
      <button type="submit" class="button primary" aria-disabled={busy() || noSending() !== null}>
        {t(busy() ? w.sending : w.declareOver)}
      </button>
    </form>
  )
}

/** Nothing where the device ends its alarm itself, or the reader keeps no desk of the region. */
const Declaring = (props: { row: AlarmRow; onDone: () => void }) => {
  const title = () => t(fill(w.declareOverOf, { name: props.row.name }))
  return (
    <Show when={props.row.mayDeclareOver}>
      <Opening label={t(w.declareOver)} title={title()} named={title()} onDone={props.onDone}>
        {(done) => <Form row={props.row} onDone={done} />}
      </Opening>
    </Show>
  )
}

export default Declaring
