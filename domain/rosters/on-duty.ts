// Who is on duty in an office at a moment, and whom does a level that calls its post call?
import { civilDate, type Instant } from '../time/instant.ts'
import type { Seat } from './offices.ts'
import { entryOf, type Roster, type RosterEntry } from './roster.ts'
import { addToMonth, monthOf, type Shift, shiftsOfMonth } from './shifts.ts'

/** `none`: the office keeps no roster these months; `gap`: it does, and nobody is on it then. */
export type OnDuty =
  | { kind: 'none' }
  | { kind: 'gap' }
  | { kind: 'shift'; shift: Shift; entry: RosterEntry }

/** The months whose rosters can say anything of a moment: also that of the month before, whose last night runs into this one. */
export const monthsAround = (at: Instant): string[] => {
  const month = monthOf(civilDate(at))
  return [addToMonth(month, -1), month]
}

/** `rosters`: those in force, as agreed. */
export const onDutyAt = (rosters: readonly Roster[], at: Instant): OnDuty => {
  const near = rosters.filter(({ month }) => monthsAround(at).includes(month))
  if (near.length === 0) return { kind: 'none' }
  for (const roster of near) {
    const shift = shiftsIn(rosters, roster).find(({ from, until }) => from <= at && at < until)
    const entry = shift && entryOf(roster, shift)
    if (shift) return entry ? { kind: 'shift', shift, entry } : { kind: 'gap' }
  }
  return { kind: 'gap' }
}

/** The shifts of one of the rosters; its last night ends when the next month's first shift begins. */
export const shiftsIn = (rosters: readonly Roster[], roster: Roster): Shift[] => {
  const next = rosters.find(({ month }) => month === addToMonth(roster.month, 1))
  return shiftsOfMonth(roster.month, roster.starts, next?.starts[0])
}

/** Null: the roster says nothing, everybody who holds the post is called; empty: it should, and does not. */
export const calledBy = (onDuty: OnDuty, seat: Seat): string[] | null => {
  if (onDuty.kind === 'none') return null
  if (onDuty.kind === 'gap') return []
  const { leader, officers } = onDuty.entry
  if (seat === 'officer') return officers
  return leader === null ? [] : [leader]
}
