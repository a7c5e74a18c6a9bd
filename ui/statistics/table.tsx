// Which figures stand in the table, group by group, and what did they say when they were signed?
import { For, Show } from 'solid-js'
import type { FigureView, StatisticsView } from '../../contract/statistics/statistics.ts'
import { fill } from '../../domain/language/words.ts'
import { valueText } from '../../domain/statistics/value-text.ts'
import { t } from '../client/words.ts'
import { Scroll } from '../screen/scroll.tsx'
import { statisticsWords as w } from './words.ts'

type Props = { view: StatisticsView; onOpen: (figure: string) => void }

const isVisible = ({ quiet, value }: FigureView) => !quiet || (value !== null && value !== 0)

/** A number with cases behind it opens them. */
const Value = (props: { figure: FigureView; onOpen: (figure: string) => void }) => (
  <Show
    when={props.figure.behind && props.figure.value !== 0}
    fallback={valueText(props.figure.kind, props.figure.value)}
  >
    <button
      type="button"
      class="figure-open"
      aria-label={t(
        fill(w.open, {
          value: valueText(props.figure.kind, props.figure.value),
          figure: t(props.figure.words),
        }),
      )}
      onClick={() => props.onOpen(props.figure.id)}
    >
      {valueText(props.figure.kind, props.figure.value)}
    </button>
  </Show>
)

const Row = (props: Props & { figure: FigureView }) => (
  <tr>
    <th scope="row">{t(props.figure.words)}</th>
    <Show when={props.view.report}>
      {(report) => (
        <td class="number signed">
          {valueText(props.figure.kind, report().values[props.figure.id] ?? null)}
        </td>
      )}
    </Show>
    <td class="number now">
      <Value figure={props.figure} onOpen={props.onOpen} />
    </td>
    <For each={props.view.parts}>
      {(part) => (
        <td class="number part">
          <span class="part-now">
            {valueText(props.figure.kind, part.values[props.figure.id] ?? null)}
          </span>
          <Show when={props.view.report?.parts[part.code]}>
            {(signed) => (
              <span class="print-only">
                {valueText(props.figure.kind, signed()[props.figure.id] ?? null)}
              </span>
            )}
          </Show>
        </td>
      )}
    </For>
  </tr>
)

const Head = (props: { view: StatisticsView }) => (
  <thead>
    <tr>
      <th scope="col">{t(w.figure)}</th>
      <Show when={props.view.report}>
        <th scope="col" class="number">
          {t(w.valueSigned)}
        </th>
      </Show>
      <th scope="col" class="number now">
        {t(props.view.report ? w.valueNow : props.view.parts.length > 0 ? w.total : w.value)}
      </th>
      <For each={props.view.parts}>
        {(part) => (
          <th scope="col" class="number part">
            {t(part.name)}
          </th>
        )}
      </For>
    </tr>
  </thead>
)

const Counties = (props: { view: StatisticsView }) => (
  <Show when={props.view.parts.length > 0}>
    <tbody class="counties">
      <tr>
        <th scope="row">{t(w.countyReport)}</th>
        <Show when={props.view.report}>
          <td />
        </Show>
        <td class="now" />
        <For each={props.view.parts}>
          {({ code, report }) => (
            <td class="number part">
              {code === props.view.region.code
                ? ''
                : `${report.status === 'submitted' ? '✓ ' : report.status === 'returned' ? '↩ ' : ''}${t(report.words)}`}
            </td>
          )}
        </For>
      </tr>
    </tbody>
  </Show>
)

export const FigureTable = (props: Props) => (
  <Scroll name={props.view.title} class="scroll-x figures">
    <table class="plain-table figure-table">
      <caption>{`${t(props.view.period.words)} · ${props.view.enterprise?.name ?? t(props.view.region.name)}`}</caption>
      <Head view={props.view} />
      <Counties view={props.view} />
      <For each={props.view.groups}>
        {(group) => {
          const rows = () =>
            props.view.figures.filter((one) => one.group === group.id && isVisible(one))
          return (
            <Show when={rows().length > 0}>
              <tbody>
                <tr class="group-row">
                  <th
                    scope="rowgroup"
                    colspan={1 + (props.view.report ? 1 : 0) + props.view.parts.length}
                  >
                    {t(group.words)}
                  </th>
                  <td class="now" />
                </tr>
                <For each={rows()}>
                  {(figure) => <Row view={props.view} figure={figure} onOpen={props.onOpen} />}
                </For>
              </tbody>
            </Show>
          )
        }}
      </For>
    </table>
  </Scroll>
)

/** 口径: said once for every figure, also for those that are nought today. */
export const Definitions = (props: { view: StatisticsView }) => (
  <details class="block definitions">
    <summary>
      <h2>{t(w.definitions)}</h2>
    </summary>
    <dl>
      <For each={props.view.figures.filter(isVisible)}>
        {({ words, how }) => (
          <div>
            <dt>{t(words)}</dt>
            <dd>{t(how)}</dd>
          </div>
        )}
      </For>
    </dl>
    <p class="muted">{props.view.law}</p>
  </details>
)
