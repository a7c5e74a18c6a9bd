// Which days are off and which are worked, in as few words as possible?
import { Show } from 'solid-js'
import { writeDayList } from '../../../domain/time/day-list.ts'
import { t } from '../../client/words.ts'
import { calendarWords as w } from './words.ts'

export const Days = (props: { off: string[]; work: string[] }) => (
  <span class="cal-days">
    <Show when={props.off.length > 0}>
      <span>
        <strong class="tag">{t(w.legendOff)}</strong> {writeDayList(props.off).join(' · ')}
      </span>
    </Show>
    <Show when={props.work.length > 0}>
      <span>
        <strong class="tag">{t(w.legendWork)}</strong> {writeDayList(props.work).join(' · ')}
      </span>
    </Show>
  </span>
)
