// What did each point measure last, and within which limits?
import { For, Show } from 'solid-js'
import type { DeviceView, PointLimits, PointView } from '../../contract/devices/devices.ts'
import { fill } from '../../domain/language/words.ts'
import { t } from '../client/words.ts'
import { PlainTable } from '../screen/plain-table.tsx'
import { showMoment } from '../screen/time.ts'
import { qualityWords, deviceWords as w } from './words.ts'

export const digits = (value: number) => String(Math.round(value * 1_000) / 1_000)

const limitsOf = (one: PointLimits): string => {
  const limits = (['lowLow', 'low', 'high', 'highHigh'] as const).flatMap((name) => {
    const n = one[name]
    return n === null ? [] : [t(fill(w[name], { n: digits(n) }))]
  })
  return limits.length > 0 ? limits.join(' · ') : t(w.noLimits)
}

const beyond = ({ value, high, low }: PointView) =>
  value !== null && ((high !== null && value >= high) || (low !== null && value <= low))

/** What is measured during the work is kept, and nobody is called for it. */
const permitFor = ({ permits }: DeviceView, { key, retired }: PointView) =>
  retired
    ? undefined
    : permits.find(
        ({ state, point }) =>
          (state === 'asked' || state === 'in-force') && (point === null || point.key === key),
      )

/** Of a device that has fallen silent the last value is known, and not the present one. */
const Value = (props: { point: PointView; silent: boolean }) => {
  const valueText = () =>
    `${beyond(props.point) ? '▲ ' : ''}${digits(props.point.value ?? 0)} ${props.point.unit ?? ''}`
  return (
    <Show
      when={props.point.value !== null}
      fallback={<span class="tag hatched">{t(w.unknown)}</span>}
    >
      <Show
        when={props.silent}
        fallback={<strong class={beyond(props.point) ? 'bad-words' : ''}>{valueText()}</strong>}
      >
        <span class="tag hatched">{t(fill(w.lastValue, { value: valueText().trim() }))}</span>
      </Show>
    </Show>
  )
}

export const Points = (props: {
  device: DeviceView
  current: number | null
  onPick: (point: number) => void
}) => (
  <Show when={props.device.points.length > 0} fallback={<p class="muted">{t(w.noPoints)}</p>}>
    <PlainTable name={w.points} heads={[w.point, w.value, w.quality, w.limits, w.at]}>
      <For each={props.device.points}>
        {(one) => (
          <tr>
            <th scope="row">
              <button
                type="button"
                class="button small"
                aria-pressed={props.current === one.id}
                onClick={() => props.onPick(one.id)}
              >
                {one.name}
              </button>{' '}
              <span class="muted">{one.key}</span>{' '}
              <Show when={one.retired}>{<span class="tag dashed">{t(w.retired)}</span>}</Show>{' '}
              <Show when={permitFor(props.device, one)}>
                {(permit) => (
                  <span class="tag dashed">
                    {t(fill(w.out, { time: showMoment(permit().until), number: permit().number }))}
                  </span>
                )}
              </Show>
            </th>
            <td>
              <Value point={one} silent={props.device.silent} />
            </td>
            <td>
              {props.device.silent
                ? t(w.silent)
                : one.quality === null
                  ? '–'
                  : t(qualityWords[one.quality] ?? w.unknown)}
            </td>
            <td>{limitsOf(one)}</td>
            <td>{one.at === null ? '–' : showMoment(one.at)}</td>
          </tr>
        )}
      </For>
    </PlainTable>
  </Show>
)
