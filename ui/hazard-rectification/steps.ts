// Which of the five steps an enterprise thinks in is it, by the plain words of the state?
import type { Step } from '../list/additions.ts'
import { hazardWords as w } from './words.ts'

/** Plain state words (domain/hazard-rectification/words.ts) grouped; preparing the governance of a major hazard is still verifying. */
export const steps: Step[] = [
  { words: w.stepReport, states: [] },
  {
    words: w.stepVerify,
    states: ['等待核实', '等待现场处理', '治理方案', '等待挂牌督办', '等待整改指令', '文书送达中'],
  },
  { words: w.stepRectify, states: ['请整改', '整改期限已过'] },
  { words: w.stepRecheck, states: ['等待复查', '等待批准恢复生产'] },
  { words: w.stepWriteOff, states: ['等待摘牌', '等待核销', '已核销'] },
]
