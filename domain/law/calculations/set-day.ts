// On which day does a period end that a document has set to a day?
import { addDays, type Day } from '../../time/days.ts'
import type { TimeLimit } from '../compute.ts'
import { type CountingLaw, period } from './calculation.ts'

/** 民法典 203: a rest day gives way to the first working day after; an estimate where no decree speaks of its year. `field`: the one that has set it. */
export const setDay = (
  law: Pick<CountingLaw, 'calendars' | 'rules' | 'region'>,
  field: Record<string, Day>,
): TimeLimit => {
  const [[name, day] = ['', '']] = Object.entries(field)
  return period(law, 'adhoc', { [name]: addDays(day, -1) }, { unit: 'ND', n: 1, roll: 'party' })
}
