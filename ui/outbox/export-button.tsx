// How does somebody take along what this device has and nobody else?
import { t } from '../client/words.ts'
import type { OutboxEntry } from './entry.ts'
import { outboxWords as w } from './words.ts'

export const ExportButton = (props: { entries: readonly OutboxEntry[]; name: string }) => {
  const run = async () => {
    const { exportEntries } = await import('./export.ts')
    await exportEntries(props.entries, props.name)
  }
  return (
    <p class="outbox-buttons print-hidden">
      <button type="button" class="button small" onClick={() => void run()}>
        {t(w.export)}
      </button>
    </p>
  )
}
