// How does the desk put an alarm aside, or take it up again?
import { createSignal, createUniqueId, For, Show } from 'solid-js'
import type { AlarmRow } from '../../domain/duty/views.ts'
import { fill } from '../../domain/language/words.ts'
import { asRefusal, newKey } from '../client/client.ts'
import { noSending } from '../reading/live.ts'
import { isUnclear, perRequest } from '../reading/requests.ts'
import { Opening } from '../screen/opening.tsx'
import '../form/fields.css'
import { dutyApi } from '../client/duty.ts'
import { t } from '../client/words.ts'
import { asideWords as w } from './words/aside-words.ts'

const spans = [15, 30, 60, 120, 240, 480]
const spanWords = (minutes: number) =>
  t(minutes < 60 ? fill(w.minutes, { n: minutes }) : fill(w.hours, { n: minutes / 60 }))

type FormProps = { row: AlarmRow; now: () => number; onDone: () => void }

const Form = (props: FormProps) => {
  const [minutes, setMinutes] = createSignal('60')
  const [reason, setReason] = createSignal('')
  const [wrong, setWrong] = createSignal('')
  const [busy, setBusy] = createSignal(false)
  const [select, field, fault] = [createUniqueId(), createUniqueId(), createUniqueId()]
  // The end too: a second try after a lost answer is the same request.
  const requests = perRequest(() => ({
    key: newKey(),
    until: new Date(props.now() + Number(minutes()) * 60_000).toISOString(),
  }))
  const ends = () => props.row.shelvedUntil !== null
  const send = async () => {
    if (reason().trim() === '') return setWrong(t(w.reasonWanted))
    setBusy(true)
    const request = [minutes(), reason()] as const
    const { key, until } = requests.of(...request)
    const work = ends()
      ? dutyApi.unshelve(props.row.id, reason(), key)
      : dutyApi.shelve(props.row.id, until, reason(), key)
    await work.then(props.onDone, (error: unknown) => {
      const refusal = asRefusal(error)
      if (!isUnclear(refusal)) requests.answered(...request)
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
      <Show when={!ends()}>
        <label for={select}>{t(w.shelveFor)}</label>
        <select
          id={select}
          value={minutes()}
          onChange={(event) => setMinutes(event.currentTarget.value)}
        >
          <For each={spans}>{(one) => <option value={String(one)}>{spanWords(one)}</option>}</For>
        </select>
      </Show>
      <label for={field}>{t(w.reason)}</label>
      <textarea
        id={field}
        rows="3"
        maxlength="1000"
        aria-invalid={wrong() !== ''}
        aria-describedby={wrong() ? fault : undefined}
        value={reason()}
        onInput={(event) => setReason(event.currentTarget.value)}
      />
      <p id={fault} class="bad-words" role="alert">
        {wrong()}
      </p>
      <button type="submit" class="button primary" aria-disabled={busy() || noSending() !== null}>
        {t(busy() ? w.sending : ends() ? w.confirmUnshelve : w.confirmShelve)}
      </button>
    </form>
  )
}

const Shelving = (props: FormProps) => {
  const words = () => (props.row.shelvedUntil === null ? w.shelve : w.unshelve)
  const why = () => (props.row.shelvedUntil === null ? props.row.noShelving : null)
  return (
    <Show when={props.row.mayAcknowledge || props.row.noShelving === null || props.row.acked}>
      <Opening
        label={t(words())}
        title={`${t(words())} ${props.row.name}`}
        barred={why() !== null}
        onDone={props.onDone}
      >
        {(done) => <Form row={props.row} now={props.now} onDone={done} />}
      </Opening>
      <Show when={why()}>
        {(reason) => (
          <p class="muted duty-note">{t(fill(w.notShelvable, { reason: t(reason()) }))}</p>
        )}
      </Show>
    </Show>
  )
}

export default Shelving
