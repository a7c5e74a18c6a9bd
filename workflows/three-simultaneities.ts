// Under which workflow type does a construction project live? Everything it does is the case loop and its chart.
import { type CaseInput, caseLoop } from './case-loop.ts'

export async function threeSimultaneities(input: CaseInput): Promise<void> {
  await caseLoop(input)
}
