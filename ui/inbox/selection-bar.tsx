// What can be done with several rows at once?
import { createSignal, Show } from 'solid-js'
import type { InboxRow } from '../../contract/case/lists.ts'
import { fill } from '../../domain/language/words.ts'
import type { InboxBox } from '../../domain/views/case-views.ts'
import { caseApi } from '../client/case/cases.ts'
import { newKey } from '../client/client.ts'
import { t } from '../client/words.ts'
import { listWords as w } from '../list/list-words.ts'
import { staleFor } from '../reading/live.ts'
import { refreshAfter } from '../reading/queries.ts'
import { asListRow } from './rows.ts'

type Outcome = { claimed: number; failed: string[] }

/** Claims one after another; each answers for itself. */
const claimAll = async (rows: InboxRow[]): Promise<Outcome> => {
  const outcome: Outcome = { claimed: 0, failed: [] }
  for (const row of rows) {
    try {
      const view = await caseApi.case(row.caseId)
      const answer = await caseApi.act({
        id: row.caseId,
        type: 'claim',
        data: {},
        taskId: row.taskId,
        key: newKey(),
        material: view.material,
      })
      outcome.claimed += 1
      refreshAfter(row.caseId, answer.revision)
    } catch {
      outcome.failed.push(row.number)
    }
  }
  return outcome
}

export const SelectionBar = (props: {
  box: InboxBox
  rows: InboxRow[]
  chosen: ReadonlySet<string>
  onClear: () => void
}) => {
  const [outcome, setOutcome] = createSignal<Outcome | null>(null)
  const [busy, setBusy] = createSignal(false)
  const claim = async () => {
    if (busy() || staleFor() > 0) return
    setBusy(true)
    setOutcome(
      await claimAll(props.rows.filter((row) => props.chosen.has(asListRow(row, props.box).key))),
    )
    setBusy(false)
    props.onClear()
  }
  return (
    <>
      <Show when={props.chosen.size > 0}>
        <div class="selection-bar" role="status">
          <strong>{t(fill(w.chosen, { n: props.chosen.size }))}</strong>
          <Show when={props.box === 'pool'}>
            <button
              type="button"
              class="button small"
              aria-disabled={busy()}
              onClick={() => void claim()}
            >
              {t(w.claimChosen)}
            </button>
          </Show>
          <button type="button" class="button small quiet" onClick={() => props.onClear()}>
            {t(w.clear)}
          </button>
        </div>
      </Show>
      <Show when={outcome()}>
        {(result) => (
          <div class="selection-bar" role="status">
            {t(fill(w.claimResult, { n: result().claimed }))}
            <Show when={result().failed.length > 0}>
              <span> {t(fill(w.claimFailed, { names: result().failed.join(' ') }))}</span>
            </Show>
          </div>
        )}
      </Show>
    </>
  )
}
