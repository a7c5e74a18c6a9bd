// What is in an uploaded file, whatever its name says, and would it harm whoever opens it?
import { join } from 'node:path'
import { text } from '../../domain/language/words.ts'
import { inOwnProcess } from '../http/own-process.ts'
import type { Judged } from './file-judge.ts'

/** One file that takes long leaves the other process to everybody else. */
const judge = inOwnProcess<Judged, string>(join(import.meta.dirname, 'file-judge.ts'), {
  processes: 2,
  megabytes: 512,
  patienceMs: 30_000,
  tooMuch: text(
    '文件内部过于复杂，无法检查，请另存或打印为 PDF 后重新上传',
    'The file is too intricate to be checked; save it anew or print it to PDF and upload that',
  ),
})

/** The media type by content; name and content must agree and the content be harmless, or the file is refused. `behind`: when nobody known waits. */
export const kindOf = (
  path: string,
  name: string,
  line: 'ahead' | 'behind' = 'ahead',
): Promise<string> => judge({ path, name }, line)
