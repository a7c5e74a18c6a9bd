// Which of the steps an enterprise thinks in is it, by the plain words of the state?
import type { Step } from '../list/additions.ts'
import { emergencyWords as w } from './words.ts'

/** Plain state words of the process, grouped. */
export const steps: Step[] = [
  { words: w.stepVerify, states: ['待核实', '已核实，研判中'] },
  { words: w.stepRespond, states: ['应急响应中'] },
  { words: w.stepAftermath, states: ['善后中'] },
  { words: w.stepInvestigate, states: ['事故调查中', '调查报告待批复'] },
  { words: w.stepFollowUp, states: ['整改落实中', '评估结案'] },
]
