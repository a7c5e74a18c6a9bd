// Under which workflow type does a listing live, and for what does it wait?
import { type CaseInput, caseLoop } from './case-loop.ts'

/** It waits for people, for the case of its penalty, and for its clocks (domain/dishonesty-listing/clocks.ts), at last the term of three years. */
export async function dishonestyListing(input: CaseInput): Promise<void> {
  await caseLoop(input)
}
