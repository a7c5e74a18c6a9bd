// Which offices and people does an application for a licence concern? `county` is the deciding authority itself: the city where the case lies there.
import { countyLeader, countyLegalReviewers } from '../organisation/addresses.ts'
import type { Address } from '../organisation/offices.ts'

export const clerk = { role: 'clerk', office: 'window', level: 'county' } as const satisfies Address
export const cityClerk = {
  role: 'clerk',
  office: 'window',
  level: 'city',
} as const satisfies Address
export const reviewers = {
  role: 'reviewer',
  office: 'hazchem',
  level: 'county',
} as const satisfies Address
export const cityReviewers = {
  role: 'reviewer',
  office: 'hazchem',
  level: 'city',
} as const satisfies Address
export const sectionChief = {
  role: 'section-chief',
  office: 'hazchem',
  level: 'county',
} as const satisfies Address
export const legalReviewers = countyLegalReviewers
export const leader = countyLeader
