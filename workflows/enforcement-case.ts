// Under which workflow type does an enforcement case live, and for what does it wait?
import { type CaseInput, caseLoop } from './case-loop.ts'

/** It waits for people, and for the clocks of domain/enforcement-case/clocks.ts. */
export async function enforcementCase(input: CaseInput): Promise<void> {
  await caseLoop(input)
}
