// How does a person say something in his own words, as a reason, and send it once?
import { createSignal, createUniqueId, type JSX, Show } from 'solid-js'
import type { Text } from '../../domain/language/words.ts'
import { asRefusal } from '../client/client.ts'
import { t } from '../client/words.ts'
import { noSending } from '../reading/live.ts'
import { createAttempts, type KeyOf } from '../reading/requests.ts'
import '../form/fields.css'
import { asideWords } from './words/aside-words.ts'

type Saying = {
  class?: string
  label: string
  button: string
  /** What is said where nothing was written; null: it may be left out. */
  wanted: Text | null
  most: number
  hint?: Text
  send: (text: string, keyOf: KeyOf) => Promise<unknown>
  onDone: () => void
  /** Further fields, above the words. */
  children?: JSX.Element
}

const createSaying = (props: Saying) => {
  const [text, setText] = createSignal('')
  const [wrong, setWrong] = createSignal('')
  const [busy, setBusy] = createSignal(false)
  const attempt = createAttempts()
  const blocked = () => busy() || noSending() !== null
  const send = async () => {
    const said = text().trim()
    if (props.wanted && said === '') return setWrong(t(props.wanted))
    setBusy(true)
    setWrong('')
    await attempt((keyOf) => props.send(said, keyOf)).then(
      () => {
        setText('')
        props.onDone()
      },
      (error: unknown) => {
        const refusal = asRefusal(error)
        setWrong([t(refusal.title), ...refusal.reasons.map(t)].join(' '))
      },
    )
    setBusy(false)
  }
  const submit = (event: Event) => {
    event.preventDefault()
    if (!blocked()) void send()
  }
  return { text, setText, wrong, busy, blocked, submit }
}

/** The same words sent again after a lost answer are the same request. */
export const SayForm = (props: Saying) => {
  const { text, setText, wrong, busy, blocked, submit } = createSaying(props)
  const [field, fault, hint] = [createUniqueId(), createUniqueId(), createUniqueId()]
  const described = () =>
    [props.hint && hint, wrong() && fault].filter(Boolean).join(' ') || undefined
  return (
    <form class={props.class ?? 'duty-form'} onSubmit={submit}>
      <Show when={props.hint}>{(words) => <p id={hint}>{t(words())}</p>}</Show>
      {props.children}
      <div class="field">
        <label class="field-label" for={field}>
          {props.label}
        </label>
        <textarea
          id={field}
          rows="3"
          maxlength={props.most}
          aria-invalid={wrong() !== ''}
          aria-describedby={described()}
          value={text()}
          onInput={(event) => setText(event.currentTarget.value)}
        />
      </div>
      <p id={fault} class="bad-words" role="alert">
        {wrong()}
      </p>
      <button type="submit" class="button primary" aria-disabled={blocked()}>
        {busy() ? t(asideWords.sending) : props.button}
      </button>
    </form>
  )
}
