// How does somebody who may see what is confidential ask for it, giving his reason?
import { createSignal, createUniqueId, onCleanup, Show } from 'solid-js'
import type { CaseView } from '../../contract/case/cases.ts'
import type { FactField } from '../../domain/views/answers/fact-views.ts'
import { caseApi } from '../client/case/cases.ts'
import { asRefusal, Refusal } from '../client/client.ts'
import { t, words } from '../client/words.ts'
import { client } from '../reading/queries.ts'
import { createAttempts } from '../reading/requests.ts'
import { Files } from './files.tsx'
import { unmaskWords as w } from './unmask-words.ts'

/** Of which item of the case it is, where it is of one. */
type OfItem = { no: number; unmaskable: string[] }
type Asking = {
  caseId: string
  fact: FactField
  item: OfItem | undefined
  onUnmasked: (field: FactField) => void
}

/** What was shown stays while the page shows its place, also when the case is read again in between; then it is forgotten. */
const [unmasked, setUnmasked] = createSignal<Record<string, FactField>>({})
const places = new Map<string, number>()
const forgetMs = 1_000

/** Without the commit there is nothing to show yet: the same request is sent again. */
const notYet = () => new Refusal(503, { code: 'pending', title: w.notYet })

const Form = (props: Asking) => {
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
      const data = {
        field: props.fact.name,
        ...(props.item ? { item: props.item.no } : {}),
        reason: reason(),
      }
      const field = await attempt(async (keyOf) => {
        const answer = await caseApi.act({
          id: props.caseId,
          type: 'unmask',
          data,
          key: keyOf(props.caseId, data),
          material: 0,
        })
        const [first] = answer.unmasked ?? []
        if (!first) throw notYet()
        return first
      })
      void client.invalidateQueries({ queryKey: ['timeline', props.caseId] })
      props.onUnmasked(field)
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
          <Show when={wrong()}>{(field) => <p role="alert">{field()}</p>}</Show>
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

const Unmask = (props: { case: CaseView; fact: FactField; item?: OfItem }) => {
  const key = `${props.case.id} ${props.item?.no ?? ''} ${props.fact.name}`
  places.set(key, (places.get(key) ?? 0) + 1)
  onCleanup(() => {
    places.set(key, (places.get(key) ?? 1) - 1)
    setTimeout(
      () => places.get(key) === 0 && setUnmasked(({ [key]: _, ...others }) => others),
      forgetMs,
    )
  })
  return (
    <Show
      when={unmasked()[key]}
      fallback={
        <UnmaskButton
          {...props}
          onUnmasked={(field) => setUnmasked({ ...unmasked(), [key]: field })}
        />
      }
    >
      {(field) => (
        <>
          {t(field().value)}
          <Show when={field().files}>{(files) => <Files files={files()} />}</Show>
        </>
      )}
    </Show>
  )
}

/** Who may not see it reads the mask alone. */
const UnmaskButton = (props: {
  case: CaseView
  fact: FactField
  item?: OfItem
  onUnmasked: Asking['onUnmasked']
}) => (
  <Show
    when={(props.item ?? props.case).unmaskable.includes(props.fact.name)}
    fallback={t(props.fact.value)}
  >
    <Form
      caseId={props.case.id}
      fact={props.fact}
      item={props.item}
      onUnmasked={props.onUnmasked}
    />
  </Show>
)

export default Unmask
