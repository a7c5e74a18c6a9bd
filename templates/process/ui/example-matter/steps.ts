// Which of the steps an enterprise thinks in is it, by the plain words of the state?
import type { Step } from '../../../../ui/list/additions.ts'
import { exampleMatterWords as w } from './words.ts'

/** The words are those that the process says to the party. */
export const steps: Step[] = [
  { words: w.stepOpened, states: ['待答复'] },
  { words: w.stepAnswered, states: ['已答复'] },
]
