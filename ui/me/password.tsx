// How does somebody change his own password?
import { createSignal, Show } from 'solid-js'
import { NewPassword, useNewPassword } from '../access/new-password.tsx'
import { Line } from '../admin/field.tsx'
import { useSending } from '../admin/sending.ts'
import { accountApi } from '../client/account/account.ts'
import { t } from '../client/words.ts'
import { ErrorSummary } from '../form/error-summary.tsx'
import { client } from '../reading/queries.ts'
import { meWords as w } from './words.ts'

export const PasswordSettings = () => {
  const [open, setOpen] = createSignal(false)
  const [changed, setChanged] = createSignal(false)
  const done = () => {
    setOpen(false)
    setChanged(true)
    void client.invalidateQueries({ queryKey: ['account'] })
  }
  return (
    <section class="block" aria-labelledby="own-password">
      <h2 id="own-password">{t(w.password)}</h2>
      <Show when={changed()}>
        <p role="status">{t(w.passwordChanged)}</p>
      </Show>
      <Show
        when={open()}
        fallback={
          <button type="button" class="button" onClick={() => setOpen(true)}>
            {t(w.changePassword)}
          </button>
        }
      >
        <Change onDone={done} onBack={() => setOpen(false)} />
      </Show>
    </section>
  )
}

const Change = (props: { onDone: () => void; onBack: () => void }) => {
  const sending = useSending()
  const fresh = useNewPassword()
  const [current, setCurrent] = createSignal('')
  const submit = async (event: SubmitEvent) => {
    event.preventDefault()
    const missing = current() === '' ? [{ field: 'current', words: w.currentMissing }] : []
    if (
      await sending.send([...missing, ...fresh.mistakes()], () =>
        accountApi.changePassword(current(), fresh.first()),
      )
    )
      props.onDone()
  }
  return (
    <form noValidate onSubmit={(event) => void submit(event)}>
      <ErrorSummary mistakes={sending.mistakes()} />
      <Line
        name="current"
        type="password"
        autocomplete="current-password"
        label={w.currentPassword}
        value={current()}
        onInput={setCurrent}
      />
      <NewPassword of={fresh} />
      <p class="form-actions">
        <button type="submit" class="button primary" aria-disabled={sending.busy()}>
          {t(w.changePassword)}
        </button>
        <button type="button" class="button quiet" onClick={() => props.onBack()}>
          {t(w.back)}
        </button>
      </p>
    </form>
  )
}
