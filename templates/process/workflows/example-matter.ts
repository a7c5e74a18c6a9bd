// Under which workflow type does this matter live, and for what does it wait?
import { type CaseInput, caseLoop } from '../../../workflows/case-loop.ts'

/** It waits for people, and for the clock `answer` (domain/example-matter/clocks.ts) with its levels `late` and `still-late`. */
export async function exampleMatter(input: CaseInput): Promise<void> {
  await caseLoop(input)
}
