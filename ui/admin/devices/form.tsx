// How is a change of the register sent once, with its reason?
import { createSignal, createUniqueId, type JSX } from 'solid-js'
import { fill } from '../../../domain/language/words.ts'
import { asRefusal } from '../../client/client.ts'
import '../../form/fields.css'
import { t } from '../../client/words.ts'
import { createAttempts, type KeyOf } from '../../reading/requests.ts'
import { adminWords } from '../words.ts'
import { registryWords as w } from './words/words.ts'

type Props = {
  label: string
  send: (reason: string, keyOf: KeyOf) => Promise<unknown>
  onDone: () => void
  children?: JSX.Element
}

/** The key belongs to what is sent, so that a second try is the same request, and another wording another. */
export const ReasonForm = (props: Props) => {
  const [reason, setReason] = createSignal('')
  const [wrong, setWrong] = createSignal('')
  const [busy, setBusy] = createSignal(false)
  const [field, fault] = [createUniqueId(), createUniqueId()]
  const attempt = createAttempts()
  const submit = async () => {
    if (reason().trim() === '') return setWrong(t(w.reasonWanted))
    setBusy(true)
    setWrong('')
    await attempt((keyOf) => props.send(reason().trim(), keyOf)).then(
      props.onDone,
      (error: unknown) => {
        const refusal = asRefusal(error)
        const reasons =
          refusal.code === 'key-reused'
            ? [adminWords.arrivedBefore]
            : [refusal.title, ...refusal.reasons]
        setWrong(t(fill(w.wrong, { reason: reasons.map(t).join(' ') })))
      },
    )
    setBusy(false)
  }
  return (
    <form
      class="registry-form"
      onSubmit={(event) => {
        event.preventDefault()
        if (!busy()) void submit()
      }}
    >
      {props.children}
      <label for={field}>{t(w.reason)}</label>
      <textarea
        id={field}
        rows="2"
        maxlength="500"
        aria-describedby={fault}
        value={reason()}
        onInput={(event) => setReason(event.currentTarget.value)}
      />
      <p id={fault} class="bad-words" role="alert">
        {wrong()}
      </p>
      <button type="submit" class="button primary" aria-disabled={busy()}>
        {busy() ? t(w.sending) : props.label}
      </button>
    </form>
  )
}

export const Field = (props: {
  label: string
  value: string
  onInput: (value: string) => void
  type?: string
  max?: number
}) => {
  const id = createUniqueId()
  return (
    <>
      <label for={id}>{props.label}</label>
      <input
        id={id}
        type={props.type ?? 'text'}
        maxlength={props.max ?? 120}
        autocomplete={props.type === 'password' ? 'new-password' : undefined}
        value={props.value}
        onInput={(event) => props.onInput(event.currentTarget.value)}
      />
    </>
  )
}

export const Tick = (props: { label: string; on: boolean; onChange: (on: boolean) => void }) => {
  const id = createUniqueId()
  return (
    <p class="registry-tick">
      <input
        id={id}
        type="checkbox"
        checked={props.on}
        onChange={(event) => props.onChange(event.currentTarget.checked)}
      />{' '}
      <label for={id}>{props.label}</label>
    </p>
  )
}
