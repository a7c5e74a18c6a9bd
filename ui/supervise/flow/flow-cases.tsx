// Which cases stand behind a figure?
import { For, Match, Show, Switch } from 'solid-js'
import type { FlowCase } from '../../../contract/supervision/supervision.ts'
import { fill } from '../../../domain/language/words.ts'
import { paths } from '../../client/paths.ts'
import { askFlowCases, type FlowPlace } from '../../client/supervision.ts'
import { t } from '../../client/words.ts'
import { usePages } from '../../reading/pages.ts'
import { Scroll } from '../../screen/scroll.tsx'
import { Failure, Skeleton } from '../../screen/states.tsx'
import { showMoment } from '../../screen/time.ts'
import { inDays } from './flow-reading.ts'
import { flowWords as w } from './flow-words.ts'

const step = 50

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
    read: (cursor) => askFlowCases(props.query, step, cursor),
  }))
  const left = () => pages.total() - pages.items().length
  return (
    <section class="block flow-cases" aria-labelledby="flow-cases">
      <h2 id="flow-cases" tabindex="-1">
        {props.name(pages.total())}
      </h2>
      <button type="button" class="button small twin" onClick={() => props.onClose()}>
        {t(w.close)}
      </button>
      <Switch fallback={<Skeleton rows={4} />}>
        <Match when={pages.first.isError && pages.items().length === 0}>
          <Failure
            error={pages.first.error}
            what={w.title}
            onRetry={() => void pages.first.refetch()}
          />
        </Match>
        <Match when={pages.items().length > 0}>
          <Scroll name={w.caseTitle}>
            <table class="plain-table">
              <caption class="visually-hidden">{props.name(pages.total())}</caption>
              <thead>
                <tr>
                  <For each={columns}>{(words) => <th scope="col">{t(words)}</th>}</For>
                </tr>
              </thead>
              <tbody>
                <For each={pages.items()}>{(one) => <Row one={one} />}</For>
              </tbody>
            </table>
          </Scroll>
          <Show when={left() > 0}>
            <button type="button" class="button" onClick={() => pages.more()}>
              {t(fill(w.more, { n: Math.min(step, left()) }))}
            </button>
          </Show>
        </Match>
      </Switch>
    </section>
  )
}
