// What does a project add to the case page: its authority and why, what holds until when, and the builder's steps?
import type { CaseView } from '../../contract/case/cases.ts'
import { Standing } from '../record/standing.tsx'
import { standingOf } from './standing.ts'
import { projectWords as w } from './words.ts'

export { steps } from './steps.ts'

export const Evidence = (props: { case: CaseView }) => (
  <Standing case={props.case} title={w.standing} linesOf={standingOf} />
)
