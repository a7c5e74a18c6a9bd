// How is an exchange of shifts shown, and who could take a shift?
import type { ExchangeView } from '../../contract/rosters/rosters.ts'
import type { Candidate, DecidedExchange } from '../../db/organisation/rosters-reads.ts'
import type { Actor } from '../../domain/organisation/actor.ts'
import { type RosterOffice, rosterOfficeName } from '../../domain/rosters/offices.ts'
import { leadsRoster } from '../../domain/rosters/policy.ts'
import { holdsAt, type RosterEntry, standing } from '../../domain/rosters/roster.ts'
import { beginningOf } from '../../domain/rosters/shifts.ts'
import type { Instant } from '../../domain/time/instant.ts'

type Seeing = {
  actor: Actor
  at: Instant
  nameOf: (id: string) => string
  roster: RosterOffice
  /** Agreed, and a later version has moved one of the two. */
  undone: ReadonlySet<string>
}

export const exchangeView = (
  one: DecidedExchange,
  { actor, at, nameOf, roster, undone }: Seeing,
): ExchangeView => {
  const waiting = one.decided === null && beginningOf(one.shift) > at
  const id = actor.kind === 'person' ? actor.id : ''
  const asked = waiting && id === one.substitute
  return {
    id: one.id,
    office: one.office,
    officeName: rosterOfficeName(one.office),
    shift: one.shift,
    seat: one.seat,
    from: { id: one.person, name: nameOf(one.person) },
    to: { id: one.substitute, name: nameOf(one.substitute) },
    inReturn: one.inReturn,
    reason: one.reason,
    at: one.at,
    status: undone.has(one.id)
      ? 'undone'
      : (one.decided?.decision ?? (waiting ? 'waiting' : 'lapsed')),
    decidedBy: one.decided?.byName ?? null,
    decidedAt: one.decided?.at ?? null,
    decisionReason: one.decided?.reason ?? '',
    mayAccept: asked,
    mayDecline: asked || (waiting && id !== one.person && leadsRoster(actor, roster)),
    mayWithdraw: waiting && id === one.person,
  }
}

/** Who could take a shift: whoever holds the post when it begins and does not stand on it. */
export const othersFor = (
  holdings: readonly Candidate[],
  entry: RosterEntry,
  seat: Candidate['seat'],
): { id: string; name: string }[] => {
  const busy = standing(entry).map(({ person }) => person)
  const others = holdings.filter(
    (one) =>
      one.seat === seat &&
      !busy.includes(one.person) &&
      holdsAt(holdings, one.person, seat, beginningOf(entry)),
  )
  return [...new Map(others.map(({ person, name }) => [person, { id: person, name }])).values()]
}
