// Which of the steps an applicant thinks in is it, by the plain words of the state?
import type { Step } from '../list/additions.ts'
import { licenceWords as w } from './words.ts'

/** Plain state words of the process, grouped. */
export const steps: Step[] = [
  { words: w.stepApply, states: [] },
  { words: w.stepAccept, states: ['等待受理', '请补正', '不予受理'] },
  { words: w.stepReview, states: ['审查中', '核查', '专家评审'] },
  { words: w.stepDecide, states: ['等待决定', '不予许可'] },
  { words: w.stepIssue, states: ['正在制证', '等待领取'] },
  {
    words: w.stepHold,
    states: ['许可证有效', '请申请变更', '许可证已', '许可已被撤销', '已由新证替换'],
  },
]
