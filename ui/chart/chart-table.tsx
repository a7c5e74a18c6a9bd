// What does the statechart say in words?
import { For } from 'solid-js'
import { fill } from '../../domain/language/words.ts'
import type { Diagram } from '../../domain/views/chart/chart-views.ts'
import { t } from '../client/words.ts'
import { Scroll } from '../screen/scroll.tsx'
import { isTravelled, type Mark, markOf, type Progress } from './chart-marks.ts'
import { chartWords as w } from './chart-words.ts'

const markWords = {
  done: w.done,
  current: w.current,
  waiting: w.waiting,
  possible: w.possible,
} as const satisfies Record<Mark, unknown>
const sign: Record<Mark, string> = { done: '✓', current: '●', waiting: '●', possible: '○' }

export const ChartTable = (props: {
  diagram: Diagram
  progress: Progress | undefined
  notes?: Record<string, string> | undefined
}) => {
  const nameOf = (id: string) => {
    const node = props.diagram.nodes.find((one) => one.id === id)
    return node ? t(node.words) : id
  }
  const path = (id: string): string => {
    const node = props.diagram.nodes.find((one) => one.id === id)
    return node?.parent ? `${path(node.parent)} · ${nameOf(id)}` : nameOf(id)
  }
  const states = () =>
    props.diagram.nodes.filter((node) => node.kind === 'state' || node.kind === 'final')
  const waysFrom = (id: string) => props.diagram.edges.filter((edge) => edge.from === id)
  return (
    <Scroll name={w.state}>
      <table class="plain-table">
        <thead>
          <tr>
            <th scope="col">{t(w.state)}</th>
            <th scope="col">{t(w.progress)}</th>
            <th scope="col">{t(w.ways)}</th>
          </tr>
        </thead>
        <tbody>
          <For each={states()}>
            {(node) => {
              const mark = markOf(node.id, props.progress)
              return (
                <tr>
                  <th scope="row">
                    {props.notes?.[node.id]
                      ? `${path(node.id)} · ${props.notes[node.id]}`
                      : path(node.id)}
                  </th>
                  <td>
                    {sign[mark]}{' '}
                    {t(node.kind === 'final' && mark === 'possible' ? w.end : markWords[mark])}
                  </td>
                  <td>
                    <ul class="bare-list">
                      <For each={waysFrom(node.id)}>
                        {(edge) => (
                          <li>
                            {isTravelled(edge, props.progress) ? '✓ ' : ''}
                            {t(fill(w.way, { event: t(edge.words), to: nameOf(edge.to) }))}
                          </li>
                        )}
                      </For>
                    </ul>
                  </td>
                </tr>
              )
            }}
          </For>
        </tbody>
      </table>
    </Scroll>
  )
}
