// The workflow types of the product, the toy counter beside them, and that of the template of a new process.
import { type CaseInput, caseLoop } from '../../../workflows/case-loop.ts'

export { exampleMatter } from '../../../templates/process/workflows/example-matter.ts'
export * from '../../../workflows/index.ts'

export async function counter(input: CaseInput): Promise<void> {
  await caseLoop(input)
}
