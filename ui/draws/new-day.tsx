// The day of the visits has passed: of which day are those that are still to be opened?
import { createSignal } from 'solid-js'
import type { DrawView } from '../../contract/drawing/draws.ts'
import { fill } from '../../domain/language/words.ts'
import { drawsApi } from '../client/case/draws.ts'
import { t } from '../client/words.ts'
import { createPressing } from '../shelf/pressing.ts'
import { Reasoned } from '../shelf/reasoned.tsx'
import { readDrawsAnew } from './reading.ts'
import { drawWords as w } from './words.ts'

export const NewDay = (props: { draw: DrawView }) => {
  const [day, setDay] = createSignal('')
  const [reason, setReason] = createSignal('')
  const pressing = createPressing(readDrawsAnew)
  const give = () =>
    pressing.send((key) => drawsApi.giveDay(props.draw.id, { day: day(), reason: reason() }, key))
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
      <Reasoned
        id="new-day-reason"
        label={w.dayReason}
        reason={reason()}
        onReason={setReason}
        press={w.giveDay}
        onPress={() => void give()}
        pressing={pressing}
      />
    </div>
  )
}
