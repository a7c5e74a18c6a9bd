// In which order stood the list from which a case was opened, for `[`, `]` and the next one after an act?
import { createSignal } from 'solid-js'

const [order, setOrder] = createSignal<string[]>([])

/** `from`: the case that is opened. */
export const rememberOrder = (caseIds: string[], from?: string) => {
  setOrder(caseIds)
  if (from !== undefined) rememberPlace(from)
}

let place: string | null = null

/** The case before the reader: his list stands there again when he comes back to it. */
export const rememberPlace = (id: string) => {
  place = id
}

/** The row that he left for its case; where that is gone, the one that came next. */
export const placeAmong = <Row extends { caseId: string }>(
  rows: readonly Row[],
): Row | undefined => {
  const at = place === null ? -1 : order().indexOf(place)
  if (at < 0) return undefined
  const here = new Map(rows.map((row) => [row.caseId, row]))
  return order()
    .slice(at)
    .flatMap((id) => here.get(id) ?? [])[0]
}

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
