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
  (db: Executor, calling: Calling): Choice =>
  async (holders) => {
    const groups = [...new Set(holders.map(({ group }) => group))]
    const seats = groups.flatMap((group) => {
      const seat = rosterOfGroup(group)
      return seat ? [{ group, ...seat }] : []
    })
    if (seats.length === 0) return holders
    const rosters = await inForceAt(
      db,
      seats.map(({ office }) => office),
      calling.now,
    )
    const chosen = seats.flatMap(({ group, office, seat }) => {
      const called = calledBy(onDutyAt(rosters.get(office) ?? [], calling.now), seat)
      const held = holders.filter((one) => one.group === group)
      return called ? [{ group, office, ...choiceOf(held, called) }] : []
    })
    await keepRosterCalls(
      db,
      chosen.map(({ group, office, outcome, people }) =>
        rowOf(calling, { group, office, outcome, people }),
      ),
    )
    return groups.flatMap(
      (group) =>
        chosen.find((one) => one.group === group)?.people ??
        holders.filter((one) => one.group === group),
    )
  }

const inForceAt = (db: Executor, offices: string[], at: Instant) => {
  const [before = '', month = ''] = monthsAround(at)
  return readInForce(db, {
    offices: [...new Set(offices)],
    months: [before, month, addToMonth(month, 1)],
  })
}

type Chosen = { outcome: 'on-duty' | 'gap'; people: PostHolder[] }

/** Who has left his post since is not called any more: rather all of them than nobody. */
const choiceOf = (held: PostHolder[], called: string[]): Chosen => {
  const named = held.filter(({ id }) => called.includes(id))
  return named.length > 0 ? { outcome: 'on-duty', people: named } : { outcome: 'gap', people: held }
}

const rowOf = (
  { effect, caseId, now }: Calling,
  { group, office, outcome, people }: Chosen & { group: string; office: string },
) => ({
  effect,
  grp: group,
  office,
  region: rosterOffice(office)?.region ?? '',
  caseId,
  outcome,
  people: people.map(({ id }) => id),
  at: now,
})
