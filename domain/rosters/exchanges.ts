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

type Half = { shift: ShiftKey; from: string; to: string }

const halvesOf = ({ shift, from, to, inReturn }: Exchange): Half[] => [
  { shift, from, to },
  ...(inReturn ? [{ shift: inReturn, from: to, to: from }] : []),
]

/**
 * The rosters of an office with an exchange in them. Where one of the two no longer stands on the shift that he gives, neither shift changes hands: nobody
 * keeps the shift of another and gives nothing for it.
 */
export const withExchange = (rosters: readonly Roster[], one: Exchange): Roster[] => {
  const halves = halvesOf(one)
  const stands = halves.every(
    ({ shift, from }) =>
      !isOf(rosters, shift) || seatOf(entryIn(rosters, shift), from) === one.seat,
  )
  return stands
    ? halves.reduce((now, half) => replaced(now, half, one.seat), [...rosters])
    : [...rosters]
}

const isOf = (rosters: readonly Roster[], shift: ShiftKey): boolean =>
  rosters.some(({ month }) => month === monthOf(shift.day))

const replaced = (rosters: Roster[], { shift, from, to }: Half, seat: Seat): Roster[] =>
  rosters.map((roster) => ({
    ...roster,
    entries: roster.entries.map((entry) => {
      if (!sameShift(entry, shift)) return entry
      return seat === 'leader'
        ? { ...entry, leader: entry.leader === from ? to : entry.leader }
        : { ...entry, officers: entry.officers.map((person) => (person === from ? to : person)) }
    }),
  }))

type Entered = Roster & { enteredAt: Instant }
type Agreed = Exchange & { acceptedAt: Instant }

/**
 * Versions as entered, one of each month, with what has been agreed since: earlier agreements were before the eyes of whoever entered a version, and stand
 * in it or were taken back by it. `undone`: agreements of which a version left only one half, so that neither holds.
 */
export const asAgreed = <One extends Agreed>(
  versions: readonly Entered[],
  agreed: readonly One[],
): { rosters: Roster[]; undone: One[] } => {
  const undone: One[] = []
  let rosters: Roster[] = versions.map(({ enteredAt: _, ...roster }) => roster)
  for (const one of agreed.toSorted((a, b) => (a.acceptedAt < b.acceptedAt ? -1 : 1))) {
    const knew = versions
      .filter(({ enteredAt }) => enteredAt > one.acceptedAt)
      .map(({ month }) => month)
    const halves = halvesOf(one).filter(({ shift }) => isOf(rosters, shift))
    const open = halves.filter(({ shift }) => !knew.includes(monthOf(shift.day)))
    if (open.length === 0) continue
    const holds = halves.every((half) => {
      const stands = seatOf(entryIn(rosters, half.shift), half.from) === one.seat
      return open.includes(half) ? stands : !stands
    })
    if (holds) rosters = open.reduce((now, half) => replaced(now, half, one.seat), rosters)
    else undone.push(one)
  }
  return { rosters, undone }
}
