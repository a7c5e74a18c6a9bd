// What does a plan need of the days of its officers, and how many visits of an enterprise does the law leave it?
import { officersEach } from '../drawing/pool.ts'
import type { Text } from '../language/words.ts'
import { type AskedBy, askLaw } from '../law/calculations/ask.ts'
import { inspectionFrequency } from '../law/calculations/inspection-frequency.ts'
import { inspectionWorkload } from '../law/calculations/inspection-workload.ts'
import type { ClassTotal, PlannedShare, PlanSelection } from './selection.ts'

export type WorkloadBasis = {
  year: number
  officers: number
  totals: readonly ClassTotal[]
  shares: readonly PlannedShare[]
  selection: Pick<PlanSelection, 'otherDays' | 'absentDays' | 'keyVisitDays' | 'randomVisitDays'>
}

const visitsIn = (all: readonly { visits: number }[]): number =>
  all.reduce((sum, { visits }) => sum + visits, 0)

export const workloadOf = (basis: WorkloadBasis, law: AskedBy) => {
  const { year, officers, totals, shares, selection } = basis
  return askLaw(
    inspectionWorkload,
    {
      year,
      officers,
      otherDays: selection.otherDays,
      absentDays: selection.absentDays,
      keyDays: visitsIn(totals) * selection.keyVisitDays * officersEach,
      randomDays: visitsIn(shares) * selection.randomVisitDays * officersEach,
    },
    law,
  )
}
export type Workload = ReturnType<typeof workloadOf>

/** `most`: null where nobody has published a number. `binding`: one that refuses; an unconfirmed one only shows. */
export type Cap = { most: number | null; binding: boolean; words: Text }

/** The number that holds at the end of the year: whatever is published for it counts for all of it. */
export const capOf = (year: number, law: AskedBy): Cap => {
  const { most, provisional, verdict } = askLaw(
    inspectionFrequency,
    { visits: 0, date: `${year}-12-31` },
    law,
  )
  return { most, binding: most !== null && !provisional, words: verdict }
}
