// The workflow types of the product, those of the toys beside them, and that of the template of a new process.
import { type CaseInput, caseLoop } from '../../../workflows/case-loop.ts'

export { exampleMatter } from '../../../templates/process/workflows/example-matter.ts'
export * from '../../../workflows/index.ts'

export async function counter(input: CaseInput): Promise<void> {
  await caseLoop(input)
}

export async function asking(input: CaseInput): Promise<void> {
  await caseLoop(input)
}

export async function helping(input: CaseInput): Promise<void> {
  await caseLoop(input)
}
