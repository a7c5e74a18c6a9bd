// Is whatever would harm its reader refused, and nothing else?
import { randomBytes } from 'node:crypto'
import { describe, expect, test } from 'vitest'
import { exifHead, png } from '../support/browser/pictures.ts'
import { docx, packed, pdf, xlsx, zip } from '../support/people/hostile.ts'
import { quiet, useQuarantineFolder, verdictOn } from './verdicts.ts'

useQuarantineFolder()

const sized = (width: number, height: number): Buffer => {
  const picture = png(8, 8)
  picture.writeUInt32BE(width, 16)
  picture.writeUInt32BE(height, 20)
  return picture
}
const jpeg = (width: number, height: number, more = ''): Buffer => {
  const frame = Buffer.from([
    0xff, 0xc0, 0, 17, 8, 0, 0, 0, 0, 3, 1, 0x22, 0, 2, 0x11, 1, 3, 0x11, 1,
  ])
  frame.writeUInt16BE(height, 5)
  frame.writeUInt16BE(width, 7)
  const head = exifHead('2026:03:02 09:00:00', null).subarray(0, -2)
  return Buffer.concat([
    head,
    frame,
    Buffer.from([0xff, 0xda, 0, 2]),
    Buffer.from(more, 'latin1'),
    Buffer.from([0xff, 0xd9]),
  ])
}

/** A letter with two more parts, of which the second claims the bytes of the first. */
const inEachOther = (): Buffer => {
  const noise = randomBytes(4_000)
  const letter = docx([
    { name: 'word/a.png', content: noise },
    { name: 'word/b.png', content: '' },
  ])
  const entry = (name: string) => letter.lastIndexOf(name) - 46
  letter.copy(letter, entry('word/b.png') + 16, entry('word/a.png') + 16, entry('word/a.png') + 28)
  letter.copy(letter, entry('word/b.png') + 42, entry('word/a.png') + 42, entry('word/a.png') + 46)
  return letter
}

const utf16 = (words: string): Buffer => Buffer.from(`\ufeff${words}`, 'utf16le')
const elsewhere =
  '<Relationship Type="http://x/attachedTemplate" TargetMode="External" Target="http://evil"/>'

const office = 'application/vnd.openxmlformats-officedocument'

describe('what an honest person sends is kept', () => {
  test.each([
    ['a picture', 'a.png', png(30, 20), 'image/png'],
    ['a photograph of a telephone', 'a.JPG', jpeg(4000, 3000), 'image/jpeg'],
    ['a document', 'a.pdf', pdf(quiet), 'application/pdf'],
    [
      'a document that opens at a page',
      'a.pdf',
      pdf('<< /OpenAction 2 0 R >>', '<< /S /GoTo /D [3 0 R /Fit] >>'),
      'application/pdf',
    ],
    [
      'a document with packed objects',
      'a.pdf',
      pdf(
        '<< /OpenAction 9 0 R >>',
        packed([
          [8, '<< /A 1 >>'],
          [9, '[3 0 R /Fit]'],
        ]),
      ),
      'application/pdf',
    ],
    [
      'a document that speaks of scripts',
      'a.pdf',
      pdf(quiet, '<< /Title (JavaScript and Launch) >>'),
      'application/pdf',
    ],
    [
      'a document with a profile of colours and an outline',
      'a.pdf',
      pdf(quiet, '<< /N 3 /Length 3 >>\nstream\nabc\nendstream', '<< /First 5 0 R /N 2 >>'),
      'application/pdf',
    ],
    ['a letter', 'a.docx', docx(), `${office}.wordprocessingml.document`],
    [
      'a table',
      'a.xlsx',
      xlsx([{ name: 'xl/printerSettings/printerSettings1.bin', content: 'x' }]),
      `${office}.spreadsheetml.sheet`,
    ],
    [
      'a letter with a link',
      'a.docx',
      docx([
        {
          name: 'word/_rels/document.xml.rels',
          content:
            '<Relationship Type="http://x/hyperlink" TargetMode="External" Target="https://x"/>',
        },
      ]),
      `${office}.wordprocessingml.document`,
    ],
    [
      'a letter in sixteen bits a sign',
      'a.docx',
      docx([
        {
          name: 'word/a.xml',
          content: utf16('<?xml version="1.0" encoding="UTF-16"?><w:a>笔录</w:a>'),
        },
      ]),
      `${office}.wordprocessingml.document`,
    ],
  ])('%s', async (_, name, content, type) => {
    expect(await verdictOn(name, content)).toBe(type)
  })
})

describe('what would harm its reader is refused', () => {
  test.each([
    [
      'a program called a document',
      'a.pdf',
      Buffer.from(`MZ${'\0'.repeat(200)}`, 'latin1'),
      /^file-type-refused/,
    ],
    [
      'a page called a picture',
      'a.png',
      '<html><script>alert(1)</script></html>',
      /^file-type-refused/,
    ],
    ['an archive', 'a.zip', zip([{ name: 'a.txt', content: 'x' }]), /^file-type-refused/],
    [
      'an archive called a table',
      'a.xlsx',
      zip([{ name: 'a.txt', content: 'x' }]),
      /^file-unsafe: Archives/,
    ],
    ['a letter called a table', 'a.xlsx', docx(), /^file-type-refused/],
    [
      'a bomb',
      'a.xlsx',
      xlsx([{ name: 'xl/worksheets/sheet1.xml', content: Buffer.alloc(120 * 1024 * 1024, 32) }]),
      /too large/,
    ],
    [
      'a bomb that lies about its size',
      'a.xlsx',
      xlsx([{ name: 'xl/a.xml', content: Buffer.alloc(5_000_000, 32), claimed: 1_000 }]),
      /too large/,
    ],
    [
      'ten thousand parts',
      'a.docx',
      docx(Array.from({ length: 10_000 }, (_, n) => ({ name: `word/${n}.xml`, content: '' }))),
      /too large/,
    ],
    [
      'a locked letter',
      'a.docx',
      docx([{ name: 'word/a.xml', content: '', encrypted: true }]),
      /encrypted/,
    ],
    [
      'a path out of the archive',
      'a.docx',
      docx([{ name: '../../etc/passwd', content: 'x' }]),
      /lead elsewhere/,
    ],
    ['macros', 'a.docx', docx([{ name: 'word/vbaProject.bin', content: 'x' }]), /macros/],
    [
      'macros by type',
      'a.docx',
      docx(
        [],
        '<Types><Override ContentType="application/vnd.ms-word.document.macroEnabled.main+xml"/></Types>',
      ),
      /macros/,
    ],
    [
      'an embedded object',
      'a.docx',
      docx([{ name: 'word/embeddings/oleObject1.bin', content: 'x' }]),
      /macros/,
    ],
    [
      'a template from elsewhere',
      'a.docx',
      docx([
        {
          name: 'word/_rels/settings.xml.rels',
          content:
            '<Relationship Type="http://x/attachedTemplate" TargetMode="External" Target="http://evil"/>',
        },
      ]),
      /external links/,
    ],
    [
      'a template from elsewhere behind a sign that looks like an end',
      'a.docx',
      docx([
        {
          name: 'word/_rels/settings.xml.rels',
          content:
            '<r:Relationship Id=">" Type="http://x/attachedTemplate" TargetMode="External" Target="http://evil"/>',
        },
      ]),
      /external links/,
    ],
    [
      'entities',
      'a.docx',
      docx([{ name: 'word/a.xml', content: '<!DOCTYPE x [<!ENTITY a "aa">]>' }]),
      /broken/,
    ],
    [
      'a template from elsewhere in sixteen bits a sign',
      'a.docx',
      docx([{ name: 'word/_rels/settings.xml.rels', content: utf16(elsewhere) }]),
      /external links/,
    ],
    [
      'the same with the other byte first and without its mark',
      'a.docx',
      docx([
        { name: 'word/_rels/settings.xml.rels', content: utf16(elsewhere).subarray(2).swap16() },
      ]),
      /external links/,
    ],
    [
      'entities in sixteen bits a sign',
      'a.docx',
      docx([{ name: 'word/a.xml', content: utf16('<!DOCTYPE x [<!ENTITY a "aa">]>') }]),
      /broken/,
    ],
    [
      'words in an encoding that no Word file has',
      'a.docx',
      docx([{ name: 'word/a.xml', content: '<?xml version="1.0" encoding="UTF-7"?><x/>' }]),
      /broken/,
    ],
    ['parts that lie in each other', 'a.docx', inEachOther(), /broken/],
    ['a torn archive', 'a.docx', docx().subarray(0, -30), /broken/],
    ['a picture of four thousand million points', 'a.png', sized(65_500, 65_500), /pixels/],
    ['a picture without a width', 'a.png', sized(0, 10), /broken/],
    ['a photograph of four thousand million points', 'a.jpg', jpeg(65_000, 65_000), /pixels/],
    [
      'the same behind bytes that make no sense',
      'a.jpg',
      Buffer.concat([
        Buffer.from([0xff, 0xd8, 0xff, 0xe0, 0, 4, 1, 2]),
        Buffer.from('noise'),
        jpeg(65_000, 65_000).subarray(2),
      ]),
      /pixels/,
    ],
    [
      'a photograph that is an archive too',
      'a.jpg',
      Buffer.concat([jpeg(10, 10), zip([{ name: 'a.exe', content: 'x' }])]),
      /another kind/,
    ],
    [
      'a photograph that is a page too',
      'a.jpg',
      jpeg(10, 10, '<script>alert(1)</script>'),
      /another kind/,
    ],
    [
      'a picture that is a document too',
      'a.png',
      Buffer.concat([png(1, 1), pdf(quiet)]),
      /another kind/,
    ],
  ])('%s', async (_, name, content, why) => {
    expect(await verdictOn(name, content)).toMatch(why)
  })
})
