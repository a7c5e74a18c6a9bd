// How grave is a plant's condition among ours?
import type { Level } from '../port/port.ts'
import type { LimitState } from './fields.ts'
import type { Item } from './items.ts'

/** OPC UA Part 5 §6.4.2: 1 … 1000. The severities of plants are rarely comparable: the park's own table goes first. */
export const levelOf = (
  severity: number | null,
  state: LimitState | null,
  item: Item | undefined,
): Level => {
  const own = state === null ? undefined : item?.levels[state]
  if (own !== undefined) return own
  const known = severity ?? 0
  return known > 800 ? 1 : known > 600 ? 2 : known > 400 ? 3 : 4
}
