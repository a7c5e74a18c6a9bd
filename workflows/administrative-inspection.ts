// Under which workflow type does an inspection live, and for what does it wait?
import { type CaseInput, caseLoop } from './case-loop.ts'

/** It waits for people, and for the clocks `visit`, `correction` and `recheck`, each with its level `missed` (domain/administrative-inspection/clocks.ts). */
export async function administrativeInspection(input: CaseInput): Promise<void> {
  await caseLoop(input)
}
