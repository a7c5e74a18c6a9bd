// How does an approved yearly plan become a PDF, the same bytes for the same plan?
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { NodeCompiler } from '@myriaddreamin/typst-ts-node-compiler'
import type { PlanSheet } from '../domain/year-plan/sheet.ts'

const templates = join(import.meta.dirname, 'templates')
const serif = dirname(
  createRequire(import.meta.url).resolve('@expo-google-fonts/noto-serif-sc/package.json'),
)
const fontPaths = [
  join(import.meta.dirname, 'fonts'),
  ...['400Regular', '700Bold', '900Black'].map((weight) => join(serif, weight)),
]

export const printPlan = (sheet: PlanSheet): Uint8Array => {
  const compiler = NodeCompiler.create({ workspace: templates, fontArgs: [{ fontPaths }] })
  const compiled = compiler.compile({
    mainFilePath: join(templates, 'plan.typ'),
    inputs: { data: JSON.stringify(sheet) },
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
