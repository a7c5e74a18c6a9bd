// What does this matter add to the case page: the date of the answer, and the steps of the enterprise?
import type { CaseView } from '../../../../domain/case/views.ts'
import type { Step } from '../../../../ui/parts/additions.ts'
import { Standing } from '../../../../ui/parts/standing.tsx'
import { whileRunning } from '../../../../ui/parts/standing-lines.ts'
import { exampleMatterWords as w } from './words.ts'

/** By the plain words of the state, as the process says them to the party. */
export const steps: Step[] = [
  { words: w.stepAsked, states: ['待答复'] },
  { words: w.stepAnswered, states: ['已答复'] },
]

export const Evidence = (props: { case: CaseView }) => (
  <Standing case={props.case} title={w.standing} linesOf={(one) => whileRunning(one, ['answer'], w.answer, w.answerBy)} />
)
