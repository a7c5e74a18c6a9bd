// How does the keyboard move and choose in the grid of a month?
import type { RosterMonthView } from '../../contract/rosters/rosters.ts'

type Person = Pick<RosterMonthView['people'][number], 'id' | 'pinyin'>

/** The next one after who is chosen whose pinyin begins with the letter; null: nobody's does. */
export const nextByLetter = (
  people: readonly Person[],
  chosen: string,
  letter: string,
): string | null => {
  const fitting = people.filter(({ pinyin }) => pinyin.toLowerCase().startsWith(letter))
  const at = fitting.findIndex(({ id }) => id === chosen)
  return fitting[(at + 1) % Math.max(fitting.length, 1)]?.id ?? null
}

/** The cell of the same column so many rows further, among those that can be changed. */
export const neighbourOf = (cell: HTMLElement, by: 1 | -1): HTMLElement | null => {
  const column = cell.dataset.column ?? ''
  const cells = [
    ...(cell.closest('table')?.querySelectorAll<HTMLElement>(`[data-column="${column}"]`) ?? []),
  ]
  return cells[cells.indexOf(cell) + by] ?? null
}

/** What a key does in a cell: a choice, a move, or nothing that is not the browser's own. */
export const onCellKey = (
  event: KeyboardEvent & { currentTarget: HTMLSelectElement },
  people: readonly Person[],
  choose: (id: string) => void,
): void => {
  const cell = event.currentTarget
  if (event.ctrlKey || event.metaKey || event.altKey) return
  if (event.key === 'Enter') {
    event.preventDefault()
    neighbourOf(cell, event.shiftKey ? -1 : 1)?.focus()
  }
  if (event.key === 'Delete' || event.key === 'Backspace') {
    event.preventDefault()
    choose('')
  }
  if (!/^[a-z]$/i.test(event.key)) return
  event.preventDefault()
  const found = nextByLetter(people, cell.value, event.key.toLowerCase())
  if (found !== null) choose(found)
}
