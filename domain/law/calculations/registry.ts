// Which calculations does the product offer?
import { DomainError } from '../../language/errors.ts'
import { text } from '../../language/words.ts'
import { accidentFine } from './accident-fine.ts'
import { accidentLevel } from './accident-level.ts'
import type { Calculation } from './calculation.ts'
import { caseClock } from './case-clock.ts'
import { casualtyFreeze } from './casualty-freeze.ts'
import { certificateReviewWindow, creditTerm, cylinderInspection } from './certificates.ts'
import { closureProposal } from './closure-proposal.ts'
import { dailyFine } from './daily-fine.ts'
import { hazardSourceGrade } from './hazard-source-grade.ts'
import { hearingRight } from './hearing-right.ts'
import { lateSurcharge } from './late-surcharge.ts'
import { limitation } from './limitation.ts'
import { onTheSpotLimit } from './on-the-spot-limit.ts'
import { remedyWindows } from './remedy-windows.ts'
import { renewalWindow } from './renewal-window.ts'
import { reportLadder } from './report-ladder.ts'
import { requiredReview } from './required-review.ts'
import { responseLevel } from './response-level.ts'
import { specialEquipmentLevel } from './special-equipment-level.ts'

export const calculations: readonly Calculation[] = [
  onTheSpotLimit,
  lateSurcharge,
  dailyFine,
  remedyWindows,
  closureProposal,
  requiredReview,
  hearingRight,
  caseClock,
  limitation,
  accidentLevel,
  reportLadder,
  casualtyFreeze,
  responseLevel,
  accidentFine,
  specialEquipmentLevel,
  hazardSourceGrade,
  renewalWindow,
  certificateReviewWindow,
  cylinderInspection,
  creditTerm,
]

/** The calculation of a name; throws `not-found` with the names there are. */
export const calculationNamed = (name: string): Calculation => {
  const found = calculations.find((one) => one.name === name)
  if (found) return found
  throw new DomainError('not-found', [text(`没有“${name}”这项计算`, `There is no calculation “${name}”`)], {
    names: calculations.map((one) => one.name),
  })
}
