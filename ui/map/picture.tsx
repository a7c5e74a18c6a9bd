// How does the map look where no moving one can be drawn, and on paper?
import { createEffect, createMemo, createSignal, For, Show, untrack } from 'solid-js'
import { fill } from '../../domain/language/words.ts'
import { isRegion, regions } from '../../domain/organisation/regions.ts'
import { districts, type Position } from '../../domain/warning/districts.ts'
import { type Bounds, boundsOf } from '../../domain/warning/drawn-area.ts'
import { t } from '../client/words.ts'
import { frameOf, type View, viewOf, zoomed } from './frame.ts'
import type { MapProps } from './map-props.ts'
import { boundsToSee, boxOf, type Mark, type MarkKind, regionBounds } from './marks.ts'
import { mapWords as w } from './words.ts'

const [width, height] = [640, 480]

const shapes: Record<MarkKind, string> = {
  alarms: 'M0 -7L7 5H-7z',
  devices: 'M-4 -4H4V4H-4z',
  cameras: 'M0 -5a5 5 0 1 1 0 10a5 5 0 1 1 0 -10z',
}

/** As it stands on the map and in what explains it. */
export const MarkShape = (props: { kind: MarkKind }) => (
  <path class={`mark-${props.kind}`} d={shapes[props.kind]} />
)

type Framed = { view: View }

const useFrame = (props: Framed) => createMemo(() => frameOf(props.view, width, height))

/** The outlines of the districts, with their names. */
export const Districts = (props: Framed) => {
  const frame = useFrame(props)
  const path = (ring: Position[]) =>
    `M${ring
      .map((place) =>
        frame()
          .at(place)
          .map((n) => n.toFixed(1))
          .join(' '),
      )
      .join('L')}Z`
  const middle = (ring: Position[]): Position => {
    const { west, south, east, north } = boundsOf(ring)
    return [(west + east) / 2, (south + north) / 2]
  }
  const nameOf = (code: string, name: string) => (isRegion(code) ? t(regions[code].name) : name)
  return (
    <For each={[...districts]}>
      {([code, { name, rings }]) => (
        <For each={rings}>
          {(ring) => {
            const at = () => frame().at(middle(ring))
            return (
              <>
                <path class="area-district" d={path(ring)} />
                <text class="area-name" x={at()[0]} y={at()[1]} text-anchor="middle">
                  {nameOf(code, name)}
                </text>
              </>
            )
          }}
        </For>
      )}
    </For>
  )
}

const Shape = (props: Framed & Pick<MapProps, 'area' | 'corners'>) => {
  const frame = useFrame(props)
  const points = () => props.corners.map((one) => frame().at(one).join(',')).join(' ')
  return (
    <>
      <Show when={props.area.around}>
        {(circle) => {
          const at = () => frame().at([circle().lon, circle().lat])
          return (
            <circle class="area-shape" cx={at()[0]} cy={at()[1]} r={frame().length(circle().km)} />
          )
        }}
      </Show>
      <Show when={props.corners.length > 1}>
        <polygon class="area-shape" points={points()} />
      </Show>
      <For each={props.corners}>
        {(corner) => {
          const at = () => frame().at(corner)
          return <circle class="area-corner" cx={at()[0]} cy={at()[1]} r="4" />
        }}
      </For>
    </>
  )
}

const Marks = (props: Framed & { marks: Mark[] }) => {
  const frame = useFrame(props)
  return (
    <For each={props.marks}>
      {(mark) => (
        <g transform={`translate(${frame().at(mark.place).join(' ')})`}>
          <title>{mark.name}</title>
          <MarkShape kind={mark.kind} />
        </g>
      )}
    </For>
  )
}

const Zooming = (props: { onZoom: (by: number) => void; onWhole: () => void }) => (
  <p class="area-tools">
    <button type="button" class="button small" onClick={() => props.onZoom(2)}>
      {t(w.nearer)}
    </button>
    <button type="button" class="button small" onClick={() => props.onZoom(0.5)}>
      {t(w.farther)}
    </button>
    <button type="button" class="button small" onClick={() => props.onWhole()}>
      {t(w.whole)}
    </button>
  </p>
)

const isSeen = (bounds: Bounds, view: View): boolean => {
  const frame = frameOf(view, width, height)
  return boxOf(bounds).every((corner) => {
    const [x, y] = frame.at(corner)
    return x >= 0 && x <= width && y >= 0 && y <= height
  })
}

/** A click adds a corner; the words of the picture say what stands on it. */
const Picture = (props: MapProps) => {
  const seen = () => {
    const whole = viewOf(boundsToSee(props.area, props.region), width, height)
    return props.area.around || props.area.polygon ? zoomed(whole, 0.5, null) : whole
  }
  const [view, setView] = createSignal(seen())
  const middle = (): Position | null => {
    const { around } = props.area
    if (around) return [around.lon, around.lat]
    if (props.corners.length === 0) return null
    const { west, south, east, north } = boundsOf(props.corners)
    return [(west + east) / 2, (south + north) / 2]
  }
  createEffect(() => {
    const { around, polygon } = props.area
    if ((around || polygon) && !isSeen(boundsToSee(props.area, props.region), untrack(view)))
      setView(seen())
  })
  const add = (event: PointerEvent & { currentTarget: SVGSVGElement }) => {
    if (!props.onCorners || event.button !== 0 || !event.isPrimary) return
    const box = event.currentTarget.getBoundingClientRect()
    const place = frameOf(view(), width, height).placeAt(
      ((event.clientX - box.left) / box.width) * width,
      ((event.clientY - box.top) / box.height) * height,
    )
    props.onCorners([...props.corners, place])
  }
  const words = () => t(fill(w.picture, { n: props.marks.length, area: t(props.words) }))
  return (
    <>
      <svg
        class={`area-picture ${props.onCorners ? 'drawing' : ''}`}
        viewBox={`0 0 ${width} ${height}`}
        role="img"
        aria-label={`${t(w.map)}${t(w.colon)}${words()}`}
        onPointerUp={add}
      >
        <Districts view={view()} />
        <Shape view={view()} area={props.area} corners={props.corners} />
        <Marks view={view()} marks={props.marks} />
      </svg>
      <Zooming
        onZoom={(by) => setView(zoomed(view(), by, middle()))}
        onWhole={() => setView(viewOf(regionBounds(props.region), width, height))}
      />
    </>
  )
}

export default Picture
