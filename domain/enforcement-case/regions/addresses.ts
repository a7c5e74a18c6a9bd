// Which offices and people does an enforcement case concern? `county` is the deciding authority itself: the city where the case lies there.
import {
  countyLeader,
  countyLegalReviewers,
  enterprise,
  inspectors,
} from '../../organisation/addresses.ts'
import type { Address } from '../../organisation/offices.ts'

export const cityInspectors = {
  role: 'inspector',
  office: 'enforcement',
  level: 'city',
} as const satisfies Address
export const sectionChief = {
  role: 'section-chief',
  office: 'enforcement',
  level: 'county',
} as const satisfies Address
export const legalReviewers = countyLegalReviewers
export const leader = countyLeader
/** Who works on a case: its money, and what a person hands in, is theirs to read, and not for all who read the case. */
export const officersOfCase = [inspectors, cityInspectors, sectionChief, legalReviewers, leader]

/** Who writes down what the party says: itself, or the officers for one that comes on paper; alone where it is in no register. */
export const speakers = ({ enterprise: owner }: Record<string, unknown>): readonly Address[] =>
  owner === null ? [inspectors] : [...enterprise, inspectors]
