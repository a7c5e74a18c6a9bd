// How is a month filled from the one before, or in turn?

import type { Instant } from '../time/instant.ts'
import { emptyRoster, entryOf, type Roster, type RosterEntry } from './roster.ts'
import { beginningOf, type Month, type Start, shiftsOfMonth } from './shifts.ts'

/** Who may be put on duty; who has left since is left out. */
export type Able = { leaders: string[]; officers: string[] }

type Filling = { month: Month; starts: Start[]; able: Able; at: Instant; now: Roster | null }

/** What has begun stays as it is; the rest as `fill` says. */
const filledFrom = (
  { month, starts, at, now }: Filling,
  fill: (entry: RosterEntry, index: number) => RosterEntry,
): Roster => ({
  month,
  starts,
  entries: emptyRoster(month, starts).entries.map((entry, index) =>
    beginningOf(entry) <= at ? ((now && entryOf(now, entry)) ?? entry) : fill(entry, index),
  ),
})

/** Day by day as in the month before; where that was shorter it begins again. */
export const copiedFrom = (before: Roster, filling: Filling): Roster => {
  const { able } = filling
  const days = shiftsOfMonth(before.month, before.starts).length / before.starts.length
  return filledFrom(filling, (entry, index) => {
    const { length } = filling.starts
    const [day, shift] = [Math.floor(index / length), index % length]
    const model = before.entries.find(
      (one) => Number(one.day.slice(8)) === (day % days) + 1 && one.start === before.starts[shift],
    )
    const leader = model?.leader ?? null
    return {
      ...entry,
      leader: leader !== null && able.leaders.includes(leader) ? leader : null,
      officers: (model?.officers ?? []).filter((one) => able.officers.includes(one)),
    }
  })
}

/** Leaders take turns by day, officers by shift, going on after who was last in the month before. */
export const rotated = (before: Roster | null, perShift: number, filling: Filling): Roster => {
  const { able, starts } = filling
  const last = before?.entries.at(-1)
  const leaders = after(able.leaders, last?.leader ?? null)
  const officers = after(able.officers, last?.officers.at(-1) ?? null)
  const some = Math.min(perShift, officers.length)
  return filledFrom(filling, (entry, index) => ({
    ...entry,
    leader: leaders[Math.floor(index / starts.length) % leaders.length] ?? null,
    officers: Array.from(
      { length: some },
      (_, n) => officers[(index * some + n) % officers.length] ?? '',
    ),
  }))
}

const after = (people: string[], last: string | null): string[] => {
  const at = last === null ? -1 : people.indexOf(last)
  return [...people.slice(at + 1), ...people.slice(0, at + 1)]
}

/** The same days cut otherwise: what stands on a beginning that stays, stays. */
export const recut = (roster: Roster, starts: Start[]): Roster => ({
  month: roster.month,
  starts,
  entries: emptyRoster(roster.month, starts).entries.map(
    (entry) => entryOf(roster, entry) ?? entry,
  ),
})

/** The beginnings as somebody has typed them, whatever stands between. */
export const startsIn = (typed: string): Start[] =>
  typed.split(/[,，、;；\s]+/).filter((one) => one !== '')
