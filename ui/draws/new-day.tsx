// The day of the visits has passed: of which day are those that are still to be opened?
import { createSignal, Show } from 'solid-js'
import type { DrawView } from '../../contract/drawing/draws.ts'
import { fill } from '../../domain/language/words.ts'
import { drawsApi } from '../client/case/draws.ts'
import { t } from '../client/words.ts'
import { Failure } from '../screen/states.tsx'
import { createPressing } from '../shelf/pressing.ts'
import { readDrawsAnew } from './reading.ts'
import { drawWords as w } from './words.ts'

export const NewDay = (props: { draw: DrawView }) => {
  const [day, setDay] = createSignal('')
  const [reason, setReason] = createSignal('')
  const { busy, failed, send } = createPressing(readDrawsAnew)
  const give = () =>
    send((key) => drawsApi.giveDay(props.draw.id, { day: day(), reason: reason() }, key))
  return (
    <div class="draw-recusing">
      <p>{t(fill(w.dayPassed, { day: props.draw.day }))}</p>
      <div class="field">
        <label for="new-day">{t(w.newDay)}</label>
        <input
          id="new-day"
          type="date"
          value={day()}
          onInput={(event) => setDay(event.currentTarget.value)}
        />
      </div>
      <div class="field">
        <label for="new-day-reason">{t(w.dayReason)}</label>
        <input
          id="new-day-reason"
          value={reason()}
          maxLength={500}
          onInput={(event) => setReason(event.currentTarget.value)}
        />
      </div>
      <button
        type="button"
        class="button primary"
        aria-disabled={busy()}
        onClick={() => void give()}
      >
        {t(w.giveDay)}
      </button>
      <Show when={failed()}>{(error) => <Failure error={error()} />}</Show>
    </div>
  )
}
