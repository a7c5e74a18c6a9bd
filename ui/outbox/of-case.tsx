// Which of one's own words about a case have not arrived, and what follows on them?
import { createMemo, For, Show } from 'solid-js'
import type { CaseView } from '../../contract/case/cases.ts'
import type { ActView } from '../../domain/engine/judging/act-view.ts'
import { paths } from '../client/paths.ts'
import { t } from '../client/words.ts'
import { outboxOfCase } from './entries.ts'
import { inWriting, isOfLog, type OutboxEntry } from './entry.ts'

import { ExportButton } from './export-button.tsx'
import { WaitingList } from './waiting-list.tsx'
import { outboxWords as w } from './words.ts'

/** Answers to a task that follow from one that waits: the server offers them when that one has arrived. */
const toFollow = (view: CaseView, waiting: readonly OutboxEntry[]): ActView[] =>
  view.acts.filter(
    ({ type, taskId, deferrable }) =>
      deferrable &&
      taskId !== null &&
      waiting.some((one) => one.taskId === taskId) &&
      !waiting.some((one) => one.taskId === taskId && one.type === type),
  )

/** `only`: the rest stands in another list of the page. */
const WaitingOfCase = (props: { case: CaseView; only?: 'tasks' | 'log' }) => {
  const all = createMemo(() => inWriting(outboxOfCase(props.case.id)))
  const shown = createMemo(() =>
    all().filter((one) => !props.only || isOfLog(one) === (props.only === 'log')),
  )
  const next = createMemo(() => toFollow(props.case, all()))
  return (
    <Show when={shown().length > 0}>
      <section class="block outbox" aria-labelledby="outbox-of-case">
        <h2 id="outbox-of-case">{t(w.title)}</h2>
        <p class="muted">{t(w.lead)}</p>
        <ExportButton entries={shown()} name={props.case.number} />
        <WaitingList entries={shown()} />
        <Show when={next().length > 0}>
          <p class="outbox-buttons print-hidden">
            <span class="muted">{t(w.next)}</span>
            <For each={next()}>
              {(act) => (
                <a class="button small" href={paths.act(props.case.id, act.type, act.taskId)}>
                  {t(act.words)}
                </a>
              )}
            </For>
          </p>
        </Show>
      </section>
    </Show>
  )
}

export default WaitingOfCase
