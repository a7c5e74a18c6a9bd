// What of somebody's own words has not arrived, why not, and what can he do about it?
import { useNavigate } from '@solidjs/router'
import { createSignal, For, Show } from 'solid-js'
import { fill, type Text } from '../../domain/language/words.ts'
import { paths } from '../client/paths.ts'
import { t } from '../client/words.ts'
import { Dialog } from '../screen/dialog.tsx'
import { showMoment } from '../screen/time.ts'
import { outboxEntries } from './entries.ts'
import { heldUpBy, type OutboxEntry } from './entry.ts'
import { dropEntry, holdEntry, resendEntry } from './outbox.ts'
import { outboxWords as w } from './words.ts'
import './outbox.css'

const stateWords = ({ state, unanswered }: OutboxEntry): Text =>
  state === 'waiting' && unanswered ? w.unanswered : w[state]

const Refused = (props: { entry: OutboxEntry }) => (
  <Show when={props.entry.state === 'refused' && props.entry.refusal}>
    {(refusal) => (
      <div class="outbox-refusal">
        <strong>{t(refusal().title)}</strong>
        <ul>
          <For each={refusal().reasons}>{(reason) => <li>{t(reason)}</li>}</For>
        </ul>
      </div>
    )}
  </Show>
)

const Discard = (props: { entry: OutboxEntry; onClose: () => void }) => (
  <Dialog open={true} title={t(w.discardTitle)} onClose={() => props.onClose()}>
    <p>
      {t(props.entry.words)} · {props.entry.about}
    </p>
    <p>{t(props.entry.unanswered ? w.discardUnclear : w.discardHint)}</p>
    <p class="form-actions">
      <button type="button" class="button primary" onClick={() => props.onClose()}>
        {t(w.keep)}
      </button>
      <button type="button" class="button" onClick={() => void dropEntry(props.entry)}>
        {t(w.discard)}
      </button>
    </p>
  </Dialog>
)

const Buttons = (props: { entry: OutboxEntry }) => {
  const navigate = useNavigate()
  const [asks, setAsks] = createSignal(false)
  const edit = async () => {
    const { caseId, type, taskId, key } = props.entry
    const href = paths.act(caseId, type, taskId, { waiting: key })
    if (await holdEntry(props.entry, href)) navigate(href)
  }
  return (
    <p class="outbox-buttons print-hidden">
      <Show when={!props.entry.unanswered && !props.entry.appended}>
        <button type="button" class="button small" onClick={() => void edit()}>
          {t(props.entry.state === 'held' ? w.goOn : w.edit)}
        </button>
      </Show>
      <Show when={props.entry.state !== 'waiting'}>
        <button type="button" class="button small" onClick={() => void resendEntry(props.entry)}>
          {t(w.resend)}
        </button>
      </Show>
      <button type="button" class="button small" onClick={() => setAsks(true)}>
        {t(w.discard)}
      </button>
      <Show when={asks()}>
        <Discard entry={props.entry} onClose={() => setAsks(false)} />
      </Show>
    </p>
  )
}

/** What stands of an entry below its time, in a list of its own or among what has arrived. */
const WaitingBody = (props: { entry: OutboxEntry }) => (
  <div class={`outbox-entry ${props.entry.state}`}>
    <p>
      <strong>{t(props.entry.words)}</strong>{' '}
      <Show when={props.entry.item}>{(item) => <>{t(item())} </>}</Show>
      <span class="muted">{props.entry.author}</span>{' '}
      <span class="tag dashed">{t(stateWords(props.entry))}</span>
    </p>
    <p class="muted">
      <Show when={props.entry.happenedAt}>
        {(at) => <>{t(fill(w.happened, { at: showMoment(at()) }))} · </>}
      </Show>
      {t(fill(w.written, { at: showMoment(props.entry.writtenAt) }))}
    </p>
    <Show when={heldUpBy(props.entry, outboxEntries())}>
      {(one) => <p class="muted">{t(fill(w.before, { act: t(one().words) }))}</p>}
    </Show>
    <p class="outbox-said">
      <For each={props.entry.shown}>
        {(answer, nth) => (
          <>
            {nth() > 0 ? ' · ' : ''}
            <span class="muted">{t(answer.label)}</span>{' '}
            {answer.moment ? showMoment(answer.moment) : t(answer.value)}
          </>
        )}
      </For>
    </p>
    <Refused entry={props.entry} />
    <Buttons entry={props.entry} />
  </div>
)

export default WaitingBody
