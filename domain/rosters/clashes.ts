// Who would keep the duty in two places at once?
import type { Instant } from '../time/instant.ts'
import { shiftsIn } from './on-duty.ts'
import { entryOf, type Roster, standing } from './roster.ts'
import type { Shift, ShiftKey } from './shifts.ts'

type Kept = { person: string; shift: Shift }

const keptIn = (rosters: readonly Roster[], roster: Roster, at: Instant): Kept[] =>
  shiftsIn(rosters, roster)
    .filter(({ until }) => until > at)
    .flatMap((shift) => {
      const entry = entryOf(roster, shift)
      return (entry ? standing(entry) : []).map(({ person }) => ({ person, shift }))
    })

/** Shifts to come of a roster whose people are on duty by one of the others at that time. */
export const clashesWith = (
  wanted: Roster,
  others: readonly Roster[],
  at: Instant,
): { person: string; shift: ShiftKey }[] => {
  const elsewhere = new Map<string, Shift[]>()
  for (const roster of others)
    for (const { person, shift } of keptIn(others, roster, at))
      elsewhere.set(person, [...(elsewhere.get(person) ?? []), shift])
  return keptIn([wanted], wanted, at)
    .filter(
      ({ person, shift }) =>
        shift.from > at &&
        (elsewhere.get(person) ?? []).some(
          (other) => other.from < shift.until && shift.from < other.until,
        ),
    )
    .map(({ person, shift: { day, start } }) => ({ person, shift: { day, start } }))
}
