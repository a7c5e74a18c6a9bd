// How is a PDF of whomever examined without keeping anybody else waiting?
import type { X509Certificate } from 'node:crypto'
import { join } from 'node:path'
import { inOwnProcess } from '../../api/http/own-process.ts'
import type { DetachedSignature } from '../../documents/seal.ts'
import type { Examination } from '../../domain/documents/signature-report.ts'
import { text } from '../../domain/language/words.ts'

/** `roots`: the certificates that are believed, as PEM. */
export type ToExamine = { bytes: Uint8Array; beside: DetachedSignature | null; roots: string[] }

/** One file that takes long leaves the other process to everybody else. */
const examining = inOwnProcess<ToExamine, Examination>(join(import.meta.dirname, 'examining.ts'), {
  processes: 2,
  megabytes: 256,
  patienceMs: 20_000,
  tooMuch: text(
    '文件中的签名过于复杂，无法检查',
    'The signatures in the file are too intricate to be checked',
  ),
})

/** The examiner in a process of its own; it believes these roots. `behind`: when nobody known waits. */
export const examineApart = (believed: readonly X509Certificate[]) => {
  const roots = believed.map((root) => root.toString())
  return (
    bytes: Uint8Array,
    beside: DetachedSignature | null,
    line: 'ahead' | 'behind',
  ): Promise<Examination> => examining({ bytes, beside, roots }, line)
}
