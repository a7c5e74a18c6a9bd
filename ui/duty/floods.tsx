// Where do so many alarms come at once that they are shown as one?
import { For } from 'solid-js'
import type { FloodView } from '../../contract/duty/alarms.ts'
import { fill } from '../../domain/language/words.ts'
import { t } from '../client/words.ts'
import { showTime } from '../screen/time.ts'
import { dutyWords as w } from './words/words.ts'

const Floods = (props: { floods: FloodView[] }) => (
  <For each={props.floods}>
    {(one) => (
      <p class="notice warn duty-flood" role="status">
        <strong>{t(fill(w.flood, { name: one.name, time: showTime(one.since), n: one.n }))}</strong>{' '}
        {t(w.floodRule)}
      </p>
    )}
  </For>
)

export default Floods
