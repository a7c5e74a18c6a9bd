// Which conditions of a plant are held open, in their trunk and their branches?

import { remember } from '../frames/recall.ts'
import type { Condition } from '../port/port.ts'

/** One occurrence: the present one, or an earlier one that nobody has acknowledged (a branch). */
export type Held = {
  /** What of it was told to us last. */
  condition: Condition
  /** The newest EventId of this very branch: the only one that an acknowledgement may name. */
  event: string
  active: boolean
  acked: boolean
  retain: boolean
  input: string | null
  /** A branch of which the server has not spoken since we came back. */
  unconfirmed: boolean
}

export type Book = ReturnType<typeof createBook>

const mostSeen = 20_000
/** More are merged: a server may make one at each change of an alarm that nobody acknowledges. */
export const mostBranches = 20

const keyOf = (condition: string, branch: string | null): string =>
  branch === null ? condition : `${condition} ${branch}`

/** `known`: what stood open when this process began, from the database. */
export const createBook = (known: readonly Condition[] = []) => {
  const trunks = new Map<string, Held>()
  const branches = new Map<string, Map<string, Held>>()
  const seen = new Map<string, true>()
  for (const condition of known) {
    const { event, active } = condition
    // Acknowledged here is not acknowledged there: the plant has to say so itself.
    trunks.set(condition.condition, {
      condition,
      event,
      active,
      acked: false,
      retain: true,
      input: null,
      unconfirmed: false,
    })
  }
  const branchesOf = (condition: string): Map<string, Held> => branches.get(condition) ?? new Map()
  return {
    trunk: (condition: string): Held | undefined => trunks.get(condition),
    branch: (condition: string, branch: string): Held | undefined =>
      branchesOf(condition).get(branch),
    branchesOf: (condition: string): [string, Held][] => [...branchesOf(condition)],
    trunks: (): [string, Held][] => [...trunks],
    allBranches: (): [string, string, Held][] =>
      [...branches].flatMap(([of, held]) =>
        [...held].map(([id, one]): [string, string, Held] => [of, id, one]),
      ),
    keep: (condition: string, branch: string | null, held: Held): void => {
      if (branch === null) {
        trunks.set(condition, held)
        return
      }
      const known = branches.get(condition) ?? new Map<string, Held>()
      branches.set(condition, known.set(branch, held))
    },
    drop: (condition: string, branch: string | null): void => {
      if (branch === null) trunks.delete(condition)
      else if (branches.get(condition)?.delete(branch) && branchesOf(condition).size === 0)
        branches.delete(condition)
    },
    /** Whether this event was received before; two refreshes at once bring each twice. */
    again: (condition: string, branch: string | null, event: string): boolean =>
      seen.has(`${keyOf(condition, branch)}/${event}`),
    note: (condition: string, branch: string | null, event: string): void =>
      remember(seen, `${keyOf(condition, branch)}/${event}`, true as const, mostSeen),
  }
}
