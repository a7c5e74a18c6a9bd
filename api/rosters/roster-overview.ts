// Who is on duty now in each office that the reader may look at, and which shifts does he keep himself?
import type { MyShiftsView, OnDutyView, RosterOverview } from '../../contract/rosters/rosters.ts'
import { loadBooks } from '../../db/change/books.ts'
import {
  type Candidate,
  type DecidedExchange,
  type DecidedVersion,
  readExchanges,
  readHoldings,
  readInForce,
  readMaskedPhones,
  readNames,
  readUndone,
  readVersions,
} from '../../db/organisation/rosters-reads.ts'
import { withScope } from '../../db/scope.ts'
import { type Absence, readAbsences } from '../../db/tasks/absences-reads.ts'
import type { Actor } from '../../domain/organisation/actor.ts'
import { standingOffices } from '../../domain/organisation/offices.ts'
import { type RosterOffice, rosterOffice, rosterOfficeName } from '../../domain/rosters/offices.ts'
import { onDutyAt, shiftsIn } from '../../domain/rosters/on-duty.ts'
import { mayEnterRoster, maySeeRoster } from '../../domain/rosters/policy.ts'
import {
  entryOf,
  type Holding,
  holdsAt,
  lacksOfShift,
  type Roster,
  standing,
} from '../../domain/rosters/roster.ts'
import {
  addToMonth,
  endOf,
  type Month,
  monthOf,
  type ShiftKey,
  sameShift,
} from '../../domain/rosters/shifts.ts'
import { type CalendarSet, dayKind } from '../../domain/time/calendar.ts'
import type { Day } from '../../domain/time/days.ts'
import { civilDate, type Instant } from '../../domain/time/instant.ts'
import type { ApiEnv } from '../http/deps.ts'
import { exchangeView, othersFor } from './exchange-view.ts'
import { personOnStaff, type RosterDeps } from './roster-acts.ts'

const monthsFrom = (at: Instant): [Month, Month, Month] => {
  const month = monthOf(civilDate(at))
  return [addToMonth(month, -1), month, addToMonth(month, 1)]
}

/** His own offices first. */
const officesSeen = (actor: Actor): (RosterOffice & { own: boolean })[] => {
  const held = actor.kind === 'person' ? actor.appointments.map(({ office }) => office) : []
  const seen = standingOffices().flatMap(({ id }) => {
    const roster = rosterOffice(id)
    if (!roster || !maySeeRoster(actor, roster)) return []
    const led = roster.groups.leader.slice(0, roster.groups.leader.lastIndexOf('/'))
    return [{ ...roster, own: held.includes(id) || held.includes(led) }]
  })
  return seen.toSorted((a, b) => Number(b.own) - Number(a.own))
}

export const readOverview = async (
  { connection }: RosterDeps,
  { actor, scope, at }: ApiEnv['Variables'],
): Promise<RosterOverview> => {
  personOnStaff(actor)
  const seen = officesSeen(actor)
  const months = monthsFrom(at)
  const offices = seen.map(({ office }) => office)
  return withScope(connection.pool, scope, async (tx) => {
    const rosters = await readInForce(tx, { offices, months })
    const versions = await readVersions(tx, { offices, months })
    const kept = seen.filter(({ office }) => rosters.has(office))
    const groups = kept.map(({ groups }) => groups)
    const holdings = await readHoldings(tx, groups)
    const now = new Map(seen.map(({ office }) => [office, onDutyAt(rosters.get(office) ?? [], at)]))
    const people = [...now.values()].flatMap((one) =>
      one.kind === 'shift' ? standing(one.entry).map(({ person }) => person) : [],
    )
    const facts = {
      names: await readNames(tx, people),
      phones: await readMaskedPhones(tx, people),
      absences: await readAbsences(tx, people, civilDate(at), civilDate(at)),
    }
    return {
      now: at,
      items: seen.map((roster) => ({
        office: roster.office,
        name: rosterOfficeName(roster.office),
        region: roster.region,
        own: roster.own,
        mayEnter: mayEnterRoster(actor, roster),
        onDuty: onDutyView(now.get(roster.office) ?? { kind: 'none' }, facts),
        months: months.slice(1).map((month) =>
          monthStatus(
            month,
            { rosters: rosters.get(roster.office) ?? [], versions, roster },
            {
              holdings: holdings.filter(({ group }) =>
                Object.values(roster.groups).includes(group),
              ),
              at,
            },
          ),
        ),
      })),
    }
  })
}

type Facts = {
  names: Map<string, string>
  phones: Map<string, string>
  absences: Absence[]
}

const onDutyView = (
  found: ReturnType<typeof onDutyAt>,
  { names, phones, absences }: Facts,
): OnDutyView => {
  if (found.kind !== 'shift') return { kind: found.kind, shift: null, until: null, people: [] }
  const { shift, entry } = found
  const people = standing(entry)
  return {
    kind: people.length > 0 ? 'shift' : 'gap',
    shift: { day: shift.day, start: shift.start },
    until: shift.until,
    people: people.map(({ person, seat }) => ({
      name: names.get(person) ?? person,
      seat,
      phone: phones.get(person) ?? null,
      substitute: absences.find((one) => one.person === person)?.substitute ?? null,
    })),
  }
}

type Known = { rosters: Roster[]; versions: DecidedVersion[]; roster: RosterOffice }

const monthStatus = (
  month: Month,
  { rosters, versions, roster: { office } }: Known,
  { holdings, at }: { holdings: Holding[]; at: Instant },
): RosterOverview['items'][number]['months'][number] => {
  const current = rosters.find((one) => one.month === month)
  if (!current) {
    const [newest] = versions.filter((one) => one.office === office && one.month === month)
    return { month, status: newest && newest.decided === null ? 'draft' : 'none', gaps: 0 }
  }
  const gaps = shiftsIn(rosters, current).filter(
    (shift) =>
      shift.from > at && lacksOfShift(entryOf(current, shift), shift.from, holdings).length > 0,
  )
  return { month, status: 'in-force', gaps: gaps.length }
}

export const readMine = async (
  { connection }: RosterDeps,
  { actor, scope, at }: ApiEnv['Variables'],
): Promise<MyShiftsView> => {
  const by = personOnStaff(actor)
  const offices = officesSeen(by).filter(({ own }) => own)
  const { calendars } = await loadBooks(connection.db)
  return withScope(connection.pool, scope, async (tx) => {
    const rosters = await readInForce(tx, {
      offices: offices.map(({ office }) => office),
      months: monthsFrom(at),
    })
    const exchanges = await readExchanges(tx, { person: by.id })
    const holdings = await readHoldings(
      tx,
      offices.map(({ groups }) => groups),
    )
    const names = await readNames(tx, [
      ...new Set(exchanges.flatMap(({ person, substitute }) => [person, substitute])),
    ])
    const nameOf = (id: string) => names.get(id) ?? id
    const shifts = offices.flatMap((roster) =>
      ownShifts(by.id, {
        roster,
        rosters: rosters.get(roster.office) ?? [],
        holdings: holdings.filter(({ group }) => Object.values(roster.groups).includes(group)),
        at,
      }).map(({ others, ...one }) => ({
        ...one,
        ...dayOf(calendars, one.day, roster),
        asked: askedFor(exchanges, by.id, one, nameOf),
        others: one.from > at ? others : [],
      })),
    )
    const undone = await readUndone(tx, exchanges)
    const views = exchanges.flatMap((one) => {
      const roster = rosterOffice(one.office)
      return roster ? [exchangeView(one, { actor, at, nameOf, roster, undone })] : []
    })
    return {
      now: at,
      shifts: shifts.toSorted((a, b) => (a.from < b.from ? -1 : 1)),
      exchanges: views.slice(0, 30),
    }
  })
}

type Own = { roster: RosterOffice; rosters: Roster[]; holdings: Candidate[]; at: Instant }

/** Those that are not over, in an office where he still holds the post. */
const ownShifts = (person: string, { roster, rosters, holdings, at }: Own) =>
  rosters.flatMap((one) =>
    shiftsIn(rosters, one).flatMap((shift) => {
      const entry = shift.until > at ? entryOf(one, shift) : undefined
      const mine = entry && standing(entry).find((kept) => kept.person === person)
      if (!entry || !mine || !holdsAt(holdings, person, mine.seat, shift.from)) return []
      return [
        {
          ...shift,
          office: roster.office,
          officeName: rosterOfficeName(roster.office),
          end: endOf(one.starts, shift.start),
          seat: mine.seat,
          others: othersFor(holdings, entry, mine.seat),
        },
      ]
    }),
  )

const dayOf = (calendars: CalendarSet, day: Day, { region }: RosterOffice) => {
  const { work, why } = dayKind(calendars, day, region)
  return { work, why }
}

const askedFor = (
  exchanges: DecidedExchange[],
  person: string,
  shift: ShiftKey,
  nameOf: (id: string) => string,
): string | null => {
  const found = exchanges.find(
    (one) => one.decided === null && one.person === person && sameShift(one.shift, shift),
  )
  return found ? nameOf(found.substitute) : null
}
