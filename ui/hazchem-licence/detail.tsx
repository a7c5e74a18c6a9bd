// What does a licence add to the case page: its authority and why, what was deemed, until when it lasts, and the applicant's steps?
import type { CaseView } from '../../contract/case/cases.ts'
import { Standing } from '../record/standing.tsx'
import { standingOf } from './standing.ts'
import { licenceWords as w } from './words.ts'

export { steps } from './steps.ts'

export const Evidence = (props: { case: CaseView }) => (
  <Standing case={props.case} title={w.standing} linesOf={standingOf} />
)
