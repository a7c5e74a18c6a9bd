// Until when does the law give time, and how much of it is used, paused and left?
import { Show } from 'solid-js'
import { fill } from '../../domain/language/words.ts'
import type { DueView } from '../../domain/views/case-views.ts'
import { pressureOf } from '../../domain/views/pressure.ts'
import { t } from '../client/words.ts'
import './due.css'
import { showDate, showEndMoment } from '../screen/time.ts'
import { dueWords } from './due-words.ts'

const percent = (share: number) => Math.round(Math.max(0, Math.min(1, share)) * 100)

/** The 4-px bar: solid = used, in the colour of its share of the time, hatched = paused, outline = left. */
export const ClockBar = (props: { due: DueView }) => {
  const label = () =>
    fill(dueWords.barSummary, {
      used: percent(props.due.share.used),
      paused: percent(props.due.share.paused),
      left: percent(props.due.share.left),
    })
  return (
    <span
      class={`clock-bar ${pressureOf(props.due)}`}
      role="img"
      aria-label={t(label())}
      title={t(label())}
    >
      <span class="used" style={{ width: `${percent(props.due.share.used)}%` }} />
      <span class="paused" style={{ width: `${percent(props.due.share.paused)}%` }} />
    </span>
  )
}

/** Contextual date: bold date, bar at its left, the server's own words under it; never without words. */
export const DueCell = (props: { due: DueView | null }) => (
  <Show when={props.due} fallback={<span class="due none">{t(dueWords.noDue)}</span>}>
    {(due) => (
      <span class={`due ${pressureOf(due())}`}>
        <span class="due-date">
          <Show when={due().overdue}>
            <span class="due-mark" aria-hidden="true">
              ▲
            </span>
          </Show>
          <Show
            when={due().toTheMinute}
            fallback={<time datetime={due().date}>{showDate(due().date)}</time>}
          >
            <time datetime={due().at}>{showEndMoment(due().at)}</time>
          </Show>
          <Show when={due().provisional}>
            <span class="tag dashed">{t(dueWords.provisional)}</span>
          </Show>
          <Show when={due().paused}>
            <span class="tag hatched">{t(dueWords.paused)}</span>
          </Show>
        </span>
        <span class="due-words">{t(due().words)}</span>
        <ClockBar due={due()} />
      </span>
    )}
  </Show>
)
