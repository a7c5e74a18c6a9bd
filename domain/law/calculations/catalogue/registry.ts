// Which calculations does the product offer?
import { DomainError } from '../../../language/errors.ts'
import { text } from '../../../language/words.ts'
import type { Calculation } from '../calculation.ts'
import { caseClock } from '../case-clock.ts'
import { certificateReviewWindow, creditTerm, cylinderInspection } from '../certificates.ts'
import { accidentFine } from '../emergency/accident-fine.ts'
import { accidentLevel } from '../emergency/accident-level.ts'
import { casualtyFreeze } from '../emergency/casualty-freeze.ts'
import { hazardSourceGrade } from '../emergency/hazard-source-grade.ts'
import { reportDeadlines } from '../emergency/report-ladder.ts'
import { responseLevel } from '../emergency/response-level.ts'
import { specialEquipmentLevel } from '../emergency/special-equipment-level.ts'
import { inspectionFrequency } from '../inspection-frequency.ts'
import { inspectionWorkload } from '../inspection-workload.ts'
import { closureProposal } from '../penalty/closure-proposal.ts'
import { dailyFine } from '../penalty/daily-fine.ts'
import { hearingRight } from '../penalty/hearing-right.ts'
import { lateSurcharge } from '../penalty/late-surcharge.ts'
import { limitation } from '../penalty/limitation.ts'
import { onTheSpotLimit } from '../penalty/on-the-spot-limit.ts'
import { remedyWindows } from '../penalty/remedy-windows.ts'
import { requiredReview } from '../penalty/required-review.ts'
import { renewalWindow } from '../renewal-window.ts'

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
  reportDeadlines,
  casualtyFreeze,
  responseLevel,
  accidentFine,
  specialEquipmentLevel,
  hazardSourceGrade,
  renewalWindow,
  certificateReviewWindow,
  cylinderInspection,
  creditTerm,
  inspectionFrequency,
  inspectionWorkload,
]

/** The calculation of a name; throws `not-found` with the names there are. */
export const calculationNamed = (name: string): Calculation => {
  const found = calculations.find((one) => one.name === name)
  if (found) return found
  throw new DomainError(
    'not-found',
    [text(`没有“${name}”这项计算`, `There is no calculation “${name}”`)],
    {
      names: calculations.map((one) => one.name),
    },
  )
}
