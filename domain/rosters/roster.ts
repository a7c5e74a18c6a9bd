// Who is on duty in a month, what is wrong with it as entered, and which shifts does nobody keep?
import type { Instant } from '../time/instant.ts'
import type { Seat } from './offices.ts'
import {
  areStarts,
  daysOfMonth,
  type Month,
  type Shift,
  type ShiftKey,
  type Start,
  sameShift,
  shiftName,
  shiftsOfMonth,
} from './shifts.ts'

export type RosterEntry = ShiftKey & { leader: string | null; officers: string[] }
export type Roster = { month: Month; starts: Start[]; entries: RosterEntry[] }

/** What a shift lacks: `left`: whoever stands on it no longer holds the post then. */
export type Lack = { seat: Seat; why: 'nobody' | 'left'; person: string | null }
export type RosterGap = ShiftKey & { lacks: Lack[] }

/** When somebody holds the post of a seat; again after a break is a row of its own. */
export type Holding = { person: string; seat: Seat; since: Instant; until: Instant | null }

export const mostOfficers = 6

export const holdsAt = (
  holdings: readonly Holding[],
  person: string,
  seat: Seat,
  at: Instant,
): boolean =>
  holdings.some(
    (one) =>
      one.person === person &&
      one.seat === seat &&
      one.since <= at &&
      (one.until === null || one.until > at),
  )

export const entryOf = (roster: Roster, shift: ShiftKey): RosterEntry | undefined =>
  roster.entries.find((entry) => sameShift(entry, shift))

/** Who stands on a shift, with the seat of each. */
export const standing = ({ leader, officers }: Pick<RosterEntry, 'leader' | 'officers'>) => [
  ...(leader === null ? [] : [{ seat: 'leader' as const, person: leader }]),
  ...officers.map((person) => ({ seat: 'officer' as const, person })),
]

/** A closed list of what can be wrong; the words stand in `words.ts`. */
export type RosterFault =
  | { kind: 'starts' }
  | { kind: 'no-such-shift'; shift: ShiftKey }
  | { kind: 'twice'; shift: ShiftKey }
  | { kind: 'officers'; shift: ShiftKey }
  | { kind: 'double'; shift: ShiftKey; person: string }
  | { kind: 'unfit'; shift: ShiftKey; person: string; seat: Seat }
  | { kind: 'past'; shift: ShiftKey }
  | { kind: 'past-starts' }

/** What stands now, with exchanges; null: nothing is in force for the month. */
export type Known = { before: Roster | null; holdings: readonly Holding[]; at: Instant }

/** Whoever enters it may leave shifts empty: a gap is no mistake, it is told. */
export const rosterFaults = (roster: Roster, known: Known): RosterFault[] => {
  if (!areStarts(roster.starts)) return [{ kind: 'starts' }]
  const shifts = shiftsOfMonth(roster.month, roster.starts)
  const byName = new Map(shifts.map((shift) => [shiftName(shift), shift]))
  const seen = new Set<string>()
  const faults: RosterFault[] = []
  for (const entry of roster.entries) {
    const { day, start } = entry
    const name = shiftName(entry)
    const shift = byName.get(name)
    if (!shift) faults.push({ kind: 'no-such-shift', shift: { day, start } })
    else if (seen.has(name)) faults.push({ kind: 'twice', shift: { day, start } })
    else if (shift.from > known.at) faults.push(...entryFaults(entry, shift, known))
    seen.add(name)
  }
  return faults.length > 0 ? faults : pastFaults(roster, shifts, known)
}

const entryFaults = (entry: RosterEntry, { day, start, from }: Shift, known: Known) => {
  const faults: RosterFault[] = []
  const shift = { day, start }
  if (entry.officers.length > mostOfficers) faults.push({ kind: 'officers', shift })
  const people = standing(entry)
  const doubled = people.filter(
    ({ person }, at) => people.findIndex((other) => other.person === person) < at,
  )
  for (const { person } of doubled) faults.push({ kind: 'double', shift, person })
  for (const { person, seat } of people)
    if (!holdsAt(known.holdings, person, seat, from))
      faults.push({ kind: 'unfit', shift, person, seat })
  return faults
}

/** What has begun stays as it was kept: nobody is put on duty, or taken off it, afterwards. */
const pastFaults = (roster: Roster, shifts: Shift[], { before, at }: Known): RosterFault[] => {
  const [first] = shifts
  const begun = first !== undefined && first.from <= at
  if (begun && before && before.starts.join() !== roster.starts.join())
    return [{ kind: 'past-starts' }]
  return shifts
    .filter(({ from }) => from <= at)
    .filter((shift) => !sameStanding(before && entryOf(before, shift), entryOf(roster, shift)))
    .map(({ day, start }) => ({ kind: 'past', shift: { day, start } }))
}

export const sameStanding = (
  one: RosterEntry | null | undefined,
  other: RosterEntry | null | undefined,
): boolean =>
  (one?.leader ?? null) === (other?.leader ?? null) &&
  (one?.officers ?? []).join() === (other?.officers ?? []).join()

/** The month is over when its last shift is. */
export const isOver = (month: Month, starts: readonly Start[], at: Instant): boolean =>
  (shiftsOfMonth(month, starts).at(-1)?.until ?? '') <= at

/** What a shift lacks. */
export const lacksOfShift = (
  entry: RosterEntry | undefined,
  from: Instant,
  holdings: readonly Holding[],
): Lack[] => {
  const people = entry ? standing(entry) : []
  return (['leader', 'officer'] as const).flatMap((seat): Lack[] => {
    const named = people.filter((one) => one.seat === seat)
    if (named.length === 0) return [{ seat, why: 'nobody', person: null }]
    const gone = named.filter(({ person }) => !holdsAt(holdings, person, seat, from))
    return gone.length < named.length
      ? []
      : gone.map(({ person }) => ({ seat, why: 'left' as const, person }))
  })
}

/** Shifts of a roster that lack a leader or an officer, in order of time. */
export const gapsOfRoster = (
  roster: Roster,
  holdings: readonly Holding[],
  next?: Start,
): (RosterGap & { from: Instant })[] =>
  shiftsOfMonth(roster.month, roster.starts, next).flatMap(({ day, start, from }) => {
    const lacks = lacksOfShift(entryOf(roster, { day, start }), from, holdings)
    return lacks.length > 0 ? [{ day, start, from, lacks }] : []
  })

/** A month on which nobody stands yet. */
export const emptyRoster = (month: Month, starts: Start[]): Roster => ({
  month,
  starts,
  entries: daysOfMonth(month).flatMap((day) =>
    starts.map((start) => ({ day, start, leader: null, officers: [] })),
  ),
})

export type RosterChange = ShiftKey & { before: RosterEntry | null; after: RosterEntry | null }

/** Which shifts differ between two versions. */
export const changesBetween = (before: Roster | null, after: Roster): RosterChange[] => {
  const keys = new Map<string, ShiftKey>()
  for (const { day, start } of [...(before?.entries ?? []), ...after.entries])
    keys.set(shiftName({ day, start }), { day, start })
  return [...keys.values()]
    .sort((a, b) => (shiftName(a) < shiftName(b) ? -1 : 1))
    .flatMap((key) => {
      const [one, other] = [before && entryOf(before, key), entryOf(after, key)]
      return sameStanding(one, other) ? [] : [{ ...key, before: one ?? null, after: other ?? null }]
    })
}
