// How is a list walked by keyboard, and where does one stand who comes back to it?
import { type Accessor, createEffect, untrack } from 'solid-js'
import { order, rememberOrder } from '../reading/list-order.ts'
import { useKeys } from '../screen/keys.ts'
import type { ListRow } from './case-list.tsx'

type Place = {
  rows: Accessor<ListRow[]>
  current: Accessor<ListRow | null>
  chosen: Accessor<ReadonlySet<string>>
  setCurrent: (key: string) => void
  setChosen: (keys: ReadonlySet<string>) => void
  open: (row: ListRow) => void
}

/** What can be done from where the reader stands. */
const createMoves = (place: Place) => {
  // Pressed before the rows had come.
  let ahead = 0
  const move = (step: number) => {
    const rows = place.rows()
    if (rows.length === 0) ahead += step
    const at = rows.findIndex((row) => row.key === place.current()?.key)
    const next = rows[Math.max(0, Math.min(rows.length - 1, at + step))]
    if (next) place.setCurrent(next.key)
    return next
  }
  createEffect(() => {
    if (place.rows().length === 0 || ahead === 0) return
    untrack(() => move(ahead))
    ahead = 0
  })
  const toggle = (key: string | undefined, on?: boolean) => {
    if (!key) return
    const next = new Set(place.chosen())
    if (on ?? !next.has(key)) next.add(key)
    else next.delete(key)
    place.setChosen(next)
  }
  const extend = (step: number) => {
    toggle(place.current()?.key, true)
    toggle(move(step)?.key, true)
  }
  const open = () => {
    const row = place.current()
    if (row) place.open(row)
  }
  return { move, toggle: () => toggle(place.current()?.key), extend, open }
}

/** `j k x Enter Esc /` for the page, and the handler for keys that only count while the list has the focus. */
export const useListKeys = (place: Place) => {
  const { move, toggle, extend, open } = createMoves(place)
  useKeys({
    j: () => move(1),
    k: () => move(-1),
    'Shift+j': () => extend(1),
    'Shift+k': () => extend(-1),
    x: toggle,
    Enter: open,
    Escape: () => place.setChosen(new Set()),
    '/': () => document.querySelector<HTMLInputElement>('[data-search]')?.focus(),
  })
  const steps: Record<string, number> = {
    ArrowDown: 1,
    ArrowUp: -1,
    Home: -1e6,
    End: 1e6,
    PageDown: 10,
    PageUp: -10,
  }
  return (event: KeyboardEvent) => {
    const step = steps[event.key]
    if (event.isComposing || (step === undefined && event.key !== 'Enter' && event.key !== ' '))
      return
    event.preventDefault()
    if (step !== undefined) move(step)
    else if (event.key === 'Enter') open()
    else toggle()
  }
}

let left = ''

/** A row is left for its case, whose neighbours are those of the list. */
export const leaveFor = ({ caseId }: ListRow, rows: readonly ListRow[]) => {
  rememberOrder(rows.map((one) => one.caseId))
  left = caseId
}

/** The row that he left for its case; where that is gone, the one that came next. */
export const placeAmong = <Row extends { caseId: string }>(
  rows: readonly Row[],
): Row | undefined => {
  const at = order().indexOf(left)
  if (at < 0) return undefined
  const here = new Map(rows.map((row) => [row.caseId, row]))
  return order()
    .slice(at)
    .flatMap((id) => here.get(id) ?? [])[0]
}
