// What does an emergency add to the case page: what must be reported by when, and the enterprise's steps?
import type { CaseView } from '../../contract/case/cases.ts'
import { Standing } from '../record/standing.tsx'
import { showMoment } from '../screen/time.ts'
import { standingOf } from './standing.ts'
import { emergencyWords as w } from './words.ts'

export { steps } from './steps.ts'

export const Evidence = (props: { case: CaseView }) => (
  <Standing case={props.case} title={w.standing} linesOf={(one) => standingOf(one, showMoment)} />
)
