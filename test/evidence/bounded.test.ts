// Is what is small and meant to be slow judged in a time that grows as its size does?
import { deflateSync } from 'node:zlib'
import { describe, expect, test } from 'vitest'
import { officeVerdict } from '../../domain/evidence/office.ts'
import { pdfFault } from '../../domain/evidence/pdf.ts'
import { docx, packed, pdf } from '../support/people/hostile.ts'

/** Steps that grew with the square of the size would take hours: the test ends, or it fails by its time. */
const many = 300_000

const fault = (bytes: Buffer): string => pdfFault(bytes)?.en ?? 'none'

describe('a letter', () => {
  test('of relationships that never end', () => {
    const content = '<Relationship '.repeat(many)
    expect(officeVerdict(docx([{ name: 'word/_rels/document.xml.rels', content }]))).toHaveProperty(
      'type',
    )
  })
  test('of names of relationships that never begin', () => {
    const content = `<${'a:'.repeat(many)}${'<a'.repeat(many)}`
    expect(officeVerdict(docx([{ name: '_rels/.rels', content }]))).toHaveProperty('type')
  })
})

describe('a letter or a table', () => {
  test.each([
    '<w:fldChar fldCharType ',
    '<w:fldChar fldCharType="begin"/>',
    '<w:instrText>DD',
    '<w:instrText ',
    '<w:fldSimple instr=',
    '<x:f ',
    '<f>CALL ',
    '&#1',
  ])('of beginnings such as %s', (one) => {
    const parts = [one.repeat(many), `<w:fldSimple ${one.slice(1).repeat(many)}`]
    for (const content of parts)
      expect(officeVerdict(docx([{ name: 'word/a.xml', content }]))).toHaveProperty('type')
  })
})

describe('a document', () => {
  test('that opens at the same page again and again', () => {
    const opens = '/OpenAction 7 0 R'.padEnd(60, ' ').repeat(many)
    expect(fault(pdf(packed([[7, `[1 0 R /Fit] ${opens}`]])))).toMatch(/starts something/)
  })
  test('that opens at an object with very many versions', () => {
    expect(fault(pdf(`<< /OpenAction 7 0 R >> ${'7 0 obj [1 0 R] '.repeat(many)}`))).toMatch(
      /starts something/,
    )
  })
  test('of digits, spaces and beginnings', () => {
    for (const one of [
      '1 0 ',
      '1      ',
      '7 0 obj ',
      '/JS 1 1 ',
      '/Encrypt ',
      '/AA %',
      '/AA\n%/AA\n',
      '<<',
      'stream ',
      '#41',
    ])
      expect([one, fault(pdf('<< /OpenAction [1 0 R] >>', one.repeat(many)))]).toEqual([
        one,
        'none',
      ])
    expect(fault(pdf('<< /OpenAction 2 0 R >>', `[1 0 R] ${' '.repeat(many)}`))).toBe('none')
  })
  test('of filters that never end', () => {
    const head = '/Filter['.repeat(8_000)
    const one = Buffer.from(`9 0 obj << /Type /ObjStm ${head} >> stream\n`)
    expect(fault(Buffer.concat(Array.from({ length: 100 }, () => one)))).toMatch(
      /cannot be checked/,
    )
  })
  test('whose packed objects are pairs alone', () => {
    const pairs = '1 1 '.repeat(2 * many)
    const content = deflateSync(Buffer.from(pairs))
    const head = `9 0 obj << /Type /ObjStm /First ${pairs.length} /Filter /FlateDecode >> stream\n`
    expect(fault(Buffer.concat([Buffer.from(head), content]))).toMatch(/cannot be checked/)
  })
})
