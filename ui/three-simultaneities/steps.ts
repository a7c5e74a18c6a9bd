// Which of the steps a builder thinks in is it, by the plain words of the state?
import type { Step } from '../list/additions.ts'
import { projectWords as w } from './words.ts'

/** Plain state words of the process, grouped. */
export const steps: Step[] = [
  { words: w.stepRegister, states: ['请申请审查'] },
  { words: w.stepConditions, states: ['安全条件审查'] },
  { words: w.stepDesign, states: ['请申请设计审查', '安全设施设计审查'] },
  { words: w.stepBuild, states: ['可以开工', '施工中', '变更审查'] },
  { words: w.stepTrial, states: ['试运行', '试生产'] },
  {
    words: w.stepAccept,
    states: ['请组织竣工验收', '竣工验收审查', '竣工验收结果', '监督核查中', '请按核查意见整改'],
  },
  { words: w.stepUse, states: ['投入使用'] },
]
