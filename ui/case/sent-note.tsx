// Did the act arrive, and what comes next?
import { Show } from 'solid-js'
import type { CaseView } from '../../contract/case/cases.ts'
import { fill } from '../../domain/language/words.ts'
import { paths } from '../client/paths.ts'
import { t, words } from '../client/words.ts'
import { neighbour } from '../reading/list-order.ts'
import { usePoll } from '../reading/poll.ts'
import { client } from '../reading/queries.ts'
import { useMe } from '../screen/me.ts'
import { focusWhenReady } from '../screen/page.ts'
import { sentWords as w } from './sent-words.ts'

/** A confirmation that stays until it is closed; a pending commit is asked for again every two seconds. */
const SentNote = (props: {
  type: string
  case: CaseView | undefined
  pending: boolean
  onClose: () => void
}) => {
  const me = useMe()
  const next = () => (props.case ? neighbour(props.case.id, 1) : null)
  usePoll(
    () => props.pending,
    2_000,
    () => void client.invalidateQueries({ queryKey: ['case', props.case?.id] }),
  )
  return (
    <div class="confirmation" role="status" tabindex="-1" ref={focusWhenReady}>
      <p>
        <strong>✓ {t(w.sentPlain)}</strong>
        <Show when={props.type === 'start' && props.case}>
          {(one) => <span> {t(fill(words.reference, { id: one().number }))}</span>}
        </Show>
      </p>
      <Show when={props.pending}>
        <p>{t(w.pendingCommit)}</p>
      </Show>
      <p class="confirmation-links">
        <Show when={!me().enterprise && next()}>
          {(id) => (
            <a class="button small" href={paths.case(id())}>
              {t(w.sentNext)}
            </a>
          )}
        </Show>
        <a class="button small" href={me().enterprise ? paths.matters : paths.inbox()}>
          {t(me().enterprise ? words.myMatters : w.back)}
        </a>
        <button type="button" class="button small quiet" onClick={() => props.onClose()}>
          {t(words.close)}
        </button>
      </p>
    </div>
  )
}

export default SentNote
