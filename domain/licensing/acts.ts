// Which acts does every application go through, from its receipt to the opinion on it, whatever is applied for?
import { hearingActs } from './hearing.ts'
import { type Intake, intakeOf } from './intake.ts'
import { jointActs } from './joint.ts'
import { type Review, reviewOf } from './review.ts'

/** The acts up to the decision; the decision itself is each licence's own. */
export const licensingActs = (particular: Intake & Review) => ({
  ...intakeOf(particular),
  ...reviewOf(particular),
  ...hearingActs,
  ...jointActs,
})

export type LicensingEventType = keyof ReturnType<typeof licensingActs>
