// How do the frozen words of a document become the bytes of a PDF, the same bytes for the same words?
import { join } from 'node:path'
import { setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'
import { NodeCompiler } from '@myriaddreamin/typst-ts-node-compiler'
import { renderSVG } from 'uqr'
import { inChinese } from '../domain/documents/document-source.ts'
import type { DocumentContent } from '../domain/model/document.ts'
import type { Sealer } from './seal.ts'
import { fontPaths, printableIn } from './type.ts'

/** Handwritten signatures by the hash under which the content names them. */
export type Pictures = Record<string, Uint8Array>
export type Renderer = { render: (content: DocumentContent, pictures?: Pictures) => Uint8Array }

const templates = join(import.meta.dirname, 'templates')

/** V8 does not see how large a compiled document is, so it would let hundreds pile up. */
const collectEvery = 20
setFlagsFromString('--expose-gc')
const collect = runInNewContext('gc') as () => void

/** One compiler for all: its type is read once. Throws when a template does not compile. */
export const createRenderer = (sealer: Sealer): Renderer => {
  const compiler = NodeCompiler.create({ workspace: templates, fontArgs: [{ fontPaths }] })
  let rendered = 0
  return {
    render: (content, pictures = {}) => {
      const compiled = compiler.compile({
        mainFilePath: join(templates, 'main.typ'),
        inputs: { data: JSON.stringify(printed(printableIn(content), pictures, sealer)) },
      })
      const { result } = compiled
      if (!result)
        throw new Error(
          `the template of ${content.form} does not compile: ${compiled.takeDiagnostics()?.shortDiagnostics[0]?.message ?? ''}`,
        )
      const pdf = compiler.pdf(result, {
        pdfStandard: 'a-2b',
        creationTimestamp: Date.parse(`${content.day}T00:00:00Z`) / 1000,
      })
      rendered += 1
      if (rendered % collectEvery === 0) {
        compiler.evictCache(0)
        collect()
      }
      return pdf
    },
  }
}

const printed = (
  { seal, day, verify, signatureLines, ...content }: DocumentContent,
  known: Pictures,
  sealer: Sealer,
) => ({
  ...content,
  signatureLines: signatureLines.map(({ pictures = [], ...line }) => ({
    ...line,
    pictures: pictures.flatMap((one) => drawn(one.name, known[one.sha256])),
  })),
  date: inChinese(day),
  seal: seal === null ? null : sealer.seal(seal),
  qr: renderSVG(verify, { ecc: 'M', border: 1 }),
})

/** As numbers, for that is how bytes reach a template. */
const drawn = (name: string, bytes: Uint8Array | undefined) =>
  bytes ? [{ name, bytes: [...bytes] }] : []
