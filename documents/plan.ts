// How does an approved yearly plan become a PDF, the same bytes for the same plan?
import { join } from 'node:path'
import { NodeCompiler } from '@myriaddreamin/typst-ts-node-compiler'
import type { PlanSheet } from '../domain/year-plan/sheet.ts'
import { fontPaths, printableIn } from './type.ts'

const templates = join(import.meta.dirname, 'templates')

export const printPlan = (sheet: PlanSheet): Uint8Array => {
  const compiler = NodeCompiler.create({ workspace: templates, fontArgs: [{ fontPaths }] })
  const compiled = compiler.compile({
    mainFilePath: join(templates, 'plan.typ'),
    inputs: { data: JSON.stringify(printableIn(sheet)) },
  })
  const { result } = compiled
  if (!result) {
    const [fault] = compiled.takeDiagnostics()?.shortDiagnostics ?? []
    throw new Error(`the template of a plan does not compile: ${fault?.message ?? ''}`)
  }
  return compiler.pdf(result, {
    pdfStandard: 'a-2b',
    creationTimestamp: Date.parse(`${sheet.day}T00:00:00Z`) / 1000,
  })
}
