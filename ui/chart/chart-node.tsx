// How is one state or part of a chart drawn, with what stands below it?
import { Show } from 'solid-js'
import type { Diagram } from '../../domain/views/chart/chart-views.ts'
import { t } from '../client/words.ts'
import type { Mark } from './chart-marks.ts'

type Node = Diagram['nodes'][number]
/** What another version of the chart does not have, or has otherwise. */
export type Stands = 'added' | 'removed' | 'changed' | undefined

const sign: Record<Mark, string> = { done: '✓ ', current: '● ', waiting: '● ', possible: '' }
export const against = { added: '＋', removed: '－', changed: '△' } as const

export const Region = (props: { node: Node; mark: Mark; stands: Stands }) => (
  <g class={`chart-region ${props.mark} ${props.stands ?? ''}`}>
    <rect
      x={props.node.x}
      y={props.node.y}
      width={props.node.width}
      height={props.node.height}
      rx={6}
    />
    <text x={props.node.x + 12} y={props.node.y + 21}>
      {props.stands ? `${against[props.stands]} ` : ''}
      {t(props.node.words)}
    </text>
  </g>
)

type StateProps = {
  node: Node
  mark: Mark
  note: string | undefined
  mode: string | undefined
  stands: Stands
}

export const State = (props: StateProps) => (
  <g
    class={`chart-state ${props.mark} ${props.node.kind} ${props.stands ?? ''}`}
    data-mark={props.mark}
  >
    <rect
      x={props.node.x}
      y={props.node.y}
      width={props.node.width}
      height={props.node.height}
      rx={props.node.kind === 'final' ? props.node.height / 2 : 4}
    />
    <text
      x={props.node.x + props.node.width / 2}
      y={props.node.y + props.node.height / 2 + 5}
      text-anchor="middle"
    >
      {sign[props.mark]}
      {props.stands ? `${against[props.stands]} ` : ''}
      {t(props.node.words)}
    </text>
    <Show when={props.mode}>
      <text
        class="chart-mode"
        x={props.node.x + props.node.width / 2}
        y={props.node.y + props.node.height + 14}
        text-anchor="middle"
      >
        {props.mode}
      </text>
    </Show>
    <Show when={props.note}>
      <text
        class="chart-note"
        x={props.node.x + props.node.width / 2}
        y={props.node.y + props.node.height + (props.mode ? 28 : 14)}
        text-anchor="middle"
      >
        {props.note}
      </text>
    </Show>
  </g>
)
