// How is a list walked by keyboard?
import type { Accessor } from 'solid-js'
import type { ListRow } from './case-list.tsx'
import { useKeys } from './keys.ts'

type Place = {
  rows: Accessor<ListRow[]>
  current: Accessor<ListRow | null>
  chosen: Accessor<ReadonlySet<string>>
  setCurrent: (key: string) => void
  setChosen: (keys: ReadonlySet<string>) => void
  open: (row: ListRow) => void
}

/** `j k x Esc /` for the page, and the handler for keys that only count while the list has the focus. */
export const useListKeys = (place: Place) => {
  const move = (step: number) => {
    const rows = place.rows()
    const at = rows.findIndex((row) => row.key === place.current()?.key)
    const next = rows[Math.max(0, Math.min(rows.length - 1, at + step))]
    if (next) place.setCurrent(next.key)
    return next
  }
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
  useKeys({
    j: () => move(1),
    k: () => move(-1),
    'Shift+j': () => extend(1),
    'Shift+k': () => extend(-1),
    x: () => toggle(place.current()?.key),
    Escape: () => place.setChosen(new Set()),
    '/': () => document.querySelector<HTMLInputElement>('[data-search]')?.focus(),
  })
  const inList: Record<string, () => void> = {
    Enter: open,
    ArrowDown: () => move(1),
    ArrowUp: () => move(-1),
    Home: () => move(-1e6),
    End: () => move(1e6),
    PageDown: () => move(10),
    PageUp: () => move(-10),
    ' ': () => toggle(place.current()?.key),
  }
  return (event: KeyboardEvent) => {
    const act = event.isComposing ? undefined : inList[event.key]
    if (!act) return
    event.preventDefault()
    act()
  }
}
