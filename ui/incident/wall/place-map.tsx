// Where does the event lie, and which resources lie around it?
import { createMemo, For, Show } from 'solid-js'
import type { CaseView } from '../../../contract/case/cases.ts'
import type { NearEntryView } from '../../../contract/case/nearest.ts'
import { fill } from '../../../domain/language/words.ts'
import { boxAround } from '../../../domain/organisation/coordinates.ts'
import { t } from '../../client/words.ts'
import { frameOf, viewOf } from '../../map/frame.ts'
import { regionBounds } from '../../map/marks.ts'
import { Districts } from '../../map/picture.tsx'
import { useQuery } from '../../reading/query.ts'
import { nearestOf } from '../asking-nearest.ts'
import { wallWords as w } from './wall-words.ts'
import '../../map/map.css'

const [width, height] = [640, 480]
const mostNamed = 6
const leastKm = 2

type Placed = NearEntryView & { lon: number; lat: number; km: number }
const isPlaced = (one: NearEntryView): one is Placed => one.lon !== null && one.km !== null

/** `opens`: the act that calls what lies near; null: none does, and the map shows the district alone. */
export const PlaceMap = (props: { case: CaseView; opens: string | null }) => {
  const near = useQuery(() => ({
    ...nearestOf(props.case.id, { type: props.opens ?? '', km: 100 }),
    enabled: props.opens !== null,
  }))
  const by = () => (near.isSuccess ? near.data.by : null)
  const marks = createMemo(() =>
    (near.isSuccess ? near.data.items : []).filter(isPlaced).slice(0, mostNamed),
  )
  const view = createMemo(() => {
    const centre = by()
    const farthest = Math.max(leastKm, ...marks().map(({ km }) => km))
    return viewOf(
      centre ? boxAround(centre, farthest) : regionBounds(props.case.region.code),
      width,
      height,
    )
  })
  const frame = createMemo(() => frameOf(view(), width, height))
  const says = () =>
    t(
      fill(w.mapSays, {
        place: props.case.site ?? t(props.case.region.name),
        count: marks().length,
      }),
    )
  return (
    <section class="wall-panel wall-map" aria-labelledby="wall-map">
      <h2 id="wall-map">{t(w.map)}</h2>
      <svg
        viewBox={`0 0 ${width} ${height}`}
        preserveAspectRatio="xMidYMid slice"
        role="img"
        aria-label={says()}
      >
        <Districts view={view()} />
        <For each={marks()}>
          {(one, nth) => (
            <g transform={`translate(${frame().at([one.lon, one.lat]).join(' ')})`}>
              <path class={one.free ? 'wall-free' : 'wall-held'} d="M-11 -11H11V11H-11z" />
              <text y="6" text-anchor="middle">
                {nth() + 1}
              </text>
            </g>
          )}
        </For>
        <Show when={by()}>
          {(place) => (
            <g transform={`translate(${frame().at([place().lon, place().lat]).join(' ')})`}>
              <path class="wall-here" d="M0 -14L13 9H-13z" />
              <text class="wall-here-name" x="0" y="28" text-anchor="middle">
                {t(w.here)}
              </text>
            </g>
          )}
        </Show>
      </svg>
      <ol class="wall-legend">
        <For each={marks()}>
          {(one, nth) => (
            <li classList={{ held: !one.free }}>
              {nth() + 1} {one.name} {one.km} km {t(one.free ? w.free : w.held)}
            </li>
          )}
        </For>
      </ol>
      <Show when={near.isSuccess && !by()}>
        <p class="wall-note">{t(w.noPlace)}</p>
      </Show>
    </section>
  )
}
