// Who takes whose shift, when may that be agreed, and how does the roster read afterwards (换班)?
import type { Instant } from '../time/instant.ts'
import type { Seat } from './offices.ts'
import {
  entryOf,
  type Holding,
  holdsAt,
  type Roster,
  type RosterEntry,
  standing,
} from './roster.ts'
import { beginningOf, monthOf, type ShiftKey, sameShift } from './shifts.ts'

export type Exchange = {
  shift: ShiftKey
  seat: Seat
  /** Whose shift it is, and who takes it. */
  from: string
  to: string
  /** A shift of the other that the first takes in return; null: none. */
  inReturn: ShiftKey | null
}

export type ExchangeFault =
  | 'same-person'
  | 'same-shift'
  | 'not-on-duty'
  | 'begun'
  | 'unfit'
  | 'busy'
  | 'not-his-return'

const seatOf = (entry: RosterEntry | undefined, person: string): Seat | null =>
  (entry && standing(entry).find((one) => one.person === person)?.seat) ?? null

const entryIn = (rosters: readonly Roster[], shift: ShiftKey): RosterEntry | undefined => {
  const roster = rosters.find(({ month }) => month === monthOf(shift.day))
  return roster && entryOf(roster, shift)
}

/** Null: it can be asked, and it can be accepted. Judged by the rosters as they stand at that moment. */
export const exchangeFault = (
  { shift, seat, from, to, inReturn }: Exchange,
  rosters: readonly Roster[],
  { holdings, at }: { holdings: readonly Holding[]; at: Instant },
): ExchangeFault | null => {
  if (from === to) return 'same-person'
  if (inReturn && sameShift(inReturn, shift)) return 'same-shift'
  const entry = entryIn(rosters, shift)
  if (seatOf(entry, from) !== seat) return 'not-on-duty'
  if (beginningOf(shift) <= at) return 'begun'
  if (!holdsAt(holdings, to, seat, beginningOf(shift))) return 'unfit'
  if (seatOf(entry, to) !== null) return 'busy'
  if (!inReturn) return null
  const other = entryIn(rosters, inReturn)
  if (seatOf(other, to) !== seat) return 'not-his-return'
  if (beginningOf(inReturn) <= at) return 'begun'
  if (!holdsAt(holdings, from, seat, beginningOf(inReturn))) return 'unfit'
  return seatOf(other, from) === null ? null : 'busy'
}

/** The roster with an exchange in it. Where he whose shift it was no longer stands on it, nothing changes. */
export const withExchange = (roster: Roster, one: Exchange): Roster => {
  const given = replaced(roster, one.shift, one.seat, one.from, one.to)
  return one.inReturn ? replaced(given, one.inReturn, one.seat, one.to, one.from) : given
}

const replaced = (
  roster: Roster,
  shift: ShiftKey,
  seat: Seat,
  from: string,
  to: string,
): Roster => ({
  ...roster,
  entries: roster.entries.map((entry) => {
    if (!sameShift(entry, shift)) return entry
    return seat === 'leader'
      ? { ...entry, leader: entry.leader === from ? to : entry.leader }
      : { ...entry, officers: entry.officers.map((person) => (person === from ? to : person)) }
  }),
})

/** A version as entered, with what has been agreed since: earlier agreements were before the eyes of whoever entered it. */
export const asAgreed = (
  version: Roster & { enteredAt: Instant },
  agreed: readonly (Exchange & { acceptedAt: Instant })[],
): Roster => {
  const { enteredAt, ...roster } = version
  return agreed
    .filter(({ acceptedAt }) => acceptedAt >= enteredAt)
    .toSorted((a, b) => (a.acceptedAt < b.acceptedAt ? -1 : 1))
    .reduce<Roster>(withExchange, roster)
}
