// Which of the steps an enterprise thinks in is it, by the plain words of the state?
import type { Step } from '../list/additions.ts'
import { administrativeInspectionWords as w } from './words.ts'

/** The words are those that the process says to the party. */
export const steps: Step[] = [
  { words: w.stepTold, states: ['检查准备中', '已通知检查'] },
  { words: w.stepVisited, states: ['检查中'] },
  { words: w.stepSettled, states: ['检查处理中'] },
  { words: w.stepRechecked, states: ['整改待复查', '检查待结束'] },
  { words: w.stepClosed, states: ['已办结'] },
]
