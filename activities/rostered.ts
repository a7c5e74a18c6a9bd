// Whom does a level call that calls a duty post: who stands on the roster, or, where it says nobody, everybody who holds the post?
import type { Executor } from '../db/client.ts'
import { keepRosterCalls } from '../db/organisation/rosters.ts'
import { readInForce } from '../db/organisation/rosters-reads.ts'
import { rosterOffice, rosterOfGroup } from '../domain/rosters/offices.ts'
import { calledBy, monthsAround, onDutyAt } from '../domain/rosters/on-duty.ts'
import { addToMonth } from '../domain/rosters/shifts.ts'
import type { Instant } from '../domain/time/instant.ts'
import type { Choice, PostHolder } from './recipients.ts'

type Calling = { effect: string; caseId: string; now: Instant }

/** Posts without a roster stay as they are. Whom it chose, and that it met a gap, is kept with the notice. */
export const byRoster =
  (db: Executor, { effect, caseId, now }: Calling): Choice =>
  async (holders) => {
    const groups = [...new Set(holders.map(({ group }) => group))]
    const seats = new Map(groups.map((group) => [group, rosterOfGroup(group)]))
    const offices = [...seats.values()].flatMap((seat) => (seat ? [seat.office] : []))
    if (offices.length === 0) return holders
    const [before = '', month = ''] = monthsAround(now)
    const months = [before, month, addToMonth(month, 1)]
    const rosters = await readInForce(db, { offices: [...new Set(offices)], months })
    const chosen: PostHolder[] = []
    const rows: Parameters<typeof keepRosterCalls>[1] = []
    for (const group of groups) {
      const held = holders.filter((one) => one.group === group)
      const seat = seats.get(group)
      const called = seat
        ? calledBy(onDutyAt(rosters.get(seat.office) ?? [], now), seat.seat)
        : null
      const named = called && held.filter(({ id }) => called.includes(id))
      // Who has left his post since is not called any more: rather all of them than nobody.
      const people = named && named.length > 0 ? named : held
      chosen.push(...people)
      if (!seat || !named) continue
      const { office } = seat
      const region = rosterOffice(office)?.region ?? ''
      const outcome = named.length > 0 ? ('on-duty' as const) : ('gap' as const)
      const about = { effect, grp: group, office, region, caseId, at: now }
      rows.push({ ...about, outcome, people: people.map(({ id }) => id) })
    }
    await keepRosterCalls(db, rows)
    return chosen
  }
