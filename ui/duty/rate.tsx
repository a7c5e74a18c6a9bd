// How fast do alarms come in, by ten minutes?
import { For } from 'solid-js'
import { fill } from '../../domain/language/words.ts'
import { t } from '../client/words.ts'
import { dutyWords as w } from './words/words.ts'

const [barWidth, height] = [9, 46]
/** A flood begins above this; the line shows how near it is. */
const floodAt = 10

const RateStrip = (props: { rate: number[] }) => {
  const most = () => Math.max(floodAt + 2, ...props.rate)
  const tall = (n: number) => (n / most()) * height
  const label = () =>
    t(fill(w.rateText, { now: props.rate.at(-1) ?? 0, most: Math.max(0, ...props.rate) }))
  return (
    <section class="duty-rate" aria-labelledby="duty-rate-head">
      <h2 id="duty-rate-head">{t(w.rate)}</h2>
      <svg
        viewBox={`0 0 ${props.rate.length * barWidth} ${height + 2}`}
        preserveAspectRatio="none"
        role="img"
        aria-label={label()}
      >
        <For each={props.rate}>
          {(n, at) => (
            <rect
              class={n > floodAt ? 'duty-bar flood' : 'duty-bar'}
              x={at() * barWidth + 1}
              y={height - tall(n)}
              width={barWidth - 2}
              height={Math.max(1, tall(n))}
            />
          )}
        </For>
        <line
          class="duty-flood-line"
          x1="0"
          x2={props.rate.length * barWidth}
          y1={height - tall(floodAt)}
          y2={height - tall(floodAt)}
        />
      </svg>
      <p class="muted duty-note">{label()}</p>
    </section>
  )
}

export default RateStrip
