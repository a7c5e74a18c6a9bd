// What does the heat map say in words and numbers?
import { createMemo, For } from 'solid-js'
import { fill } from '../../../domain/language/words.ts'
import type { FlowCell, FlowView } from '../../../domain/views/supervision-views.ts'
import { t } from '../../client/words.ts'
import { Scroll } from '../../screen/scroll.tsx'
import { weekWords } from './flow-heat.tsx'
import { figure, metrics } from './flow-reading.ts'
import { flowWords as w } from './flow-words.ts'

/** One row per state and week that has any, with all five figures. */
export const FlowTable = (props: { view: FlowView }) => {
  const rows = createMemo(() =>
    props.view.states.flatMap(({ id, words }) => {
      const weekly = props.view.cells.filter(({ state }) => state === id)
      const whole = props.view.totals
        .filter(({ state }) => state === id)
        .map((cell): FlowCell & { week: string } => ({ ...cell, week: '' }))
      return [...whole, ...weekly].map((cell) => ({ cell, words }))
    }),
  )
  return (
    <Scroll name={w.state}>
      <table class="plain-table flow-table">
        <caption>{t(fill(w.heat, { metric: t(w.all) }))}</caption>
        <thead>
          <tr>
            <th scope="col">{t(w.state)}</th>
            <th scope="col">{t(w.week)}</th>
            <For each={metrics}>{(metric) => <th scope="col">{t(w[metric])}</th>}</For>
          </tr>
        </thead>
        <tbody>
          <For each={rows()}>
            {({ cell, words }) => (
              <tr class={cell.week === '' ? 'flow-whole' : ''}>
                <th scope="row">{t(words)}</th>
                <td>{weekWords(cell.week)}</td>
                <For each={metrics}>{(metric) => <td>{figure(metric, cell)}</td>}</For>
              </tr>
            )}
          </For>
        </tbody>
      </table>
    </Scroll>
  )
}
