// On which days may the court be asked to enforce, and until when must the demand have been served for it?
import { addDays, type Day } from '../../../time/days.ts'
import type { TimeLimit } from '../../compute.ts'
import { type CountingLaw, period } from '../calculation.ts'

/** `to`: the last day, the nominal one, which the organ keeps; only where the demand leaves no other, the rolled one of 民法典 203. */
export type CourtWindow = { from: Day; to: Day; rolled: Day }

/** From the day after remedies (or deferral) and demand have ended; null where that is after the end: the right is lost. */
export const courtWindow = (
  court: TimeLimit,
  starts: Day,
  demand: TimeLimit | null,
): CourtWindow | null => {
  const from = addDays(demand !== null && demand.due > starts ? demand.due : starts, 1)
  if (from > court.rolled) return null
  return { from, to: from > court.due ? court.rolled : court.due, rolled: court.rolled }
}

/** The last day on which a demand, served then, still leaves a day before the end of the nominal period. */
export const latestDemand = (court: TimeLimit, law: CountingLaw): Day => {
  let at = addDays(court.due, -2)
  while (period(law, 'enforcement-case.demand', { demandServed: at }).due >= court.due)
    at = addDays(at, -1)
  return at
}
