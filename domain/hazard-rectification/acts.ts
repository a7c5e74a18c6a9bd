// Which acts can be done about a hazard that has been reported?
import { acceptanceActs } from './acceptance.ts'
import { forceActs } from './force.ts'
import { governanceActs } from './governance.ts'
import { listingActs } from './listing.ts'
import { orderActs } from './order.ts'
import { penaltyActs } from './penalty.ts'
import { supervisionActs } from './supervision.ts'
import { verificationActs } from './verification.ts'

export const hazardActs = {
  ...verificationActs,
  ...governanceActs,
  ...listingActs,
  ...orderActs,
  ...acceptanceActs,
  ...forceActs,
  ...penaltyActs,
  ...supervisionActs,
}

export type HazardEventType = keyof typeof hazardActs
