// Does every document that any process declares become a PDF, the same one each time, with every glyph and every date of the case?
import { createHash } from 'node:crypto'
import { expect, test } from 'vitest'
import { sampleOf } from '../../bin/documents/sample.ts'
import { createRenderer } from '../../documents/render.ts'
import { demoSealer } from '../../documents/seal.ts'
import { printable, printableIn } from '../../documents/type.ts'
import type { DocumentContent } from '../../domain/model/document.ts'
import { definitionOf, definitionsOf } from '../../domain/model/process.ts'
import { processes } from '../../domain/processes.ts'
import { signaturePicture } from '../../domain/signature/picture.ts'
import { written } from '../support/people/handwriting.ts'

const renderer = createRenderer(demoSealer)
const declared = Object.values(processes).flatMap((process) =>
  (process.documents ?? []).flatMap((one) =>
    one.on.map((type) => [`${process.id} ${one.id} ${type}`, process, one, type] as const),
  ),
)
const hash = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex')
const [, anyProcess, anyDocument] = declared[0] ?? []
const any = (): DocumentContent => {
  if (!anyProcess || !anyDocument) throw new Error('no process declares a document')
  return sampleOf(anyProcess, anyDocument).content
}

test.each(declared)('%s is printed whole', (_name, process, one, type) => {
  const { content } = sampleOf(process, one, type)
  expect(JSON.stringify(content)).not.toMatch(/undefined|null月|NaN|《》|至，|（）/)
  expect(content.title).not.toBe('')
  expect(content.blocks.length).toBeGreaterThan(0)
  expect(Buffer.from(renderer.render(content)).subarray(0, 5).toString()).toBe('%PDF-')
})

test.each(Object.values(processes))(
  'the documents of $id have names of their own and belong to acts that there are',
  (process) => {
    const all = process.documents ?? []
    expect(new Set(all.map(({ id }) => id)).size).toBe(all.length)
    const acts = definitionsOf(process).map(([type]) => type)
    expect(
      all
        .flatMap(({ on, servedBy = [] }) => [...on, ...servedBy])
        .filter((type) => !acts.includes(type)),
    ).toEqual([])
  },
)

test.each(Object.values(processes))(
  'an act of $id that numbers a document keeps the number, and no form asks for it',
  (process) => {
    const numbered = (process.documents ?? []).filter(
      ({ series }) => typeof series === 'object' && series !== null && 'word' in series,
    )
    const silent = numbered.flatMap(({ id, on }) =>
      on
        .filter(
          (type) =>
            !definitionOf(process, type)?.fields.some(
              ({ name, systemSupplied: input }) => name === 'document' && input,
            ),
        )
        .map((type) => `${id} ${type}`),
    )
    expect(silent).toEqual([])
  },
)

test('the same words are the same bytes, also from another compiler; other words are others', () => {
  const content = any()
  const bytes = hash(renderer.render(content))
  expect(hash(renderer.render(structuredClone(content)))).toBe(bytes)
  expect(hash(createRenderer(demoSealer).render(content))).toBe(bytes)
  expect(hash(renderer.render({ ...content, day: '2026-04-09' }))).not.toBe(bytes)
  expect(hash(renderer.render({ ...content, title: `${content.title}一` }))).not.toBe(bytes)
})

test('a rare name is printed', () => {
  expect(() =>
    renderer.render({ ...any(), to: '张喆堃、李犇、王镕', form: 'letter' }),
  ).not.toThrow()
})

test.each([
  ['🔥着火', '〓着火'],
  ['👨‍👩‍👧🇨🇳', '〓〓'],
  ['张\u{F0000}', '张〓'],
  ['a\ufffe\uffff\u0001\u0080', 'a〓〓〓〓'],
  ['ཀ\u1680', '〓〓'],
  ['王镕 ①㎡é ꀀ\u200b\u2009\n二', '王镕 ①㎡é ꀀ\u200b\u2009\n二'],
])('what somebody has written is no hindrance to a paper: %j is printed as %j', (words, shown) => {
  expect(printable(words)).toBe(shown)
  const blocks = [{ kind: 'text' as const, text: words }]
  const content: DocumentContent = { ...any(), title: words, to: words, blocks }
  for (const form of ['letter', 'table', 'record'] as const)
    expect(hash(renderer.render({ ...content, form }))).toBe(
      hash(renderer.render(printableIn({ ...content, form }))),
    )
})

test('what somebody has written is printed as it stands, whatever it means to the printer', () => {
  const blocks = [{ kind: 'text' as const, text: '#read("/etc/passwd") *x* $y$ \\ @z <w> // v' }]
  expect(() => renderer.render({ ...any(), form: 'letter', blocks })).not.toThrow()
})

test('handwriting stands beside the names of those who have signed: other handwriting is other bytes, the same is the same', () => {
  const [process, one, type] =
    declared
      .flatMap(([, process, one, type]) =>
        one.form === 'table' && one.audience === 'internal' ? [[process, one, type] as const] : [],
      )
      .at(-1) ?? []
  if (!process || !one) throw new Error('no internal form')
  const signatures = [
    {
      label: '审查人员（签名）',
      names: '申审查、宋审查',
      pictures: [{ name: '申审查', sha256: 'a' }],
    },
  ]
  const content = { ...sampleOf(process, one, type).content, signatureLines: signatures }
  const drawn = (slant: number) => {
    const made = signaturePicture(written({ slant }))
    if ('fault' in made) throw new Error(made.fault.en)
    return hash(renderer.render(content, { a: made.bytes }))
  }
  const typed = hash(renderer.render(content))
  expect(
    hash(
      renderer.render({
        ...content,
        signatureLines: [{ label: '审查人员（签名）', names: '申审查、宋审查' }],
      }),
    ),
  ).toBe(typed)
  expect(new Set([drawn(1), drawn(1), drawn(2), typed]).size).toBe(3)
})
