// In which order stood the list from which a case was opened, for `[`, `]` and the next one after an act?
import { createSignal } from 'solid-js'

const [order, setOrder] = createSignal<string[]>([])

export const rememberOrder = setOrder

/** The case `step` places after `id` in the remembered list. */
export const neighbour = (id: string, step: 1 | -1): string | null => {
  const at = order().indexOf(id)
  return at < 0 ? null : (order()[at + step] ?? null)
}
