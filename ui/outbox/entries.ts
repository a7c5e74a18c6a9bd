// What waits on this device of the person who is signed in, as every page reads it?
import { createSignal } from 'solid-js'
import type { OutboxEntry } from './entry.ts'

const [entries, setEntries] = createSignal<OutboxEntry[]>([])

/** Of the person whose outbox is open. */
export const outboxEntries = entries

/** Only the outbox itself says so. */
export const showEntries = setEntries

/** Those about one case. */
export const outboxOfCase = (id: string): OutboxEntry[] =>
  entries().filter(({ caseId }) => caseId === id)
