// How does somebody who has forgotten his password get a link?
import { createSignal, Show } from 'solid-js'
import { Line } from '../admin/field.tsx'
import { useSending } from '../admin/sending.ts'
import { accessApi } from '../client/account/access.ts'
import { paths } from '../client/paths.ts'
import { t } from '../client/words.ts'
import { ErrorSummary } from '../form/error-summary.tsx'
import { usePage } from '../screen/page.ts'
import { AccessFrame } from './frame.tsx'
import { missing } from './missing.ts'
import { accessWords as w } from './words.ts'

const Forgotten = () => {
  usePage(() => t(w.forgottenTitle))
  const sending = useSending()
  const [username, setUsername] = createSignal('')
  const [sent, setSent] = createSignal(false)
  const submit = async (event: SubmitEvent) => {
    event.preventDefault()
    const wrong =
      username().trim() === '' ? [{ field: 'username', words: missing(w.username) }] : []
    if (await sending.send(wrong, () => accessApi.forgotten(username().trim()))) setSent(true)
  }
  return (
    <AccessFrame>
      <h1>{t(w.forgottenTitle)}</h1>
      <Show
        when={!sent()}
        fallback={
          <p class="lead" role="status">
            {t(w.sent)}
          </p>
        }
      >
        <p class="lead">{t(w.forgottenLead)}</p>
        <ErrorSummary mistakes={sending.mistakes()} />
        <form class="sign-in-form" noValidate onSubmit={(event) => void submit(event)}>
          <Line
            name="username"
            label={w.username}
            autocomplete="username"
            value={username()}
            onInput={setUsername}
          />
          <button type="submit" class="button primary" aria-disabled={sending.busy()}>
            {t(w.send)}
          </button>
        </form>
      </Show>
      <p>
        <a href={paths.signIn()}>{t(w.toSignIn)}</a>
      </p>
    </AccessFrame>
  )
}

export default Forgotten
