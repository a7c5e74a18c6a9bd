// What has somebody written on this device, about whichever case, that has not arrived?
import { createMemo, Show } from 'solid-js'
import { t } from '../client/words.ts'
import { usePage } from '../screen/page.ts'
import { inWriting } from './entry.ts'
import { outboxEntries } from './outbox.ts'
import { WaitingList } from './waiting.tsx'
import { outboxWords as w } from './words.ts'

const OutboxPage = () => {
  usePage(() => t(w.title))
  const entries = createMemo(() => inWriting(outboxEntries()))
  return (
    <div class="page narrow">
      <h1>{t(w.title)}</h1>
      <Show when={entries().length > 0} fallback={<p class="empty">{t(w.none)}</p>}>
        <p class="muted">{t(w.lead)}</p>
        <WaitingList entries={entries()} about />
      </Show>
    </div>
  )
}

export default OutboxPage
