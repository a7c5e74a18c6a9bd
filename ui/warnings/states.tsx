// How does a warning stand with its receivers, at a glance?
import { For, Show } from 'solid-js'
import { deliveryWords } from '../../domain/warning/delivery-words.ts'
import type { DeliveryState, WarningRow } from '../../domain/warning/views.ts'
import { t } from '../client/words.ts'
import { warningWords as w } from './words.ts'

const marks: Record<DeliveryState, string> = {
  waiting: '…',
  acknowledged: '✓',
  taken: '○',
  refused: '▲',
  'given-up': '▲',
}
export const isBad = (state: DeliveryState): boolean => state === 'refused' || state === 'given-up'

export const DeliveryMark = (props: { state: DeliveryState }) => (
  <span class={isBad(props.state) ? 'bad-words' : ''}>
    {marks[props.state]} {t(deliveryWords[props.state])}
  </span>
)

export const Exercise = (props: { status: WarningRow['status'] }) => (
  <Show when={props.status !== 'Actual'}>
    <span class="tag hatched">{t(w.exercise)}</span>{' '}
  </Show>
)

export const DeliverySums = (props: { row: WarningRow }) => {
  const sums = () =>
    (Object.keys(marks) as DeliveryState[]).flatMap((state) => {
      const n = props.row.deliveries.filter((one) => one.state === state).length
      return n === 0 ? [] : [{ state, n }]
    })
  return (
    <For each={sums()} fallback={<span class="muted">{t(w.nobody)}</span>}>
      {({ state, n }) => (
        <span class="warning-sum">
          <DeliveryMark state={state} /> {n}
        </span>
      )}
    </For>
  )
}

/** An element a line, to be read; what was sent has no such lines. */
export const CapText = (props: { cap: string }) => (
  <pre class="warning-cap" tabindex="0">
    {props.cap.replaceAll('><', '>\n<')}
  </pre>
)
