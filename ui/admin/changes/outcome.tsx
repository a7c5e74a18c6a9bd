// How far has the approved change come, and where did it not do what the dry run had said?
import { For, Show } from 'solid-js'
import type { ProposalView } from '../../../contract/change/changes.ts'
import type { OutcomeView } from '../../../contract/change/moves.ts'
import { fill } from '../../../domain/language/words.ts'
import { paths } from '../../client/paths.ts'
import { t } from '../../client/words.ts'
import { Scroll } from '../../screen/scroll.tsx'
import { changeWords as w } from './words.ts'

const showDates = (dates: OutcomeView['differences'][number]['happened']): string => {
  if (dates === null) return t(w.none)
  return dates.grade
    ? `${t(dates.grade.from)} → ${t(dates.grade.to)}`
    : `${dates.from === dates.to ? dates.to : `${dates.from} → ${dates.to}`} · ${t(dates.firm ? w.firm : w.estimated)}`
}

const Differences = (props: { outcome: OutcomeView }) => (
  <Scroll name={w.differences}>
    <table class="plain-table">
      <caption>{t(w.differences)}</caption>
      <thead>
        <tr>
          <For each={[w.number, w.clock, w.expected, w.happened, w.cause]}>
            {(head) => <th scope="col">{t(head)}</th>}
          </For>
        </tr>
      </thead>
      <tbody>
        <For each={props.outcome.differences}>
          {(one) => (
            <tr>
              <th scope="row">
                <a href={paths.case(one.caseId, 'record')}>{one.number}</a>
              </th>
              <td>{t(one.clockWords)}</td>
              <td>{showDates(one.expected)}</td>
              <td>{showDates(one.happened)}</td>
              <td>{t(one.causeWords)}</td>
            </tr>
          )}
        </For>
      </tbody>
    </table>
  </Scroll>
)

const Errors = (props: { errors: OutcomeView['errors'] }) => (
  <Scroll name={w.errors}>
    <table class="plain-table">
      <caption>{t(w.errors)}</caption>
      <thead>
        <tr>
          <For each={[w.number, w.error]}>{(head) => <th scope="col">{t(head)}</th>}</For>
        </tr>
      </thead>
      <tbody>
        <For each={props.errors}>
          {(one) => (
            <tr>
              <th scope="row">
                <a href={paths.case(one.caseId, 'record')}>{one.number}</a>
              </th>
              <td>{one.error}</td>
            </tr>
          )}
        </For>
      </tbody>
    </table>
  </Scroll>
)

const Verdict = (props: { outcome: OutcomeView }) => (
  <Show
    when={props.outcome.asPreviewed}
    fallback={<p>▲ {t(fill(w.otherwise, { n: props.outcome.differing }))}</p>}
  >
    <p>✓ {t(fill(w.asPreviewed, { n: props.outcome.movedCount }))}</p>
  </Show>
)

export const Outcome = (props: { one: ProposalView; outcome: OutcomeView }) => (
  <section class="block" aria-labelledby="cal-outcome">
    <h2 id="cal-outcome">{t(w.outcome)}</h2>
    <Show
      when={props.outcome.status !== 'collecting'}
      fallback={<p role="status">{t(w.collecting)}</p>}
    >
      <p role="status">
        {t(
          fill(w.progress, {
            done: props.outcome.done,
            total: props.outcome.total,
            failed: props.outcome.failed,
          }),
        )}
      </p>
      <Show when={props.outcome.status === 'running'}>
        <p class="muted">{t(fill(w.perMinute, { n: props.outcome.perMinute }))}</p>
      </Show>
      <progress
        value={props.outcome.done + props.outcome.failed}
        max={Math.max(1, props.outcome.total)}
        aria-label={t(w.outcome)}
      />
    </Show>
    <Show when={props.outcome.errors.length > 0}>
      <Errors errors={props.outcome.errors} />
    </Show>
    <Show when={props.outcome.status === 'done'}>
      <Verdict outcome={props.outcome} />
      <p class="muted cal-print">
        {t(w.digest)} <code>{props.outcome.digest?.slice(0, 24)}</code>
      </p>
      <Show when={props.outcome.differences.length > 0}>
        <Differences outcome={props.outcome} />
      </Show>
    </Show>
  </section>
)
