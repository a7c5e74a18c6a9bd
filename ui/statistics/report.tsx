// How does the report of the period stand, and what has changed since it was signed?
import { createSignal, For, Show } from 'solid-js'
import type {
  ReportView,
  StatisticsDifference,
  StatisticsView,
} from '../../contract/statistics/statistics.ts'
import { fill } from '../../domain/language/words.ts'
import { valueText } from '../../domain/statistics/value-text.ts'
import { paths } from '../client/paths.ts'
import type { StatisticsQuery } from '../client/statistics.ts'
import { t } from '../client/words.ts'
import { Scroll } from '../screen/scroll.tsx'
import { showDate, showStamp } from '../screen/time.ts'
import { type Act, Pen, titleOf } from './pen.tsx'
import { statisticsWords as w } from './words.ts'

/** Above the long table: how it stands, until when it is due, and where to sign. */
export const Standing = (props: { view: StatisticsView }) => (
  <div class="report-top print-hidden">
    <span class={`tag ${props.view.report ? '' : 'dashed'}`}>
      {t(props.view.report?.statusWords ?? w.notSigned)}
    </span>
    <Due view={props.view} />
    <a href="#report-title" target="_self">
      {t(w.toReport)}
    </a>
  </div>
)

const Due = (props: { view: StatisticsView }) => {
  const late = () => props.view.due.overdue && props.view.report?.status !== 'submitted'
  return (
    <p class={late() ? 'due-late' : 'muted'}>
      {late() ? '▲ ' : ''}
      {t(fill(late() ? w.overdue : w.due, { day: showDate(props.view.due.date) }))}
    </p>
  )
}

const Steps = (props: { report: ReportView }) => (
  <ol class="report-steps" aria-label={t(w.steps)}>
    <For each={props.report.steps}>
      {(step) => (
        <li>
          <strong>{t(step.words)}</strong>
          {` · ${step.by}${step.onBehalfOf ? t(fill(w.onBehalfOf, { name: step.onBehalfOf })) : ''} · ${showStamp(step.at)}`}
          <Show when={step.reason}>
            <span class="step-reason">{step.reason}</span>
          </Show>
        </li>
      )}
    </For>
  </ol>
)

const Cause = (props: { case_: StatisticsDifference['cases'][number] }) => (
  <li>
    <Show when={props.case_.number} fallback={<span class="muted">{t(w.noCause)}</span>}>
      <a href={paths.case(props.case_.id, 'record')}>{props.case_.number}</a>
    </Show>
    {` ${props.case_.was} → ${props.case_.now}`}
    <For each={props.case_.causes}>
      {({ words, recordedAt }) => (
        <span class="muted">{` · ${t(fill(w.recorded, { words: t(words), time: showStamp(recordedAt) }))}`}</span>
      )}
    </For>
  </li>
)

const Differences = (props: { view: StatisticsView; report: ReportView }) => {
  const kindOf = (id: string) => props.view.figures.find((one) => one.id === id)?.kind ?? 'flow'
  return (
    <section class="differences notice warn" aria-labelledby="differences-title">
      <h3 id="differences-title">{t(w.differences)}</h3>
      <p>{t(w.differencesHint)}</p>
      <Scroll name={w.differences}>
        <table class="plain-table">
          <caption class="visually-hidden">{t(w.differences)}</caption>
          <thead>
            <tr>
              <For each={[w.figure, w.valueSigned, w.valueNow, w.cause]}>
                {(head) => <th scope="col">{t(head)}</th>}
              </For>
            </tr>
          </thead>
          <tbody>
            <For each={props.report.differences}>
              {({ figure, words, was, now, cases }) => (
                <tr>
                  <th scope="row">{t(words)}</th>
                  <td>{valueText(kindOf(figure), was)}</td>
                  <td>{valueText(kindOf(figure), now)}</td>
                  <td>
                    <ul class="bare-list">
                      <For each={cases}>{(one) => <Cause case_={one} />}</For>
                    </ul>
                  </td>
                </tr>
              )}
            </For>
          </tbody>
        </table>
      </Scroll>
    </section>
  )
}

const Signed = (props: { view: StatisticsView; report: ReportView }) => (
  <>
    <p>
      {t(
        fill(w.signedBy, {
          version: props.report.version,
          name: props.report.signedBy,
          time: showStamp(props.report.signedAt),
        }),
      )}
    </p>
    <Show when={props.report.remarks}>
      <p class="report-remarks">
        <strong>{t(w.remarks)}</strong> {props.report.remarks}
      </p>
    </Show>
    <Steps report={props.report} />
    <p class="muted seal">
      {t(w.seal)} <code>{props.report.hash}</code>
    </p>
    <Show when={props.report.differences.length > 0}>
      <Differences view={props.view} report={props.report} />
    </Show>
    <Show when={props.report.earlier.length > 0}>
      <details>
        <summary>{t(w.earlier)}</summary>
        <ul>
          <For each={props.report.earlier}>
            {({ version, signedBy, signedAt }) => (
              <li>{t(fill(w.signedBy, { version, name: signedBy, time: showStamp(signedAt) }))}</li>
            )}
          </For>
        </ul>
      </details>
    </Show>
  </>
)

export const Report = (props: { view: StatisticsView; query: StatisticsQuery }) => {
  const [act, setAct] = createSignal<Act | null>(null)
  const acts = () => (['sign', 'submit', 'return'] as const).filter((one) => props.view.may[one])
  return (
    <section class="block report" aria-labelledby="report-title">
      <h2 id="report-title">
        {t(w.report)}{' '}
        <span class={`tag ${props.view.report ? '' : 'dashed'}`}>
          {t(props.view.report?.statusWords ?? w.notSigned)}
        </span>
      </h2>
      <Show when={props.view.report}>
        {(report) => <Signed view={props.view} report={report()} />}
      </Show>
      <p class="report-acts print-hidden">
        <For each={acts()}>
          {(one) => (
            <button
              type="button"
              class={`button ${one === 'return' ? '' : 'primary'}`}
              onClick={() => setAct(one)}
            >
              {`${t(titleOf(one, props.view))}…`}
            </button>
          )}
        </For>
      </p>
      <Pen view={props.view} query={props.query} act={act()} onClose={() => setAct(null)} />
    </section>
  )
}
