// What does this matter add to the case page: the date of the answer, and the steps of the enterprise?
import type { CaseView } from '../../../../domain/views/case-views.ts'
import { Standing } from '../../../../ui/parts/standing.tsx'
import { whileRunning } from '../../../../ui/parts/standing-lines.ts'
import { exampleMatterWords as w } from './words.ts'

export { steps } from './steps.ts'

export const Evidence = (props: { case: CaseView }) => (
  <Standing case={props.case} title={w.standing} linesOf={(one) => whileRunning(one, ['answer'], w.answer, w.answerBy)} />
)
