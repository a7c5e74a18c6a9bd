// In which state and week does most time go, at one look?
// biome-ignore-all lint/a11y/noNoninteractiveElementToInteractiveRole: a table is the grid of a heat map; arrow keys move between its cells
// biome-ignore-all lint/a11y/useSemanticElements: the cells of a grid take the focus themselves

import { createMemo, createSignal, createUniqueId, For, Show } from 'solid-js'
import type { FlowCell, FlowView } from '../../../contract/supervision/supervision.ts'
import { fill } from '../../../domain/language/words.ts'
import { t } from '../../client/words.ts'
import { showDateShort } from '../../screen/time.ts'
import { figure, largestOf, type Metric, shadeOf } from './flow-reading.ts'
import { flowWords as w } from './flow-words.ts'

/** `week: ''` is the whole period. */
export type Picked = { state: string; week: string }
type Props = {
  view: FlowView
  metric: Metric
  picked: Picked | null
  onPick: (picked: Picked) => void
}

const steps: Record<string, [number, number]> = {
  ArrowUp: [-1, 0],
  ArrowDown: [1, 0],
  ArrowLeft: [0, -1],
  ArrowRight: [0, 1],
}

export const weekWords = (week: string): string => (week === '' ? t(w.all) : showDateShort(week))

/** The one cell in the tab order, moved by arrow keys, Home and End. */
const useCursor = (rows: () => number, columns: () => number) => {
  const id = createUniqueId()
  const [place, setPlace] = createSignal<[number, number]>([0, 0])
  const inside = (): [number, number] => [
    Math.min(place()[0], rows() - 1),
    Math.min(place()[1], columns() - 1),
  ]
  const go = (row: number, column: number) => {
    setPlace([Math.max(0, Math.min(rows() - 1, row)), Math.max(0, Math.min(columns() - 1, column))])
    document.getElementById(cellId(...inside()))?.focus()
  }
  const cellId = (row: number, column: number) => `${id}-${row}-${column}`
  const onKey = (event: KeyboardEvent) => {
    const [row, column] = inside()
    const step = steps[event.key]
    if (step) go(row + step[0], column + step[1])
    else if (event.key === 'Home') go(row, 0)
    else if (event.key === 'End') go(row, columns() - 1)
    else return
    event.preventDefault()
  }
  return {
    cellId,
    onKey,
    onto: setPlace,
    here: (row: number, column: number) => inside()[0] === row && inside()[1] === column,
  }
}

type CellProps = {
  id: string
  cell: FlowCell | undefined
  metric: Metric
  largest: number
  name: string
  week: string
  here: boolean
  picked: boolean
  onPick: () => void
}

const Cell = (props: CellProps) => {
  const words = () => {
    const { cell } = props
    const value = cell ? figure(props.metric, cell) : t(w.nothing)
    return t(
      fill(w.cell, {
        state: props.name,
        week: weekWords(props.week),
        value: `${t(w[props.metric])} ${value}`,
        n: cell?.n ?? 0,
      }),
    )
  }
  return (
    <td
      id={props.id}
      role="gridcell"
      tabIndex={props.here ? 0 : -1}
      aria-label={words()}
      aria-selected={props.picked}
      class={`heat-cell heat-${props.cell ? shadeOf(props.metric, props.cell, props.largest) : 'none'} ${props.cell?.few && props.metric !== 'n' ? 'few' : ''}`}
      onClick={() => props.onPick()}
      onKeyDown={(event) => {
        if (event.key !== 'Enter' && event.key !== ' ') return
        event.preventDefault()
        props.onPick()
      }}
    >
      {props.cell ? figure(props.metric, props.cell) : '–'}
    </td>
  )
}

export const Heat = (props: Props) => {
  const columns = createMemo(() => [...props.view.weeks, ''])
  const known = createMemo(() => {
    const weekly = props.view.cells.map((cell) => [`${cell.state} ${cell.week}`, cell] as const)
    return new Map<string, FlowCell>([
      ...weekly,
      ...props.view.totals.map((cell) => [`${cell.state} `, cell] as const),
    ])
  })
  const states = createMemo(() => props.view.states.filter(({ id }) => known().has(`${id} `)))
  const largest = (week: string) =>
    largestOf(props.metric, week === '' ? props.view.totals : props.view.cells)
  const cursor = useCursor(
    () => states().length,
    () => columns().length,
  )
  const isPicked = (state: string, week: string) =>
    props.picked?.state === state && props.picked.week === week
  return (
    <table
      class="heat"
      role="grid"
      aria-label={t(fill(w.heat, { metric: t(w[props.metric]) }))}
      onKeyDown={cursor.onKey}
    >
      <thead>
        <tr>
          <th scope="col">{t(w.state)}</th>
          <For each={columns()}>
            {(week) => (
              <th scope="col" class={week === '' ? 'heat-all' : ''}>
                {weekWords(week)}
              </th>
            )}
          </For>
        </tr>
      </thead>
      <tbody>
        <For each={states()}>
          {(state, row) => (
            <tr>
              <th scope="row">
                {t(state.words)}
                <Show when={state.lane}>
                  {(lane) => <span class="heat-lane">{t(lane())}</span>}
                </Show>
              </th>
              <For each={columns()}>
                {(week, column) => (
                  <Cell
                    id={cursor.cellId(row(), column())}
                    cell={known().get(`${state.id} ${week}`)}
                    metric={props.metric}
                    largest={largest(week)}
                    name={t(state.words)}
                    week={week}
                    here={cursor.here(row(), column())}
                    picked={isPicked(state.id, week)}
                    onPick={() => {
                      cursor.onto([row(), column()])
                      if (known().has(`${state.id} ${week}`))
                        props.onPick({ state: state.id, week })
                    }}
                  />
                )}
              </For>
            </tr>
          )}
        </For>
      </tbody>
    </table>
  )
}
