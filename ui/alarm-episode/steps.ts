// Which of the steps an enterprise thinks in is it, by the plain words of the state?
import type { Step } from '../list/additions.ts'
import { alarmWords as w } from './words.ts'

/** Plain state words of the process, grouped. */
export const steps: Step[] = [
  { words: w.stepRings, states: ['报警中，值班室待接警'] },
  { words: w.stepSeen, states: ['值班室已接警', '已搁置', '设计屏蔽', '停用'] },
  { words: w.stepReturned, states: ['已恢复，待复位', '已解除，值班室研判中'] },
  { words: w.stepOver, states: ['已办结'] },
]
