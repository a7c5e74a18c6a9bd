// Which cases stand behind a figure?
import { For, Show } from 'solid-js'
import type { FlowCase } from '../../../contract/supervision/supervision.ts'
import { paths } from '../../client/paths.ts'
import { askFlowCases, type FlowPlace } from '../../client/supervision.ts'
import { t } from '../../client/words.ts'
import { usePages } from '../../reading/pages.ts'
import { showMoment } from '../../screen/time.ts'
import { BehindFigure, behindAtOnce } from '../behind-figure.tsx'
import { recomputeWords } from '../recompute-words.ts'
import { inDays } from './flow-reading.ts'
import { flowWords as w } from './flow-words.ts'

const Row = (props: { one: FlowCase }) => (
  <tr>
    <th scope="row">
      <a href={paths.case(props.one.id, 'record')}>{props.one.number}</a>
    </th>
    <td>{props.one.title}</td>
    <td>{props.one.enterprise ?? t(props.one.region)}</td>
    <td>
      {inDays(props.one.days)}{' '}
      <Show when={props.one.returned}>{<span class="tag">{t(w.returned)}</span>}</Show>
    </td>
    <td>{props.one.pausedDays > 0 ? inDays(props.one.pausedDays) : '–'}</td>
    <td>{showMoment(props.one.leftAt)}</td>
    <td>{t(props.one.state)}</td>
  </tr>
)

const columns = [w.number, w.caseTitle, w.enterprise, w.days, w.pausedDays, w.left, w.now]

/** `query` names process, region, state and weeks; `name` says the same in words. */
export const FlowCasesList = (props: {
  query: FlowPlace
  name: (n: number) => string
  onClose: () => void
}) => {
  const pages = usePages<FlowCase>(() => ({
    key: ['flow-cases', JSON.stringify(props.query)],
    read: (cursor) => askFlowCases(props.query, behindAtOnce, cursor),
  }))
  return (
    <BehindFigure
      id="flow-cases"
      heading={props.name(pages.total())}
      tools={
        <button type="button" class="button small twin" onClick={() => props.onClose()}>
          {t(recomputeWords.close)}
        </button>
      }
      pages={pages}
      what={w.title}
      name={w.caseTitle}
      columns={columns}
      empty={w.empty}
    >
      <For each={pages.items()}>{(one) => <Row one={one} />}</For>
    </BehindFigure>
  )
}
