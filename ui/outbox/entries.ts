// What waits on this device of the person who is signed in, as every page reads it?
import { createSignal } from 'solid-js'
import type { OutboxEntry } from './entry.ts'

const [entries, setEntries] = createSignal<OutboxEntry[]>([])

/** Of the person whose outbox is open. */
export const outboxEntries = entries

/** `unreadable`: the browser does not give them back; nobody then knows what waits. */
const [reading, setReading] = createSignal<'begun' | 'read' | 'unreadable'>('begun')
export const outboxReading = reading

/** Only the outbox itself says so; null: they could not be read. */
export const showEntries = (found: OutboxEntry[] | null): void => {
  setReading(found ? 'read' : 'unreadable')
  setEntries(found ?? [])
}

/** Of the next person nothing is known yet. */
export const hideEntries = (): void => {
  setReading('begun')
  setEntries([])
}

/** Those about one case. */
export const outboxOfCase = (id: string): OutboxEntry[] =>
  entries().filter(({ caseId }) => caseId === id)
