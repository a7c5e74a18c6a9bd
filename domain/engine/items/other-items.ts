// How does one item of a case reach another: by its number, and what does a step change of what the other remembers?
import { stateKey } from '../../model/chart.ts'
import type { ItemDefinition, ProcessDefinition } from '../../model/process.ts'
import type { CaseItem, CaseItems, CaseRecord, ItemNumber, Obligation } from '../../model/record.ts'
import type { Instant } from '../../time/instant.ts'
import { end, isRunning } from '../clocks/obligations.ts'
import { clockOf } from '../clocks/rearming.ts'

/** The number of the fact that opened it, open or ended (ended: only where it was opened with something confidential); null: not known. */
export const numberOfItem = (
  { items = {}, itemSecrets = {} }: Pick<CaseRecord, 'items' | 'itemSecrets'>,
  { kind, nth }: ItemNumber,
): number | null => {
  const isIt = (one: ItemNumber): boolean => one.kind === kind && one.nth === nth
  const open = Object.values(items).find(isIt)
  if (open) return open.no
  const ended = Object.entries(itemSecrets).find(([, one]) => isIt(one))
  return ended ? Number(ended[0]) : null
}

/** The inverse; null: no item has that number, or it has ended and was opened with nothing confidential. */
export const itemNumberOf = (
  { items = {}, itemSecrets = {} }: Pick<CaseRecord, 'items' | 'itemSecrets'>,
  no: number,
): ItemNumber | null => items[no] ?? itemSecrets[no] ?? null

/** The other open items after a step of one: their charts stay where they are. */
export const withChangedItems = (
  { changesOther }: Pick<ItemDefinition, 'changesOther'>,
  { no, snapshot: { value, context } }: CaseItem,
  items: CaseItems,
): CaseItems => {
  if (!changesOther) return items
  const moved = { state: stateKey(value), context }
  return Object.fromEntries(
    Object.entries(items).map(([key, one]) => {
      if (one.no === no) return [key, one]
      const { kind, nth, snapshot } = one
      const changed = changesOther(moved, { kind, nth, context: snapshot.context })
      return [
        key,
        { ...one, snapshot: { ...snapshot, context: { ...snapshot.context, ...changed } } },
      ]
    }),
  )
}

/** The other open items once one was opened, and all periods that ran before. */
export const besideOpened = (
  process: ProcessDefinition,
  definition: Pick<ItemDefinition, 'changesOther'>,
  { items: before = {}, obligations }: Pick<CaseRecord, 'items' | 'obligations'>,
  opened: CaseItem,
): { items: CaseItems; obligations: Obligation[] } => {
  const items = withChangedItems(definition, opened, before)
  return {
    items,
    obligations: definition.changesOther
      ? withYieldedPeriods(process, items, obligations, opened.openedAt)
      : obligations,
  }
}

/** The periods of the items as they were changed: what nobody owes any more by what an item remembers now is not waited for. */
export const withYieldedPeriods = (
  process: ProcessDefinition,
  items: CaseItems,
  obligations: Obligation[],
  at: Instant,
): Obligation[] =>
  obligations.map((one) => {
    const of = one.item === undefined ? undefined : items[one.item]
    const yields =
      of && isRunning(one) && clockOf(process, one).yieldsIf?.(of.snapshot.context) === true
    return yields ? end(one, 'replaced', at) : one
  })
