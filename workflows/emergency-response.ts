// Under which workflow type does an emergency live, and for what does it wait?
import { type CaseInput, caseLoop } from './case-loop.ts'

/** It waits for people, and for the periods of verification, reports, casualties, investigation and follow-up (domain/emergency-response/clocks.ts). */
export async function emergencyResponse(input: CaseInput): Promise<void> {
  await caseLoop(input)
}
