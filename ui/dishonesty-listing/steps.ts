// Which of the steps an enterprise thinks in is it, by the plain words of the state?
import type { Step } from '../list/additions.ts'
import { dishonestyListingWords as w } from './words.ts'

/** The words are those that the process says to the party. */
export const steps: Step[] = [
  { words: w.stepTold, states: ['列入名单审查中', '告知书送达中'] },
  { words: w.stepHeard, states: ['请陈述申辩', '陈述申辩复核中'] },
  { words: w.stepDecided, states: ['列入名单决定中', '列入决定书送达中', '不予列入'] },
  { words: w.stepListed, states: ['已列入名单', '信用修复审核中'] },
  { words: w.stepEnded, states: ['已提前移出', '期满移出', '处罚撤销，终止列入', '已撤销列入'] },
]
