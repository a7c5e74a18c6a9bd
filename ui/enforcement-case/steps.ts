// Which of the steps a party thinks in is it, by the plain words of the state?
import type { Step } from '../list/additions.ts'
import { enforcementCaseWords as w } from './words.ts'

/** The words are those that the process says to the party. */
export const steps: Step[] = [
  { words: w.stepInvestigated, states: ['线索核查中', '调查中'] },
  { words: w.stepTold, states: ['告知书送达中', '现场告知'] },
  {
    words: w.stepHeard,
    states: ['请陈述申辩', '听证准备中', '等待举行听证', '陈述申辩复核中'],
  },
  { words: w.stepDecided, states: ['审核决定中', '决定书送达中', '当场决定中'] },
  { words: w.stepPerformed, states: ['请履行处罚决定', '终结执行审批中', '罚款退还中'] },
  { words: w.stepClosed, states: ['已履行，待结案', '已结案', '案件已办结'] },
]
