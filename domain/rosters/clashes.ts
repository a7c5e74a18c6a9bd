// Who would keep the duty in two places at once?
import type { Instant } from '../time/instant.ts'
import { shiftsIn } from './on-duty.ts'
import { entryOf, type Roster, standing } from './roster.ts'
import { addToMonth, type Shift, type ShiftKey } from './shifts.ts'

type Kept = { person: string; shift: Shift }

const keptIn = (rosters: readonly Roster[], roster: Roster, at: Instant): Kept[] =>
  shiftsIn(rosters, roster)
    .filter(({ until }) => until > at)
    .flatMap((shift) => {
      const entry = entryOf(roster, shift)
      return (entry ? standing(entry) : []).map(({ person }) => ({ person, shift }))
    })

/** What is in force in two offices; in `own` a wanted roster takes the place of its month. */
type Offices = { own: readonly Roster[]; others: readonly Roster[] }

/** Shifts to come of an office, were a roster of it wanted so, whose people are on duty by one of the others at that time. */
export const clashesWith = (
  wanted: Roster,
  { own, others }: Offices,
  at: Instant,
): { person: string; shift: ShiftKey }[] => {
  const rosters = [...own.filter(({ month }) => month !== wanted.month), wanted]
  const elsewhere = new Map<string, Shift[]>()
  for (const roster of others)
    for (const { person, shift } of keptIn(others, roster, at))
      elsewhere.set(person, [...(elsewhere.get(person) ?? []), shift])
  return [...lengthened(own, rosters, wanted, at), ...keptIn(rosters, wanted, at)]
    .filter(
      ({ person, shift }) =>
        shift.from > at &&
        (elsewhere.get(person) ?? []).some(
          (other) => other.from < shift.until && shift.from < other.until,
        ),
    )
    .map(({ person, shift: { day, start } }) => ({ person, shift: { day, start } }))
}

/** The last night of the month before ends with the first shift of this one: what it lasts longer than it did. */
const lengthened = (
  own: readonly Roster[],
  rosters: readonly Roster[],
  wanted: Roster,
  at: Instant,
): Kept[] => {
  const before = own.find(({ month }) => month === addToMonth(wanted.month, -1))
  if (!before) return []
  const ended = shiftsIn(own, before).at(-1)?.until ?? at
  return keptIn(rosters, before, at)
    .filter(({ shift }) => shift.until > ended)
    .map(({ person, shift }) => ({ person, shift: { ...shift, from: ended } }))
}
