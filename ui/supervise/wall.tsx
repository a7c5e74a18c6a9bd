// Who will be late, and who was notified, on one axis of time?
// biome-ignore-all lint/a11y/useSemanticElements: a windowed grid of fixed-height rows is no table

import { createEffect, createMemo, createSignal, For, Show } from 'solid-js'
import type { WallLane } from '../../contract/supervision/supervision.ts'
import type { Text } from '../../domain/language/words.ts'
import { t } from '../client/words.ts'
import { type Scale, ticksOf } from '../clock/lanes.ts'
import { createWindow } from '../list/window.ts'
import { useKeys } from '../screen/keys.ts'
import { usePrinting } from '../screen/printing.ts'
import { now } from '../screen/time.ts'
import { useWidth } from '../screen/width.ts'
import { axisOf, spans } from './axis.ts'
import { Lane, laneId } from './lane.tsx'
import { SilentFrom } from './unreachable.tsx'
import { superviseWords as w } from './words.ts'

/** Which stretch of time is seen: zoomed about and moved by a sixth at a time. */
const useStretch = () => {
  const [zoom, setZoom] = createSignal(2)
  const [shift, setShift] = createSignal(0)
  const span = () => spans[zoom()]!
  const pan = (way: number) => setShift(shift() + (way * span()) / 6)
  const scale = (way: number) => setZoom(Math.max(0, Math.min(spans.length - 1, zoom() + way)))
  useKeys({
    ArrowLeft: () => pan(-1),
    ArrowRight: () => pan(1),
    '+': () => scale(-1),
    '=': () => scale(-1),
    '-': () => scale(1),
  })
  return { span, shift, pan, scale, home: () => setShift(0) }
}

type Stretch = ReturnType<typeof useStretch>

const Tools = (props: { stretch: Stretch }) => {
  const tools = (): [Text, string, () => void][] => [
    [w.earlier, '←', () => props.stretch.pan(-1)],
    [w.later, '→', () => props.stretch.pan(1)],
    [w.closer, '+', () => props.stretch.scale(-1)],
    [w.wider, '−', () => props.stretch.scale(1)],
  ]
  return (
    <fieldset class="wall-tools">
      <legend class="visually-hidden">{t(w.tools)}</legend>
      <For each={tools()}>
        {([label, sign, act]) => (
          <button
            type="button"
            class="button small"
            aria-label={t(label)}
            title={t(label)}
            onClick={act}
          >
            {sign}
          </button>
        )}
      </For>
      <button type="button" class="button small" onClick={() => props.stretch.home()}>
        {t(w.backToday)}
      </button>
      <Legend />
    </fieldset>
  )
}

const Legend = () => (
  <span class="wall-legend" aria-hidden="true">
    <span class="used">{t(w.used)}</span>
    <span class="paused">{t(w.paused)}</span>
    <span class="left">{t(w.left)}</span>
    <span class="late">{t(w.late)}</span>
    <span>◆ {t(w.notified)}</span>
    <span>✓ {t(w.acknowledged)}</span>
    <span class="missed">▲ {t(w.missed)}</span>
    <span>◇ {t(w.planned)}</span>
  </span>
)

/** One line of dates for all lanes. */
const Head = (props: { axis: Scale; measure: (element: Element) => void }) => (
  <div class="wall-head" aria-hidden="true">
    <span>{t(w.cases)}</span>
    <span class="wall-axis" ref={props.measure}>
      <svg
        class="wall-ticks"
        aria-hidden="true"
        viewBox={`0 0 ${props.axis.width} 20`}
        width={props.axis.width}
        height={20}
      >
        <defs>
          <pattern
            id="wall-hatch"
            width="6"
            height="6"
            patternUnits="userSpaceOnUse"
            patternTransform="rotate(45)"
          >
            <rect class="hatch-ground" width="6" height="6" />
            <rect class="hatch-line" width="2.5" height="6" />
          </pattern>
        </defs>
        <For each={ticksOf(props.axis).filter(({ x }) => x > 30 && x < props.axis.width - 30)}>
          {(tick) => (
            <text x={tick.x} y={14} text-anchor="middle">
              {tick.label}
            </text>
          )}
        </For>
      </svg>
    </span>
    <span>{t(w.standing)}</span>
  </div>
)

/** The grid of days and today's line lie over all lanes at once: two nodes a line, however many lanes. */
const Grid = (props: { axis: Scale }) => {
  const today = () => props.axis.x(now())
  return (
    <div class="wall-grid" aria-hidden="true">
      <svg aria-hidden="true" width={props.axis.width} height={4_000}>
        <For each={ticksOf(props.axis)}>
          {(tick) => <path class="wall-day" d={`M${tick.x} 0V4000`} />}
        </For>
        <Show when={today() > 0 && today() < props.axis.width}>
          <path class="wall-today" d={`M${today()} 0V4000`} />
          <text class="wall-today-text" x={today() + 4} y={11}>
            {t(w.today)}
          </text>
        </Show>
      </svg>
    </div>
  )
}

type Props = {
  lanes: WallLane[]
  total: number
  current: string | null
  gone: (id: string) => boolean
  onOpen: (lane: WallLane) => void
  onMore: () => void
  onKey: (event: KeyboardEvent) => void
}

export const Wall = (props: Props) => {
  const stretch = useStretch()
  const [width, measure] = useWidth(760)
  const axis = createMemo(() => axisOf(now(), stretch.span(), stretch.shift(), width()))
  return (
    <>
      <Tools stretch={stretch} />
      <Head axis={axis()} measure={measure} />
      <SilentFrom>
        <Lanes {...props} axis={axis()} />
      </SilentFrom>
    </>
  )
}

/** Keeps the reader's lane in sight, and reads on when the end comes near. */
const followReader = (
  props: Props,
  view: ReturnType<typeof createWindow>,
  index: () => Map<string, number>,
) => {
  createEffect(() => {
    const at = props.current ? index().get(props.current) : undefined
    if (at !== undefined) view.reveal(at)
  })
  createEffect(() => {
    if (props.lanes.length > 0) view.measure()
    if (props.lanes.length < props.total && view.nearEnd()) props.onMore()
  })
}

const Lanes = (props: Props & { axis: Scale }) => {
  const view = createWindow(() => props.lanes.length)
  const printing = usePrinting()
  const visibleRows = createMemo(() =>
    printing() ? props.lanes : props.lanes.slice(view.range().first, view.range().last),
  )
  const index = createMemo(() => new Map(props.lanes.map(({ caseId }, at) => [caseId, at])))
  followReader(props, view, index)
  return (
    <div
      class="wall-lanes"
      role="grid"
      tabIndex={0}
      aria-label={t(w.wall)}
      aria-rowcount={props.total}
      aria-activedescendant={props.current ? laneId(props.current) : undefined}
      ref={(element) => view.attach(element)}
      onKeyDown={(event) => props.onKey(event)}
    >
      <Grid axis={props.axis} />
      <div
        class="wall-space"
        role="presentation"
        style={{ height: `${printing() ? 0 : view.before()}px` }}
      />
      <For each={visibleRows()}>
        {(lane) => (
          <Lane
            lane={lane}
            axis={props.axis}
            index={index().get(lane.caseId) ?? 0}
            current={props.current === lane.caseId}
            gone={props.gone(lane.caseId)}
            onOpen={() => props.onOpen(lane)}
          />
        )}
      </For>
      <div
        class="wall-space"
        role="presentation"
        style={{ height: `${printing() ? 0 : view.after()}px` }}
      />
    </div>
  )
}
