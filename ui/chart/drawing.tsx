// How is one drawing of a chart laid out: its nodes, arrows and heads?
import { createMemo, createUniqueId, For, onMount, Show } from 'solid-js'
import { fill, type Text } from '../../domain/language/words.ts'
import type { Diagram } from '../../domain/views/chart/chart-views.ts'
import { t } from '../client/words.ts'
import { isTravelled, markOf, type Progress } from './chart-marks.ts'
import { against, Region, type Stands, State } from './chart-node.tsx'
import type { Strip } from './chart-strips.ts'
import { chartWords as w } from './chart-words.ts'

/** What stands below a state, by its name. */
export type Notes = Record<string, string>
/** What another version of the chart does not have, or has otherwise, by the id of state or arrow. */
export type Standout = Record<string, NonNullable<Stands>>
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

export type Drawn = {
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

const nodesOf = ({ nodes }: Diagram, ...kinds: Node['kind'][]): Node[] =>
  nodes.filter((node) => kinds.includes(node.kind))

/** What several states lie in, behind all else. */
const Regions = (props: Drawn) => (
  <For each={nodesOf(props.diagram, 'region')}>
    {(node) => (
      <Region
        node={node}
        mark={markOf(node.id, props.progress)}
        stands={props.standout?.[node.id]}
      />
    )}
  </For>
)

const Arrows = (props: Drawn & { id: string }) => {
  // What was travelled lies above the rest.
  const ordered = () =>
    [...props.diagram.edges].sort(
      (a, b) => Number(isTravelled(a, props.progress)) - Number(isTravelled(b, props.progress)),
    )
  return (
    <For each={ordered()}>
      {(edge) => {
        const travelled = isTravelled(edge, props.progress)
        const head = `${props.id}-head${travelled ? '-travelled' : ''}`
        return (
          <Arrow edge={edge} travelled={travelled} head={head} stands={props.standout?.[edge.id]} />
        )
      }}
    </For>
  )
}

const States = (props: Drawn) => (
  <>
    <For each={nodesOf(props.diagram, 'initial')}>
      {(node) => (
        <circle
          class="chart-start"
          cx={node.x + node.width / 2}
          cy={node.y + node.height / 2}
          r={6}
        />
      )}
    </For>
    <For each={nodesOf(props.diagram, 'state', 'final')}>
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
  </>
)

/** The drawing at a chosen size; it opens where the case stands. */
export const Drawing = (props: Drawn & { zoom: number; strip: Strip }) => {
  const id = createUniqueId()
  const zoom = () => props.zoom
  let box: HTMLElement | undefined
  const current = createMemo(() =>
    nodesOf(props.diagram, 'state', 'final').filter((node) =>
      ['current', 'waiting'].includes(markOf(node.id, props.progress)),
    ),
  )
  const says = () =>
    fill(w.now, {
      states: current()
        .map((node) => t(node.words))
        .join(t({ zh: '、', en: ', ' })),
    })
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
          <desc id={`${id}-d`}>{props.progress ? t(says()) : t(props.title)}</desc>
          <defs>
            <Head id={`${id}-head`} class="chart-head" />
            <Head id={`${id}-head-travelled`} class="chart-head travelled" />
          </defs>
          <Regions {...props} />
          <Arrows {...props} id={id} />
          <States {...props} />
        </svg>
      </section>
    </div>
  )
}
