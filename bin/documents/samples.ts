// How does every document look? One sample of each type and contact sheets: `npm run documents:samples [folder]`.
import { spawnSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { NodeCompiler } from '@myriaddreamin/typst-ts-node-compiler'
import { createRenderer } from '../../documents/render.ts'
import { demoSealer } from '../../documents/seal.ts'
import { processes } from '../../domain/processes.ts'
import { sampleOf } from './sample.ts'

const perSheet = 12
const folder = resolve(process.argv[2] ?? '.data/documents')
const images = join(import.meta.dirname, '..', '..', 'docs', 'images')
mkdirSync(folder, { recursive: true })

const renderer = createRenderer(demoSealer)
const samples = Object.values(processes).flatMap((one) =>
  (one.documents ?? []).map((declared) => {
    const name = `${one.id}.${declared.id}.pdf`
    writeFileSync(join(folder, name), renderer.render(sampleOf(one, declared).content))
    return name
  }),
)
console.log(`${samples.length} samples in ${folder}`)

/** The first page of each sample, small, side by side. */
const sheetOf = (names: string[]): Uint8Array => {
  const pages = names
    .map(
      (name) => `rect(stroke: 0.4pt, inset: 0pt, image("${name}", height: 94mm, fit: "contain"))`,
    )
    .join(', ')
  const source = `#set page(width: 297mm, height: 310mm, margin: 6mm)\n#grid(columns: 4, gutter: 4mm, align: center + horizon, ${pages})`
  const compiler = NodeCompiler.create({ workspace: folder })
  writeFileSync(join(folder, 'sheet.typ'), source)
  return compiler.pdf({ mainFilePath: join(folder, 'sheet.typ') })
}

const drawn = mkdtempSync(join(tmpdir(), 'anjian-sheet-'))
for (let at = 0; at < samples.length; at += perSheet) {
  const [pdf, png] = [join(drawn, `${at}.pdf`), join(images, `documents-${at / perSheet + 1}`)]
  writeFileSync(pdf, sheetOf(samples.slice(at, at + perSheet)))
  const { error, status } = spawnSync('pdftoppm', ['-r', '110', '-png', '-singlefile', pdf, png])
  if (error || status !== 0)
    console.log('pdftoppm (poppler-utils) is needed for the contact sheets')
  const script = `from PIL import Image; Image.open('${png}.png').quantize(16, dither=0).save('${png}.png', optimize=True)`
  if (spawnSync('python3', ['-c', script]).status !== 0)
    console.log('Pillow makes the contact sheets a quarter of their size')
}
rmSync(drawn, { recursive: true })
