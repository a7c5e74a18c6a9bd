// How far does a fine lie from the middle of its step, and from what like cases were fined?
import type { FineRange } from '../model/statistics-definition.ts'
import { addMonths, type Day } from '../time/days.ts'

export type FinePosition = 'below' | 'within' | 'above'

/** Fewer than this say nothing of an office, and nothing of what is usual. */
export const fewestTelling = 5
/** Like cases are those of the two years before. */
const likeMonths = 24

/** From which day on a decision is a like case of one of that day. */
export const likeSince = (day: Day): Day => addMonths(day, -likeMonths)

export const positionOf = ({ from, to }: FineRange, fine: number): FinePosition =>
  fine < from ? 'below' : fine > to ? 'above' : 'within'

/** By which share a fine differs from another amount; null: from nought nothing is a share. */
export const shareFrom = (amount: number | null, fine: number): number | null =>
  amount === null || amount === 0 ? null : (fine - amount) / amount

export const middleOf = ({ from, to }: FineRange): number => (from + to) / 2

/** `caseId`: several persons may be fined in one case. */
export type LikeFine = { id: string; caseId: string; day: Day; fine: number }
/** In how many like cases there were such fines, and the median of their fines; null: there was none. */
export type LikeCases = { n: number; median: number | null }

/**
 * For each decision the others of the same cause and step in the two years before its day; what was decided on the very day nobody
 * could go by.
 */
export const likeCasesOf = (all: readonly LikeFine[]): Map<string, LikeCases> => {
  const inOrder = all.toSorted((a, b) => a.day.localeCompare(b.day) || a.id.localeCompare(b.id))
  const found = new Map<string, LikeCases>()
  const sorted: number[] = []
  const fines = new Map<string, number>()
  const count = (caseId: string, by: 1 | -1): void => {
    const n = (fines.get(caseId) ?? 0) + by
    if (n > 0) fines.set(caseId, n)
    else fines.delete(caseId)
  }
  let [first, next] = [0, 0]
  for (const { id, day } of inOrder) {
    const since = likeSince(day)
    for (let one = inOrder[next]; one && one.day < day; one = inOrder[++next]) {
      sorted.splice(placeIn(sorted, one.fine), 0, one.fine)
      count(one.caseId, 1)
    }
    for (let one = inOrder[first]; one && one.day < since; one = inOrder[++first]) {
      sorted.splice(placeIn(sorted, one.fine), 1)
      count(one.caseId, -1)
    }
    found.set(id, { n: fines.size, median: medianOf(sorted) })
  }
  return found
}

/** The first place whose value is not smaller. */
const placeIn = (sorted: readonly number[], value: number): number => {
  let [low, high] = [0, sorted.length]
  while (low < high) {
    const middle = (low + high) >> 1
    if ((sorted[middle] ?? 0) < value) low = middle + 1
    else high = middle
  }
  return low
}

/** Of values that are in order. */
const medianOf = (sorted: readonly number[]): number | null => {
  const [low, high] = [sorted[(sorted.length - 1) >> 1], sorted[sorted.length >> 1]]
  return low === undefined || high === undefined ? null : (low + high) / 2
}
