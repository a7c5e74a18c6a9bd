// How does the chart of a process look, and where does the case stand in it?
import { createMemo, createSignal, createUniqueId, For, onMount, Show } from 'solid-js'
import { fill, type Text } from '../../domain/language/words.ts'
import type { Diagram } from '../../domain/views/chart/chart-views.ts'
import { t } from '../client/words.ts'
import { tableWords } from '../screen/table-words.ts'
import './chart.css'
import { usePrinting } from '../screen/printing.ts'
import { type Band, bandsOf, isAtRest } from './chart-bands.ts'
import { isTravelled, markOf, type Progress } from './chart-marks.ts'
import { against, Region, type Stands, State } from './chart-node.tsx'
import { type Strip, stripsOf } from './chart-strips.ts'
import { ChartTable } from './chart-table.tsx'
import { chartWords as w } from './chart-words.ts'

/** What stands below a state, by its name. */
type Notes = Record<string, string>
/** What another version of the chart does not have, or has otherwise, by the id of state or arrow. */
type Standout = Record<string, NonNullable<Stands>>
type Node = Diagram['nodes'][number]
type Edge = Diagram['edges'][number]

const Arrow = (props: {
  edge: Edge
  travelled: boolean
  head: string
  stands: Standout[string] | undefined
}) => (
  <g class={`chart-edge ${props.travelled ? 'travelled' : ''} ${props.stands ?? ''}`}>
    <polyline
      points={props.edge.points.map((point) => point.join(',')).join(' ')}
      marker-end={`url(#${props.head})`}
    />
    <Show when={props.edge.label}>
      {(label) => (
        <text x={label().x + 4} y={label().y + 13}>
          {props.stands ? `${against[props.stands]} ` : ''}
          {t(props.edge.words)}
        </text>
      )}
    </Show>
  </g>
)

const Head = (props: { id: string; class: string }) => (
  <marker
    id={props.id}
    class={props.class}
    viewBox="0 0 8 8"
    refX="7"
    refY="4"
    markerWidth="8"
    markerHeight="8"
    markerUnits="userSpaceOnUse"
    orient="auto"
  >
    <path d="M0 0.5L8 4L0 7.5z" />
  </marker>
)

type Drawn = {
  diagram: Diagram
  title: Text
  progress: Progress | undefined
  notes: Notes | undefined
  /** What stands below a state before its note: how it is signed. */
  modes?: Notes | undefined
  standout?: Standout | undefined
  /** Every part of it at once. */
  whole?: boolean | undefined
}

/** The drawing at a chosen size; it opens where the case stands. */
const Drawing = (props: Drawn & { zoom: number; strip: Strip }) => {
  const id = createUniqueId()
  const zoom = () => props.zoom
  let box: HTMLElement | undefined
  const nodes = (kinds: Node['kind'][]) =>
    props.diagram.nodes.filter((node) => kinds.includes(node.kind))
  const current = createMemo(() =>
    nodes(['state', 'final']).filter((node) =>
      ['current', 'waiting'].includes(markOf(node.id, props.progress)),
    ),
  )
  const label = () =>
    fill(w.now, {
      states: current()
        .map((node) => t(node.words))
        .join(t({ zh: '、', en: ', ' })),
    })
  const ordered = () =>
    [...props.diagram.edges].sort(
      (a, b) => Number(isTravelled(a, props.progress)) - Number(isTravelled(b, props.progress)),
    )
  onMount(() => {
    const first = current()[0]
    if (box && first) box.scrollLeft = Math.max(0, first.x * zoom() - box.clientWidth / 2)
  })
  return (
    <div class="chart">
      <section
        class="chart-scroll"
        ref={box}
        tabindex="0"
        aria-label={`${t(props.title)} · ${t(w.region)}`}
      >
        <svg
          role="img"
          aria-labelledby={`${id}-t ${id}-d`}
          width={props.strip.width * zoom()}
          height={props.diagram.height * zoom()}
          viewBox={`${props.strip.x} 0 ${props.strip.width} ${props.diagram.height}`}
        >
          <title id={`${id}-t`}>{t(fill(w.picture, { name: t(props.title) }))}</title>
          <desc id={`${id}-d`}>{props.progress ? t(label()) : t(props.title)}</desc>
          <defs>
            <Head id={`${id}-head`} class="chart-head" />
            <Head id={`${id}-head-travelled`} class="chart-head travelled" />
          </defs>
          <For each={nodes(['region'])}>
            {(node) => (
              <Region
                node={node}
                mark={markOf(node.id, props.progress)}
                stands={props.standout?.[node.id]}
              />
            )}
          </For>
          <For each={ordered()}>
            {(edge) => {
              const travelled = isTravelled(edge, props.progress)
              const head = `${id}-head${travelled ? '-travelled' : ''}`
              return (
                <Arrow
                  edge={edge}
                  travelled={travelled}
                  head={head}
                  stands={props.standout?.[edge.id]}
                />
              )
            }}
          </For>
          <For each={nodes(['initial'])}>
            {(node) => (
              <circle
                class="chart-start"
                cx={node.x + node.width / 2}
                cy={node.y + node.height / 2}
                r={6}
              />
            )}
          </For>
          <For each={nodes(['state', 'final'])}>
            {(node) => (
              <State
                node={node}
                mark={markOf(node.id, props.progress)}
                note={props.notes?.[node.id]}
                mode={props.modes?.[node.id]}
                stands={props.standout?.[node.id]}
              />
            )}
          </For>
        </svg>
      </section>
    </div>
  )
}

type ChipsProps = {
  bands: Band[]
  isShown: (band: Band, index: number) => boolean
  onTurn: (id: string | null) => void
}

const Chips = (props: ChipsProps) => (
  <Show when={props.bands.length > 1}>
    <fieldset class="chart-bands">
      <legend class="visually-hidden">{t(w.bands)}</legend>
      <For each={props.bands}>
        {(band, index) => (
          <button
            type="button"
            class="chip"
            aria-pressed={props.isShown(band, index())}
            onClick={() => props.onTurn(band.id)}
          >
            {band.words ? t(band.words) : ''}
          </button>
        )}
      </For>
    </fieldset>
  </Show>
)

/** The first part always, of the others those in which something goes on, and what the reader adds. */
const Drawings = (props: Drawn) => {
  const [zoom, setZoom] = createSignal(0.85)
  const [turned, setTurned] = createSignal<ReadonlySet<string | null>>(new Set())
  const bands = createMemo(() => bandsOf(props.diagram))
  const printing = usePrinting()
  const strips = (width: number): Strip[] =>
    props.whole && printing() ? stripsOf(width) : [{ x: 0, width }]
  const speaks = (band: Band, index: number) =>
    index === 0 ||
    props.whole === true ||
    (props.progress !== undefined && !isAtRest(band, props.progress.active)) ||
    (props.notes !== undefined &&
      band.diagram.nodes.some(({ id }) => props.notes?.[id] !== undefined))
  const isShown = (band: Band, index: number) => speaks(band, index) !== turned().has(band.id)
  const turn = (id: string | null) =>
    setTurned(
      (before) =>
        new Set(before.has(id) ? [...before].filter((one) => one !== id) : [...before, id]),
    )
  return (
    <>
      <div class="chart-tools">
        <button
          type="button"
          class="button small"
          onClick={() => setZoom(Math.max(0.4, zoom() - 0.15))}
        >
          {t(w.smaller)}
        </button>
        <button
          type="button"
          class="button small"
          onClick={() => setZoom(Math.min(1.6, zoom() + 0.15))}
        >
          {t(w.larger)}
        </button>
      </div>
      <Chips bands={bands()} isShown={isShown} onTurn={turn} />
      <For each={bands()}>
        {(band, index) => (
          <Show when={isShown(band, index())}>
            <Show when={bands().length > 1 && band.words}>
              {(name) => <p class="chart-band-name">{t(name())}</p>}
            </Show>
            <For each={strips(band.diagram.width)}>
              {(strip) => (
                <Drawing
                  diagram={band.diagram}
                  title={band.words ?? props.title}
                  progress={props.progress}
                  notes={props.notes}
                  modes={props.modes}
                  standout={props.standout}
                  zoom={zoom()}
                  strip={strip}
                />
              )}
            </For>
          </Show>
        )}
      </For>
    </>
  )
}

/** The whole picture, for a page that tells the same in words itself. */
export const ChartPicture = (props: {
  diagram: Diagram
  title: Text
  notes: Notes
  modes: Notes
  standout: Standout
}) => (
  <div class="chart-box">
    <Drawings
      diagram={props.diagram}
      title={props.title}
      progress={undefined}
      notes={props.notes}
      modes={props.modes}
      standout={props.standout}
      whole
    />
  </div>
)

/** The picture and its table twin. */
export const Chart = (props: {
  diagram: Diagram
  title: Text
  progress?: Progress
  notes?: Notes
}) => {
  const [table, setTable] = createSignal(false)
  return (
    <div class="chart-box">
      <button type="button" class="button small twin" onClick={() => setTable(!table())}>
        {t(table() ? tableWords.asPicture : tableWords.asTable)}
      </button>
      <Show
        when={table()}
        fallback={
          <Drawings
            diagram={props.diagram}
            title={props.title}
            progress={props.progress}
            notes={props.notes}
          />
        }
      >
        <ChartTable diagram={props.diagram} progress={props.progress} notes={props.notes} />
      </Show>
    </div>
  )
}
