// How do cover, contents and all papers of a case become one PDF with continuous pages?
import { join } from 'node:path'
import { NodeCompiler } from '@myriaddreamin/typst-ts-node-compiler'
import type { DossierSheet, SheetEntry } from '../domain/dossier/sheet.ts'
import { fontPaths } from './type.ts'

const templates = join(import.meta.dirname, 'templates')

/** Larger ones lie beside the dossier: a file that nobody prints must not keep everything else from being made. */
const mostBytes = 30 * 1024 * 1024
const mostPages = 600

type Compiler = ReturnType<typeof NodeCompiler.create>
/** The bytes of a paper by its number. */
export type PaperBytes = (entry: SheetEntry) => Uint8Array

/** No PDF/A: papers that people have brought lie in it as they are. Papers that cannot be shown are named on a sheet in their place. */
export const pressDossier = (sheet: DossierSheet, bytesOf: PaperBytes): Uint8Array => {
  const compiler = NodeCompiler.create({ workspace: templates, fontArgs: [{ fontPaths }] })
  const entries = sheet.entries.map((entry) => placed(compiler, entry, bytesOf))
  const { result, ...compiled } = compile(compiler, 'dossier.typ', { ...sheet, entries })
  if (!result) throw new Error(`the dossier does not compile: ${compiled.fault}`)
  return compiler.pdf(result, { creationTimestamp: Date.parse(`${sheet.day}T00:00:00Z`) / 1000 })
}

type PlacedEntry = SheetEntry & { file: string; pages: number }

/** Lays the paper where the template finds it, and counts its pages; what cannot be read there is told apart. */
const placed = (compiler: Compiler, entry: SheetEntry, bytesOf: PaperBytes): PlacedEntry => {
  const beside = { ...entry, kind: 'other' as const, file: '', pages: 1 }
  if (entry.kind === 'other') return beside
  const bytes = bytesOf(entry)
  if (bytes.length > mostBytes) return beside
  const ending = entry.path.slice(entry.path.lastIndexOf('.') + 1)
  const file = `paper-${entry.no}.${entry.kind === 'pdf' ? 'pdf' : ending}`
  compiler.mapShadow(join(templates, file), Buffer.from(bytes))
  const pages = pagesOf(compiler, file, entry.kind)
  return pages === 0 ? beside : { ...entry, file, pages }
}

const pagesOf = (compiler: Compiler, file: string, kind: 'pdf' | 'image'): number => {
  const probe = join(templates, 'probe.typ')
  const opens = (page: number): boolean => {
    const which = kind === 'pdf' ? `, page: ${page}` : ''
    compiler.addSource(probe, `#image("${file}"${which})`)
    return compiler.compile({ mainFilePath: probe }).result !== null
  }
  if (!opens(1)) return 0
  if (kind === 'image') return 1
  let pages = 1
  while (pages < mostPages && opens(pages + 1)) pages += 1
  return pages
}

const compile = (compiler: Compiler, main: string, data: unknown) => {
  const compiled = compiler.compile({
    mainFilePath: join(templates, main),
    inputs: { data: JSON.stringify(data) },
  })
  const fault = compiled.takeDiagnostics()?.shortDiagnostics[0]?.message ?? ''
  return { result: compiled.result, fault }
}
