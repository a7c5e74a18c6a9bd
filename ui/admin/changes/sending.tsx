// How is a change tried out and proposed, once, from the form that was opened?
import { useNavigate } from '@solidjs/router'
import { createSignal, onCleanup, Show } from 'solid-js'
import type { TriedOut } from '../../../contract/change/moves.ts'
import { changeApi, type Wanted } from '../../client/change.ts'
import { t } from '../../client/words.ts'
import { client } from '../../reading/queries.ts'
import { createKeys } from '../../reading/requests.ts'
import { adminPaths } from '../paths.ts'
import { touchedByChanges } from './client.ts'
import { changeWords as w } from './words.ts'

/** What a form gives: whether it may be sent, what is wanted, and where a refusal goes. */
export type SentForm = {
  check: () => boolean
  wanted: () => Wanted
  refuse: (error: unknown) => void
}
export type Sending = ReturnType<typeof useSending>

/** Proposed once, also when an answer is lost; a dry run that nobody waits for ends. */
export const useSending = (form: SentForm) => {
  const navigate = useNavigate()
  const [busy, setBusy] = createSignal<'try' | 'propose' | null>(null)
  const [run, setRun] = createSignal<TriedOut | null>(null)
  const keys = createKeys()
  let trying = new AbortController()
  onCleanup(() => trying.abort())
  const doing = async (what: 'try' | 'propose', work: () => Promise<void>) => {
    if (busy() || !form.check()) return
    setBusy(what)
    await work().catch((error: unknown) => {
      if (!trying.signal.aborted) form.refuse(error)
    })
    setBusy(null)
  }
  const tryOut = () =>
    doing('try', async () => {
      trying = new AbortController()
      setRun(null)
      setRun(await changeApi.preview(form.wanted(), trying.signal))
    })
  const propose = () =>
    doing('propose', async () => {
      const { id } = await changeApi.propose(form.wanted(), keys.of(form.wanted()))
      await Promise.all(touchedByChanges.map((queryKey) => client.invalidateQueries({ queryKey })))
      navigate(adminPaths.change(id), { replace: true })
    })
  return { busy, run, tryOut, propose, stop: () => trying.abort() }
}

export const SendButtons = (props: {
  sending: Sending
  back: { href: string; label: () => string }
}) => (
  <p class="form-actions">
    <button
      type="button"
      class="button"
      aria-disabled={props.sending.busy() !== null}
      onClick={() => void props.sending.tryOut()}
    >
      {t(props.sending.busy() === 'try' ? w.trying : w.tryOut)}
    </button>
    <Show when={props.sending.busy() === 'try'}>
      <button type="button" class="button quiet" onClick={() => props.sending.stop()}>
        {t(w.stop)}
      </button>
    </Show>
    <button type="submit" class="button primary" aria-disabled={props.sending.busy() !== null}>
      {t(props.sending.busy() === 'propose' ? w.proposing : w.propose)}
    </button>
    <a class="button quiet" href={props.back.href}>
      {props.back.label()}
    </a>
  </p>
)
