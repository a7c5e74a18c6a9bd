// How does the roster of an office read in a month, for whoever looks at it?
import type { RosterMonthView } from '../../contract/rosters/rosters.ts'
import {
  agreedRosters,
  type Candidate,
  type DecidedExchange,
  type DecidedVersion,
  inForce,
  readCallsInGaps,
  readExchanges,
  readHoldings,
  readNames,
  readUndone,
  readVersions,
} from '../../db/organisation/rosters-reads.ts'
import type { Reader } from '../../db/scope.ts'
import { readAbsences } from '../../db/tasks/absences-reads.ts'
import { DomainError } from '../../domain/language/errors.ts'
import type { Actor } from '../../domain/organisation/actor.ts'
import {
  type RosterOffice,
  rosterOffice,
  rosterOfficeName,
  seats,
} from '../../domain/rosters/offices.ts'
import { keepsRosters, lacksWords } from '../../domain/rosters/outlook.ts'
import { mayEnterRoster, mayPublishRoster, maySeeRoster } from '../../domain/rosters/policy.ts'
import {
  changesBetween,
  gapsOfRoster,
  isOver,
  type Roster,
  type RosterEntry,
  standing,
} from '../../domain/rosters/roster.ts'
import { addToMonth, daysOfMonth, isMonth, type Month } from '../../domain/rosters/shifts.ts'
import { type CalendarSet, dayKind } from '../../domain/time/calendar.ts'
import { dayBegins, type Instant } from '../../domain/time/instant.ts'
import { exchangeView } from './exchange-view.ts'

/** All that is known of an office's rosters around a month. */
export type RosterBooks = {
  roster: RosterOffice
  month: Month
  versions: DecidedVersion[]
  exchanges: DecidedExchange[]
  holdings: Candidate[]
}

/** Whoever may not look at it learns no more than that it is not there. */
export const rosterFor = (actor: Actor, office: string): RosterOffice => {
  const roster = rosterOffice(office)
  if (!roster || !maySeeRoster(actor, roster)) throw new DomainError('not-found')
  return roster
}

export const monthIn = (value: string): Month => {
  if (!isMonth(value)) throw new DomainError('not-found')
  return value
}

export const readRosterBooks = async (
  tx: Pick<Reader, 'select'>,
  roster: RosterOffice,
  month: Month,
): Promise<RosterBooks> => {
  const months = [-1, 0, 1].map((n) => addToMonth(month, n))
  const offices = [roster.office]
  const versions = await readVersions(tx, { offices, months })
  const exchanges = await readExchanges(tx, { offices })
  return { roster, month, versions, exchanges, holdings: await readHoldings(tx, [roster.groups]) }
}

/** What is in force around the month, as agreed. */
export const rostersInForce = ({ versions, exchanges }: RosterBooks): Roster[] =>
  agreedRosters(inForce(versions), exchanges).rosters

/** A draft with what has been agreed since, as if it were in force already. */
export const draftAsAgreed = (
  { versions, exchanges }: RosterBooks,
  draft: DecidedVersion,
): Roster => {
  const others = inForce(versions).filter(({ month }) => month !== draft.month)
  const { rosters } = agreedRosters([...others, draft], exchanges)
  return rosters.at(-1) ?? draft
}

export const versionsOf = ({ versions, month }: RosterBooks): DecidedVersion[] =>
  versions.filter((one) => one.month === month)

/** The newest version that nobody has decided about. */
export const draftOf = (books: RosterBooks): DecidedVersion | null => {
  const [newest] = versionsOf(books)
  return newest && newest.decided === null ? newest : null
}

/** Exchanges of an office that were agreed: whoever enters a version without knowing the last of them is told so. */
export const agreedIn = ({ exchanges }: RosterBooks): number =>
  exchanges.filter(({ decided }) => decided?.decision === 'accepted').length

type Reading = { actor: Actor; at: Instant; calendars: CalendarSet }

export const monthView = async (
  tx: Reader,
  books: RosterBooks,
  { actor, at, calendars }: Reading,
): Promise<RosterMonthView> => {
  const { roster, month } = books
  const rosters = rostersInForce(books)
  const published = inForce(versionsOf(books))[0] ?? null
  const current = rosters.find((one) => one.month === month) ?? null
  const draft = draftOf(books)
  const before = rosters.find((one) => one.month === addToMonth(month, -1)) ?? null
  const names = await readNames(tx, namedIn(books))
  const nameOf = (id: string) => names.get(id) ?? id
  const [first, end] = [dayBegins(`${month}-01`), dayBegins(`${addToMonth(month, 1)}-01`)]
  const missed = await readCallsInGaps(tx, roster.office, first)
  const undone = await readUndone(tx, books.exchanges)
  return {
    office: roster.office,
    name: rosterOfficeName(roster.office),
    month,
    now: at,
    days: daysOfMonth(month).map((date) => ({
      date,
      ...dayKind(calendars, date, roster.region),
    })),
    inForce: published &&
      current && {
        ...versionView(books, published, current),
        publishedBy: published.decided?.byName ?? '',
        publishedAt: published.decided?.at ?? published.proposedAt,
      },
    draft: draft && {
      ...versionView(books, draft, draftAsAgreed(books, draft)),
      mayPublish: mayPublishRoster(actor, roster, draft.proposedBy),
      mayWithdraw: actor.kind === 'person' && actor.id === draft.proposedBy,
    },
    keeps: keepsRosters(rosters, at),
    over: isOver(month, (current ?? before)?.starts ?? ['00:00'], at),
    before: before && { starts: before.starts, entries: before.entries },
    people: await peopleOf(tx, books, nameOf),
    exchanges: books.exchanges
      .filter((one) => one.month === month || one.inReturn?.day.startsWith(month))
      .map((one) => exchangeView(one, { actor, at, nameOf, roster, undone })),
    history: historyOf(books, nameOf),
    missed: missed
      .filter((one) => one.at < end)
      .map((one) => ({
        at: one.at,
        seat: one.grp === roster.groups.leader ? ('leader' as const) : ('officer' as const),
      })),
    mayEnter: mayEnterRoster(actor, roster),
    base: { version: versionsOf(books)[0]?.version ?? 0, agreed: agreedIn(books) },
  }
}

const versionView = (books: RosterBooks, one: DecidedVersion, roster: Roster) => {
  const next = rostersInForce(books).find(({ month }) => month === addToMonth(one.month, 1))
  const gaps = gapsOfRoster(roster, books.holdings, next?.starts[0])
  return {
    version: one.version,
    starts: roster.starts,
    entries: roster.entries,
    gaps: gaps.map(({ day, start, lacks }) => ({ day, start, words: lacksWords({ lacks }) })),
    enteredBy: one.proposedByName,
    enteredAt: one.proposedAt,
    reason: one.reason,
  }
}

/** Everybody who stands on a version or has asked for an exchange. */
const namedIn = ({ versions, exchanges, holdings }: RosterBooks): string[] => [
  ...new Set([
    ...versions
      .flatMap(({ entries }) => entries.flatMap((one) => standing(one)))
      .map(({ person }) => person),
    ...exchanges.flatMap(({ person, substitute }) => [person, substitute]),
    ...holdings.map(({ person }) => person),
  ]),
]

const peopleOf = async (
  tx: Reader,
  { month, versions, holdings }: RosterBooks,
  nameOf: (id: string) => string,
): Promise<RosterMonthView['people']> => {
  const [first, last] = [dayBegins(`${month}-01`), dayBegins(`${addToMonth(month, 1)}-01`)]
  const eligible = holdings.filter(
    ({ since, until }) => since < last && (until === null || until > first),
  )
  const standingHere = versions
    .filter((one) => one.month === month)
    .flatMap(({ entries }) => entries.flatMap((one) => standing(one)))
    .map(({ person }) => person)
  const ids = [...new Set([...eligible.map(({ person }) => person), ...standingHere])]
  const days = daysOfMonth(month)
  const absences = await readAbsences(tx, ids, days[0] ?? '', days.at(-1) ?? '')
  return ids.map((id) => ({
    id,
    name: nameOf(id),
    pinyin: holdings.find(({ person }) => person === id)?.pinyin ?? '',
    seats: seats.filter((seat) => eligible.some((one) => one.person === id && one.seat === seat)),
    absences: absences
      .filter(({ person }) => person === id)
      .map(({ from, to, substitute }) => ({ from, to, substitute })),
  }))
}

/** The newest first, each against what was published before it. */
const historyOf = (
  books: RosterBooks,
  nameOf: (id: string) => string,
): RosterMonthView['history'] => {
  const all = versionsOf(books)
  const named = (entry: RosterEntry | null): string =>
    entry === null
      ? ''
      : standing(entry)
          .map(({ person }) => nameOf(person))
          .join('、')
  return all.map((one, at) => {
    const before = all.slice(at + 1).find(({ decided }) => decided?.decision === 'approved')
    return {
      version: one.version,
      enteredBy: one.proposedByName,
      enteredAt: one.proposedAt,
      reason: one.reason,
      decision: one.decided?.decision ?? null,
      decidedBy: one.decided?.byName ?? null,
      decidedAt: one.decided?.at ?? null,
      decisionReason: one.decided?.reason ?? '',
      changes: before
        ? changesBetween(before, one).map(({ day, start, before: was, after }) => ({
            day,
            start,
            before: named(was),
            after: named(after),
          }))
        : [],
    }
  })
}
