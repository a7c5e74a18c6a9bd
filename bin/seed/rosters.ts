// Who is on duty in the demo, in the month of its founding and the next? Entered by one person and published by another, like every roster.
import { officeId } from '../../domain/organisation/offices.ts'
import { rotated } from '../../domain/rosters/rotation.ts'
import { addToMonth, type Month, monthOf, usualStarts } from '../../domain/rosters/shifts.ts'
import { civilDate, type Instant } from '../../domain/time/instant.ts'
import { counties, regionStem } from './organisation.ts'
import { type People, Refused } from './people.ts'

/** `by` enters it, `publisher` publishes it. */
export type SeedRoster = { office: string; by: string; publisher: string }

export const seedRosters: SeedRoster[] = (['330800', ...counties] as const).map((region) => ({
  office: officeId('command', region),
  by: `${regionStem[region]}.duty`,
  publisher: `${regionStem[region]}.leader`,
}))

/** Entered ahead, since what has begun can no longer be: who opens the demo sees who is on duty. Answers how many the product refused. */
export const enterRosters = async (
  people: Pick<People, 'roster' | 'enterRoster' | 'publishRoster'>,
  founded: Instant,
  log: (line: string) => void,
): Promise<number> => {
  const month = monthOf(civilDate(founded))
  let refused = 0
  for (const one of seedRosters)
    try {
      await enterMonth(people, one, month)
      await enterMonth(people, one, addToMonth(month, 1))
      log(`${one.by} duty roster of ${one.office}`)
    } catch (error) {
      if (!(error instanceof Refused)) throw error
      refused += 1
      log(`the duty roster of ${one.office} is not taken: ${error.message}`)
    }
  return refused
}

/** Whoever can be on duty takes turns; what is published already stays. */
const enterMonth = async (
  people: Parameters<typeof enterRosters>[0],
  { office, by, publisher }: SeedRoster,
  month: Month,
): Promise<void> => {
  const seen = await people.roster(by, office, month)
  if (seen.inForce) return
  const able = (seat: 'leader' | 'officer') =>
    seen.people.filter(({ seats }) => seats.includes(seat)).map(({ id }) => id)
  const filling = {
    month,
    starts: usualStarts,
    able: { leaders: able('leader'), officers: able('officer') },
    at: seen.now,
    now: null,
  }
  const before = seen.before && { month: addToMonth(month, -1), ...seen.before }
  const { starts, entries } = rotated(before, 1, filling)
  const body = { base: seen.base, starts, entries, reason: '' }
  const entered = await people.enterRoster(
    by,
    office,
    month,
    body,
    `seed/roster/${office}/${month}`,
  )
  await people.publishRoster(publisher, office, month, entered.draft?.version ?? 1)
}
