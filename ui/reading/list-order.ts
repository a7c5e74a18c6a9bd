// In which order stood the list from which a case was opened, for `[`, `]` and the next one after an act?
import { createSignal } from 'solid-js'

const [order, setOrder] = createSignal<string[]>([])

export { order, setOrder as rememberOrder }

/** The case `step` places after `id` in the remembered list. */
export const neighbour = (id: string, step: 1 | -1): string | null => {
  const at = order().indexOf(id)
  return at < 0 ? null : (order()[at + step] ?? null)
}

const unread = new Set<string>()

/** Cases whose task nobody of the group has opened yet, as the inbox said. */
export const rememberUnread = (rows: { caseId: string; unread: boolean }[]) => {
  for (const row of rows) if (row.unread) unread.add(row.caseId)
}

/** Whether opening this case is worth telling; true once. */
export const takeUnread = (id: string): boolean => unread.delete(id)
