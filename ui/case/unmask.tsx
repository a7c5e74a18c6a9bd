// How does somebody who may see what is confidential ask for it, giving his reason?
import { createSignal, createUniqueId, Show } from 'solid-js'
import type { FactField } from '../../domain/case/fact-views.ts'
import { api, asRefusal, Refusal } from '../client.ts'
import { createAttempts } from '../parts/wishes.ts'
import { client } from '../queries.ts'
import { t, words } from '../words.ts'
import { unmaskWords as w } from './unmask-words.ts'

type Asking = { caseId: string; fact: FactField; onShown: (said: FactField) => void }

/** Without the commit there is nothing to show yet: the same wish is sent again. */
const notYet = () => new Refusal(503, { code: 'pending', title: w.notYet })

const Unmask = (props: Asking) => {
  const id = createUniqueId()
  const attempt = createAttempts()
  const [open, setOpen] = createSignal(false)
  const [reason, setReason] = createSignal('')
  const [busy, setBusy] = createSignal(false)
  const [wrong, setWrong] = createSignal('')
  const ask = async (event: SubmitEvent) => {
    event.preventDefault()
    if (busy()) return
    if (reason().trim() === '') return setWrong(t(w.reasonWanted))
    setBusy(true)
    setWrong('')
    try {
      const data = { field: props.fact.name, reason: reason() }
      const said = await attempt(async (keyOf) => {
        const answer = await api.act({ id: props.caseId, type: 'unmask', data, key: keyOf(props.caseId, data), material: 0 })
        const [first] = answer.unmasked ?? []
        if (!first) throw notYet()
        return first
      })
      void client.invalidateQueries({ queryKey: ['timeline', props.caseId] })
      props.onShown(said)
    } catch (error) {
      const { title, reasons } = asRefusal(error)
      setWrong((reasons.length > 0 ? reasons : [title]).map(t).join(' '))
    }
    setBusy(false)
  }
  return (
    <>
      <span>{t(props.fact.value)}</span>{' '}
      <Show
        when={open()}
        fallback={
          <button type="button" class="button small" onClick={() => setOpen(true)}>
            {t(w.show)}
          </button>
        }
      >
        <form onSubmit={(event) => void ask(event)}>
          <div class="field">
            <label class="field-label" for={id}>
              {t(w.reason)}
            </label>
            <p class="muted">{t(w.recorded)}</p>
            <textarea
              id={id}
              rows={2}
              maxLength={2000}
              value={reason()}
              ref={(own) => queueMicrotask(() => own.focus())}
              onInput={(event) => setReason(event.currentTarget.value)}
            />
          </div>
          <Show when={wrong()}>{(said) => <p role="alert">{said()}</p>}</Show>
          <p class="form-actions">
            <button type="submit" class="button" aria-disabled={busy()}>
              {t(w.confirm)}
            </button>
            <button type="button" class="button quiet" onClick={() => setOpen(false)}>
              {t(words.close)}
            </button>
          </p>
        </form>
      </Show>
    </>
  )
}

export default Unmask
