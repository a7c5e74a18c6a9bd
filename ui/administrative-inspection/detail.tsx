// What does an inspection add to the case page: where it stands, and the steps of the enterprise?
import type { CaseView } from '../../contract/case/cases.ts'
import { Standing } from '../record/standing.tsx'
import { standingOf } from './standing.ts'
import { administrativeInspectionWords as w } from './words.ts'

export { steps } from './steps.ts'

export const Evidence = (props: { case: CaseView }) => (
  <Standing case={props.case} title={w.standing} linesOf={standingOf} />
)
