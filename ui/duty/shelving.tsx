// How does the desk put an alarm aside, or take it up again?
import { createSignal, createUniqueId, For, Show } from 'solid-js'
import type { AlarmRow } from '../../domain/duty/views.ts'
import { fill } from '../../domain/language/words.ts'
import { dutyApi } from '../client/duty.ts'
import { t } from '../client/words.ts'
import { type KeyOf, perRequest } from '../reading/requests.ts'
import { Opening } from '../screen/opening.tsx'
import { SayForm } from './saying.tsx'
import { asideWords as w } from './words/aside-words.ts'

const spans = [15, 30, 60, 120, 240, 480]
const spanWords = (minutes: number) =>
  t(minutes < 60 ? fill(w.minutes, { n: minutes }) : fill(w.hours, { n: minutes / 60 }))

type FormProps = { row: AlarmRow; now: () => number; onDone: () => void }

const Form = (props: FormProps) => {
  const [minutes, setMinutes] = createSignal('60')
  const select = createUniqueId()
  // The end too: a second try after a lost answer is the same request.
  const untils = perRequest(() => new Date(props.now() + Number(minutes()) * 60_000).toISOString())
  const ends = () => props.row.shelvedUntil !== null
  const send = (reason: string, keyOf: KeyOf) => {
    const key = keyOf(minutes(), reason)
    return ends()
      ? dutyApi.unshelve(props.row.id, reason, key)
      : dutyApi.shelve(props.row.id, untils.of(key), reason, key)
  }
  return (
    <SayForm
      label={t(w.reason)}
      button={t(ends() ? w.confirmUnshelve : w.confirmShelve)}
      wanted={w.reasonWanted}
      most={1000}
      send={send}
      onDone={props.onDone}
    >
      <Show when={!ends()}>
        <div class="field">
          <label class="field-label" for={select}>
            {t(w.shelveFor)}
          </label>
          <select
            id={select}
            value={minutes()}
            onChange={(event) => setMinutes(event.currentTarget.value)}
          >
            <For each={spans}>{(one) => <option value={String(one)}>{spanWords(one)}</option>}</For>
          </select>
        </div>
      </Show>
    </SayForm>
  )
}

const Shelving = (props: FormProps) => {
  const words = () => (props.row.shelvedUntil === null ? w.shelve : w.unshelve)
  const why = () => (props.row.shelvedUntil === null ? props.row.noShelving : null)
  return (
    <Show
      when={props.row.noAcknowledging === null || props.row.noShelving === null || props.row.acked}
    >
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
