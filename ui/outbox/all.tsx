// What has somebody written on this device, about whichever case, that has not arrived?
import { createMemo, Show } from 'solid-js'
import { t } from '../client/words.ts'
import { outboxEntries } from './entries.ts'
import { inWriting } from './entry.ts'

import { ExportButton } from './export-button.tsx'
import { WaitingList } from './waiting-list.tsx'
import { outboxWords as w } from './words.ts'

const Outbox = () => {
  const entries = createMemo(() => inWriting(outboxEntries()))
  return (
    <Show when={entries().length > 0}>
      <section class="block" aria-labelledby="outbox-all">
        <h2 id="outbox-all">{t(w.title)}</h2>
        <p class="muted">{t(w.lead)}</p>
        <ExportButton entries={entries()} name="" />
        <WaitingList entries={entries()} about />
      </section>
    </Show>
  )
}

export default Outbox
