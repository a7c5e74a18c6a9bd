// What does one type to sign in: name and password, and where it is asked for the code?
import { t } from '../client/words.ts'
import '../form/fields.css'
import { signInWords as w } from './words.ts'

/** `username`: whose name stands there already. */
export const PasswordForm = (props: {
  busy: boolean
  username?: string
  onEnter: (username: string, password: string) => void
}) => {
  const submit = (event: SubmitEvent & { currentTarget: HTMLFormElement }) => {
    event.preventDefault()
    const data = new FormData(event.currentTarget)
    props.onEnter(String(data.get('username') ?? '').trim(), String(data.get('password') ?? ''))
  }
  return (
    <form class="sign-in-form" onSubmit={submit} noValidate>
      <label class="field">
        <span class="field-label">{t(w.username)}</span>
        <input
          id="field-username"
          name="username"
          autocomplete="username"
          autocapitalize="none"
          spellcheck={false}
          value={props.username ?? ''}
        />
      </label>
      <label class="field">
        <span class="field-label">{t(w.password)}</span>
        <input
          id="field-password"
          name="password"
          type="password"
          autocomplete="current-password"
        />
      </label>
      <button type="submit" class="button primary" aria-disabled={props.busy}>
        {props.busy ? t(w.submitting) : t(w.submit)}
      </button>
    </form>
  )
}

/** After the password: six digits of the app, or a recovery code. */
export const CodeForm = (props: { busy: boolean; onEnter: (code: string) => void }) => {
  const submit = (event: SubmitEvent & { currentTarget: HTMLFormElement }) => {
    event.preventDefault()
    props.onEnter(String(new FormData(event.currentTarget).get('code') ?? '').trim())
  }
  return (
    <form class="sign-in-form" onSubmit={submit} noValidate>
      <label class="field">
        <span class="field-label">{t(w.code)}</span>
        <span class="hint">{t(w.codeHint)}</span>
        <input
          id="field-code"
          name="code"
          autocomplete="one-time-code"
          autocapitalize="none"
          spellcheck={false}
          ref={(field) => queueMicrotask(() => field.focus())}
        />
      </label>
      <button type="submit" class="button primary" aria-disabled={props.busy}>
        {props.busy ? t(w.submitting) : t(w.submit)}
      </button>
    </form>
  )
}
