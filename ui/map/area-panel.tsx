// How does an area look on the map, what stands inside it, and how is one drawn or typed?
import { createEffect, createMemo, createSignal, Match, onCleanup, Show, Switch } from 'solid-js'
import { fill } from '../../domain/language/words.ts'
import type { Position } from '../../domain/warning/districts.ts'
import { type DrawnArea, placeFault, polygonFault } from '../../domain/warning/drawn-area.ts'
import { areasApi } from '../client/areas.ts'
import { asRefusal } from '../client/client.ts'
import { t } from '../client/words.ts'
import { useQuery } from '../reading/query.ts'
import { AreaMap } from './area-map.tsx'
import { areaWords } from './area-words.ts'
import { AreaCounts } from './contents.tsx'
import { boxOf, marksOf, regionBounds, unmarkedOf } from './marks.ts'
import { mapWords as w } from './words.ts'

type Props = {
  region: string
  /** A circle that has been typed, or nothing. */
  around: DrawnArea['around']
  corners: Position[]
  /** Absent: only shown. */
  onCorners: ((corners: Position[]) => void) | null
}

/** A hand that drags asks once, when it rests. */
const restMs = 400

const rested = <Value,>(read: () => Value): (() => Value) => {
  const [held, setHeld] = createSignal(read())
  createEffect(() => {
    const value = read()
    const timer = setTimeout(() => setHeld(() => value), restMs)
    onCleanup(() => clearTimeout(timer))
  })
  return held
}

const useInside = (area: () => DrawnArea | null) =>
  useQuery(() => ({
    queryKey: ['area-inside', JSON.stringify(area())],
    queryFn: () => areasApi.inside(area()!),
    enabled: area() !== null,
    staleTime: 30_000,
  }))

const Inside = (props: { area: DrawnArea | null }) => {
  const area = rested(() => props.area)
  const found = useInside(area)
  return (
    <section aria-live="polite">
      <h2>{t(w.inside)}</h2>
      <Switch fallback={<p class="muted">{t(w.counting)}</p>}>
        <Match when={area() === null}>
          <p class="muted">{t(w.draft)}</p>
        </Match>
        <Match when={found.isError}>
          <p class="notice warn">{t(asRefusal(found.error).title)}</p>
        </Match>
        <Match when={found.isSuccess && found.data}>
          {(contents) => <AreaCounts contents={contents()} />}
        </Match>
      </Switch>
    </section>
  )
}

/** An area that is one, or null. */
const useArea = (props: Props) =>
  createMemo((): DrawnArea | null => {
    const { around, corners, region } = props
    if (!around && polygonFault(corners)) return null
    const area = around ? { around } : { around: null, polygon: corners }
    return placeFault(area, region) ? null : area
  })

export const AreaPanel = (props: Props) => {
  const area = useArea(props)
  const ground = useInside(() => ({ around: null, polygon: boxOf(regionBounds(props.region)) }))
  const seen = () => (ground.isSuccess ? ground.data : null)
  const marks = createMemo(() => marksOf(seen()))
  const unmarked = () => unmarkedOf(seen())
  const shown = (): DrawnArea => area() ?? { around: props.around }
  return (
    <div class="area-beside">
      <div>
        <AreaMap
          region={props.region}
          area={shown()}
          corners={props.corners}
          marks={marks()}
          words={area() ? areaWords(area()!) : w.noArea}
          onCorners={props.onCorners}
        />
        <Show when={unmarked() > 0}>
          <p class="muted">{t(fill(w.unmarked, { n: unmarked() }))}</p>
        </Show>
        <Show when={area()}>{(one) => <p>{t(areaWords(one()))}</p>}</Show>
        <Show when={props.onCorners}>
          {(change) => (
            <p class="area-tools">
              <button
                type="button"
                class="button small"
                aria-disabled={props.corners.length === 0}
                onClick={() => change()(props.corners.slice(0, -1))}
              >
                {t(w.undo)}
              </button>
              <button
                type="button"
                class="button small"
                aria-disabled={props.corners.length === 0}
                onClick={() => change()([])}
              >
                {t(w.clear)}
              </button>
            </p>
          )}
        </Show>
      </div>
      <Inside area={area()} />
    </div>
  )
}
