// What does the desk see of one alarm at a glance?
// biome-ignore-all lint/a11y/useSemanticElements: a windowed grid of fixed-height rows is no table
// biome-ignore-all lint/a11y/useFocusableInteractive: the grid is the one tab stop, aria-activedescendant moves
import { Show } from 'solid-js'
import type { AlarmRow } from '../../domain/duty/views.ts'
import { fill, type Text } from '../../domain/language/words.ts'
import { t } from '../client/words.ts'
import { LevelMark } from '../clock/badges.tsx'
import { countdown, type Seconds, showSeconds } from '../screen/seconds.ts'
import { showMoment } from '../screen/time.ts'
import { FirstAct } from './calling.tsx'
import { dutyWords as w } from './words/words.ts'

const digits = (value: number) => String(Math.round(value * 1_000) / 1_000)

/** Where nothing good is known, nothing is shown as a value. */
export const readingOf = (row: AlarmRow): string => {
  if (row.value === null) return row.text
  const unit = row.unit ?? ''
  if (row.limit === null) return t(fill(w.valueOnly, { value: digits(row.value), unit })).trim()
  return t(fill(w.value, { value: digits(row.value), limit: digits(row.limit), unit })).trim()
}

/** By whom, where the reader may know it. */
const asideText = (words: Text, by: string | null, until: string, more: Record<string, string>) =>
  t(fill(words, { name: by ?? '', time: showMoment(until), ...more }))

export const stateOf = (row: AlarmRow): string => {
  if (row.shelvedUntil)
    return asideText(
      row.shelvedBy ? w.shelvedUntil : w.shelvedPlain,
      row.shelvedBy,
      row.shelvedUntil,
      {
        reason: row.shelvedReason ?? '',
      },
    )
  if (row.suppressed) return t(w.suppressed)
  if (row.permit)
    return asideText(row.permit.by ? w.outUntil : w.outPlain, row.permit.by, row.permit.until, {
      number: row.permit.number,
    })
  if (row.outOfService) return t(w.outOfService)
  return row.acked ? t(row.ackedBy ? fill(w.acked, { name: row.ackedBy }) : w.ackedPlain) : ''
}

const Tags = (props: { row: AlarmRow }) => (
  <>
    <Show when={props.row.synthetic}>
      <span class="tag hatched duty-exercise">{t(w.exercise)}</span>
    </Show>
    <Show when={props.row.keeper}>{(keeper) => <span class="tag">{t(keeper())}</span>}</Show>
    <Show when={!props.row.active}>
      <span class="tag">{t(w.back)}</span>
    </Show>
    <Show when={props.row.latched && !props.row.active}>
      <span class="tag dashed">{t(w.latched)}</span>
    </Show>
    <Show when={props.row.stale}>
      <span class="tag hatched">{t(w.stale)}</span>
    </Show>
    <Show when={props.row.doubtful}>
      <span class="tag dashed">{t(w.doubtful)}</span>
    </Show>
    <Show when={props.row.unwatched}>
      <span class="tag dashed">{t(w.unwatched)}</span>
    </Show>
    <Show when={props.row.chattering}>
      <span class="tag">{t(w.chattering)}</span>
    </Show>
  </>
)

/** Seconds run here and nowhere else in the row. */
const Next = (props: { row: AlarmRow; seconds: Seconds }) => (
  <Show when={props.row.next}>
    {(next) => (
      <span class="duty-next">
        {props.seconds.until(next().at) > 0
          ? t(
              fill(w.next, {
                left: countdown(props.seconds.until(next().at)),
                words: t(next().words),
              }),
            )
          : t(fill(w.nextDue, { words: t(next().words) }))}
      </span>
    )}
  </Show>
)

type RowProps = {
  row: AlarmRow & { gone?: true }
  index: number
  current: boolean
  sending: boolean
  seconds: Seconds
  onPick: () => void
  onOpen: () => void
  onAcknowledge: () => void
  /** Absent: the detail stands beside the list. */
  onDetail?: (() => void) | undefined
}

const press = (work: () => void) => (event: MouseEvent) => {
  event.stopPropagation()
  work()
}

/** The cells name what they hold; the button is for the mouse and the thumb, Space for the keyboard. */
export const AlarmLine = (props: RowProps) => (
  // biome-ignore lint/a11y/useKeyWithClickEvents: the list as a whole answers the keys
  <div
    id={`alarm-${props.row.id}`}
    class="duty-row"
    data-row
    data-level={props.row.level}
    data-acked={String(props.row.acked || props.row.permit !== null)}
    data-gone={props.row.gone ? 'true' : undefined}
    data-synthetic={String(props.row.synthetic)}
    data-current={String(props.current)}
    role="row"
    aria-rowindex={props.index + 1}
    aria-selected={props.current}
    tabindex="-1"
    onClick={() => props.onPick()}
    onDblClick={() => props.onOpen()}
  >
    <span class="duty-mark" role="gridcell">
      <LevelMark level={props.row.level} />
    </span>
    <span class="duty-what" role="gridcell">
      <span class="duty-name">
        <strong>{props.row.name}</strong> {t(props.row.condition)} <Tags row={props.row} />
      </span>
      <span class="duty-value">{readingOf(props.row)}</span>
      <span class="duty-advice">
        <FirstAct row={props.row} inGrid />
        <span class="duty-consequence">
          {t(fill(w.consequence, { text: t(props.row.consequence) }))}
        </span>
      </span>
    </span>
    <span class="duty-when" role="gridcell">
      <span class="duty-age">
        {t(fill(w.standing, { age: showSeconds(props.seconds.since(props.row.raisedAt)) }))}
      </span>
      <span class="muted">{t(props.row.region)}</span>
      <Next row={props.row} seconds={props.seconds} />
    </span>
    <span class={`duty-act ${props.onDetail ? 'both' : ''}`} role="gridcell">
      <Show
        when={props.row.noAcknowledging === null && !props.row.gone && !props.row.permit}
        fallback={<span class="muted duty-state">{stateOf(props.row)}</span>}
      >
        <button
          type="button"
          class="button small"
          tabindex="-1"
          aria-label={t(fill(w.acknowledgeOf, { name: props.row.name }))}
          aria-disabled={props.sending}
          onClick={press(() => !props.sending && props.onAcknowledge())}
        >
          {t(props.sending ? w.sending : w.acknowledge)}
        </button>
      </Show>
      <Show when={props.onDetail}>
        {(show) => (
          <button
            type="button"
            class="button small duty-show"
            tabindex="-1"
            aria-label={t(fill(w.showDetailOf, { name: props.row.name }))}
            onClick={press(() => show()())}
          >
            {t(w.showDetail)}
          </button>
        )}
      </Show>
    </span>
  </div>
)
